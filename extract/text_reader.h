// Text files: paragraphs, and the tables whose cells the text shows in some dialect.
#pragma once

#include "extract/reader.h"

namespace nianbao {

// The dialects that score highest are asked first, at every line that no table has taken. Problems: those of
// decode_text and limits. Text without tables gives paragraphs only.
Result<Document> read_text(const Source& source, const ReadOptions& options);

}  // namespace nianbao

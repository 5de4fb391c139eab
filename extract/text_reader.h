// Text as Word exports it with one cell a line: a line that starts with TAB is a cell, an empty line ends the row, a
// cell may go on in lines without TAB. Spans are lost, so its tables are ragged.
#pragma once

#include "extract/reader.h"

namespace nianbao {

// Problems: those of decode_text. Text without such a table gives paragraphs only.
Result<Document> read_text(const Source& source, const ReadOptions& options);

}  // namespace nianbao

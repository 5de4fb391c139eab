// Web pages, as saved from a site or from Word.
#pragma once

#include "extract/reader.h"

namespace nianbao {

// Problems: those of decode_text and of read_html_body.
Result<Document> read_html(const Source& source, const ReadOptions& options);

}  // namespace nianbao

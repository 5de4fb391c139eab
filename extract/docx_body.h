// The main part of a Word document: WordprocessingML events to paragraphs and tables, in body order.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/docx_numbering.h"
#include "extract/problem.h"

namespace nianbao {

// Deeper nesting is refused; Word itself stays below 100.
inline constexpr std::size_t kMaxDepth = 240;

// Reads `xml`, the part named `part`. Content controls, custom XML, smart tags and tracked insertions are read through;
// tracked deletions, hidden runs, field codes and second renderings (mc:Fallback) are not shown and not read. Nested
// tables are tables of their own. Problems: those of parse_xml, limit_cells, limit_depth.
Result<Document> read_docx_body(std::string_view xml, const std::string& part, const Numbering& numbering);

}  // namespace nianbao

// HTML to paragraphs and tables, in page order: what a browser shows of the page without its scripts.
#pragma once

#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/limits.h"
#include "extract/problem.h"

namespace nianbao {

struct HtmlBody {
  std::vector<Block> blocks;
  CellCounts counts;
};

// Reads `html`, a page or a fragment of one, in UTF-8. A nested table is a table of its own, behind the one around it;
// a caption, and text between the cells, is a paragraph before its table; cells outside any table make one. What is
// hidden by attribute or inline style is not read. A cell whose text style may hide, move, raise or replace holds an
// object; of style sheets the page's own are looked at, and in tables only. Problems: limit_depth, limit_tables,
// limit_cells, limit_paragraphs.
Result<HtmlBody> read_html_body(std::string_view html, const Limits& limits = {});

}  // namespace nianbao

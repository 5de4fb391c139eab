#include "extract/text_dialect.h"

#include "extract/text_cells.h"
#include "extract/text_grid.h"
#include "extract/text_html.h"
#include "extract/text_pipes.h"
#include "extract/text_simple.h"

namespace nianbao {

const std::vector<TextDialect>& text_dialects() {
  static const std::vector<TextDialect> kDialects = {kCellsDialect, kGridDialect, kHtmlDialect, kPipesDialect,
                                                     kSimpleDialect};
  return kDialects;
}

Paragraph paragraph_of(const TextLine& line) { return {.text = line.text, .ordinal = line.number, .is_line = true}; }

void add_to_cell(Cell& cell, const std::string& text, const Limits& limits) {
  if (cell.text.size() + text.size() <= limits.cell_bytes)
    cell.text += text;
  else
    cell.holds_object = true;
}

}  // namespace nianbao

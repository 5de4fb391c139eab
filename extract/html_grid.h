// Places the cells of an HTML table (HTML Standard §4.9.12.1, forming a table).
#pragma once

#include <cstddef>
#include <vector>

#include "extract/document.h"

namespace nianbao {

// What the standard clamps a span to (§4.9.11); colspan=0 and what is no number count as 1.
inline constexpr std::size_t kMaxColumnSpan = 1000;
inline constexpr std::size_t kMaxRowSpan = 65'534;
// A wider table is refused; the widest of a report has some ten columns.
inline constexpr std::size_t kMaxColumns = 2000;

class HtmlGrid {
 public:
  void begin_row();

  // Places `cell` (text and objects) in the current row; `rowspan` 0 reaches to the end of the row group. False where
  // the table becomes too wide.
  bool add(Cell cell, std::size_t rowspan, std::size_t colspan);

  // No cell reaches out of its row group.
  void end_row_group();

  // The rows that all cells cover, each counted for every cell.
  std::size_t covered() const { return covered_; }

  Table finish(std::size_t ordinal);

 private:
  Table table_;
  std::vector<std::size_t> taken_;  // by column: the last row that a cell of this row group covers there
  std::size_t column_ = 1;
  std::size_t group_start_ = 0;  // first cell of the row group
  std::size_t covered_ = 0;
};

}  // namespace nianbao

#include "extract/html_grid.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace nianbao {

void HtmlGrid::begin_row() {
  ++table_.row_count;
  column_ = 1;
}

bool HtmlGrid::add(Cell cell, std::size_t rowspan, std::size_t colspan) {
  while (column_ <= taken_.size() && taken_[column_ - 1] >= table_.row_count) ++column_;
  cell.row = table_.row_count;
  cell.column = column_;
  cell.rows = rowspan == 0 ? std::numeric_limits<std::size_t>::max() - cell.row : std::min(rowspan, kMaxRowSpan);
  cell.columns = std::clamp<std::size_t>(colspan, 1, kMaxColumnSpan);
  column_ = cell.end_column();
  if (column_ > kMaxColumns + 1) return false;
  if (taken_.size() + 1 < column_) taken_.resize(column_ - 1);
  for (std::size_t column = cell.column; column < column_; ++column)
    taken_[column - 1] = std::max(taken_[column - 1], cell.end_row() - 1);
  table_.cells.push_back(std::move(cell));
  return true;
}

void HtmlGrid::end_row_group() {
  for (; group_start_ < table_.cells.size(); ++group_start_) {
    Cell& cell = table_.cells[group_start_];
    cell.rows = std::min(cell.rows, table_.row_count + 1 - cell.row);
    covered_ += cell.rows;
  }
  taken_.clear();
}

Table HtmlGrid::finish(std::size_t ordinal) {
  end_row_group();
  table_.ordinal = ordinal;
  return std::move(table_);
}

}  // namespace nianbao

#include "extract/labelled_table.h"

#include <algorithm>

#include "schema/label_index.h"
#include "schema/text.h"

namespace nianbao {
namespace {

bool is_plain_number(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ' '; });
}

}  // namespace

LabelledTable::LabelledTable(const Table& table) : table_(&table), rows_(table.row_count) {
  keys_.reserve(table.cells.size());
  for (const Cell& cell : table.cells) {
    blank_.push_back(nianbao::is_blank(cell.text));
    keys_.push_back(is_plain_number(cell.text) ? std::vector<std::string>() : label_keys(cell.text));
    for (std::size_t row = cell.row; row < cell.end_row() && row <= rows_.size(); ++row)
      rows_[row - 1].push_back(&cell);
  }
  for (auto& row : rows_)
    std::stable_sort(row.begin(), row.end(), [](const Cell* a, const Cell* b) { return a->column < b->column; });
}

const std::vector<std::string>& LabelledTable::keys(const Cell& cell) const { return keys_[index(cell)]; }

}  // namespace nianbao

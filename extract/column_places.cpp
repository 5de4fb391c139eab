#include "extract/column_places.h"

#include <algorithm>

namespace nianbao {
namespace {

using Columns = std::vector<HeaderColumn>;

const Cell& head_of(const HeaderColumn& column) { return *column.leaf.cell; }

// A header that leaves out columns of the grid has lost a cell, nobody knows which.
bool are_next_to_each_other(const Columns& columns) {
  for (std::size_t i = 1; i < columns.size(); ++i)
    if (head_of(columns[i - 1]).end_column() != head_of(columns[i]).column) return false;
  return true;
}

bool ends_as_header(const LabelledTable& table, const Cell& last, const Columns& columns) {
  return last.end_column() + table.columns_after(last) == head_of(columns.back()).end_column();
}

bool keeps_to_edges(const LabelledTable& table, const Cell& value, const Columns& columns) {
  const auto any = [&](auto holds) { return std::any_of(columns.begin(), columns.end(), holds); };
  const bool outside = !any([&](const HeaderColumn& c) { return value.shares_columns_with(head_of(c)); });
  // A number before the first column is one of nobody knows what.
  if (outside && value.column < head_of(columns.front()).column)
    return table.is_blank(value) || !table.keys(value).empty();
  return outside || (any([&](const HeaderColumn& c) { return head_of(c).column == value.column; }) &&
                     any([&](const HeaderColumn& c) { return head_of(c).end_column() == value.end_column(); }));
}

}  // namespace

bool stand_one_below_another(const LabelledTable& table, const Row& values, const Columns& columns) {
  if (values.size() != columns.size()) return false;
  if (!table.is_grid()) return true;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!values[i]->shares_columns_with(head_of(columns[i]))) return false;
  return true;
}

bool keep_to_edges(const LabelledTable& table, const Row& values, const Columns& columns) {
  if (values.empty() || !ends_as_header(table, *values.back(), columns)) return false;
  if (!are_next_to_each_other(columns) || !table.are_in_one_part(*values.back(), head_of(columns.back()))) return false;
  return std::all_of(values.begin(), values.end(),
                     [&](const Cell* value) { return keeps_to_edges(table, *value, columns); });
}

}  // namespace nianbao

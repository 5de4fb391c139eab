#include "extract/text_rows.h"

#include <algorithm>
#include <utility>

#include "extract/text_dialect.h"
#include "extract/text_markup.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// Without the asterisks of emphasis, which may end in another line.
std::string_view bare(const LineCell& cell) {
  const std::size_t begin = std::min(cell.text.find_first_not_of('*'), cell.text.size());
  return std::string_view(cell.text).substr(begin, cell.text.find_last_not_of('*') + 1 - begin);
}

// Figures and dashes. One Chinese character is as often the first line of a label as a mark such as 无.
bool is_value(const LineCell& cell) {
  std::string text(bare(cell));
  for (const char* dash : {"—", "–", "－", "／"}) text = replace_all(text, dash, "-");
  return !text.empty() && text.find_first_not_of("0123456789+-.,%/\\ ") == std::string::npos;
}

// True where the next character would have stood on the same line.
bool has_room(const LineCell& cell) {
  constexpr std::size_t kPadding = 2;
  return display_width(cell.text) + kPadding < cell.room;
}

// Calls `holds` with each value of `of` and the cell of `other` in its place.
template <typename Holds>
bool all_values(const LineCells& of, const LineCells& other, Holds holds) {
  for (std::size_t i = 0; i < of.size(); ++i)
    if (is_value(of[i]) && !holds(of[i], other[i])) return false;
  return true;
}

// A column that no other cell of the text has, whichever of its tables are parts of one.
std::size_t strange_column(std::size_t line, std::size_t index) {
  constexpr std::size_t kMostCells = 1U << 20U;  // of a line
  return line * kMostCells + index + 1;
}

}  // namespace

bool is_blank(const LineCells& line) {
  return std::none_of(line.begin(), line.end(), [](const LineCell& cell) { return cell.is_filled(); });
}

bool has_values(const LineCells& line) { return std::any_of(line.begin(), line.end(), is_value); }

bool have_same_cells(const LineCells& a, const LineCells& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LineCell& x, const LineCell& y) {
    return x.column == y.column && x.columns == y.columns;
  });
}

bool goes_on(const LineCells& upper, const LineCells& lower) {
  const auto other_is_filled = [](const LineCell& /*value*/, const LineCell& other) { return !bare(other).empty(); };
  const auto other_is_blank = [](const LineCell& /*value*/, const LineCell& other) { return bare(other).empty(); };
  if (!has_values(upper)) return all_values(lower, upper, other_is_blank);
  if (!all_values(upper, lower, other_is_filled)) return true;
  if (!has_values(lower)) return false;
  const bool may_be_wrapped = all_values(
      upper, lower, [](const LineCell& value, const LineCell& other) { return !is_value(other) || !has_room(value); });
  return may_be_wrapped;
}

void RowsTable::append(Cell& cell, const LineCell& part) const {
  if (!part.is_filled()) return;
  if (cell.text.empty()) cell.line = part.line;
  add_to_cell(cell, (cell.text.empty() ? "" : "\n") + part.text, limits_);
}

void RowsTable::add_row(const RowLines& lines) {
  std::vector<Cell> cells;
  for (const LineCell& first : lines.front())
    cells.push_back(
        {.text = "", .row = row_count() + 1, .column = first.column, .columns = first.columns, .line = first.line});
  for (const LineCells& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) append(cells[i], line[i]);
  add_placed_row(std::move(cells));
}

void RowsTable::add_placed_row(std::vector<Cell> cells) {
  ++table_.row_count;
  if (is_full()) return;
  std::move(cells.begin(), cells.end(), std::back_inserter(table_.cells));
}

void RowsTable::add_misfit(const RowLines& lines) {
  std::vector<Cell> cells;
  for (const LineCells& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::size_t column = cells.empty() ? 1 : strange_column(line[i].line, i);
      cells.push_back({.text = "", .row = row_count() + 1, .column = column, .line = line[i].line});
      append(cells.back(), line[i]);
    }
  add_placed_row(std::move(cells));
}

Table RowsTable::take() {
  if (has_markup_)
    for (Cell& cell : table_.cells) cell.text = without_markup(cell.text);
  table_.merged_is_blank = std::all_of(table_.cells.begin(), table_.cells.end(),
                                       [](const Cell& cell) { return cell.rows == 1 && cell.columns == 1; });
  return std::move(table_);
}

}  // namespace nianbao

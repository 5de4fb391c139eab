#include "extract/text_grid.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/text_grid_rows.h"
#include "extract/text_rows.h"
#include "extract/text_strokes.h"
#include "extract/text_walls.h"

namespace nianbao {
namespace {

bool opens_table(TextLines lines) {
  if (is_border(lines.front().text)) return true;
  return lines.size() > 1 && box_stroke_at_start(lines[0].text) == Stroke::kUpright && begins_with_box(lines[1].text);
}

// What follows the lower border of a table is not of it, nor is the upper border of the next one.
TextLines lines_of_table(TextLines lines) {
  bool after_border = false;
  std::size_t used = 0;
  for (; used < lines.size() && is_of_drawn_table(lines[used].text); ++used) {
    const bool border = is_border(lines[used].text);
    if (border && after_border) break;
    after_border = border;
  }
  return lines.first(used);
}

// The cells of a table from its rows: a wall that is missing merges two of a row, a border that is missing goes on with
// the one above.
class GridTable {
 public:
  GridTable(TextLines lines, const Limits& limits)
      : lines_(grid_lines_of(lines)), table_(limits, lines.empty() || !begins_with_box(lines.front().text)) {
    for (const GridLine& line : lines_)
      if (!line.is_border && line.fits) columns_ = line.walls.size() - 1;
  }

  bool has_cells() const { return columns_ > 0; }

  Table take() {
    rows_ = grid_rows_of(lines_);
    covered_.assign(rows_.size(), std::vector<bool>());
    for (std::size_t row = 0; row < rows_.size() && !table_.is_full(); ++row) add_row(row);
    return table_.take();
  }

 private:
  void add_row(std::size_t index) {
    const GridRow& row = rows_[index];
    if (!row.fits || !row.has_same_walls()) return add_misfit(index);
    std::vector<Cell> cells;
    for (std::size_t left = 0, right = 0; left < columns_; left = right) {
      right = left + 1;
      while (right < columns_ && !row.walls[right]) ++right;
      if (!is_covered(index, left)) cells.push_back(cell_at(index, left, right));
    }
    table_.add_placed_row(std::move(cells));
  }

  void add_misfit(std::size_t index) {
    RowLines pieces;
    for (const GridLine* line : rows_[index].lines) pieces.push_back(pieces_of(*line->source));
    if (const GridLine* border = border_below(index); border != nullptr && border->has_text())
      pieces.push_back(pieces_of(*border->source));
    table_.add_misfit(pieces);
  }

  bool is_covered(std::size_t row, std::size_t column) const { return !covered_[row].empty() && covered_[row][column]; }

  Cell cell_at(std::size_t row, std::size_t left, std::size_t right) {
    Cell cell{.text = "",
              .row = row + 1,
              .column = left + 1,
              .columns = right - left,
              .line = rows_[row].lines.front()->source->number};
    append(cell, rows_[row], left, right);
    for (; goes_down_from(row, left, right); ++row) {
      ++cell.rows;
      cover(row + 1, left, right);
      append_border(cell, *border_below(row), left, right);
      append(cell, rows_[row + 1], left, right);
    }
    // Text where the border is open belongs to no other cell.
    const GridLine* border = border_below(row);
    if (border != nullptr && border->has_text(left, right)) append_border(cell, *border, left, right);
    return cell;
  }

  // The partial one between this row and the next, or nullptr.
  const GridLine* border_below(std::size_t row) const {
    return row + 1 < rows_.size() ? rows_[row + 1].border : nullptr;
  }

  void cover(std::size_t row, std::size_t left, std::size_t right) {
    if (covered_[row].empty()) covered_[row].assign(columns_, false);
    std::fill(covered_[row].begin() + static_cast<std::ptrdiff_t>(left),
              covered_[row].begin() + static_cast<std::ptrdiff_t>(right), true);
  }

  // Without walls it is not known which text of the line is the cell's.
  void append_border(Cell& cell, const GridLine& border, std::size_t left, std::size_t right) const {
    if (border.walls[left] && border.walls[right])
      table_.append(cell, line_cell(border, left, right));
    else if (border.has_text(left, right))
      cell.holds_object = true;
  }

  void append(Cell& cell, const GridRow& row, std::size_t left, std::size_t right) const {
    for (const GridLine* line : row.lines) table_.append(cell, line_cell(*line, left, right));
  }

  bool goes_down_from(std::size_t above, std::size_t left, std::size_t right) const {
    if (border_below(above) == nullptr) return false;
    const GridRow& row = rows_[above + 1];
    if (!row.fits || row.walls.size() != columns_ + 1 || !row.walls[left] || !row.walls[right]) return false;
    for (std::size_t column = left; column < right; ++column)
      if (row.is_ruled(column) || (column > left && row.walls[column])) return false;
    return true;
  }

  std::vector<GridLine> lines_;
  std::vector<GridRow> rows_;
  std::vector<std::vector<bool>> covered_;  // by row, then column; empty where nothing reaches down
  std::size_t columns_ = 0;
  RowsTable table_;
};

TextPart read_grid(TextLines lines, const Limits& limits) {
  if (!opens_table(lines)) return {};
  const TextLines used = lines_of_table(lines);
  std::size_t bytes = 0;
  for (const TextLine& line : used) bytes += line.text.size();
  GridTable table(bytes <= kMostTableBytes ? used : TextLines(), limits);
  TextPart part{used.size(), {}};
  if (table.has_cells())
    part.blocks.emplace_back(table.take());
  else
    for (const TextLine& line : used) part.blocks.emplace_back(paragraph_of(line));
  return part;
}

std::size_t score_grid(TextLines text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](const TextLine& line) {
    return is_border(line.text) || begins_with_box(line.text);
  }));
}

}  // namespace

const TextDialect kGridDialect = {"grid", score_grid, read_grid};

}  // namespace nianbao

// What the dialects that draw the borders of tables share: lines of cells, which lines are one row, the table of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/limits.h"

namespace nianbao {

// What one line shows of one cell.
struct LineCell {
  std::string text;  // trimmed
  std::size_t line = 0;
  std::size_t column = 1;  // from 1
  std::size_t columns = 1;
  std::size_t room = 0;  // columns of the terminal between its borders

  bool is_filled() const { return !text.empty(); }
};

using LineCells = std::vector<LineCell>;
using RowLines = std::vector<LineCells>;

// A line wider than this is no row of a table.
inline constexpr std::size_t kMostColumns = 2'000;

// Nor is what has more bytes a table.
inline constexpr std::size_t kMostTableBytes = 1U << 20U;

bool is_blank(const LineCells& line);

// True if a cell of the line shows nothing but figures and dashes.
bool has_values(const LineCells& line);

bool have_same_cells(const LineCells& a, const LineCells& b);

// Whether `lower` goes on with the row of `upper`, the line above it with the same cells, where no border says it. A
// line is a row of its own where its values stand below values, all of them, and one of these had room to go on.
bool goes_on(const LineCells& upper, const LineCells& lower);

// Builds a grid from rows. What does not fit into it stays visible but stands below no header.
class RowsTable {
 public:
  // `has_markup`: of a language in which cells have markup (text_markup.h), which is taken away.
  RowsTable(const Limits& limits, bool has_markup) : limits_(limits), has_markup_(has_markup) {}

  // The lines of one row, all with the same cells. The lines of a cell are joined with LF.
  void add_row(const RowLines& lines);

  // Cells placed by the caller: row and rows are kept.
  void add_placed_row(std::vector<Cell> cells);

  // A row whose cells do not fit the columns: the first one stays in the first column, the others are put where no
  // other row has a column, so that none of them can be taken for the value of one.
  void add_misfit(const RowLines& lines);

  // With more cells than a document may have nothing is added.
  bool is_full() const { return table_.cells.size() > limits_.cells; }

  std::size_t row_count() const { return table_.row_count; }
  void append(Cell& cell, const LineCell& part) const;

  // Where no cell is merged, merged ones have left their places blank.
  Table take();

 private:
  const Limits& limits_;
  bool has_markup_;
  Table table_;
};

}  // namespace nianbao

// The rows of a drawn table: which of its lines are one row, and what they show of its cells.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/text_rows.h"
#include "extract/text_walls.h"

namespace nianbao {

// Lines between two borders, and what stands above them.
struct GridRow {
  std::vector<const GridLine*> lines;
  const GridLine* border = nullptr;  // a partial one, whose other columns are text; nullptr where all are ruled
  std::vector<bool> walls;           // by border: true where all lines that fit have it
  bool fits = true;                  // true where all lines fit

  void add(const GridLine& line);

  // Whether a border parts the column from the row above.
  bool is_ruled(std::size_t column) const { return border == nullptr || border->ruled[column]; }

  // Whether each of its lines, all of which fit, has the same cells. A wall that some lack is a stroke that has been
  // lost, or one that is text.
  bool has_same_walls() const;
};

// The rows of `lines`, which must outlive the result. Where no border in the table is partial, lines of text that
// follow each other without one may be several rows.
std::vector<GridRow> grid_rows_of(const std::vector<GridLine>& lines);

// What a line that fits shows between two of its walls, by their borders.
LineCell line_cell(const GridLine& line, std::size_t left, std::size_t right);

// What a line shows between strokes, wherever they stand; blank pieces are left out.
LineCells pieces_of(const TextLine& line);

}  // namespace nianbao

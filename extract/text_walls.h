// Where in each line of a drawn table the walls between its cells stand.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/text_dialect.h"

namespace nianbao {

// What a line of the table is. Borders are numbered from 0 at the left edge; column i lies between i and i + 1.
struct GridLine {
  const TextLine* source = nullptr;
  bool is_border = false;                         // through the whole width
  bool fits = false;                              // its walls stand where the borders have their junctions
  std::vector<std::optional<std::size_t>> walls;  // by border: where in the line its wall is
  std::vector<std::size_t> wall_bytes;            // length of each
  std::vector<bool> ruled;                        // by column; empty where the line is of text only
  std::vector<bool> texted;                       // by column: of a ruled line, whether it shows text there

  // A border runs through some of its columns; the others are text.
  bool is_partial() const { return !is_border && !ruled.empty(); }

  // Whether it shows text beside what is ruled, in these columns or anywhere.
  bool has_text(std::size_t left, std::size_t right) const;
  bool has_text() const { return has_text(0, texted.size()); }
};

// `lines` of one table, which must outlive the result. All that fit have the same number of borders, and a wall at the
// left and the right edge. Where a line is too long or has too many columns, none fits.
std::vector<GridLine> grid_lines_of(TextLines lines);

}  // namespace nianbao

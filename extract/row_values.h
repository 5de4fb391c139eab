// What stands between the label of a row and the next label, as the cells of the row.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/lexicon.h"

namespace nianbao {

// How the cells of a row are told apart.
enum class Separation { kLines, kTabs, kSpaces, kNone };

// As in --text-dialect: lines, tabs, spaces, run-together.
const char* name_of(Separation separation);

// What was found for a row of `columns` cells.
struct RowValues {
  Separation separation = Separation::kNone;
  // One for every column, blank ones included; or one that stands for all of them, as printed, where it cannot be told
  // what belongs to which.
  std::vector<std::string> cells;
  std::vector<std::size_t> offsets;  // of the cells in the text, in bytes
  std::optional<std::size_t> note;   // offset of the text behind the cells that belongs to none of them
  bool run_together = false;         // the one cell is the digits of all of them without borders
  std::size_t lines = 0;             // that stand below the label's, empty ones included
  bool has_neighbours = false;       // two of them that follow each other are filled
  bool shows_joined = false;         // a number begins with a 0 that is not all of it: cells stand there without a gap
  bool needs_style = false;          // told by empty lines; right only where all rows of the table keep to them
};

// The row as one cell again, for a table in which gaps do not part all cells.
RowValues as_run_together(const RowValues& values);

// What the form says of a row.
struct RowShape {
  std::size_t columns = 0;
  bool has_label = true;
  // The empty lines that cells merged away before the next label leave; nothing where it is not known.
  std::optional<std::size_t> merged_after;
};

// A number as it is printed, with its unit, or a mark: what a cell of figures shows, without a gap inside.
bool is_figure(std::string_view text, const Lexicon& lexicon);

// `text` is what is printed between the label and whatever comes next. `only` allows one separation alone.
//
// Lines and TABs are borders: as many pieces as columns are the cells. So are spaces between numbers and marks on one
// line. Otherwise nothing is counted off: one cell stands for the row.
RowValues split_values(std::string_view text, const RowShape& row, const Lexicon& lexicon,
                       std::optional<Separation> only);

}  // namespace nianbao

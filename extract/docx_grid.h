// Rebuilds the grid of a Word table from its rows of cell elements (ISO/IEC 29500-1 §17.4).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/document.h"

namespace nianbao {

enum class Merge { kNone, kRestart, kContinue };

// A w:tc with the properties that place it.
struct RawCell {
  std::string text;
  std::size_t span = 1;             // w:gridSpan
  Merge vertical = Merge::kNone;    // w:vMerge; no w:val means continue (§17.4.84)
  Merge horizontal = Merge::kNone;  // w:hMerge (§17.4.22)
  bool holds_object = false;
  bool refused = false;  // its text is beyond a limit and not kept
  bool deleted = false;  // w:cellDel
};

// A w:tr.
struct RawRow {
  std::vector<RawCell> cells;
  std::size_t before = 0;  // w:gridBefore
  std::size_t after = 0;   // w:gridAfter
  bool deleted = false;    // w:del in w:trPr
  bool doubtful = false;   // w:hidden in w:trPr: what of the row is shown depends on its text (§17.4.20)
};

// Spans beyond this are taken as 1: Word itself allows 63 columns.
inline constexpr int kMaxSpan = 1000;

// What in a table can be read but is not as it should be.
struct GridDoubt {
  const char* code = "";  // of problem_kinds(): merge_orphan, merge_hides_text, cell_refused
  std::size_t row = 0;
  std::size_t column = 0;
};

struct Grid {
  Table table;
  CellCounts counts;              // what became of every cell, as of a table that is not nested
  std::vector<GridDoubt> doubts;  // the first of each code
};

// The table that Word shows: each cell once, at the rows and columns it covers. Deleted rows and cells are left out. A
// continuation that has nothing above it begins a cell; what continues that one and shows text of its own begins
// another.
Grid build_grid(std::vector<RawRow> rows, std::size_t ordinal);

// The same counts for a table that stands in a cell.
CellCounts as_nested(CellCounts counts);

}  // namespace nianbao

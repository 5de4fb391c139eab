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
  bool deleted = false;  // w:cellDel
};

// A w:tr.
struct RawRow {
  std::vector<RawCell> cells;
  std::size_t before = 0;  // w:gridBefore
  bool deleted = false;    // w:del in w:trPr
};

// Spans beyond this are taken as 1: Word itself allows 63 columns.
inline constexpr int kMaxSpan = 1000;

// The table that Word shows: each cell once, at the rows and columns it covers. Deleted rows and cells are left out,
// a continuation that has nothing above it is a cell of its own. Adds what became of every cell to `counts`.
Table build_grid(std::vector<RawRow> rows, std::size_t ordinal, CellCounts& counts);

}  // namespace nianbao

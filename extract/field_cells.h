// The cells found for each field, and what makes it unclear which of them is the field's.
#pragma once

#include <vector>

#include "extract/header.h"
#include "extract/labelled_table.h"

namespace nianbao {

// The cells that stand for one field.
struct FieldCells {
  std::vector<const Cell*> cells;  // none: absent; several: the document does not say which one it is
  bool row_found = false;          // its row is there, if not its cell
  bool ambiguous = false;          // the cells cannot be told apart from those of other fields
  How how = How::kLabel;
  const Cell* header = nullptr;     // of its column; its text may state a unit
  const Cell* row_label = nullptr;  // may state a unit too
};

// A field is ambiguous where a cell of it stands for another field too, or where it has several cells that show
// different things; of several that show the same the first is kept. True if texts had to be compared for that.
bool settle_doubts(std::vector<FieldCells>& fields);

// Of cells that all show nothing it does not matter which one is whose: such a field is blank, not ambiguous.
void settle_blanks(std::vector<FieldCells>& fields, const LabelledTable& source);

}  // namespace nianbao

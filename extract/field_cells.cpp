#include "extract/field_cells.h"

#include <algorithm>
#include <functional>

#include "schema/text.h"

namespace nianbao {
namespace {

// A cell that stands for several fields says which number it is for none of them.
void settle_shared_cells(std::vector<FieldCells>& fields) {
  std::vector<const Cell*> used;
  for (const FieldCells& field : fields) used.insert(used.end(), field.cells.begin(), field.cells.end());
  std::sort(used.begin(), used.end(), std::less<>());
  if (std::adjacent_find(used.begin(), used.end()) == used.end()) return;
  const auto is_shared = [&](const Cell* cell) {
    const auto [first, last] = std::equal_range(used.begin(), used.end(), cell, std::less<>());
    return last - first > 1;
  };
  for (FieldCells& field : fields)
    if (std::any_of(field.cells.begin(), field.cells.end(), is_shared)) field.ambiguous = true;
}

bool show_the_same(const std::vector<const Cell*>& cells) {
  return std::all_of(cells.begin(), cells.end(), [&](const Cell* cell) {
    return trim(cell->text) == trim(cells.front()->text) && cell->holds_object == cells.front()->holds_object;
  });
}

bool settle_repeated_fields(std::vector<FieldCells>& fields) {
  bool compared = false;
  for (FieldCells& field : fields) {
    if (field.cells.size() < 2 || field.ambiguous) continue;
    compared = true;
    if (show_the_same(field.cells))
      field.cells.resize(1);
    else
      field.ambiguous = true;
  }
  return compared;
}

}  // namespace

bool settle_doubts(std::vector<FieldCells>& fields) {
  settle_shared_cells(fields);
  return settle_repeated_fields(fields);
}

void settle_blanks(std::vector<FieldCells>& fields, const LabelledTable& source) {
  for (FieldCells& field : fields) {
    const bool blank = std::all_of(field.cells.begin(), field.cells.end(),
                                   [&](const Cell* cell) { return source.is_blank(*cell) && !cell->holds_object; });
    if (!field.ambiguous || !blank) continue;
    field.ambiguous = false;
    field.cells.resize(std::min<std::size_t>(field.cells.size(), 1));
  }
}

}  // namespace nianbao

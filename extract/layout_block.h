// One block of a form's table as a text shows it whose columns are told by place.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/layout_labels.h"
#include "extract/layout_lines.h"
#include "schema/form_anchors.h"

namespace nianbao {

// A row of the block or, without `row`, what stands on a line beside its rows: a row that the form does not have, a
// note.
struct LayoutBlockRow {
  std::optional<std::size_t> row;  // of the block
  std::optional<LayoutPlace> label;
  std::size_t first_line = 0;  // index of the lines that it stands on
  std::size_t last_line = 0;
  std::vector<LayoutPlace::Word> values;
  bool is_doubtful = false;  // some of its values may stand elsewhere, or some of these may be another row's
};

struct LayoutBlock {
  const BlockLabels* labels = nullptr;
  std::optional<LayoutPlace> banner;
  std::optional<LayoutPlace> corner;
  std::vector<std::optional<LayoutPlace>> header;  // by labels->header; all that stand over one column are there
  std::vector<LayoutBlockRow> rows;                // from the top; at least one is the form's
  std::size_t last_line = 0;                       // index of the last line of it
};

// Finds a block of `table` that begins on line `at`: the labels of all its columns, in their order from left to right,
// then labels of its rows, before the line `stop` and before another block begins. Words that are found are taken.
std::optional<LayoutBlock> find_layout_block(std::vector<LayoutLine>& lines, LayoutLabels& finder,
                                             const TableLabels& table, const BlockLabels& labels, std::size_t at,
                                             std::size_t stop);

}  // namespace nianbao

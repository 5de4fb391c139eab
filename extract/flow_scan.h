// A table of a form in a flow of text: where its labels stand, one after another, and what stands between them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/flow_text.h"
#include "schema/form_anchors.h"

namespace nianbao {

struct FlowSpan {
  std::size_t from = 0;  // places of the flow
  std::size_t to = 0;
};

struct FlowRow {
  std::optional<FlowSpan> label;
  std::size_t row = 0;  // of the block
  FlowSpan values;
  std::optional<std::size_t> merged_after;  // see RowShape
  bool is_followed = false;                 // by another label or heading
  bool is_closed = true;  // a label or a break follows; else the last digits may belong to what follows
};

struct FlowBlock {
  const BlockLabels* labels = nullptr;
  std::optional<FlowSpan> banner;
  std::optional<FlowSpan> corner;
  std::vector<FlowSpan> header;  // by labels->header
  std::vector<FlowRow> rows;
};

struct FlowTable {
  const TableLabels* labels = nullptr;
  std::vector<FlowBlock> blocks;
  FlowSpan all;
  std::size_t rows = 0;
};

// What stands of the table from `at` on: its blocks whose header is complete and has rows below it; no rows where none
// does.
FlowTable scan_flow_table(const FlowText& flow, const FormAnchors& anchors, const TableLabels& labels, std::size_t at);

}  // namespace nianbao

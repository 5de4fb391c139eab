// The table of a document that a flow of text shows, from where its labels stand.
#pragma once

#include <optional>
#include <set>

#include "extract/document.h"
#include "extract/flow_scan.h"
#include "extract/flow_text.h"
#include "extract/row_values.h"
#include "schema/lexicon.h"

namespace nianbao {

// How the text parts cells: `only` in one way, or in any.
struct FlowStyle {
  const Lexicon& lexicon;
  std::optional<Separation> only;
  bool keeps_to_lines = false;  // empty lines tell cells, as a table of the text has proved
};

// Empty lines tell cells only in a text that has them everywhere: every row of its table has as many lines as cells and
// as the form merges away before the next one, and of some table there are rows enough to show that it is no accident
// and that the empty lines are not the gaps between the cells. Whether this one has.
bool proves_lines(const FlowText& flow, const FlowTable& found, const FlowStyle& style);

// Adds to `separations` how the rows were read.
Table build_flow_table(const FlowText& flow, const FlowTable& found, const FlowStyle& style,
                       std::set<Separation>& separations);

}  // namespace nianbao

// The labels over the columns of a block, in a text whose columns are told by place.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/layout_labels.h"
#include "extract/layout_lines.h"
#include "schema/form_anchors.h"

namespace nianbao {

// The labels that stand over one column each, in lines `from` up to before `end`: exactly those of the form, in its
// order. By labels.header; empty where it is anything else. Narrow cells break labels over several lines and push their
// parts sideways, so that only their order tells: the words of a line, from left to right, belong to columns from left
// to right, and those of a column, from the top, are its label. Every word that may be a part of a label must be one;
// words that are taken, figures and others are none.
std::vector<std::optional<LayoutPlace>> find_layout_header(const std::vector<LayoutLine>& lines, LayoutLabels& finder,
                                                           const BlockLabels& labels, std::size_t from,
                                                           std::size_t end);

}  // namespace nianbao

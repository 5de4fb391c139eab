// Whether the places of values in a row say which column each of them belongs to.
#pragma once

#include <vector>

#include "extract/header.h"
#include "extract/labelled_table.h"

namespace nianbao {

using Row = std::vector<const Cell*>;

// As many values as columns, each below its own; a ragged table knows only the number.
bool stand_one_below_another(const LabelledTable& table, const Row& values, const std::vector<HeaderColumn>& columns);

// Where a row of a grid has fewer or more cells than columns, only places tell whose they are. They are trusted where
// the row ends where the header ends, or says itself how much of it is missing, and every cell begins where a column
// begins and ends where one ends, or stands outside them: a cell too many or too few has then moved nothing. `columns`
// is not empty.
bool keep_to_edges(const LabelledTable& table, const Row& values, const std::vector<HeaderColumn>& columns);

}  // namespace nianbao

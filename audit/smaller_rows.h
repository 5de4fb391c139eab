// Equations with fewer unknowns that say the same.
#pragma once

#include <vector>

#include "audit/simplex.h"

namespace nianbao {

struct SmallerRows {
  std::size_t unknowns = 0;
  std::size_t unknown = 0;  // the place of the one that was asked for among these
  std::vector<LinearRow> rows;
};

// Equations over unknown numbers ≥ 0, of which there are `unknowns`, as others that have a solution where these have
// one, and leave the same values to `unknown`. Tables shrink by that to what their rows and columns have in common.
SmallerRows smaller(const std::vector<const LinearRow*>& rows, std::size_t unknowns, std::size_t unknown);

}  // namespace nianbao

// The first, cheap part of solving equations: what each of them alone says of its unknowns, again and again.
#pragma once

#include <vector>

#include "audit/linear_system.h"

namespace nianbao {

struct Propagation {
  bool is_feasible = true;        // false: an equation cannot hold
  std::vector<Range> ranges;      // of each unknown; hold every solution
  std::vector<std::size_t> used;  // the equations that narrowed a range or cannot hold, sorted
};

// Ends when nothing changes or after a fixed number of rounds.
Propagation propagate(std::size_t unknowns, const std::vector<LinearRow>& rows);

}  // namespace nianbao

// Names in the narrative that belong to another report: R-T-12.
#pragma once

#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// Words for itself or its superior that a body of the title's kind would not use (我街 in a bureau's report).
std::vector<Finding> check_bodies(const Narrative& narrative);

}  // namespace nianbao

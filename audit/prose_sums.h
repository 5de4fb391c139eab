// Sums inside the narrative: R-T-08.
#pragma once

#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// `18件，其中网络11件、信函9件`: parts that add up to more than their whole. Looked at only where everything behind
// 其中 up to the end of the sentence or bracket is a plain list of numbers with the unit of the whole, either parted by
// 、 or each with a word of one set of kinds that exclude each other. Fewer than the whole is no contradiction: some
// are not listed.
std::vector<Finding> check_parts(const Narrative& narrative);

}  // namespace nianbao

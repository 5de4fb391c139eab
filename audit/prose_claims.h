// Numbers of the narrative against the tables: R-T-01 to R-T-04, R-T-06, R-T-07, R-T-09.
#pragma once

#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// A number that no reading of its subject gives. Not named: one that is smaller than another number of the same subject
// which the tables do give, and several of one sentence that add up to one: they speak of a part. `cannot_check` where
// a field of a reading shows no number and no other reading fits, once a rule where no field of any of them does.
std::vector<Finding> check_claims(const Narrative& narrative);

// True if a number as the text shows it may stand for `wanted`: the same, or near it where the text says 余 or 约.
bool says(const Claim& claim, std::int64_t wanted);

}  // namespace nianbao

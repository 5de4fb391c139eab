// What findings of alarms say: the words of the case and the numbers that were compared.
#pragma once

#include <vector>

#include "audit/comparison.h"

namespace nianbao {

// An alarm that holds. The last comparison is the one that decides: `actual` is its left side, `expected` how that
// should stand to its right side, `evidence` every number that was looked at.
Finding alarm_finding(const RuleSpec& rule, const AlarmCase& one, const Years& years);

// A note that a rule cannot be checked for lack of these numbers.
Finding unknown_finding(const RuleSpec& rule, const std::vector<FieldOfYear>& unknown, const Years& years);

}  // namespace nianbao

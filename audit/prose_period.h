// The period that the report states for its numbers: R-T-11.
#pragma once

#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// True where the sentence says for which period the numbers are: 统计期限自2023年1月1日至…, of `year` where it names
// none
bool states_period(const Prose& prose, const Sentence& sentence, const ClaimWords& words, int year);

// It is 1 January to 31 December of the report's year, or ends then or later (截至…).
std::vector<Finding> check_periods(const Narrative& narrative);

}  // namespace nianbao

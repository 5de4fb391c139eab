// Percentages in the narrative: R-T-05.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// A percentage behind 占 and a number of applications is held against that number, and what the tables give for it,
// over every whole that the tables or the section name. One behind 同比增长 is looked at only where the sentence holds
// two numbers of cases, this year's and another.
std::vector<Finding> check_shares(const Narrative& narrative);

// True if part/whole is `percent` (an exact decimal) within 0.05 points, or within the last digit printed.
bool is_share(const std::string& percent, std::int64_t part, std::int64_t whole);

}  // namespace nianbao

// Years, periods and names in the narrative that belong to another report: R-T-10, R-T-11, R-T-12.
#pragma once

#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// R-T-10: a sentence that begins with a year as the time of the work reported (2019年，我街…), and it is not the
// report's: the next year is at home in plans and in the section on what is to be done, the last one in comparisons.
// Years within sentences, of documents, events and ranges are nobody's business. Also years with too many digits
// (202020年).
std::vector<Finding> check_years(const Narrative& narrative);

// R-T-11: the period that the report states for its numbers is 1 January to 31 December of its year.
std::vector<Finding> check_periods(const Narrative& narrative);

// R-T-12: words for itself or its superior that a body of the title's kind would not use (我街 in a bureau's report).
std::vector<Finding> check_bodies(const Narrative& narrative);

}  // namespace nianbao

// Years in the narrative that belong to another report: R-T-10.
#pragma once

#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// A year that a sentence gives to the work reported, to the report or to its numbers (2019年，我街…;
// 本报告统计期为2019年; 今年（2019年）), and it is not the report's. The next year is at home in plans and in the
// section on what is to be done, the last one in comparisons; years of documents, events and other matters are nobody's
// business. Also years with too many digits (202020年).
std::vector<Finding> check_years(const Narrative& narrative);

}  // namespace nianbao

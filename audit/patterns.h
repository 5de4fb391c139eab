// Numbers that look made up or shifted.
#pragma once

#include <vector>

#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// R-P-08: the same number in many columns of one row, totals left out; and numbers that all end in 0 or 5.
std::vector<Finding> check_patterns(const Report& report, const Schema& schema);

}  // namespace nianbao

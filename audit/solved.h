// Numbers that the text runs together and that sums of the form tell apart.
#pragma once

#include <vector>

#include "audit/finding.h"
#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// One note a cell with its proof: the digits as printed, the numbers that they must be, and the rules of the sums that
// leave no other reading; none where the digits can be read in one way only.
std::vector<Finding> check_solved(const Report& report, const Schema& schema);

}  // namespace nianbao

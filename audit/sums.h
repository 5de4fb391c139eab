// All that the sums of the form say of a report: what is wrong, what is missing, what cannot be told.
#pragma once

#include <vector>

#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// R-C-01, R-C-02 and the rules of the form's identities.
std::vector<Finding> check_sums(const Report& report, const Schema& schema);

}  // namespace nianbao

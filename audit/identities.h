// The sums that a form demands (forms.md 4.1, 4.2), as its file names them.
#pragma once

#include <vector>

#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// One finding for each identity whose two sides differ: expected is the right side, actual the left one. Only those
// are looked at whose operands are all whole numbers.
std::vector<Finding> check_identities(const Report& report, const Schema& schema);

}  // namespace nianbao

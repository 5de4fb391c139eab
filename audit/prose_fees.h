// What the section on other matters says about fees for information: R-X-05, R-X-06, R-X-08.
#pragma once

#include <vector>

#include "audit/narrative.h"

namespace nianbao {

// R-X-05: applications ended because fees were not paid, and the section on other matters, where fees are reported, is
// there and no prose names a fee. R-X-06: a fee that is no multiple of the tariff's step. R-X-08: fees of single bodies
// that do not add up to the total before them; fewer of them than the total only where three or more are listed.
std::vector<Finding> check_fees(const Narrative& narrative);

}  // namespace nianbao

// The reports that the examples of schema/rules.json stand for.
#pragma once

#include <vector>

#include "audit/report.h"
#include "schema/rule.h"

namespace nianbao::test {

// Written as Word or text writes it and read again. Throws std::runtime_error where it is no report of the form.
Report report_of(const ReportExample& example);

// What is found in the last report of an example, and by comparing all of them.
std::vector<Finding> findings_of(const RuleExample& example);

}  // namespace nianbao::test

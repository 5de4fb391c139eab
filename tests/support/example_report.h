// The reports that the examples of schema/rules.json stand for.
#pragma once

#include "audit/report.h"
#include "schema/rule.h"

namespace nianbao::test {

// Written as Word or text writes it and read again. Throws std::runtime_error where it is no report of the form.
Report report_of(const ReportExample& example);

}  // namespace nianbao::test

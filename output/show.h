// One report for a person in a terminal.
#pragma once

#include <string>

#include "audit/report.h"
#include "output/language.h"

namespace nianbao {

// Title, body, year, forms and sections; every table with its values, where a field without a number shows its status
// in angle brackets; extras; findings.
std::string show_report(const Report& report, Language language);

}  // namespace nianbao

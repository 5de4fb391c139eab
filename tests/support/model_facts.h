// Facts of a report made without a report: for tests of many bodies and years.
#pragma once

#include <map>
#include <string>

#include "audit/report_facts.h"

namespace nianbao::test {

// All tables of the form, every field 0 but those named: what a cell shows (a number, maybe with a unit; "" is blank).
// The type is what the name says, the id is made of name, year and `copy`.
ReportFacts model_facts(const std::string& org, int year, const std::string& form,
                        const std::map<std::string, std::string>& cells, const std::string& copy = "");

}  // namespace nianbao::test

// Reports made of numbers alone, for tests of rules that look at nothing else.
#pragma once

#include <map>
#include <string>

#include "audit/report.h"

namespace nianbao::test {

// A report of a form (by id) with these numbers, by field id; every field needs one.
Report plain_report(const std::string& form, const std::map<std::string, int>& numbers);

// Puts another value into a field. The field must be there.
void set_value(Report& report, const std::string& field_id, const Value& value);
void set_number(Report& report, const std::string& field_id, const std::string& number);
void set_blank(Report& report, const std::string& field_id);

}  // namespace nianbao::test

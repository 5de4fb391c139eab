// The rules, as one table of small pure functions over a report.
#pragma once

#include <string>
#include <vector>

#include "audit/finding.h"
#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

struct Rule {
  const char* id;  // of forms.md section 4
  const char* zh;  // what it demands
  const char* en;
  std::vector<Finding> (*check)(const Report& report, const Schema& schema);
};

// All rules, in the order in which they are applied. A new rule is one function and one line here.
const std::vector<Rule>& rules();

// Applies every rule to `report` (its findings are ignored) and gives each finding its id.
std::vector<Finding> audit(const Report& report, const Schema& schema);

}  // namespace nianbao

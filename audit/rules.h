// The rules, as one table of small pure functions over a report.
#pragma once

#include <string>
#include <vector>

#include "audit/finding.h"
#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// A function that checks some rules of schema/rules.json.
struct Check {
  std::vector<std::string> rules;
  std::vector<Finding> (*check)(const Report& report, const Schema& schema);
};

// All checks of one report, in the order in which they are applied. A new rule is its words and examples in
// schema/rules.json, and one function and one line here. The rules of identities are named by the form files, and those
// of comparisons carry them (check_alarms).
const std::vector<Check>& checks();

// Gives a finding the severity of its rule's kind, but where the rule is graded; what cannot be checked is a note, and
// a rule that only a form file names is a hard one.
void grade(Finding& finding, const Schema& schema);

// Applies every check to `report` (its findings are ignored), grades each finding and gives it its id. A finding whose
// rule is empty is of the only rule of its check. Changes of the rules (apply_level()) come last.
std::vector<Finding> audit(const Report& report, const Schema& schema);

// Error, warning or note: what a breach of a rule of this kind is.
Severity severity_of(RuleKind kind);

}  // namespace nianbao

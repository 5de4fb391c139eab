// The one evaluator of the alarms of schema/rules.json, for one report and for two years of one body.
#pragma once

#include <vector>

#include "audit/finding.h"
#include "audit/numbers.h"
#include "schema/rule.h"

namespace nianbao {

// kNotAsked: it does not apply, for its fields are not of the report's form, its body, year or unit is another, its
// table is missing (which R-S-01 says), or none of its cells shows a number (which R-C-01 says).
enum class Truth { kNotAsked, kFails, kUnknown, kHolds };

// The two years; `previous` may be nullptr.
struct Years {
  const Numbers* current = nullptr;
  const Numbers* previous = nullptr;
};

struct FieldOfYear {
  FieldNumber field = 0;
  bool is_previous = false;
};

struct AlarmResult {
  Truth truth = Truth::kNotAsked;
  const AlarmCase* which = nullptr;  // kHolds: the case
  std::vector<FieldOfYear> unknown;  // kUnknown: operands without a number that would decide
};

// A sum with an operand that is no number is unknown, and so is a case, unless another of its comparisons fails.
AlarmResult evaluate(const Alarm& alarm, const Years& years, const Schema& schema);

// The findings of a rule's alarms: one for each that holds, and at most one, a note, for all that cannot be checked.
std::vector<Finding> findings_of(const RuleSpec& rule, const Years& years, const Schema& schema);

// findings_of() for every rule whose alarms look at one report only.
std::vector<Finding> check_alarms(const Report& report, const Schema& schema);

}  // namespace nianbao

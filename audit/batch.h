// Rules that hold reports of one batch against each other: years of one body, and bodies with the same tables
// (forms.md 4.7, R-X-01 to R-X-03, R-P-10).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audit/finding.h"
#include "audit/report_facts.h"
#include "schema/schema.h"

namespace nianbao {

struct BatchFinding {
  std::size_t report = 0;  // index in the order given: the later of two
  Finding finding;         // with id and severity; without addresses
};

// The rules that are applied beside the alarms that compare years.
std::vector<std::string> batch_rules();

// Sorted by report, then by the order of the rule book. The same findings for any order of the reports and any names of
// files. Linear, but for sorting. A finding about a match that is not certain is possible, says why, and is a note at
// most (a warning, where only the scope is not stated).
std::vector<BatchFinding> audit_batch(const std::vector<ReportFacts>& reports, const Schema& schema);

}  // namespace nianbao

// Rules over the reports of a batch.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// What rules over a batch need to know of a report.
struct ReportFacts {};

ReportFacts facts_of(const Report& report, const Schema& schema);

struct BatchFinding {
  std::size_t report;  // its index in the order given
  Finding finding;     // with id and severity
};

// Sorted by report.
std::vector<BatchFinding> audit_batch(const std::vector<ReportFacts>& reports, const Schema& schema);

}  // namespace nianbao

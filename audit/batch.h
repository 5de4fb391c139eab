// Rules that hold reports of one batch against each other: years of one body, and bodies with the same tables
// (forms.md 4.7, R-X-01 to R-X-03, R-P-10).
#pragma once

#include <cstddef>
#include <map>
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

// What reports must have in common to be held against each other: reports of one body or of bodies that may be one
// renamed, and reports with the same numbers. Empty where a report takes part in neither.
struct BatchKeys {
  std::string bodies;
  std::string numbers;
};

// May be used from several threads.
class BatchAuditor {
 public:
  // `schema` must outlive this.
  explicit BatchAuditor(const Schema& schema);

  BatchKeys keys(const ReportFacts& report) const;

  // Of reports that have the same key of bodies, or of numbers; all there are of them. Sorted by report, then by the
  // order of the rule book. The same findings for any order of the reports and any names of files. Linear, but for
  // sorting. A finding about a match that is not certain is possible, says why, and is a note at most (a warning, where
  // only the scope is not stated).
  std::vector<BatchFinding> bodies(const std::vector<ReportFacts>& reports) const;
  std::vector<BatchFinding> copies(const std::vector<ReportFacts>& reports) const;

  // The place of a rule in the order of the rule book.
  std::size_t order(const std::string& rule) const { return order_.at(rule); }

 private:
  void sort(std::vector<BatchFinding>& findings) const;

  const Schema& schema_;
  FactsReader reader_;
  std::vector<const RuleSpec*> comparing_;  // years
  std::map<std::string, std::size_t> order_;
};

// Both, of any reports, those of each report in this order but for the order of the rule book.
std::vector<BatchFinding> audit_batch(const std::vector<ReportFacts>& reports, const Schema& schema);

}  // namespace nianbao

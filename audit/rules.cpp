#include "audit/rules.h"

#include "audit/comparison.h"
#include "audit/completeness.h"
#include "audit/finding_id.h"
#include "audit/identities.h"
#include "audit/patterns.h"
#include "audit/solved.h"
#include "audit/structure.h"
#include "audit/topics.h"

namespace nianbao {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "";
}

const char* name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kViolated:
      return "violated";
    case Outcome::kPossible:
      return "possible";
    case Outcome::kCannotCheck:
      return "cannot_check";
  }
  return "";
}

const std::vector<Check>& checks() {
  static const std::vector<Check> all = {
      {{"R-S-01"}, check_structure},
      {{"R-S-02"}, check_form_year},
      {{"R-S-03"}, check_extras},
      {{"R-C-01"}, check_blanks},
      {{"R-S-04"}, check_units},
      {{"R-S-07"}, check_solved},
      {{"R-2-09", "R-3-04", "R-4-04"}, check_number_types},
      {{}, check_identities},
      {{"R-P-08"}, check_patterns},
      {{"R-S-05"}, check_topics},
      {{}, check_alarms},
  };
  return all;
}

Severity severity_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::kHard:
      return Severity::kError;
    case RuleKind::kStrong:
      return Severity::kWarning;
    case RuleKind::kPlausible:
      return Severity::kNote;
  }
  return Severity::kError;
}

void grade(Finding& finding, const Schema& schema) {
  const RuleSpec* rule = schema.rules.find(finding.rule);
  if (rule != nullptr && rule->graded) return;
  finding.severity = severity_of(rule == nullptr ? RuleKind::kHard : rule->kind);
  if (finding.outcome == Outcome::kCannotCheck) finding.severity = Severity::kNote;
}

std::vector<Finding> audit(const Report& report, const Schema& schema) {
  FindingIds ids(subject_of(report));
  std::vector<Finding> findings;
  for (const Check& check : checks())
    for (Finding& finding : check.check(report, schema)) {
      if (finding.rule.empty()) finding.rule = check.rules.front();
      grade(finding, schema);
      finding.id = ids.take(finding);
      findings.push_back(std::move(finding));
    }
  return findings;
}

}  // namespace nianbao

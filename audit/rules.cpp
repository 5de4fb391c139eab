#include "audit/rules.h"

#include "audit/comparison.h"
#include "audit/completeness.h"
#include "audit/finding_id.h"
#include "audit/narrative.h"
#include "audit/patterns.h"
#include "audit/publication.h"
#include "audit/rule_level.h"
#include "audit/solved.h"
#include "audit/structure.h"
#include "audit/sums.h"
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
      {{"R-S-03", "R-S-04"}, check_beyond_form},
      {{"R-C-01", "R-C-02", "R-3-05", "R-3-06", "R-3-07"}, check_sums},
      {{"R-S-06"}, check_publication},
      {{"R-S-07"}, check_solved},
      {{"R-2-09", "R-3-04", "R-4-04"}, check_number_types},
      {{"R-T-01", "R-T-02", "R-T-03", "R-T-04", "R-T-05", "R-T-06", "R-T-07", "R-T-08", "R-T-09", "R-T-10", "R-T-11",
        "R-T-12", "R-X-05", "R-X-06", "R-X-08"},
       check_narrative},
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
      if (apply_level(finding, schema.rules)) findings.push_back(std::move(finding));
    }
  return findings;
}

}  // namespace nianbao

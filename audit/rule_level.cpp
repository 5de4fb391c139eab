#include "audit/rule_level.h"

#include "audit/rules.h"

namespace nianbao {

bool apply_level(Finding& finding, const RuleBook& rules) {
  const RuleSpec* rule = rules.find(finding.rule);
  switch (rule == nullptr ? RuleLevel::kOfItsKind : rule->level) {
    case RuleLevel::kOff:
      return false;
    case RuleLevel::kError:
      finding.severity = Severity::kError;
      break;
    case RuleLevel::kWarning:
      finding.severity = Severity::kWarning;
      break;
    case RuleLevel::kNote:
      finding.severity = Severity::kNote;
      break;
    case RuleLevel::kOfItsKind:
      break;
  }
  return true;
}

std::string severity_words(const RuleSpec& rule) {
  switch (rule.level) {
    case RuleLevel::kOff:
      return "off";
    case RuleLevel::kError:
      return name_of(Severity::kError);
    case RuleLevel::kWarning:
      return name_of(Severity::kWarning);
    case RuleLevel::kNote:
      return name_of(Severity::kNote);
    case RuleLevel::kOfItsKind:
      break;
  }
  return rule.graded ? "graded" : name_of(severity_of(rule.kind));
}

}  // namespace nianbao

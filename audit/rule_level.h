// Findings under rules whose severity a user has changed.
#pragma once

#include <string>

#include "audit/finding.h"
#include "schema/rule.h"

namespace nianbao {

// Gives the finding the severity that a change of its rule demands; false where the rule is off and the finding is not
// to be said. A finding has its id before, so that ids do not depend on what is off.
bool apply_level(Finding& finding, const RuleBook& rules);

// The severity of a rule's findings: error, warning, note, graded (they differ) or off.
std::string severity_words(const RuleSpec& rule);

}  // namespace nianbao

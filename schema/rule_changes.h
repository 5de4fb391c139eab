// Changes that a user makes to the rules with a file of his own: severity, settings, off.
#pragma once

#include "schema/rule.h"
#include "schema/schema.h"

namespace nianbao {

// {"rules": [{"id": "R-3-01", "severity": "error|warning|note|off", "settings": {"name": ["word", …]}}, …]}
// Each item changes severity, settings or both of a rule that is there; settings are given as in schema/rules.json, and
// numbers stay numbers. The digest changes with it. Throws SchemaError that names file, path and reason; the rules are
// then as they were.
void change_rules(RuleBook& book, const SchemaFile& file);

}  // namespace nianbao

// Reads schema/rules.json.
#pragma once

#include "schema/rule.h"
#include "schema/schema.h"

namespace nianbao {

// Throws SchemaError with file, JSON path and reason: unknown keys, ids used twice, a rule without an example of either
// kind, alarms about fields that no form has. Whether the fields of examples exist is not looked at.
RuleBook load_rules(const SchemaFile& file, const FieldIndex& fields);

}  // namespace nianbao

// The alarms of a rule from schema/rules.json.
#pragma once

#include <vector>

#include "schema/alarm.h"
#include "schema/json_node.h"

namespace nianbao {

// A list of
//   { "for": { "x": ["rules", "normdocs"] },          one alarm for each; {x} stands for it below
//     "of": { "types": [...], "names": [...], "but_offices_of": [...], "from_year": 2024 },
//     "cases": [ { "when": ["{x}_issued > 0"], "blank": [...], "whole": [...], "without_unit": [...],
//                  "zero_sections": [3], "kind": "plausible", "zh": "...", "en": "..." } ] }
// In zh and en {body} and {type} stand for the name and type of the report's body.
// Throws SchemaError for anything else, for a case without conditions, and for fields that no form has.
std::vector<Alarm> alarms_from(const JsonNode& node, const FieldIndex& fields);

// "hard", "strong" or "plausible".
RuleKind rule_kind_from(const JsonNode& node);

}  // namespace nianbao

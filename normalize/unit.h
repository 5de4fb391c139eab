// In which unit numbers stand whose cells print none: what labels and texts beside a table say of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/lexicon.h"

namespace nianbao {

// The unit that a column's label states: a unit of money anywhere in it (`采购总金额（万元）`, `（以元计）`), or
// another unit alone in its last bracket or after 单位. Empty where it states none; where it states several, or one
// that is not known, that text, which no field allows.
std::string unit_in_label(std::string_view label, const Lexicon& lexicon);

// The units that a text beside a table states for its numbers: `单位：件、万元`, `金额以万元为单位`. Empty where 单位
// is a body in it (`填报单位：…`, `各单位配合`); what cannot be told to be a body and is not known as a unit is given
// as it stands, which no field allows.
std::vector<std::string> units_in_statement(std::string_view text, const Lexicon& lexicon);

// True for a unit of counts of any size: 件, 千件.
bool counts_something(const std::string& unit, const Lexicon& lexicon);

}  // namespace nianbao

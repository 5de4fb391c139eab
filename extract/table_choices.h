// The forms that a table fits best.
#pragma once

#include <vector>

#include "extract/table_match.h"
#include "schema/schema.h"

namespace nianbao {

// Holds a table, which the document has in these parts, against every table of every form, and gives all that fit best,
// alike; none where none fits.
std::vector<FormChoice> best_choices(const std::vector<const Table*>& parts, const Schema& schema);

}  // namespace nianbao

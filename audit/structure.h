// Rules about the shape of a report (forms.md 4.4).
#pragma once

#include <vector>

#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// R-S-01: sections that are missing, repeated or out of order; tables, rows and cells that are missing.
std::vector<Finding> check_structure(const Report& report, const Schema& schema);

// R-S-02: a form found that is not due for the report's year, or a year that the document does not state.
std::vector<Finding> check_form_year(const Report& report, const Schema& schema);

// R-S-03: rows, cells and tables that no form has; neighbours with one label are one finding. R-S-04: marks that a
// program left in a table.
std::vector<Finding> check_extras(const Report& report, const Schema& schema);

// R-S-04: an amount in another unit than its form prints.
std::vector<Finding> check_units(const Report& report, const Schema& schema);

// Both.
std::vector<Finding> check_beyond_form(const Report& report, const Schema& schema);

}  // namespace nianbao

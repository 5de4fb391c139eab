// Rules about cells without a number, and numbers that do not suit their fields (forms.md 4.4, R-2-09, R-3-04, R-4-04).
#pragma once

#include <vector>

#include "audit/report.h"
#include "audit/table_proof.h"
#include "schema/schema.h"

namespace nianbao {

// R-C-01: cells that are there and show no number, row by row and by kind; a warning where a total is among them or
// the cell shows something that is not understood, else a note. A table that prints no 0 at all and leaves several
// cells blank leaves its zeros blank: one note. Expected are the bounds that the sums set, cell by cell (`0..12`; `0..`
// where there is no upper one). Blank cells and marks whose number the sums force are left to R-C-02.
std::vector<Finding> check_blanks(const Report& report, const std::vector<TableProof>& proofs);

// R-2-09, R-3-04, R-4-04 by table: a count with a sign or decimals, a change with decimals.
std::vector<Finding> check_number_types(const Report& report, const Schema& schema);

}  // namespace nianbao

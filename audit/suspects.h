// R-3-07: the cells that are likely wrong where sums do not hold.
#pragma once

#include <vector>

#include "audit/finding.h"
#include "audit/repair.h"

namespace nianbao {

// One finding: the likeliest repair as fields, expected and actual, and the first few with their slips as evidence;
// none where the table is consistent; kCannotCheck where no change of one or two cells mends it. A row that stands one
// column beside its place is a violated error and stands for all broken sums of the table, which it lists.
std::vector<Finding> check_suspects(const TableProof& proof, const std::vector<Repair>& repairs);

// True if the repairs say that a row is shifted.
bool is_shifted_row(const std::vector<Repair>& repairs);

}  // namespace nianbao

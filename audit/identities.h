// The sums that a form demands (forms.md 4.1, 4.2), as its file names them.
#pragma once

#include <vector>

#include "audit/finding.h"
#include "audit/table_proof.h"

namespace nianbao {

// With `broken_too`, one violated finding for each sum whose sides differ: expected is the right side, actual the left
// one; One for each group of sums that cannot all hold whatever the cells without a number are. One that nothing can be
// said of is not passed over: one cannot_check finding for each rule and table, with the cells that stand in the way.
std::vector<Finding> check_identities(const TableProof& proof, bool broken_too);

}  // namespace nianbao

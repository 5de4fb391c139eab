// Which cells are likely wrong where sums do not hold: the fewest whose change makes all of them hold.
#pragma once

#include <vector>

#include "audit/slip.h"
#include "audit/table_proof.h"

namespace nianbao {

struct CellChange {
  std::size_t cell = 0;      // index in SumTable::cells
  std::int64_t printed = 0;  // what it shows
  Range meant;               // what it must be, with the other cells as they are
};

struct Repair {
  std::vector<CellChange> changes;
  Slip slip = Slip::kOther;
};

// All smallest repairs of one or two cells, the likeliest slip first, then in the form's order; or one row whose
// numbers all stand one column beside their place, if no single cell explains the sums. None where the table is
// consistent, or where more than two cells are wrong, or where it would take too long to find out (bounded).
std::vector<Repair> find_repairs(const TableProof& proof);

}  // namespace nianbao

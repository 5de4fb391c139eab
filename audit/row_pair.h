// What two equations say of an unknown, without solving them.
#pragma once

#include <vector>

#include "audit/range.h"
#include "audit/simplex.h"

namespace nianbao {

// An equation Σ factor × x = total as one of its unknowns sees it: its own factor, and how many others stand with a
// factor above or below 0. Their factors do not matter, for they can be anything.
struct Statement {
  std::int64_t total = 0;
  int own = 0;
  int above = 0;
  int below = 0;

  void add(int factor, int count = 1) { (factor > 0 ? above : below) += factor == 0 ? 0 : count; }
  Range range() const;
};

// One row that has the unknown, alone and with any other. Where the rows have a solution no value of it is
// outside: of two rows with factors of 1 and -1 no combination says more than each of them, their sum and their
// difference; what only whole numbers can tell (y = z and x + y + z = 5 leave no even x) is not looked for.
class RowPair {
 public:
  RowPair(const LinearRow& row, std::size_t unknown, std::size_t unknowns);

  Range range() const { return alone_.range(); }
  Range range_with(const LinearRow& other) const;
  bool shares_unknown_with(const LinearRow& other) const;

 private:
  Statement plus(const LinearRow& other, int turn) const;

  std::size_t unknown_;
  std::vector<int> factors_;  // of each unknown in the first row
  Statement alone_;
};

}  // namespace nianbao

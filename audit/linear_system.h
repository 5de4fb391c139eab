// What equations say of each of their unknowns, and which of them say it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "audit/range.h"
#include "audit/simplex.h"

namespace nianbao {

// A statement about one unknown and the equations that it follows from.
struct Proof {
  Range range;
  std::vector<std::size_t> rows;  // none of them can be left out; empty where the range says nothing
};

// Equations over unknown whole numbers ≥ 0, each unknown in at least one of them.
class LinearSystem {
 public:
  LinearSystem() = default;
  LinearSystem(std::size_t unknowns, std::vector<LinearRow> rows) : unknowns_(unknowns), rows_(std::move(rows)) {}

  // For each unknown the values that it has in solutions; nothing where there is no solution. Exact for equations whose
  // matrix is totally unimodular, as those of a table with sums over rows and columns are; for others the range may
  // hold values that only broken numbers reach, never lack one.
  std::optional<std::vector<Range>> ranges() const;

  bool is_feasible() const;

  // The range of one unknown, with equations that prove it: as few as can be where one or two do, else so that none of
  // them can be left out. The system must be feasible.
  Proof proof(std::size_t unknown, const Range& range);

  // Equations that contradict each other, none of which can be left out; empty where there is a solution.
  std::vector<std::size_t> contradiction() const;

 private:
  // Some of the rows, over the unknowns in them alone; `unknown` becomes its place among these. Others that stand in
  // one of the rows only become one, if they have the same sign.
  LinearSystem only(const std::vector<std::size_t>& rows, std::size_t& unknown) const;
  Range range_of(std::size_t unknown) const;
  bool proves(const std::vector<std::size_t>& rows, std::size_t unknown, const Range& range) const;
  // Of rows that prove the range, those that are left when each is left out, one after another, where the others do.
  std::vector<std::size_t> needed(const std::vector<std::size_t>& rows, std::size_t unknown, const Range& range) const;
  std::vector<std::size_t> short_proof(std::size_t unknown, const Range& range) const;

  std::size_t unknowns_ = 0;
  std::vector<LinearRow> rows_;
  std::optional<Simplex> solved_;  // all rows, once a proof has needed that
};

}  // namespace nianbao

// What the sums of one table say: which of them do not hold, and what they prove about cells without a number.
#pragma once

#include <vector>

#include "audit/sum_table.h"

namespace nianbao {

// A cell without a number, what number it must or may have, and, where one is forced, the sums that force it.
struct Implied {
  std::size_t cell = 0;  // index in SumTable::cells
  Range range;
  std::vector<const Identity*> proof;  // none of them can be left out; empty where no number is forced
};

struct TableProof {
  SumTable table;
  std::vector<const Identity*> broken;  // all operands are known, and the sides differ
  // Sums with unknown operands that cannot all hold whatever these are; none of a group can be left out.
  std::vector<std::vector<const Identity*>> contradictions;
  // One for each cell without a number. No proof leans on a number that also stands in a sum that does not hold: that
  // number may be the wrong one.
  std::vector<Implied> implied;
  // Sums that can be neither confirmed nor refuted: an operand is unknown and not implied.
  std::vector<const Identity*> open;

  // What is said of this cell, or nullptr where it has a number.
  const Implied* find(std::size_t cell) const;
  bool is_consistent() const { return broken.empty() && contradictions.empty(); }
};

TableProof prove(SumTable table);

// Of all tables of a record.
std::vector<TableProof> prove_sums(const Record& record);

// The table in which a field of the record stands, and what is said of it; nullptr where there are no sums over it.
const TableProof* proof_of(const std::vector<TableProof>& proofs, const RecordField& field);
const Implied* find_implied(const std::vector<TableProof>& proofs, const RecordField& field);

}  // namespace nianbao

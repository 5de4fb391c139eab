// One table of a record with the sums that its form demands, as equations over its cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/linear_system.h"
#include "normalize/record.h"

namespace nianbao {

struct SumTable {
  const Form* form = nullptr;
  const FormTable* table = nullptr;
  // By index in FormTable::fields; nullptr where the record has that field from no table of this form.
  std::vector<const RecordField*> cells;
  std::vector<std::optional<std::int64_t>> numbers;  // of the cells; nothing where no whole number is known
  std::vector<const Identity*> identities;

  const std::string& place() const;                                     // address of the table with its first cell
  std::optional<std::size_t> index_of(const RecordField& field) const;  // in `cells`
  bool is_complete(const Identity& identity) const;
  bool has_unknown() const;
  bool is_empty() const;  // no number is known
  // Left side less right side, over the known cells.
  std::int64_t difference(const Identity& identity) const;
  // Both sides with their numbers, zeros left out and ? for cells that are not known: "8 = 3 + ?"; with ≠ where they
  // are known and differ.
  std::string written(const Identity& identity) const;
  // With its rule and line in front: "R-3-01 申请人情况 > 自然人: 8 = 3 + ?".
  std::string said(const Identity& identity) const;
};

// The tables of a record for which its form demands sums.
std::vector<SumTable> sum_tables(const Record& record);

// Some identities of a table as equations over some of its cells. The system does not point into the table.
class TableSystem {
 public:
  // Over the cells that `table` has no number for.
  TableSystem(const SumTable& table, const std::vector<const Identity*>& identities);

  const LinearSystem& system() const { return system_; }            // one row an identity
  const std::vector<std::size_t>& cells() const { return cells_; }  // of the unknowns

 private:
  std::vector<std::size_t> cells_;
  LinearSystem system_;
};

}  // namespace nianbao

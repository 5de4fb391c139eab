#include "audit/repair.h"

#include <algorithm>
#include <optional>
#include <set>

namespace nianbao {
namespace {

using Identities = std::vector<const Identity*>;
using Cells = std::vector<std::size_t>;

constexpr int kMostTrials = 3'000;

// Where the cells of a table stand to each other.
struct Place {
  const FormBlock* block = nullptr;
  std::size_t row = 0;
  std::size_t column = 0;
};

Place place_of(const FormTable& table, std::size_t cell) {
  for (const FormBlock& block : table.blocks) {
    const std::size_t size = block.rows.size() * block.columns.size();
    if (cell < block.first_field || cell >= block.first_field + size) continue;
    const std::size_t index = cell - block.first_field;
    return {&block, index / block.columns.size(), index % block.columns.size()};
  }
  return {};
}

bool are_neighbours(const FormTable& table, std::size_t a, std::size_t b) {
  const Place x = place_of(table, a);
  const Place y = place_of(table, b);
  const auto apart = [](std::size_t i, std::size_t j) { return i > j ? i - j : j - i; };
  return x.block == y.block && apart(x.row, y.row) + apart(x.column, y.column) == 1;
}

bool stands_in(const Identity& identity, std::size_t cell) {
  return std::any_of(identity.terms.begin(), identity.terms.end(),
                     [&](const auto& term) { return term.first == cell; });
}

class Repairer {
 public:
  explicit Repairer(const TableProof& proof) : table_(proof.table), groups_(proof.contradictions) {
    for (const Identity* identity : proof.broken) groups_.push_back({identity});
  }

  std::vector<Repair> run() {
    if (groups_.empty()) return {};
    try_cells({});
    if (repairs_.empty()) try_shifts();
    if (repairs_.empty()) try_pairs();
    std::stable_sort(repairs_.begin(), repairs_.end(),
                     [](const Repair& a, const Repair& b) { return a.slip < b.slip; });
    return std::move(repairs_);
  }

 private:
  static bool is_hit(const Identities& group, const Cells& cells) {
    return std::any_of(group.begin(), group.end(), [&](const Identity* identity) {
      return std::any_of(cells.begin(), cells.end(), [&](std::size_t cell) { return stands_in(*identity, cell); });
    });
  }

  // The known cells of the first group that no cell of `chosen` stands in.
  Cells candidates(const Cells& chosen) const {
    const auto group =
        std::find_if(groups_.begin(), groups_.end(), [&](const Identities& g) { return !is_hit(g, chosen); });
    std::set<std::size_t> cells;
    if (group != groups_.end())
      for (const Identity* identity : *group)
        for (const auto& [cell, sign] : identity->terms)
          if (table_.numbers[cell]) cells.insert(cell);
    return {cells.begin(), cells.end()};
  }

  // One more cell than `chosen` such that all groups are hit, and the sums can hold.
  void try_cells(const Cells& chosen) {
    for (const std::size_t cell : candidates(chosen)) {
      Cells cells = chosen;
      cells.push_back(cell);
      const bool hits_all =
          std::all_of(groups_.begin(), groups_.end(), [&](const Identities& group) { return is_hit(group, cells); });
      if (hits_all) try_free(cells);
    }
  }

  void try_pairs() {
    for (const std::size_t cell : candidates({})) try_cells({cell});
  }

  void try_free(const Cells& cells) {
    SumTable freed = table_;
    for (const std::size_t cell : cells) freed.numbers[cell].reset();
    const auto ranges = ranges_of(freed);
    if (!ranges) return;
    Repair repair;
    for (const std::size_t cell : cells) repair.changes.push_back({cell, *table_.numbers[cell], (*ranges)[cell]});
    std::sort(repair.changes.begin(), repair.changes.end(),
              [](const CellChange& a, const CellChange& b) { return a.cell < b.cell; });
    repair.slip = slip_of(repair.changes);
    const auto is_same = [&](const Repair& other) {
      return std::equal(other.changes.begin(), other.changes.end(), repair.changes.begin(), repair.changes.end(),
                        [](const CellChange& a, const CellChange& b) { return a.cell == b.cell; });
    };
    if (std::none_of(repairs_.begin(), repairs_.end(), is_same)) repairs_.push_back(std::move(repair));
  }

  // The ranges of the unknown cells, by cell; nothing where the sums cannot hold.
  std::optional<std::vector<Range>> ranges_of(const SumTable& table) {
    if (++trials_ > kMostTrials) return std::nullopt;
    const TableSystem equations(table, table.identities);
    const auto ranges = equations.system().ranges();
    if (!ranges) return std::nullopt;
    std::vector<Range> by_cell(table.numbers.size());
    for (std::size_t i = 0; i < equations.cells().size(); ++i) by_cell[equations.cells()[i]] = (*ranges)[i];
    return by_cell;
  }

  Slip slip_of(const std::vector<CellChange>& changes) const {
    if (changes.size() == 1) return slip_of(changes.front());
    const CellChange& a = changes.front();
    const CellChange& b = changes.back();
    if (!are_neighbours(*table_.table, a.cell, b.cell) || !a.meant.is_forced() || !b.meant.is_forced())
      return Slip::kOther;
    if (a.printed != b.meant.least || b.printed != a.meant.least) return Slip::kOther;
    return a.printed == 0 || b.printed == 0 ? Slip::kMoved : Slip::kSwapped;
  }

  Slip slip_of(const CellChange& change) const {
    if (!change.meant.is_forced()) return Slip::kOther;
    const Slip slip = slip_between(change.printed, change.meant.least);
    return slip == Slip::kOther && is_copied(change) ? Slip::kCopied : slip;
  }

  // The number stands in a neighbour too, or in the total of a sum of this cell.
  bool is_copied(const CellChange& change) const {
    for (std::size_t i = 0; i < table_.numbers.size(); ++i)
      if (i != change.cell && table_.numbers[i] == change.printed && are_neighbours(*table_.table, i, change.cell))
        return true;
    return std::any_of(table_.identities.begin(), table_.identities.end(), [&](const Identity* identity) {
      return stands_in(*identity, change.cell) &&
             std::any_of(identity->terms.begin(), identity->terms.end(), [&](const auto& term) {
               return term.second > 0 && term.first != change.cell && table_.numbers[term.first] == change.printed;
             });
    });
  }

  void try_shifts() {
    for (const FormBlock& block : table_.table->blocks)
      for (std::size_t row = 0; row < block.rows.size(); ++row)
        for (const std::size_t width : {block.columns.size(), block.columns.size() - 1})
          for (const bool to_right : {true, false}) try_shift(block.field_at(row, 0), width, to_right);
  }

  // The numbers of `width` cells from `first` on, put back by one column; what they covered is unknown.
  void try_shift(std::size_t first, std::size_t width, bool to_right) {
    constexpr std::size_t kFewest = 3;  // fewer changes than that are no row
    if (width < kFewest) return;
    SumTable back = table_;
    for (std::size_t i = 0; i + 1 < width; ++i)
      back.numbers[first + (to_right ? i : i + 1)] = table_.numbers[first + (to_right ? i + 1 : i)];
    back.numbers[first + (to_right ? width - 1 : 0)].reset();
    Repair repair{.changes = {}, .slip = Slip::kRowShifted};
    if (!touches(first, width)) return;
    const auto ranges = ranges_of(back);
    if (!ranges) return;
    for (std::size_t cell = first; cell < first + width; ++cell) {
      const Range meant = back.numbers[cell] ? Range{*back.numbers[cell], *back.numbers[cell]} : (*ranges)[cell];
      if (table_.numbers[cell] &&
          !(meant.least <= *table_.numbers[cell] && meant.most && *meant.most >= *table_.numbers[cell]))
        repair.changes.push_back({cell, *table_.numbers[cell], meant});
    }
    if (repair.changes.size() >= kFewest) repairs_.push_back(std::move(repair));
  }

  // A sum that does not hold has a cell in these.
  bool touches(std::size_t first, std::size_t width) const {
    Cells cells(width);
    for (std::size_t i = 0; i < width; ++i) cells[i] = first + i;
    return std::any_of(groups_.begin(), groups_.end(), [&](const Identities& group) { return is_hit(group, cells); });
  }

  const SumTable& table_;
  std::vector<Identities> groups_;  // each needs a change in one of its cells
  std::vector<Repair> repairs_;
  int trials_ = 0;
};

}  // namespace

std::vector<Repair> find_repairs(const TableProof& proof) { return Repairer(proof).run(); }

}  // namespace nianbao

#include "audit/table_proof.h"

#include <algorithm>
#include <set>

namespace nianbao {
namespace {

using Identities = std::vector<const Identity*>;

Identities picked(const Identities& identities, const std::vector<std::size_t>& rows) {
  Identities some;
  for (const std::size_t row : rows) some.push_back(identities[row]);
  return some;
}

class Prover {
 public:
  explicit Prover(SumTable table) { proof_.table = std::move(table); }

  TableProof run() {
    sort_identities();
    if (proof_.table.is_empty()) {
      leave_free();
    } else if (proof_.table.has_unknown()) {
      take_out_contradictions();
      find_doubtful_cells();
      imply();
      find_open();
    }
    return std::move(proof_);
  }

 private:
  void sort_identities() {
    for (const Identity* identity : proof_.table.identities)
      if (!proof_.table.is_complete(*identity))
        usable_.push_back(identity);
      else if (proof_.table.difference(*identity) != 0)
        proof_.broken.push_back(identity);
  }

  // Nothing follows from a table without numbers, and it would take the longest to find that out.
  void leave_free() {
    for (std::size_t i = 0; i < proof_.table.numbers.size(); ++i) proof_.implied.push_back({.cell = i});
    proof_.open = usable_;
  }

  void take_out_contradictions() {
    for (;;) {
      const auto rows = TableSystem(proof_.table, usable_).system().contradiction();
      if (rows.empty()) return;
      proof_.contradictions.push_back(picked(usable_, rows));
      for (const Identity* identity : proof_.contradictions.back()) std::erase(usable_, identity);
    }
  }

  void find_doubtful_cells() {
    doubt(proof_.broken);
    for (const Identities& group : proof_.contradictions) doubt(group);
  }

  void doubt(const Identities& identities) {
    for (const Identity* identity : identities)
      for (const auto& [cell, sign] : identity->terms)
        if (proof_.table.numbers[cell]) doubtful_.insert(cell);
  }

  // Over the sums in which no doubtful number stands.
  void imply() {
    Identities trusted = usable_;
    std::erase_if(trusted, [&](const Identity* identity) { return leans_on_doubt(*identity); });
    const TableSystem equations(proof_.table, trusted);
    LinearSystem system = equations.system();
    const auto ranges = system.ranges();
    for (std::size_t i = 0; i < equations.cells().size(); ++i) {
      Implied implied{.cell = equations.cells()[i]};
      if (ranges) implied.range = (*ranges)[i];
      if (implied.range.is_forced()) implied.proof = picked(trusted, system.proof(i, implied.range).rows);
      proof_.implied.push_back(std::move(implied));
    }
  }

  bool leans_on_doubt(const Identity& identity) const {
    return std::any_of(identity.terms.begin(), identity.terms.end(),
                       [&](const auto& term) { return doubtful_.contains(term.first); });
  }

  void find_open() {
    for (const Identity* identity : usable_) {
      const bool settled = std::all_of(identity->terms.begin(), identity->terms.end(), [&](const auto& term) {
        return proof_.table.numbers[term.first] || proof_.find(term.first)->range.is_forced();
      });
      if (!settled) proof_.open.push_back(identity);
    }
  }

  TableProof proof_;
  Identities usable_;  // those with unknown operands that do not contradict each other
  std::set<std::size_t> doubtful_;
};

}  // namespace

const Implied* TableProof::find(std::size_t cell) const {
  const auto found = std::lower_bound(implied.begin(), implied.end(), cell,
                                      [](const Implied& a, std::size_t b) { return a.cell < b; });
  return found == implied.end() || found->cell != cell ? nullptr : &*found;
}

TableProof prove(SumTable table) { return Prover(std::move(table)).run(); }

std::vector<TableProof> prove_sums(const Record& record) {
  std::vector<TableProof> proofs;
  for (SumTable& table : sum_tables(record)) proofs.push_back(prove(std::move(table)));
  return proofs;
}

const TableProof* proof_of(const std::vector<TableProof>& proofs, const RecordField& field) {
  const auto found = std::find_if(proofs.begin(), proofs.end(),
                                  [&](const TableProof& proof) { return proof.table.index_of(field).has_value(); });
  return found == proofs.end() ? nullptr : &*found;
}

const Implied* find_implied(const std::vector<TableProof>& proofs, const RecordField& field) {
  const TableProof* proof = proof_of(proofs, field);
  return proof == nullptr ? nullptr : proof->find(*proof->table.index_of(field));
}

}  // namespace nianbao

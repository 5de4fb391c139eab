#include "audit/linear_system.h"

#include <algorithm>
#include <set>
#include <utility>

#include "audit/propagation.h"
#include "audit/row_pair.h"

namespace nianbao {
namespace {

// The unknowns that are not forced yet, and the rows between them.
struct Residue {
  std::vector<std::size_t> unknowns;  // their places in the whole system
  std::vector<LinearRow> rows;
  bool is_feasible = true;  // false: a row without unknowns does not hold
};

Residue residue_of(const std::vector<LinearRow>& rows, const std::vector<Range>& ranges) {
  Residue residue;
  std::vector<std::size_t> place(ranges.size());
  for (std::size_t i = 0; i < ranges.size(); ++i)
    if (!ranges[i].is_forced()) {
      place[i] = residue.unknowns.size();
      residue.unknowns.push_back(i);
    }
  for (const LinearRow& row : rows) {
    LinearRow left{.terms = {}, .total = row.total};
    for (const auto& [unknown, sign] : row.terms)
      if (ranges[unknown].is_forced())
        left.total -= sign * ranges[unknown].least;
      else
        left.terms.emplace_back(place[unknown], sign);
    if (!left.terms.empty())
      residue.rows.push_back(std::move(left));
    else if (left.total != 0)
      residue.is_feasible = false;
  }
  return residue;
}

// Narrows the ranges of the unknowns of a residue to what they have in solutions; false where there is none.
bool narrow(const Residue& residue, std::vector<Range>& ranges) {
  if (!residue.is_feasible) return false;
  if (residue.unknowns.empty()) return true;
  Simplex simplex(residue.unknowns.size(), residue.rows);
  if (simplex.is_exact() && !simplex.is_feasible()) return false;
  for (std::size_t i = 0; i < residue.unknowns.size() && simplex.is_exact(); ++i) {
    Range& range = ranges[residue.unknowns[i]];
    Range own;
    if (!simplex.holds(i, range.least)) own.least = simplex.least(i).value.value_or(0);
    if (!range.most || !simplex.holds(i, *range.most)) own.most = simplex.greatest(i).value;
    if (!simplex.is_exact()) break;
    range = both(range, own);
    if (range.most && *range.most < range.least) return false;
  }
  return true;
}

std::vector<std::size_t> without(std::vector<std::size_t> rows, std::size_t row) {
  std::erase(rows, row);
  return rows;
}

// Leaves out every row without which `holds` still says yes.
template <typename Holds>
std::vector<std::size_t> reduced(std::vector<std::size_t> rows, Holds holds) {
  for (const std::size_t row : std::vector(rows)) {
    std::vector<std::size_t> fewer = without(rows, row);
    if (holds(fewer)) rows = std::move(fewer);
  }
  return rows;
}

std::vector<std::size_t> all_of(std::size_t count) {
  std::vector<std::size_t> rows(count);
  for (std::size_t i = 0; i < count; ++i) rows[i] = i;
  return rows;
}

std::vector<std::size_t> merged(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  std::set<std::size_t> all(a.begin(), a.end());
  all.insert(b.begin(), b.end());
  return {all.begin(), all.end()};
}

bool has_unknown(const LinearRow& row, std::size_t unknown) {
  return std::any_of(row.terms.begin(), row.terms.end(), [&](const auto& term) { return term.first == unknown; });
}

// Of rows that leave at least the range to the unknown: do they leave no more?
bool still_prove(Simplex& rows, std::size_t unknown, const Range& range) {
  return (!range.most || rows.greatest(unknown).value == range.most) &&
         (range.least == 0 || rows.least(unknown).value == range.least) && rows.is_exact();
}

}  // namespace

std::optional<std::vector<Range>> LinearSystem::ranges() const {
  Propagation first = propagate(unknowns_, rows_);
  if (!first.is_feasible) return std::nullopt;
  if (!narrow(residue_of(rows_, first.ranges), first.ranges)) return std::nullopt;
  return std::move(first.ranges);
}

bool LinearSystem::is_feasible() const {
  const Propagation first = propagate(unknowns_, rows_);
  if (!first.is_feasible) return false;
  const Residue residue = residue_of(rows_, first.ranges);
  if (!residue.is_feasible) return false;
  if (residue.unknowns.empty()) return true;
  const Simplex simplex(residue.unknowns.size(), residue.rows);
  return simplex.is_feasible() || !simplex.is_exact();
}

Proof LinearSystem::proof(std::size_t unknown, const Range& range) {
  if (range == Range{}) return {range, {}};
  std::vector<std::size_t> rows = short_proof(unknown, range);
  if (!rows.empty()) return {range, rows};
  if (!solved_) solved_.emplace(unknowns_, rows_);
  if (solved_->is_feasible()) {
    const Simplex::Optimum most = solved_->greatest(unknown);
    const Simplex::Optimum least = solved_->least(unknown);
    rows = merged(least.rows, most.rows);
    if (solved_->is_exact() && least.value.value_or(0) == range.least && most.value == range.most)
      return {range, needed(rows, unknown, range)};
  }
  rows = all_of(rows_.size());
  return {range, reduced(std::move(rows), [&](const auto& fewer) { return proves(fewer, unknown, range); })};
}

std::vector<std::size_t> LinearSystem::contradiction() const {
  if (is_feasible()) return {};
  const Propagation first = propagate(unknowns_, rows_);
  std::vector<std::size_t> rows = first.used;
  const auto contradicts = [&](const std::vector<std::size_t>& some) {
    std::size_t any = 0;
    return !only(some, any).is_feasible();
  };
  if (first.is_feasible || !contradicts(rows)) rows = all_of(rows_.size());
  return reduced(std::move(rows), contradicts);
}

LinearSystem LinearSystem::only(const std::vector<std::size_t>& rows, std::size_t& unknown) const {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  std::vector<int> uses(unknowns_);
  for (const std::size_t row : rows)
    for (const auto& [term, sign] : rows_[row].terms) ++uses[term];
  ++uses[unknown];  // never one of many
  std::vector<std::size_t> places(unknowns_, kNone);
  std::size_t count = 0;
  places[unknown] = count++;
  unknown = 0;
  std::vector<LinearRow> some;
  some.reserve(rows.size());
  for (const std::size_t row : rows) {
    LinearRow& fewer = some.emplace_back();
    fewer.total = rows_[row].total;
    bool has_alone[] = {false, false};  // with - and with +
    for (const auto& [term, sign] : rows_[row].terms) {
      if (uses[term] == 1 && std::exchange(has_alone[sign > 0 ? 1 : 0], true)) continue;
      if (places[term] == kNone) places[term] = count++;
      fewer.terms.emplace_back(places[term], sign);
    }
  }
  return {count, std::move(some)};
}

// Of a system that has a solution.
Range LinearSystem::range_of(std::size_t unknown) const {
  const Propagation first = propagate(unknowns_, rows_);
  Range range = first.ranges[unknown];
  if (range.is_forced() || rows_.size() == 1) return range;
  const Residue residue = residue_of(rows_, first.ranges);
  const auto place = std::lower_bound(residue.unknowns.begin(), residue.unknowns.end(), unknown);
  const auto index = static_cast<std::size_t>(place - residue.unknowns.begin());
  Simplex simplex(residue.unknowns.size(), residue.rows);
  const auto least = simplex.least(index).value;
  const auto most = simplex.greatest(index).value;
  if (!simplex.is_exact()) return range;
  return both(range, {least.value_or(0), most});
}

bool LinearSystem::proves(const std::vector<std::size_t>& rows, std::size_t unknown, const Range& range) const {
  return only(rows, unknown).range_of(unknown) == range;
}

std::vector<std::size_t> LinearSystem::needed(const std::vector<std::size_t>& rows, std::size_t unknown,
                                              const Range& range) const {
  const LinearSystem some = only(rows, unknown);
  Simplex solved(some.unknowns_, some.rows_);
  if (!solved.is_exact()) return rows;
  std::vector<std::size_t> needed;
  Simplex fewer = solved;  // keeps its memory from row to row
  for (std::size_t i = 0; i < rows.size(); ++i) {
    fewer = solved;
    fewer.leave_out(i);
    if (still_prove(fewer, unknown, range))
      std::swap(solved, fewer);
    else
      needed.push_back(rows[i]);
  }
  return needed;
}

// One row, or two of which the first has the unknown and the second something in common with the first.
std::vector<std::size_t> LinearSystem::short_proof(std::size_t unknown, const Range& range) const {
  std::vector<std::pair<std::size_t, RowPair>> firsts;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!has_unknown(rows_[i], unknown)) continue;
    firsts.emplace_back(i, RowPair(rows_[i], unknown, unknowns_));
    if (firsts.back().second.range() == range) return {i};
  }
  for (const auto& [i, first] : firsts)
    for (std::size_t j = 0; j < rows_.size(); ++j)
      if (j != i && first.shares_unknown_with(rows_[j]) && first.range_with(rows_[j]) == range)
        return {std::min(i, j), std::max(i, j)};
  return {};
}

}  // namespace nianbao

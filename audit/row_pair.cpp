#include "audit/row_pair.h"

#include <algorithm>

namespace nianbao {
namespace {

Statement statement_of(const LinearRow& row, std::size_t unknown) {
  Statement statement{.total = row.total};
  for (const auto& [term, sign] : row.terms)
    if (term == unknown)
      statement.own = sign;
    else
      statement.add(sign);
  return statement;
}

}  // namespace

Range Statement::range() const {
  if (own < 0) return Statement{-total, -own, below, above}.range();
  Range range;
  if (own > 0 && below == 0) range.most = total / own;
  if (own > 0 && above == 0 && total > 0) range.least = (total + own - 1) / own;
  return range;
}

RowPair::RowPair(const LinearRow& row, std::size_t unknown, std::size_t unknowns)
    : unknown_(unknown), factors_(unknowns), alone_(statement_of(row, unknown)) {
  for (const auto& [term, sign] : row.terms) factors_[term] = sign;
}

Range RowPair::range_with(const LinearRow& other) const {
  return both(both(range(), statement_of(other, unknown_).range()),
              both(plus(other, 1).range(), plus(other, -1).range()));
}

bool RowPair::shares_unknown_with(const LinearRow& other) const {
  return std::any_of(other.terms.begin(), other.terms.end(),
                     [&](const auto& term) { return factors_[term.first] != 0; });
}

// The first row and `turn` times the other.
Statement RowPair::plus(const LinearRow& other, int turn) const {
  Statement sum = alone_;
  sum.total += turn * other.total;
  for (const auto& [term, sign] : other.terms) {
    const int factor = factors_[term] + turn * sign;
    if (term == unknown_) {
      sum.own = factor;
    } else {
      sum.add(factors_[term], -1);
      sum.add(factor);
    }
  }
  return sum;
}

}  // namespace nianbao

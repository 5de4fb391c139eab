#include "audit/simplex.h"

#include <algorithm>

namespace nianbao {

Simplex::Simplex(std::size_t variables, const std::vector<LinearRow>& rows)
    : variables_(variables),
      rows_(rows.size()),
      lines_(rows.size(), Line(variables + rows.size() + 1)),
      basis_(rows.size()) {
  for (std::size_t i = 0; i < rows_; ++i) {
    // The first solution needs right sides that are not negative.
    const std::int64_t turn = rows[i].total < 0 ? -1 : 1;
    for (const auto& [variable, sign] : rows[i].terms) lines_[i][variable] = turn * sign;
    lines_[i][artificial(i)] = 1;
    lines_[i][rhs()] = turn * rows[i].total;
    basis_[i] = artificial(i);
  }
  find_first_solution();
}

// Minimises the sum of the artificial variables: 0 if the rows have a solution without them.
void Simplex::find_first_solution() {
  Line costs(rhs() + 1);
  for (const Line& line : lines_)
    for (std::size_t j = 0; j < costs.size(); ++j)
      if (j < variables_ || j == rhs()) costs[j] -= line[j];
  minimise(costs, variables_);
  feasible_ = costs[rhs()] == 0;
  if (!feasible_)
    contradiction_ = rows_in(costs, denominator_);
  else
    drive_out_artificials();
}

// An artificial variable that is left in a solution is 0; its row takes any other variable, or is a sum of other rows.
void Simplex::drive_out_artificials() {
  Line none(rhs() + 1);
  for (std::size_t i = 0; i < rows_ && exact_; ++i) {
    if (basis_[i] < variables_) continue;
    const auto end = lines_[i].begin() + static_cast<std::ptrdiff_t>(variables_);
    const auto found = std::find_if(lines_[i].begin(), end, [](std::int64_t n) { return n != 0; });
    if (found == end) continue;
    const auto column = static_cast<std::size_t>(found - lines_[i].begin());
    if (*found < 0)
      for (std::int64_t& n : lines_[i]) n = -n;
    pivot(i, column, none);
  }
}

Simplex::Optimum Simplex::optimum(std::size_t variable, int sign) {
  Line costs(rhs() + 1);
  costs[variable] = sign * denominator_;
  const auto in_basis = std::find(basis_.begin(), basis_.end(), variable);
  if (in_basis != basis_.end()) {
    const Line& line = lines_[static_cast<std::size_t>(in_basis - basis_.begin())];
    for (std::size_t j = 0; j < costs.size(); ++j) costs[j] -= sign * line[j];
  }
  if (minimise(costs, variables_) == End::kUnbounded) return {};
  return {value_of(variable, sign), rows_in(costs, 0)};
}

// Rounded to the inside: up for a least value, down for a greatest one.
std::int64_t Simplex::value_of(std::size_t variable, int sign) const {
  const auto in_basis = std::find(basis_.begin(), basis_.end(), variable);
  if (in_basis == basis_.end()) return 0;
  const std::int64_t scaled = lines_[static_cast<std::size_t>(in_basis - basis_.begin())][rhs()];
  const std::int64_t down = scaled / denominator_;
  return sign > 0 && down * denominator_ != scaled ? down + 1 : down;
}

// A row takes part in a proof if its multiplier is not 0: the cost of its artificial variable, less its own.
std::vector<std::size_t> Simplex::rows_in(const Line& costs, std::int64_t own_cost) const {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < rows_; ++i)
    if (costs[artificial(i)] != own_cost) rows.push_back(i);
  return rows;
}

Simplex::End Simplex::minimise(Line& costs, std::size_t columns) {
  while (exact_) {
    const auto column = entering(costs, columns);
    if (!column) return End::kOptimal;
    const auto row = leaving(*column);
    if (!row) return End::kUnbounded;
    pivot(*row, *column, costs);
  }
  return End::kUnbounded;
}

std::optional<std::size_t> Simplex::entering(const Line& costs, std::size_t columns) {
  for (std::size_t j = 0; j < columns; ++j)
    if (costs[j] < 0) return j;
  return std::nullopt;
}

// The row that first reaches 0 as the column grows; of several that of the lowest variable.
std::optional<std::size_t> Simplex::leaving(std::size_t column) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < rows_; ++i) {
    if (lines_[i][column] <= 0) continue;
    if (best) {
      const std::int64_t own = product(lines_[i][rhs()], lines_[*best][column]);
      const std::int64_t other = product(lines_[*best][rhs()], lines_[i][column]);
      if (own > other || (own == other && basis_[i] > basis_[*best])) continue;
    }
    best = i;
  }
  return best;
}

std::int64_t Simplex::product(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_mul_overflow(a, b, &result)) exact_ = false;
  return result;
}

std::int64_t Simplex::difference(std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  if (__builtin_sub_overflow(a, b, &result)) exact_ = false;
  return result;
}

void Simplex::pivot(std::size_t row, std::size_t column, Line& costs) {
  const Line& by = lines_[row];
  std::vector<std::size_t> filled;
  for (std::size_t j = 0; j < by.size(); ++j)
    if (by[j] != 0) filled.push_back(j);
  for (std::size_t i = 0; i < rows_; ++i)
    if (i != row) eliminate(lines_[i], by, filled, column);
  eliminate(costs, by, filled, column);
  denominator_ = by[column];
  basis_[row] = column;
}

// line := (line × pivot - line[column] × by) / denominator, which leaves no remainder. `filled` are the places where
// `by` is not 0; the others stay as they are where pivot and denominator are 1, as they nearly always are.
void Simplex::eliminate(Line& line, const Line& by, const std::vector<std::size_t>& filled, std::size_t column) {
  const std::int64_t pivot_number = by[column];
  const std::int64_t factor = line[column];
  if (factor == 0 && pivot_number == denominator_) return;
  if (pivot_number == 1 && denominator_ == 1) {
    for (const std::size_t j : filled) line[j] = difference(line[j], product(factor, by[j]));
    return;
  }
  for (std::size_t j = 0; j < line.size(); ++j)
    line[j] = difference(product(line[j], pivot_number), product(factor, by[j])) / denominator_;
}

}  // namespace nianbao

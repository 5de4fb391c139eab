#include "audit/simplex.h"

#include <algorithm>

namespace nianbao {

Simplex::Simplex(std::size_t variables, const std::vector<LinearRow>& rows)
    : variables_(variables), rows_(rows.size()), numbers_(rows.size() * width()), basis_(rows.size()) {
  for (std::size_t i = 0; i < rows_; ++i) {
    // The first solution needs right sides that are not negative.
    const std::int64_t turn = rows[i].total < 0 ? -1 : 1;
    const Line line = this->line(i);
    for (const auto& [variable, sign] : rows[i].terms) line[variable] = turn * sign;
    line[artificial(i)] = 1;
    line[rhs()] = turn * rows[i].total;
    basis_[i] = artificial(i);
  }
  find_first_solution();
}

// Minimises the sum of the artificial variables: 0 if the rows have a solution without them.
void Simplex::find_first_solution() {
  Costs costs(width());
  for (std::size_t i = 0; i < rows_; ++i)
    for (std::size_t j = 0; j < width(); ++j)
      if (j < variables_ || j == rhs()) costs[j] -= at(i, j);
  minimise(costs, variables_);
  feasible_ = costs[rhs()] == 0;
  if (feasible_) drive_out_artificials();
}

// An artificial variable that is left in a solution is 0; its row takes any other variable, or is a sum of other rows.
void Simplex::drive_out_artificials() {
  Costs none(width());
  for (std::size_t i = 0; i < rows_ && exact_; ++i) {
    if (basis_[i] < variables_) continue;
    const Line own = line(i);
    const auto end = own.begin() + static_cast<std::ptrdiff_t>(variables_);
    const auto found = std::find_if(own.begin(), end, [](std::int64_t n) { return n != 0; });
    if (found == end) continue;
    const auto column = static_cast<std::size_t>(found - own.begin());
    if (*found < 0)
      for (std::int64_t& n : own) n = -n;
    pivot(i, column, none);
  }
}

// What the row lacks or has too much becomes a variable that can be anything, so no solution is lost; the line that
// gives it is of no further use.
void Simplex::leave_out(std::size_t row) {
  const std::size_t column = artificial(row);
  const auto line = line_for(column);
  exact_ = exact_ && line;  // there is one, but where numbers got too large
  if (!exact_) return;
  if (basis_[*line] != column) {
    Costs none(width());
    pivot(*line, column, none);
  }
  const std::size_t last = basis_.size() - 1;
  if (*line != last) std::ranges::copy(this->line(last), this->line(*line).begin());
  basis_[*line] = basis_[last];
  basis_.pop_back();
  numbers_.resize(basis_.size() * width());
}

// The line that can give an artificial variable of any sign: its own, else one whose artificial variable must stay 0,
// else the one that first reaches 0 as the variable grows or, where none does, falls.
std::optional<std::size_t> Simplex::line_for(std::size_t column) {
  const auto own = std::find(basis_.begin(), basis_.end(), column);
  if (own != basis_.end()) return static_cast<std::size_t>(own - basis_.begin());
  std::optional<std::size_t> line;
  for (std::size_t i = 0; i < basis_.size() && !line; ++i)
    if (basis_[i] >= variables_ && at(i, column) != 0) line = i;
  if (!line) line = leaving(column);
  if (line && at(*line, column) > 0) return line;
  for (std::size_t i = 0; i < basis_.size(); ++i) this->line(i)[column] = -at(i, column);
  return line ? line : leaving(column);
}

Simplex::Optimum Simplex::optimum(std::size_t variable, int sign) {
  Costs costs(width());
  costs[variable] = sign * denominator_;
  const auto in_basis = std::find(basis_.begin(), basis_.end(), variable);
  if (in_basis != basis_.end()) {
    const Line line = this->line(static_cast<std::size_t>(in_basis - basis_.begin()));
    for (std::size_t j = 0; j < costs.size(); ++j) costs[j] -= sign * line[j];
  }
  if (minimise(costs, variables_) == End::kUnbounded) return {};
  return {value_of(variable, sign), rows_in(costs, 0)};
}

bool Simplex::holds(std::size_t variable, std::int64_t value) const {
  return value_of(variable, +1) == value && value_of(variable, -1) == value;
}

// Rounded to the inside: up for a least value, down for a greatest one.
std::int64_t Simplex::value_of(std::size_t variable, int sign) const {
  const auto in_basis = std::find(basis_.begin(), basis_.end(), variable);
  if (in_basis == basis_.end()) return 0;
  const std::int64_t scaled = at(static_cast<std::size_t>(in_basis - basis_.begin()), rhs());
  const std::int64_t down = scaled / denominator_;
  return sign > 0 && down * denominator_ != scaled ? down + 1 : down;
}

// A row takes part in a proof if its multiplier is not 0: the cost of its artificial variable, less its own.
std::vector<std::size_t> Simplex::rows_in(const Costs& costs, std::int64_t own_cost) const {
  std::vector<std::size_t> rows;
  rows.reserve(rows_);
  for (std::size_t i = 0; i < rows_; ++i)
    if (costs[artificial(i)] != own_cost) rows.push_back(i);
  return rows;
}

Simplex::End Simplex::minimise(Costs& costs, std::size_t columns) {
  while (exact_) {
    const auto column = entering(costs, columns);
    if (!column) return End::kOptimal;
    const auto row = leaving(*column);
    if (!row) return End::kUnbounded;
    pivot(*row, *column, costs);
  }
  return End::kUnbounded;
}

std::optional<std::size_t> Simplex::entering(const Costs& costs, std::size_t columns) {
  for (std::size_t j = 0; j < columns; ++j)
    if (costs[j] < 0) return j;
  return std::nullopt;
}

// The row that first reaches 0 as the column grows; of several that of the lowest variable.
std::optional<std::size_t> Simplex::leaving(std::size_t column) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < basis_.size(); ++i) {
    if (at(i, column) <= 0) continue;
    if (best) {
      const std::int64_t own = product(at(i, rhs()), at(*best, column));
      const std::int64_t other = product(at(*best, rhs()), at(i, column));
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

void Simplex::pivot(std::size_t row, std::size_t column, Costs& costs) {
  const Line by = line(row);
  filled_.clear();
  for (std::size_t j = 0; j < by.size(); ++j)
    if (by[j] != 0) filled_.push_back(j);
  for (std::size_t i = 0; i < basis_.size(); ++i)
    if (i != row) eliminate(line(i), by, column);
  eliminate(costs, by, column);
  denominator_ = by[column];
  basis_[row] = column;
}

// line := (line × pivot - line[column] × by) / denominator, which leaves no remainder. filled_ are the places where
// `by` is not 0; the others stay as they are where pivot and denominator are 1, as they nearly always are.
void Simplex::eliminate(Line line, Line by, std::size_t column) {
  const std::int64_t pivot_number = by[column];
  const std::int64_t factor = line[column];
  if (factor == 0 && pivot_number == denominator_) return;
  if (pivot_number == 1 && denominator_ == 1) {
    for (const std::size_t j : filled_) line[j] = difference(line[j], product(factor, by[j]));
    return;
  }
  for (std::size_t j = 0; j < line.size(); ++j)
    line[j] = difference(product(line[j], pivot_number), product(factor, by[j])) / denominator_;
}

}  // namespace nianbao

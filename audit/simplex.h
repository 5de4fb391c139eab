// Linear equations over numbers that are not negative, solved exactly in integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace nianbao {

// Σ sign × x = total.
struct LinearRow {
  std::vector<std::pair<std::size_t, int>> terms;  // variable, +1 or -1; each variable once
  std::int64_t total = 0;
};

// The simplex method with whole numbers over one common denominator, so nothing is rounded (Edmonds' integer pivoting);
// Bland's rule, so it ends. A new object holds a first solution, if there is one.
class Simplex {
 public:
  Simplex(std::size_t variables, const std::vector<LinearRow>& rows);

  // The least or greatest value that a variable has in any solution.
  struct Optimum {
    std::optional<std::int64_t> value;  // rounded to the inside; nothing where it is unbounded
    std::vector<std::size_t> rows;      // whose combination proves it
  };

  // False: the rows contradict each other.
  bool is_feasible() const { return feasible_; }

  // Only while is_feasible().
  Optimum least(std::size_t variable) { return optimum(variable, +1); }
  Optimum greatest(std::size_t variable) { return optimum(variable, -1); }

  // Has the variable this value in the solution that was found last? Only while is_feasible().
  bool holds(std::size_t variable, std::int64_t value) const;

  // Forgets one of the rows that it was made with, which was not left out before. Only while is_feasible().
  void leave_out(std::size_t row);

  // False where numbers got too large to be exact; nothing that was said after that counts.
  bool is_exact() const { return exact_; }

 private:
  using Line = std::span<std::int64_t>;
  using Costs = std::vector<std::int64_t>;
  enum class End { kOptimal, kUnbounded };

  std::size_t rhs() const { return variables_ + rows_; }
  std::size_t width() const { return rhs() + 1; }
  Line line(std::size_t i) { return {numbers_.data() + i * width(), width()}; }
  std::int64_t at(std::size_t i, std::size_t column) const { return numbers_[i * width() + column]; }
  std::size_t artificial(std::size_t row) const { return variables_ + row; }
  void find_first_solution();
  void drive_out_artificials();
  Optimum optimum(std::size_t variable, int sign);
  std::optional<std::size_t> line_for(std::size_t column);
  End minimise(Costs& costs, std::size_t columns);
  static std::optional<std::size_t> entering(const Costs& costs, std::size_t columns);
  std::optional<std::size_t> leaving(std::size_t column);
  std::int64_t product(std::int64_t a, std::int64_t b);
  std::int64_t difference(std::int64_t a, std::int64_t b);
  void pivot(std::size_t row, std::size_t column, Costs& costs);
  void eliminate(Line line, Line by, std::size_t column);
  std::vector<std::size_t> rows_in(const Costs& costs, std::int64_t own_cost) const;
  std::int64_t value_of(std::size_t variable, int sign) const;

  std::size_t variables_;
  std::size_t rows_;
  // A line for each row that is left: variables, one artificial a row, right side; all over denominator_.
  std::vector<std::int64_t> numbers_;
  std::vector<std::size_t> basis_;  // the column that each line gives
  std::int64_t denominator_ = 1;
  std::vector<std::size_t> filled_;  // of the line that pivot() takes from the others: where it is not 0
  bool feasible_ = true;
  bool exact_ = true;
};

}  // namespace nianbao

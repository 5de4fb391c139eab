// The solved system when rows are left out of it, and what two rows say: both held against systems solved anew.
#include "audit/simplex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "audit/linear_system.h"
#include "audit/row_pair.h"

namespace nianbao::test {
namespace {

using Rows = std::vector<LinearRow>;

constexpr std::size_t kUnknowns = 6;

// Rows with any factors of 1 and -1, that hold for some numbers.
Rows random_rows(std::mt19937& random, std::size_t count) {
  std::vector<std::int64_t> numbers(kUnknowns);
  for (std::int64_t& number : numbers) number = random() % 2 == 0 ? 0 : static_cast<std::int64_t>(random() % 9);
  Rows rows(count);
  for (LinearRow& row : rows)
    for (std::size_t i = 0; i < kUnknowns; ++i) {
      const int factor = static_cast<int>(random() % 5) - 2;
      if (factor != 1 && factor != -1) continue;
      row.terms.emplace_back(i, factor);
      row.total += factor * numbers[i];
    }
  return rows;
}

TEST(Simplex, SaysTheSameWithRowsLeftOutAsWithoutThem) {
  std::mt19937 random(44);
  int bounded = 0;
  for (int i = 0; i < 300; ++i) {
    const Rows rows = random_rows(random, 1 + random() % 6);
    Simplex solved(kUnknowns, rows);
    ASSERT_TRUE(solved.is_feasible()) << i;
    std::vector<std::size_t> left;
    for (std::size_t row = 0; row < rows.size(); ++row) left.push_back(row);
    while (!left.empty()) {
      const auto out = left.begin() + static_cast<std::ptrdiff_t>(random() % left.size());
      solved.leave_out(*out);
      left.erase(out);
      Rows some;
      for (const std::size_t row : left) some.push_back(rows[row]);
      Simplex anew(kUnknowns, some);
      for (std::size_t unknown = 0; unknown < kUnknowns; ++unknown) {
        EXPECT_EQ(solved.least(unknown).value, anew.least(unknown).value) << i;
        EXPECT_EQ(solved.greatest(unknown).value, anew.greatest(unknown).value) << i;
        for (const std::size_t row : solved.greatest(unknown).rows)
          EXPECT_NE(std::find(left.begin(), left.end(), row), left.end()) << i << ": a row that was left out proves";
        bounded += anew.greatest(unknown).value ? 1 : 0;
      }
      EXPECT_TRUE(solved.is_exact()) << i;
    }
  }
  EXPECT_GT(bounded, 500);
}

TEST(RowPair, SaysAllThatTwoRowsSayTogether) {
  std::mt19937 random(2);
  int more_than_alone = 0;
  for (int i = 0; i < 2'000; ++i) {
    const Rows rows = random_rows(random, 2);
    const auto ranges = LinearSystem(kUnknowns, rows).ranges();
    ASSERT_TRUE(ranges) << i;
    for (const auto& [unknown, sign] : rows[0].terms) {
      const RowPair pair(rows[0], unknown, kUnknowns);
      EXPECT_EQ(pair.range_with(rows[1]), (*ranges)[unknown]) << i;
      EXPECT_EQ(pair.range(), (*LinearSystem(kUnknowns, {rows[0]}).ranges())[unknown]) << i;
      more_than_alone += both(pair.range(), RowPair(rows[1], unknown, kUnknowns).range()) == (*ranges)[unknown] ? 0 : 1;
    }
  }
  EXPECT_GT(more_than_alone, 50);
}

}  // namespace
}  // namespace nianbao::test

// Equations over whole numbers ≥ 0, held against trying all numbers.
#include "audit/linear_system.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

namespace nianbao::test {
namespace {

using Rows = std::vector<LinearRow>;

bool holds(const LinearRow& row, const std::vector<std::int64_t>& numbers) {
  std::int64_t sum = 0;
  for (const auto& [unknown, sign] : row.terms) sum += sign * numbers[unknown];
  return sum == row.total;
}

// The ranges of all solutions with numbers up to `most`, by trying every one.
std::optional<std::vector<Range>> tried(std::size_t unknowns, const Rows& rows, std::int64_t most) {
  std::optional<std::vector<Range>> ranges;
  std::vector<std::int64_t> numbers(unknowns, 0);
  for (;;) {
    if (std::all_of(rows.begin(), rows.end(), [&](const LinearRow& row) { return holds(row, numbers); })) {
      if (!ranges) {
        ranges.emplace();
        for (const std::int64_t n : numbers) ranges->push_back({n, n});
      }
      for (std::size_t i = 0; i < unknowns; ++i) {
        (*ranges)[i].least = std::min((*ranges)[i].least, numbers[i]);
        (*ranges)[i].most = std::max(*(*ranges)[i].most, numbers[i]);
      }
    }
    std::size_t i = 0;
    while (i < unknowns && numbers[i] == most) numbers[i++] = 0;
    if (i == unknowns) return ranges;
    ++numbers[i];
  }
}

TEST(LinearSystem, SaysWhatIsForcedBoundedAndFree) {
  struct Case {
    const char* special;
    std::size_t unknowns;
    Rows rows;
    std::vector<Range> ranges;
  };
  const Case cases[] = {
      {"one equation, one unknown", 1, {{{{0, 1}}, 272}}, {{272, 272}}},
      {"a sum of 0 forces its parts", 3, {{{{0, 1}, {1, 1}, {2, 1}}, 0}}, {{0, 0}, {0, 0}, {0, 0}}},
      {"parts of a sum are bounded", 2, {{{{0, 1}, {1, 1}}, 5}}, {{0, 5}, {0, 5}}},
      {"a total over unknown parts is free above", 2, {{{{0, 1}, {1, -1}}, 3}}, {{3, {}}, {0, {}}}},
      {"a difference", 2, {{{{0, 1}, {1, -1}}, -3}}, {{0, {}}, {3, {}}}},
      // x + y = 4, x + z = 4, y + z = 4: no equation alone says that all are 2.
      {"three equations together",
       3,
       {{{{0, 1}, {1, 1}}, 4}, {{{0, 1}, {2, 1}}, 4}, {{{1, 1}, {2, 1}}, 4}},
       {{2, 2}, {2, 2}, {2, 2}}},
      // A square of cells whose sums over rows and columns are known: one is free to move, and moves the others.
      {"a square",
       4,
       {{{{0, 1}, {1, 1}}, 3}, {{{2, 1}, {3, 1}}, 1}, {{{0, 1}, {2, 1}}, 2}, {{{1, 1}, {3, 1}}, 2}},
       {{1, 2}, {1, 2}, {0, 1}, {0, 1}}},
  };
  for (const Case& c : cases) {
    const auto ranges = LinearSystem(c.unknowns, c.rows).ranges();
    ASSERT_TRUE(ranges) << c.special;
    EXPECT_EQ(*ranges, c.ranges) << c.special;
  }
}

TEST(LinearSystem, ContradictionsAreFoundWithoutIdleEquations) {
  const LinearRow idle{{{2, 1}, {3, 1}}, 7};
  struct Case {
    const char* special;
    Rows rows;
    std::vector<std::size_t> contradiction;
  };
  const Case cases[] = {
      {"no number is negative", {idle, {{{0, 1}, {1, 1}}, -1}}, {1}},
      {"two sums of the same", {{{{0, 1}, {1, 1}}, 3}, idle, {{{0, 1}, {1, 1}}, 4}}, {0, 2}},
      {"a part above its sum", {{{{0, 1}}, 9}, {{{0, 1}, {1, 1}}, 4}, idle}, {0, 1}},
      {"a circle", {{{{0, 1}, {1, -1}}, 1}, {{{1, 1}, {0, -1}}, 1}, idle}, {0, 1}},
      {"none", {{{{0, 1}, {1, 1}}, 3}, idle}, {}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(LinearSystem(4, c.rows).contradiction(), c.contradiction) << c.special;
    EXPECT_EQ(LinearSystem(4, c.rows).ranges().has_value(), c.contradiction.empty()) << c.special;
  }
}

TEST(LinearSystem, ProofsAreShort) {
  // x0 is forced by row 0 alone, x2 needs rows 1 and 2, x3 all of the rest.
  const Rows rows = {{{{0, 1}}, 4}, {{{0, 1}, {1, 1}}, 6}, {{{1, 1}, {2, 1}}, 5}, {{{2, 1}, {3, 1}}, 9}};
  LinearSystem system(4, rows);
  const auto ranges = system.ranges();
  ASSERT_TRUE(ranges);
  EXPECT_EQ(system.proof(0, (*ranges)[0]).rows, (std::vector<std::size_t>{0}));
  EXPECT_EQ(system.proof(1, (*ranges)[1]).rows, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(system.proof(2, (*ranges)[2]).rows, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(system.proof(3, (*ranges)[3]).rows, (std::vector<std::size_t>{0, 1, 2, 3}));
}

// A table with sums over its rows and columns, where some cells are unknown.
struct Puzzle {
  std::size_t unknowns = 0;
  Rows rows;
};

Puzzle random_puzzle(std::mt19937& random, std::size_t most_unknown) {
  constexpr std::size_t kHeight = 4, kWidth = 4;  // with the sums
  std::vector<std::vector<int>> cells(kHeight, std::vector<int>(kWidth));
  for (std::size_t r = 0; r + 1 < kHeight; ++r)
    for (std::size_t c = 0; c + 1 < kWidth; ++c) {
      cells[r][c] = static_cast<int>(random() % 3);
      cells[r][kWidth - 1] += cells[r][c];
      cells[kHeight - 1][c] += cells[r][c];
      cells[kHeight - 1][kWidth - 1] += cells[r][c];
    }
  std::vector<std::size_t> place(kHeight * kWidth, 99);
  Puzzle puzzle;
  while (puzzle.unknowns < most_unknown) {
    const std::size_t cell = random() % place.size();
    if (place[cell] == 99) place[cell] = puzzle.unknowns++;
  }
  const auto add = [&](const std::vector<std::pair<std::size_t, int>>& terms) {
    LinearRow row;
    for (const auto& [cell, sign] : terms)
      if (place[cell] != 99)
        row.terms.emplace_back(place[cell], sign);
      else
        row.total -= sign * cells[cell / kWidth][cell % kWidth];
    puzzle.rows.push_back(std::move(row));
  };
  for (std::size_t r = 0; r < kHeight; ++r)
    add({{r * kWidth, 1}, {r * kWidth + 1, 1}, {r * kWidth + 2, 1}, {r * kWidth + 3, -1}});
  for (std::size_t c = 0; c < kWidth; ++c) add({{c, 1}, {kWidth + c, 1}, {2 * kWidth + c, 1}, {3 * kWidth + c, -1}});
  return puzzle;
}

// No sum of nine numbers below 3 is above 18, but an unknown total over unknown parts has no end: what the trial sees
// there is only its own limit.
TEST(LinearSystem, AgreesWithTryingAllNumbers) {
  std::mt19937 random(20210930);
  constexpr std::int64_t kMost = 7;
  int bounded = 0;
  for (int i = 0; i < 400; ++i) {
    const Puzzle puzzle = random_puzzle(random, 1 + random() % 6);
    const auto ranges = LinearSystem(puzzle.unknowns, puzzle.rows).ranges();
    const auto expected = tried(puzzle.unknowns, puzzle.rows, kMost);
    ASSERT_TRUE(ranges) << i;
    if (!expected) continue;  // the solutions have numbers above kMost
    for (std::size_t u = 0; u < puzzle.unknowns; ++u) {
      const Range& range = (*ranges)[u];
      if (!range.most || *range.most > kMost) continue;
      ++bounded;
      EXPECT_EQ(range.least, (*expected)[u].least) << i;
      EXPECT_EQ(range.most, (*expected)[u].most) << i;
    }
  }
  EXPECT_GT(bounded, 500);
}

TEST(LinearSystem, EveryEquationOfAProofIsNeeded) {
  std::mt19937 random(60);
  for (int i = 0; i < 200; ++i) {
    const Puzzle puzzle = random_puzzle(random, 1 + random() % 8);
    LinearSystem system(puzzle.unknowns, puzzle.rows);
    const auto ranges = system.ranges();
    ASSERT_TRUE(ranges) << i;
    for (std::size_t u = 0; u < puzzle.unknowns; ++u) {
      const Proof proof = system.proof(u, (*ranges)[u]);
      const auto range_from = [&](const std::vector<std::size_t>& rows) {
        Rows some;
        for (const std::size_t row : rows) some.push_back(puzzle.rows[row]);
        return (*LinearSystem(puzzle.unknowns, some).ranges())[u];
      };
      EXPECT_EQ(range_from(proof.rows), (*ranges)[u]) << i;
      for (const std::size_t row : proof.rows) {
        std::vector<std::size_t> fewer = proof.rows;
        std::erase(fewer, row);
        EXPECT_NE(range_from(fewer), (*ranges)[u]) << i;
      }
    }
  }
}

}  // namespace
}  // namespace nianbao::test

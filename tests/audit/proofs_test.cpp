// What the sums prove about cells without a number, held against what was there before it was blanked.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "audit/table_proof.h"
#include "tests/support/places.h"
#include "tests/support/plain_report.h"
#include "tests/support/random_report.h"
#include "tests/support/rounds.h"

namespace nianbao::test {
namespace {

using Numbers = std::map<std::string, int>;

struct Blanked {
  Report report;
  Numbers numbers;
};

Blanked blanked(const std::string& form, std::mt19937& random, std::size_t in_hundred, bool zeros_only) {
  Blanked blanked;
  blanked.numbers = RandomReport(form, random).numbers();
  blanked.report = plain_report(form, blanked.numbers);
  for (const auto& [id, number] : blanked.numbers)
    if (random() % 100 < in_hundred && (number == 0 || !zeros_only)) set_blank(blanked.report, id);
  return blanked;
}

// What some sums alone say of a cell.
Range range_by(const std::vector<const Identity*>& sums, const TableProof& proof, const Implied& implied) {
  return (*TableSystem(proof.table, sums).system().ranges())[static_cast<std::size_t>(&implied - proof.implied.data())];
}

void expect_needed(const TableProof& proof, const Implied& implied) {
  EXPECT_EQ(range_by(implied.proof, proof, implied), implied.range);
  for (const Identity* sum : implied.proof) {
    std::vector<const Identity*> fewer = implied.proof;
    std::erase(fewer, sum);
    EXPECT_NE(range_by(fewer, proof, implied), implied.range) << sum->rule;
  }
}

TEST(Proofs, AreSoundOverRandomTables) {
  std::mt19937 random(30);
  int forced = 0;
  for (int i = 0; i < 200 * rounds(1); ++i) {
    const Blanked made = blanked(i % 2 == 0 ? "2019" : "2021", random, 1 + random() % 30, i % 3 == 0);
    for (const TableProof& proof : prove_sums(made.report.record)) {
      EXPECT_TRUE(proof.is_consistent()) << i;
      for (const Implied& implied : proof.implied) {
        const std::string& id = proof.table.cells[implied.cell]->field->id;
        const int number = made.numbers.at(id);
        EXPECT_LE(implied.range.least, number) << i << " " << id;
        EXPECT_GE(implied.range.most.value_or(number), number) << i << " " << id;
        EXPECT_EQ(implied.proof.empty(), !implied.range.is_forced()) << i << " " << id;
        if (implied.range.is_forced() && ++forced % 10 == 0) expect_needed(proof, implied);
      }
    }
  }
  EXPECT_GT(forced, 500);
}

// The sums alone, by trying numbers one after another: the first cell gets each, the others follow.
class Trial {
 public:
  Trial(const SumTable& table, std::int64_t most) : table_(table), most_(most) {
    for (std::size_t i = 0; i < table.numbers.size(); ++i)
      if (!table.numbers[i]) unknown_.push_back(i);
  }

  // True if some numbers up to `most` for the unknown cells make all sums hold, with `cell` being `number`.
  bool can_be(std::size_t cell, std::int64_t number) {
    table_.numbers[cell] = number;
    const bool found = fill(0);
    table_.numbers[cell].reset();
    return found;
  }

 private:
  bool fill(std::size_t next) {
    if (!can_still_hold()) return false;
    while (next < unknown_.size() && table_.numbers[unknown_[next]]) ++next;
    if (next == unknown_.size()) return true;
    const std::size_t cell = unknown_[next];
    for (std::int64_t n = 0; n <= most_; ++n) {
      table_.numbers[cell] = n;
      const bool found = fill(next + 1);
      table_.numbers[cell].reset();
      if (found) return true;
    }
    return false;
  }

  bool can_still_hold() const {
    for (const Identity* identity : table_.identities) {
      std::int64_t low = 0;
      std::int64_t high = 0;
      for (const auto& [cell, sign] : identity->terms) {
        const auto& number = table_.numbers[cell];
        low += number ? sign * *number : sign > 0 ? 0 : -most_;
        high += number ? sign * *number : sign > 0 ? most_ : 0;
      }
      if (low > 0 || high < 0) return false;
    }
    return true;
  }

  SumTable table_;
  std::int64_t most_;
  std::vector<std::size_t> unknown_;
};

std::optional<Range> tried(const SumTable& table, std::size_t cell, std::int64_t most) {
  Trial trial(table, most);
  std::optional<Range> range;
  for (std::int64_t n = 0; n <= most; ++n) {
    if (!trial.can_be(cell, n)) continue;
    if (!range) range = {n, n};
    range->most = n;
  }
  return range;
}

// Small numbers, at most twelve unknown cells that crowd into two rows and three columns, so that they depend on each
// other.
TEST(Proofs, AreCompleteWhereTwelveCellsAreUnknown) {
  constexpr std::int64_t kMost = 12;
  std::mt19937 random(21);
  int compared = 0;
  for (int i = 0; i < 60 * rounds(1); ++i) {
    const Form& form = *built_in_schema().find_form(i % 2 == 0 ? "2019" : "2021");
    Numbers numbers;
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields)
        numbers[field.id] = random() % 3 == 0 ? static_cast<int>(random() % 3) : 0;
    balance(form, numbers);
    Report report = plain_report(form.id, numbers);
    const FormTable& table = form.tables[1];
    const FormBlock& block = table.blocks.front();
    const std::size_t top = random() % (block.rows.size() - 3);
    int unknown = 0;
    for (std::size_t r = top; r < top + 3; ++r)
      for (std::size_t c = 0; c < block.columns.size(); ++c)
        if (random() % 2 == 0 && unknown < 12) {
          set_blank(report, table.fields[block.field_at(r, c)].id);
          ++unknown;
        }
    const std::vector<TableProof> proofs = prove_sums(report.record);
    // Only where the trial cannot run into its own limit.
    const auto& implied = proofs.front().implied;
    if (std::any_of(implied.begin(), implied.end(),
                    [&](const Implied& one) { return one.range.most.value_or(kMost + 1) > kMost; }))
      continue;
    for (const Implied& one : implied) {
      EXPECT_EQ(tried(proofs.front().table, one.cell, kMost), one.range) << i;
      ++compared;
    }
  }
  EXPECT_GT(compared, 100);
}

}  // namespace
}  // namespace nianbao::test

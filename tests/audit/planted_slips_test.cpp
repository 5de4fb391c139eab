// Slips planted in consistent reports: each that breaks a sum is found, and the cell is named.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <set>

#include "audit/rules.h"
#include "audit/sums.h"
#include "tests/support/places.h"
#include "tests/support/plain_report.h"
#include "tests/support/random_report.h"
#include "tests/support/rounds.h"

namespace nianbao::test {
namespace {

using Numbers = std::map<std::string, int>;

// The fields of one table, row by row.
std::vector<std::vector<std::string>> rows_of(const std::string& form, int section) {
  std::vector<std::vector<std::string>> rows;
  for (const FormTable& table : built_in_schema().find_form(form)->tables) {
    if (table.section != section) continue;
    for (const FormBlock& block : table.blocks)
      for (std::size_t r = 0; r < block.rows.size(); ++r) {
        rows.emplace_back();
        for (std::size_t c = 0; c < block.columns.size(); ++c)
          rows.back().push_back(table.fields[block.field_at(r, c)].id);
      }
  }
  return rows;
}

bool sums_hold(const std::string& form, const Numbers& numbers) {
  const auto& identities = built_in_schema().find_form(form)->identities;
  return std::all_of(identities.begin(), identities.end(), [&](const Identity& identity) {
    int difference = 0;
    for (const std::string& id : identity.left) difference += numbers.at(id);
    for (const std::string& id : identity.right) difference -= numbers.at(id);
    return difference == 0;
  });
}

bool has_error(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.outcome == Outcome::kViolated; });
}

const Finding* suspect_of(const std::vector<Finding>& findings) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "R-3-07"; });
  return found == findings.end() ? nullptr : &*found;
}

// Where `field` stands among the candidates of an evidence like "a: 1 -> 2 (slip); b: …", from 0; -1 where it does not.
int rank_of(const std::string& evidence, const std::string& field) {
  int rank = 0;
  for (std::size_t begin = 0; begin < evidence.size(); ++rank) {
    const std::size_t end = std::min(evidence.find("; ", begin), evidence.size());
    if (evidence.substr(begin, end - begin).starts_with(field + ":")) return rank;
    begin = end + 2;
  }
  return -1;
}

// What people do to a number.
int slipped(int number, std::mt19937& random) {
  std::string digits = std::to_string(number);
  const std::size_t at = random() % digits.size();
  switch (random() % 7) {
    case 0:
      digits.erase(at, 1);
      break;
    case 1:
      digits.insert(at, 1, digits[at]);
      break;
    case 2:
      std::swap(digits[at], digits[(at + 1) % digits.size()]);
      break;
    case 3:
      digits[at] = static_cast<char>('0' + random() % 10);
      break;
    case 4:
      digits += "0";
      break;
    case 5:
      digits = "0";
      break;
    default:
      digits = std::to_string(random() % 400);
  }
  return digits.empty() ? 0 : std::atoi(digits.c_str());
}

struct Score {
  int planted = 0;
  int first = 0;
  int among_three = 0;
};

class PlantedSlips : public testing::TestWithParam<std::string> {
 protected:
  Numbers consistent() { return RandomReport(GetParam(), random_).numbers(); }
  std::vector<Finding> findings_of(const Numbers& numbers) {
    return check_sums(plain_report(GetParam(), numbers), built_in_schema());
  }
  std::string any_cell(int section) {
    const auto rows = rows_of(GetParam(), section);
    const auto& row = rows[random_() % rows.size()];
    return row[random_() % row.size()];
  }

  std::mt19937 random_{20211130};
};

TEST_P(PlantedSlips, ConsistentReportsHaveNoFindings) {
  for (int i = 0; i < 300 * rounds(2); ++i) EXPECT_TRUE(findings_of(consistent()).empty()) << i;
}

// Section 三: every cell stands in a sum over its row and one over its column. Section 四: in one sum, so the sums
// alone cannot tell which of its cells is wrong.
TEST_P(PlantedSlips, OneWrongNumberIsFoundAndItsCellNamed) {
  std::map<int, Score> scores;
  for (int i = 0; i < 500 * rounds(2); ++i) {
    Numbers numbers = consistent();
    const int section = i % 8 == 0 ? 4 : 3;
    const std::string cell = any_cell(section);
    numbers[cell] = slipped(numbers[cell], random_);
    const std::vector<Finding> findings = findings_of(numbers);
    EXPECT_EQ(has_error(findings), !sums_hold(GetParam(), numbers)) << i << " " << cell;
    const Finding* suspect = suspect_of(findings);
    EXPECT_EQ(suspect != nullptr, !sums_hold(GetParam(), numbers)) << i << " " << cell;
    if (suspect == nullptr) continue;
    const int rank = rank_of(suspect->evidence, cell);
    ++scores[section].planted;
    scores[section].first += rank == 0 ? 1 : 0;
    scores[section].among_three += rank >= 0 && rank < 3 ? 1 : 0;
  }
  for (const auto& [section, score] : scores)
    std::cout << "section " << section << ": " << score.planted << " slips, first " << score.first << ", among three "
              << score.among_three << "\n";
  EXPECT_GT(scores[3].planted, 200);
  EXPECT_GE(scores[3].first, scores[3].planted * 95 / 100);
  EXPECT_GE(scores[3].among_three, scores[3].planted * 99 / 100);
}

TEST_P(PlantedSlips, ANumberInTheNextCellIsNamedAsMoved) {
  int planted = 0;
  for (int i = 0; i < 300 * rounds(2); ++i) {
    Numbers numbers = consistent();
    const auto rows = rows_of(GetParam(), 3);
    const std::size_t row = random_() % rows.size();
    const std::size_t column = random_() % (rows[row].size() - 1);
    const bool down = random_() % 2 == 0 && row + 1 < rows.size();
    const std::string from = rows[row][column];
    const std::string to = down ? rows[row + 1][column] : rows[row][column + 1];
    if (numbers[from] == 0 || numbers[to] != 0) continue;
    std::swap(numbers[from], numbers[to]);
    if (sums_hold(GetParam(), numbers)) continue;
    ++planted;
    const std::vector<Finding> findings = findings_of(numbers);
    EXPECT_TRUE(has_error(findings));
    const Finding* suspect = suspect_of(findings);
    ASSERT_NE(suspect, nullptr) << i;
    // The same number beside a 0 in other rows explains the sums as well.
    EXPECT_EQ(suspect->fields.size(), 2U);
    EXPECT_NE(suspect->evidence.find("(moved)"), std::string::npos) << suspect->evidence;
    const bool cut = suspect->evidence.find("; + ") != std::string::npos;
    EXPECT_TRUE(cut || rank_of(suspect->evidence, from) >= 0) << from << " " << suspect->evidence;
  }
  EXPECT_GT(planted, 20);
}

TEST_P(PlantedSlips, AShiftedRowIsOneFinding) {
  int planted = 0;
  for (int i = 0; i < 800 * rounds(2); ++i) {
    Numbers numbers = consistent();
    const auto rows = rows_of(GetParam(), 3);
    const auto& row = rows[random_() % rows.size()];
    const bool to_right = random_() % 2 == 0;
    Numbers shifted = numbers;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool at_edge = to_right ? c == 0 : c + 1 == row.size();
      shifted[row[c]] = at_edge ? 0 : numbers[row[to_right ? c - 1 : c + 1]];
    }
    std::set<std::string> changed;
    for (const std::string& cell : row)
      if (numbers[cell] != shifted[cell]) changed.insert(cell);
    if (changed.size() < 4) continue;
    ++planted;
    const std::vector<Finding> findings = findings_of(shifted);
    ASSERT_EQ(findings.size(), 1U) << i << " " << row.front();
    EXPECT_EQ(findings[0].rule, "R-3-07");
    EXPECT_EQ(findings[0].severity, Severity::kError);
    EXPECT_EQ(findings[0].outcome, Outcome::kViolated);
    EXPECT_EQ(std::set<std::string>(findings[0].fields.begin(), findings[0].fields.end()), changed);
    EXPECT_NE(findings[0].evidence.find("row_shifted"), std::string::npos);
  }
  EXPECT_GT(planted, 20);
}

INSTANTIATE_TEST_SUITE_P(Forms, PlantedSlips, testing::Values("2019", "2021"),
                         [](const auto& form) { return "Form" + form.param; });

}  // namespace
}  // namespace nianbao::test

// Digits that run together, held against a search of every way to read them: what can be one number only is given, what
// can be more is not. NIANBAO_ROUNDS=1000 tries more reports than a test run does.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/random_report.h"
#include "tests/support/rounds.h"
#include "tests/support/text_writer.h"

namespace nianbao::test {
namespace {

using Shown = std::optional<long>;  // nothing: a blank cell
using Row = std::vector<Shown>;

// Calls `found` with every way to put all `digits` into `cells` cells, in order: a blank, 0, or a number without a 0 in
// front.
void read_all_ways(const std::string& digits, std::size_t at, std::size_t cells, Row& row,
                   const std::function<void(const Row&)>& found) {
  constexpr std::size_t kLongest = 9;
  if (cells == 0) {
    if (at == digits.size()) found(row);
    return;
  }
  if (digits.size() - at > cells * kLongest) return;
  row.emplace_back(std::nullopt);
  read_all_ways(digits, at, cells - 1, row, found);
  for (std::size_t length = 1; length <= kLongest && at + length <= digits.size(); ++length) {
    row.back() = std::stol(digits.substr(at, length));
    read_all_ways(digits, at + length, cells - 1, row, found);
    if (digits[at] == '0') break;
  }
  row.pop_back();
}

long number(const Shown& cell) { return cell.value_or(0); }

// The last cell is the sum of the others.
bool adds_up(const Row& row) {
  long sum = 0;
  for (std::size_t i = 0; i + 1 < row.size(); ++i) sum += number(row[i]);
  return sum == number(row.back());
}

std::vector<Row> ways(const std::string& digits, std::size_t cells, const std::function<bool(const Row&)>& is_right) {
  std::vector<Row> all;
  Row row;
  read_all_ways(digits, 0, cells, row, [&](const Row& way) {
    if (is_right(way)) all.push_back(way);
  });
  return all;
}

bool any_row(const Row& /*row*/) { return true; }

// A block of the form and the digits that the report shows in each of its rows.
struct Digits {
  std::vector<std::vector<std::string>> fields;  // ids, by row
  std::vector<std::string> rows;
};

std::vector<Digits> blocks_of(const std::string& form, int section, const ModelReport& report) {
  std::vector<Digits> all;
  for (const FormTable& table : built_in_schema().find_form(form)->tables) {
    if (table.section != section) continue;
    for (const FormBlock& block : table.blocks) {
      Digits digits;
      for (std::size_t r = 0; r < block.rows.size(); ++r) {
        digits.fields.emplace_back();
        digits.rows.emplace_back();
        for (std::size_t c = 0; c < block.columns.size(); ++c) {
          digits.fields.back().push_back(table.fields[block.field_at(r, c)].id);
          digits.rows.back() += report.shown(digits.fields.back().back());
        }
      }
      all.push_back(std::move(digits));
    }
  }
  return all;
}

// Section 三: what each cell can be over all readings in which the sums of all rows hold and those sums over columns
// that can be checked: a row that has no reading, or shows nothing at all, leaves its columns without proof.
class Applications {
 public:
  explicit Applications(const std::vector<std::string>& rows) : total_(rows.size() - 2) {
    for (const std::string& digits : rows) {
      ways_.push_back(digits.empty() ? std::vector<Row>() : ways(digits, kColumns, adds_up));
      is_forced_.push_back(!ways_.back().empty() && ways(digits, kColumns, any_row).size() == 1);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (!ways_[row].empty()) continue;
      results_are_checked_ = results_are_checked_ && !is_in_results(row);
      balance_is_checked_ = balance_is_checked_ && !is_in_balance(row);
    }
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (is_checked(row)) cases_ *= ways_[row].size();
    possible_.assign(rows.size(), std::vector<std::set<Shown>>(kColumns));
    chosen_.resize(rows.size());
    if (is_small()) try_row(0);
  }

  bool is_small() const { return cases_ <= kMostCases; }

  // The number that the cell must be; nothing where it can be another one or a blank.
  Shown must_be(std::size_t row, std::size_t column) const {
    if (is_proved(row) && possible_[row][column].size() == 1) return *possible_[row][column].begin();
    return is_forced_[row] ? ways_[row].front()[column] : std::nullopt;
  }

  // Whether all is proved, in one reading, without a blank cell.
  bool is_complete() const {
    for (std::size_t row = 0; row < ways_.size(); ++row)
      for (const std::set<Shown>& cell : possible_[row])
        if (!is_proved(row) || cell.size() != 1 || !cell.begin()->has_value()) return false;
    return true;
  }

 private:
  static constexpr std::size_t kColumns = 7;
  static constexpr std::size_t kMostCases = 20'000;

  // 总计 is the sum of all results; 新收 + 结转 = 总计 + 结转下年.
  bool is_in_results(std::size_t row) const { return row >= 2 && row <= total_; }
  bool is_in_balance(std::size_t row) const { return row < 2 || row >= total_; }

  bool is_checked(std::size_t row) const {
    return (results_are_checked_ && is_in_results(row)) || (balance_is_checked_ && is_in_balance(row));
  }

  // All sums over its columns are checked.
  bool is_proved(std::size_t row) const {
    return (results_are_checked_ || !is_in_results(row)) && (balance_is_checked_ || !is_in_balance(row));
  }

  void try_row(std::size_t row) {
    if (row == ways_.size()) {
      if (columns_add_up()) note();
      return;
    }
    if (!is_checked(row)) return try_row(row + 1);
    for (const Row& way : ways_[row]) {
      chosen_[row] = &way;
      try_row(row + 1);
    }
  }

  bool columns_add_up() const {
    for (std::size_t c = 0; c < kColumns; ++c) {
      const auto at = [&](std::size_t row) { return number((*chosen_[row])[c]); };
      long results = 0;
      for (std::size_t row = 2; results_are_checked_ && row < total_; ++row) results += at(row);
      if (results_are_checked_ && results != at(total_)) return false;
      if (balance_is_checked_ && at(0) + at(1) != at(total_) + at(total_ + 1)) return false;
    }
    return true;
  }

  void note() {
    for (std::size_t row = 0; row < chosen_.size(); ++row)
      for (std::size_t c = 0; chosen_[row] != nullptr && c < kColumns; ++c)
        possible_[row][c].insert((*chosen_[row])[c]);
  }

  std::size_t total_;
  std::vector<std::vector<Row>> ways_;
  std::vector<bool> is_forced_;
  bool results_are_checked_ = true;
  bool balance_is_checked_ = true;
  std::size_t cases_ = 1;
  std::vector<const Row*> chosen_;
  std::vector<std::vector<std::set<Shown>>> possible_;
};

// Section 四: three totals one after another. `free` is a total that need not hold.
std::vector<Row> dispute_ways(const std::string& digits, std::optional<std::size_t> free) {
  constexpr std::size_t kGroup = 5;
  struct Start {
    Row row;
    std::size_t at = 0;
  };
  std::vector<Start> starts(1);
  for (std::size_t group = 0; group < 3; ++group) {
    std::vector<Start> next;
    for (const Start& start : starts)
      for (std::size_t end = start.at; end <= digits.size(); ++end)
        for (const Row& way : ways(digits.substr(start.at, end - start.at), kGroup,
                                   [&](const Row& row) { return free == group || adds_up(row); })) {
          next.push_back({start.row, end});
          next.back().row.insert(next.back().row.end(), way.begin(), way.end());
        }
    starts = std::move(next);
  }
  std::vector<Row> all;
  for (Start& start : starts)
    if (start.at == digits.size()) all.push_back(std::move(start.row));
  return all;
}

// Whether some cell can be blank although its own total would then not hold.
bool may_have_blank(const std::string& digits) {
  for (std::size_t group = 0; group < 3; ++group)
    for (const Row& row : dispute_ways(digits, group))
      for (std::size_t i = group * 5; i < group * 5 + 5; ++i)
        if (!row[i]) return true;
  return false;
}

// Reports whose numbers are nearly all 0 and otherwise have a digit or two, so that all readings can be tried.
class SmallReport {
 public:
  SmallReport(const std::string& form, std::mt19937& random) : random_(random), made_(form, random) {
    for (const std::string& id : made_.report().field_ids()) set(id, random_() % 12 == 0 ? 1 + pick(14) : 0);
    for (int pass = 0; pass < 3; ++pass)
      for (const Identity& identity : built_in_schema().find_form(form)->identities) balance(identity);
    const std::size_t defect = pick(4);
    if (defect == 1) made_.set_any("");
    if (defect == 2) made_.set_any(""), made_.set_any("");
    if (defect == 3) made_.set_any(std::to_string(pick(20)));
  }

  ModelReport& report() { return made_.report(); }

  std::map<int, std::vector<RowSpec>> tables() const { return made_.tables(); }

 private:
  std::size_t pick(std::size_t limit) { return random_() % limit; }
  void set(const std::string& id, std::size_t number) { report().set(id, std::to_string(number)); }

  void balance(const Identity& identity) {
    std::size_t sum = 0;
    for (const std::string& id : identity.right) sum += std::stoul(report().shown(id));
    for (std::size_t i = 1; i < identity.left.size(); ++i) set(identity.left[i], 0);
    set(identity.left.front(), sum);
  }

  std::mt19937& random_;
  RandomReport made_;
};

// What was given for a field, as a number; nothing where none was.
std::optional<long> given(const Report& report, const std::string& id) {
  const RecordField* field = report.record.find(id);
  return field != nullptr && field->value.status == Status::kValue ? std::optional(std::stol(field->value.number))
                                                                   : std::nullopt;
}

// `must`: the number that has to be given; nothing where none may be.
void expect_given(const Report& report, const std::string& id, const Shown& must, const std::string& digits) {
  EXPECT_EQ(given(report, id), must) << id << " of " << digits << (must ? " can only be this" : " can be several");
}

Shown only_one(const std::set<Shown>& possible) { return possible.size() == 1 ? *possible.begin() : std::nullopt; }

void check_rows_without_sums(const std::string& form, ModelReport& made, const Report& report) {
  for (const Digits& block : blocks_of(form, 2, made))
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
      const std::vector<std::string>& fields = block.fields[r];
      if (fields.size() < 2 || block.rows[r].empty()) continue;
      const std::vector<Row> all = ways(block.rows[r], fields.size(), any_row);
      for (std::size_t c = 0; c < fields.size(); ++c)
        expect_given(report, fields[c], all.size() == 1 ? all.front()[c] : std::nullopt, block.rows[r]);
    }
}

void check_applications(const Digits& block, const Applications& search, const Report& report) {
  for (std::size_t r = 0; r < block.rows.size(); ++r)
    for (std::size_t c = 0; c < block.fields[r].size(); ++c)
      expect_given(report, block.fields[r][c], search.must_be(r, c), block.rows[r]);
}

void check_disputes(const Digits& block, const Applications& applications, const Report& report) {
  const std::string& digits = block.rows.front();
  const std::vector<std::string>& fields = block.fields.front();
  const std::vector<Row> all = dispute_ways(digits, std::nullopt);
  const bool is_proved = applications.is_complete() && !may_have_blank(digits);
  const bool is_forced = digits == std::string(fields.size(), '0');
  for (std::size_t c = 0; c < fields.size(); ++c) {
    std::set<Shown> possible;
    for (const Row& row : all) possible.insert(row[c]);
    expect_given(report, fields[c], is_proved || is_forced ? only_one(possible) : std::nullopt, digits);
  }
}

std::string run_together(const std::map<int, std::vector<RowSpec>>& tables) {
  for (const TextWriter& writer : text_writers())
    if (std::string(writer.name) == "run-together") return report_text(tables, writer);
  throw std::runtime_error("no such writer");
}

// 1 new application that nobody has dealt with: no reading satisfies the sums over columns.
TEST(RunTogether, RowsThatCanBeReadInOneWayAreGivenBesideAContradiction) {
  ModelReport made(built_in_schema(), "2019", 2022);
  for (const std::string& id : made.field_ids()) made.set(id, "0");
  made.set("req_new__natural", "1");
  made.set("req_new__total", "1");
  const std::string text = run_together({{2, made.table(2)}, {3, made.table(3)}, {4, made.table(4)}});
  const Result<Report> report = process_report({text, "a.txt"}, built_in_schema(), {});
  ASSERT_TRUE(report);
  EXPECT_EQ(given(*report, "req_carried_in__natural"), 0);
  EXPECT_EQ(given(*report, "res_denied_process__total"), 0);
  EXPECT_EQ(given(*report, "req_new__natural"), std::nullopt);
}

class RunTogetherReports : public testing::TestWithParam<std::string> {};

TEST_P(RunTogetherReports, GivesWhatCanBeOneNumberOnly) {
  const int many = rounds(8);
  std::mt19937 random(20261126U + static_cast<unsigned>(many));
  int tried = 0;
  for (int round = 0; round < many && !HasFailure(); ++round) {
    SmallReport made(GetParam(), random);
    const Digits block = blocks_of(GetParam(), 3, made.report()).front();
    const Applications search(block.rows);
    if (!search.is_small()) continue;
    const std::string text = run_together(made.tables());
    SCOPED_TRACE(text);
    const Result<Report> report = process_report({text, "a.txt"}, built_in_schema(), {});
    ASSERT_TRUE(report);
    check_rows_without_sums(GetParam(), made.report(), *report);
    check_applications(block, search, *report);
    check_disputes(blocks_of(GetParam(), 4, made.report()).front(), search, *report);
    ++tried;
  }
  EXPECT_GE(tried, many / 4);
  if (std::getenv("NIANBAO_ROUNDS") != nullptr)
    printf("%d of %d reports were small enough to try all readings\n", tried, many);
}

INSTANTIATE_TEST_SUITE_P(Forms, RunTogetherReports, testing::Values("2019", "2021"),
                         [](const testing::TestParamInfo<std::string>& made) { return "Form" + made.param; });

}  // namespace
}  // namespace nianbao::test

// Digits of a row without borders, and all that they can be.
#include "normalize/digit_row.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace nianbao::test {
namespace {

// The last cell is the sum of all before it.
std::vector<RowSum> total_of(std::size_t columns) {
  RowSum sum{{columns - 1}, {}};
  for (std::size_t i = 0; i + 1 < columns; ++i) sum.right.push_back(i);
  return {sum};
}

std::string shown(const RowReading& reading) {
  std::string out;
  for (const CellReading& cell : reading) out += (out.empty() ? "" : " ") + (cell ? std::to_string(*cell) : "_");
  return out;
}

std::vector<std::string> readings(const std::string& text, std::size_t columns, const std::vector<RowSum>& sums) {
  const std::optional<DigitRow> row = read_digits(text, columns, sums);
  if (!row || !row->is_listed) return {"too many"};
  std::vector<std::string> all;
  for (const RowReading& reading : row->readings) all.push_back(shown(reading));
  std::sort(all.begin(), all.end());
  return all;
}

using Strings = std::vector<std::string>;

TEST(DigitRow, ReadingsThatTheTotalAllows) {
  struct Case {
    const char* text;
    std::size_t columns;
    Strings expected;
  };
  const std::vector<Case> cases = {
      {"21710000218", 7, {"217 1 0 0 0 0 218"}},
      {"801000081", 7, {"80 1 0 0 0 0 81"}},
      {"230 000023", 7, {"23 0 0 0 0 0 23"}},
      {"0000000", 7, {"0 0 0 0 0 0 0"}},
      {"11213", 3, {"1 12 13", "11 2 13"}},  // two ways
      {"100001", 3, {}},                     // none: the zeros cannot be cells of three
      {"123", 3, {"1 2 3"}},
      {"1000002", 7, {}},  // the report's sum is wrong
  };
  for (const Case& made : cases)
    EXPECT_EQ(readings(made.text, made.columns, total_of(made.columns)), made.expected) << made.text;
}

TEST(DigitRow, BlankCellsAreAmongTheReadings) {
  EXPECT_EQ(readings("1212", 3, total_of(3)), (Strings{"12 _ 12", "_ 12 12"}));
  // 1 + 21 is 22, but so is 12 + 10 with a blank between.
  EXPECT_EQ(readings("121000022", 7, total_of(7)),
            (Strings{"1 21 0 0 0 0 22", "12 10 0 0 0 _ 22", "12 10 0 0 _ 0 22", "12 10 0 _ 0 0 22", "12 10 _ 0 0 0 22",
                     "12 _ 10 0 0 0 22", "_ 12 10 0 0 0 22"}));
  EXPECT_EQ(readings("00", 3, {}), (Strings{"0 0 _", "0 _ 0", "_ 0 0"}));
}

TEST(DigitRow, OnlyZerosAreForcedWithoutSums) {
  EXPECT_TRUE(read_digits("000", 3, {})->is_forced);
  EXPECT_TRUE(read_digits("0 0 0", 3, {})->is_forced);
  EXPECT_TRUE(read_digits("001", 3, {})->is_forced);
  for (const char* text : {"00", "100", "123", "6233440"}) EXPECT_FALSE(read_digits(text, 3, {})->is_forced) << text;
}

TEST(DigitRow, ABlankBetweenDigitsIsTheEndOfANumber) {
  EXPECT_EQ(readings("12 3", 2, {}), Strings{"12 3"});
  EXPECT_EQ(readings("12", 1, {}), Strings{"12"});
  EXPECT_EQ(readings("1 2", 1, {}), Strings{});
}

// Every reading is built by hand, a cell after another.
void all_readings(const std::string& digits, std::size_t at, RowReading& reading, std::size_t columns, Strings& out) {
  if (reading.size() == columns) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i + 1 < columns; ++i) sum += reading[i].value_or(0);
    if (at == digits.size() && sum == reading.back().value_or(0)) out.push_back(shown(reading));
    return;
  }
  reading.emplace_back(std::nullopt);
  all_readings(digits, at, reading, columns, out);
  for (std::size_t length = 1; at + length <= digits.size() && (length == 1 || digits[at] != '0'); ++length) {
    reading.back() = std::stoll(digits.substr(at, length));
    all_readings(digits, at + length, reading, columns, out);
  }
  reading.pop_back();
}

TEST(DigitRow, FindsExactlyWhatTryingEverythingFinds) {
  unsigned seed = 7;
  for (int round = 0; round < 400; ++round) {
    std::string digits;
    for (std::size_t i = 0; i < 4 + static_cast<std::size_t>(round % 6); ++i)
      digits += static_cast<char>('0' + (seed = seed * 1'103'515'245U + 12'345U) / 65'536U % 4);
    const std::size_t columns = 3 + static_cast<std::size_t>(round % 4);
    Strings expected;
    RowReading reading;
    all_readings(digits, 0, reading, columns, expected);
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(readings(digits, columns, total_of(columns)), expected) << digits << " in " << columns;
  }
}

TEST(DigitRow, ALongRowIsGivenUpInsteadOfTried) {
  EXPECT_EQ(readings(std::string(400, '1'), 40, {}), Strings{"too many"});
  EXPECT_EQ(readings(std::string(300, '1'), 40, {}), Strings{"too many"});
  EXPECT_EQ(readings("420204210492641617438894622118073", 7, total_of(7)).size(), 1U);
}

}  // namespace
}  // namespace nianbao::test

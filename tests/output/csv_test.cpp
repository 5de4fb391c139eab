#include "output/csv.h"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

#include "tests/support/program.h"

namespace nianbao::test {
namespace {

const std::vector<CsvColumn> kOneText = {{"a", ColumnType::kText, "", ""}};

struct TextCase {
  std::string input;
  std::string expected;
  const char* special;
};

const TextCase kQuoting[] = {
    {"", "", "null"},
    {"规章", "规章", "nothing to quote"},
    {" a ", " a ", "spaces are data"},
    {"a,b", "\"a,b\"", "comma"},
    {"a，b", "a，b", "a full-width comma is no comma"},
    {"a\"b", "\"a\"\"b\"", "quote"},
    {"\"", "\"\"\"\"", "only a quote"},
    {"\"\"", "\"\"\"\"\"\"", "two quotes"},
    {"“三安全”", "“三安全”", "Chinese quotes are no quotes"},
    {"a\nb", "\"a\nb\"", "LF"},
    {"a\rb", "\"a\rb\"", "CR"},
    {"a\r\nb", "\"a\r\nb\"", "CRLF"},
    {"\n", "\"\n\"", "only LF"},
    {"a\tb", "a\tb", "TAB inside"},
    {"a,\"b\"\nc", "\"a,\"\"b\"\"\nc\"", "all at once"},
    {"=1,2", "\"'=1,2\"", "a formula that must be quoted too"},
};

TEST(CsvLine, QuotesAsRfc4180) {
  for (const TextCase& c : kQuoting) EXPECT_EQ(csv_line(kOneText, {c.input}), c.expected + "\n") << c.special;
}

TEST(CsvLine, ReadsBackByAnotherReader) {
  const std::vector<CsvColumn> columns = {
      {"a", ColumnType::kText, "", ""}, {"b", ColumnType::kNumber, "", ""}, {"c", ColumnType::kText, "", ""}};
  std::string text = csv_header(columns);
  for (const TextCase& c : kQuoting) text += csv_line(columns, {c.input, "-5", c.input});
  const std::vector<CsvRecord> records = parse_csv(text);
  ASSERT_EQ(records.size(), std::size(kQuoting));
  for (std::size_t i = 0; i < records.size(); ++i) {
    EXPECT_EQ(records[i].at("a"), safe_text(kQuoting[i].input)) << kQuoting[i].special;
    EXPECT_EQ(records[i].at("b"), "-5") << kQuoting[i].special;
    EXPECT_EQ(records[i].at("c"), safe_text(kQuoting[i].input)) << kQuoting[i].special;
  }
}

TEST(CsvLine, JoinsByCommasAndEndsWithLf) {
  const std::vector<CsvColumn> columns = {
      {"a", ColumnType::kText, "", ""}, {"b", ColumnType::kInteger, "", ""}, {"c", ColumnType::kYear, "", ""}};
  EXPECT_EQ(csv_line(columns, {"x", "1", "2020"}), "x,1,2020\n");
  EXPECT_EQ(csv_line(columns, {"", "", ""}), ",,\n");
  EXPECT_EQ(csv_line(columns, {"", "0", ""}), ",0,\n");
  EXPECT_EQ(csv_header(columns), "a,b,c\n");
}

TEST(CsvLine, RefusesAnotherNumberOfValues) {
  EXPECT_THROW(csv_line(kOneText, {}), std::logic_error);
  EXPECT_THROW(csv_line(kOneText, {"a", "b"}), std::logic_error);
  EXPECT_THROW(csv_line({}, {"a"}), std::logic_error);
}

TEST(CsvLine, NumbersAreNeverMadeText) {
  for (const ColumnType type : {ColumnType::kInteger, ColumnType::kNumber, ColumnType::kYear})
    for (const char* number : {"0", "-5", "59237.2449", "-0.5"})
      EXPECT_EQ(csv_line({{"a", type, "", ""}}, {number}), std::string(number) + "\n");
}

const TextCase kFormulas[] = {
    {"=1+1", "'=1+1", "formula"},
    {"=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")", "link"},
    {"+1+1", "'+1+1", "plus begins a formula"},
    {"-1+1", "'-1+1", "minus begins a formula"},
    {"-2-3", "'-2-3", "a difference is no number"},
    {"+SUM(A1)", "'+SUM(A1)", "plus before a name"},
    {"-A1", "'-A1", "minus before a name"},
    {"@SUM(A1)", "'@SUM(A1)", "at"},
    {"\t=1", "'\t=1", "TAB"},
    {"\r=1", "'\r=1", "CR"},
    {"\tx", "'\tx", "TAB before text"},
    {"-5件", "'-5件", "a number with a unit is no number"},
    {"-1.2.3", "'-1.2.3", "two points"},
    {"=\n1", "'=\n1", "formula over two lines"},
    {"-无", "'-无", "a dash before text"},
    {"'=1", "''=1", "a formula that has an apostrophe gets one more"},
    {"''@A1", "'''@A1", "or several"},
    {"'\tx", "''\tx", "before TAB too"},
};

const TextCase kHarmless[] = {
    {"", "", "null"},
    {"规章", "规章", "text"},
    {"-5", "-5", "negative number"},
    {"+19", "+19", "number with a plus"},
    {"-0.5", "-0.5", "negative decimals"},
    {"0", "0", "zero"},
    {"477.35", "477.35", "decimals"},
    {"-", "-", "lone minus"},
    {"+", "+", "lone plus"},
    {"--", "--", "two minuses"},
    {"---", "---", "three minuses"},
    {"—", "—", "dash"},
    {"－5", "－5", "full-width minus"},
    {"＝1", "＝1", "full-width equals sign"},
    {"1=2", "1=2", "equals sign inside"},
    {"a@b.cn", "a@b.cn", "at inside"},
    {"1-2", "1-2", "minus inside"},
    {"'", "'", "an apostrophe alone"},
    {"'x", "'x", "an apostrophe before text"},
    {"'-5", "'-5", "an apostrophe before a number"},
    {"'--", "'--", "an apostrophe before signs"},
    {"/", "/", "slash"},
    {"|", "|", "pipe"},
};

TEST(SafeText, NeutralisesFormulas) {
  for (const TextCase& c : kFormulas) EXPECT_EQ(safe_text(c.input), c.expected) << c.special;
}

TEST(SafeText, LeavesTheRestAlone) {
  for (const TextCase& c : kHarmless) EXPECT_EQ(safe_text(c.input), c.expected) << c.special;
}

TEST(OriginalText, UndoesSafeText) {
  for (const TextCase& c : kFormulas) EXPECT_EQ(original_text(c.expected), c.input) << c.special;
  for (const TextCase& c : kHarmless) EXPECT_EQ(original_text(c.expected), c.input) << c.special;
}

// Every text of up to five of the characters that matter comes back, and no two of them are written alike.
TEST(OriginalText, UndoesSafeTextOfAnyText) {
  constexpr std::size_t kLongest = 5;
  const std::string characters = "'=-1x.\t";
  std::map<std::string, std::string> written;
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string text = texts[i];
    const std::string safe = safe_text(text);
    ASSERT_EQ(original_text(safe), text);
    ASSERT_TRUE(written.emplace(safe, text).second) << text;
    if (text.size() < kLongest)
      for (const char c : characters) texts.push_back(text + c);
  }
}

TEST(OriginalText, OnlyTextColumnsAreChanged) {
  EXPECT_EQ(original_value({"a", ColumnType::kText, "", ""}, "'=1"), "=1");
  EXPECT_EQ(original_value({"a", ColumnType::kNumber, "", ""}, "'=1"), "'=1");
}

}  // namespace
}  // namespace nianbao::test

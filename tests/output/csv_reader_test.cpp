#include "output/csv_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const std::vector<CsvColumn> kColumns = {
    {"a", ColumnType::kText, "", ""}, {"b", ColumnType::kNumber, "", ""}, {"c", ColumnType::kText, "", ""}};
const CsvTable kTable = {"table", "", "", kColumns, {"a"}};

std::vector<CsvRow> rows_of(const std::string& content) {
  const TemporaryFolder folder;
  write_file(folder / "table.csv", content);
  CsvReader reader(folder / "table.csv");
  std::vector<CsvRow> rows = {reader.header()};
  for (CsvRow row; reader.next(row);) rows.push_back(row);
  return rows;
}

struct GoodCase {
  const char* special;
  std::string content;
  std::vector<CsvRow> rows;
};

const GoodCase kGood[] = {
    {"plain", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
    {"CRLF", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
    {"BOM",
     "\xEF\xBB\xBF"
     "a,b\n1,2\n",
     {{"a", "b"}, {"1", "2"}}},
    {"no LF at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
    {"header alone", "a,b\n", {{"a", "b"}}},
    {"nulls", "a,b\n,\n", {{"a", "b"}, {"", ""}}},
    {"quoted null", "a,b\n\"\",\"\"\n", {{"a", "b"}, {"", ""}}},
    {"null at the end of the file", "a,b\n1,", {{"a", "b"}, {"1", ""}}},
    {"quoted value at the end of the file", "a,b\n1,\"2\"", {{"a", "b"}, {"1", "2"}}},
    {"commas, quotes and lines inside", "a,b\n\"x,\"\"y\"\"\nz\",\"\r\n\"\n", {{"a", "b"}, {"x,\"y\"\nz", "\r\n"}}},
    {"a CR that ends nothing", "a,b\n1\r1,2\n", {{"a", "b"}, {"1\r1", "2"}}},
    {"quoted before CRLF", "a,b\r\n1,\"2\"\r\n", {{"a", "b"}, {"1", "2"}}},
    {"empty lines", "a,b\n\n1,2\n\r\n\n", {{"a", "b"}, {"1", "2"}}},
    {"Chinese", "编号,“名”\n一，二,三\n", {{"编号", "“名”"}, {"一，二", "三"}}},
};

TEST(CsvReader, ReadsRfc4180) {
  for (const GoodCase& c : kGood) EXPECT_EQ(rows_of(c.content), c.rows) << c.special;
}

struct BadCase {
  const char* special;
  std::string content;
  const char* message;
};

const BadCase kBad[] = {
    {"empty file", "", ":1: the file is empty"},
    {"too few values", "a,b\n1,2\n3\n", ":3: the row has 1 values, the header 2"},
    {"too many values", "a,b\n1,2,3\n", ":2: the row has 3 values, the header 2"},
    {"a quote inside", "a,b\n1,2\n\n4\"x,5\n", ":4: a quote stands inside"},
    {"text behind a quote", "a,b\n\"1\"x,2\n", ":2: something stands behind"},
    {"CR and text behind a quote", "a,b\n\"1\"\rx,2\n", ":2: something stands behind"},
    {"open quote", "a,b\n1,2\n\"1,2\n3,4\n", ":3: a quoted value does not end"},
    {"lines inside values count", "a,b\n\"x\ny\nz\",2\n1\n", ":5: the row has 1"},
};

TEST(CsvReader, NamesFileLineAndReason) {
  for (const BadCase& c : kBad) {
    std::string message;
    try {
      rows_of(c.content);
    } catch (const CsvError& error) {
      message = error.what();
    }
    EXPECT_NE(message.find("table.csv" + std::string(c.message)), std::string::npos) << c.special << ": " << message;
  }
}

TEST(CsvReader, RefusesAFileThatIsNotThereAndAFolder) {
  const TemporaryFolder folder;
  EXPECT_THROW(CsvReader(folder / "missing.csv"), CsvError);
  EXPECT_THROW(CsvReader(folder.path()), CsvError);
}

TEST(CsvReader, RefusesARowWithoutEnd) {
  const TemporaryFolder folder;
  write_file(folder / "table.csv", "a,b\n1,\"" + std::string(std::size_t{3} << 20U, 'x'));
  CsvReader reader(folder / "table.csv", std::size_t{1} << 20U);
  CsvRow row;
  EXPECT_THROW(reader.next(row), CsvError);
}

TEST(CsvReader, FindsColumnsByName) {
  const TemporaryFolder folder;
  write_file(folder / "table.csv", "a,b,a\n1,2,3\n");
  CsvReader reader(folder / "table.csv");
  EXPECT_EQ(reader.column("b"), 1U);
  EXPECT_THROW(reader.column("a"), CsvError);
  EXPECT_THROW(reader.column("c"), CsvError);
}

// Any text of the characters that matter, sometimes long enough to lie across a block of the reader.
std::string any_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"'",  "=", "+", "-", "@", "\t", "\r", "\n",
                                                   "\"", ",", "1", ".", " ", "x",  "规", "\xEF\xBB\xBF"};
  std::string text(random() % 40 == 0 ? random() % 20000 : 0, 'x');
  for (auto i = random() % 6; i > 0; --i) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(TableReader, GivesBackWhatWasWritten) {
  std::mt19937 random(20261126);
  std::vector<CsvRow> written;
  std::string content = csv_header(kColumns);
  for (int i = 0; i < 3000; ++i) {
    written.push_back({any_text(random), random() % 2 == 0 ? "" : "-5", any_text(random)});
    content += csv_line(kColumns, written.back());
  }
  const TemporaryFolder folder;
  write_file(folder / "table.csv", content);
  TableReader reader(folder.path(), kTable);
  CsvRow row;
  for (const CsvRow& expected : written) {
    ASSERT_TRUE(reader.next(row));
    ASSERT_EQ(row, expected);
  }
  EXPECT_FALSE(reader.next(row));
}

TEST(TableReader, RefusesTheFileOfAnotherVersion) {
  for (const char* header : {"a,b\n", "a,b,c,d\n", "a,c,b\n", "x,b,c\n"}) {
    const TemporaryFolder folder;
    write_file(folder / "table.csv", header);
    EXPECT_THROW(TableReader(folder.path(), kTable), CsvError) << header;
  }
}

}  // namespace
}  // namespace nianbao::test

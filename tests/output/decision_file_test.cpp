#include "output/decision_file.h"

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const std::string kHeader = "finding_id,decision,corrected,reason,by,until\n";
const std::string kId = "0123456789abcdef";

std::vector<Decision> read(const std::string& content) {
  const TemporaryFolder folder;
  write_file(folder / "decisions.csv", content);
  return read_decisions(folder / "decisions.csv", built_in_schema());
}

TEST(ReadDecisions, GivesEveryColumn) {
  const std::vector<Decision> decisions =
      read(kHeader + kId + ",corrected,251000,\"called, they said so\",李四,2027-02-28\n");
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].finding_id, kId);
  EXPECT_EQ(decisions[0].kind, "corrected");
  EXPECT_EQ(decisions[0].corrected, "251000");
  EXPECT_EQ(decisions[0].reason, "called, they said so");
  EXPECT_EQ(decisions[0].by, "李四");
  EXPECT_EQ(decisions[0].until, "2027-02-28");
  EXPECT_EQ(decisions[0].line, 2U);
}

TEST(ReadDecisions, TakesWhatSpreadsheetsMake) {
  const std::string row = kId + ",acknowledged,,r,b,\n";
  const std::pair<const char*, std::string> cases[] = {
      {"BOM", "\xEF\xBB\xBF" + kHeader + row},
      {"CRLF", "finding_id,decision,corrected,reason,by,until\r\n" + kId + ",acknowledged,,r,b,\r\n"},
      {"columns in another order", "by,until,reason,corrected,decision,finding_id\nb,,r,,acknowledged," + kId + "\n"},
      {"spaces around values", kHeader + " " + kId + " , acknowledged ,, r , b ,\n"},
      {"empty rows", kHeader + ",,,,,\n" + row + "\n,,,,,\n"},
      {"the same twice", kHeader + row + row},
  };
  for (const auto& [special, content] : cases) {
    const std::vector<Decision> decisions = read(content);
    ASSERT_FALSE(decisions.empty()) << special;
    EXPECT_EQ(decisions[0].finding_id, kId) << special;
    EXPECT_EQ(decisions[0].reason, "r") << special;
  }
}

TEST(ReadDecisions, NamesFileLineAndWhatToDo) {
  const std::string row = kId + ",acknowledged,,r,b,\n";
  const struct {
    const char* special;
    std::string content;
    const char* message;
  } cases[] = {
      {"empty", "", ":1: the file is empty"},
      {"column missing", "finding_id,decision,corrected,reason,by\n", ":1: column until is missing"},
      {"column unknown", "finding_id,decision,corrected,reason,by,until,when\n", ":1: column \"when\" is not known"},
      {"decision unknown", kHeader + row + kId + ",ignored,,r,b,\n",
       ":3: decision \"ignored\" is not known; write ack"},
      {"decision missing", kHeader + kId + ",,,r,b,\n", ":2: decision \"\" is not known"},
      {"reason missing", kHeader + kId + ",acknowledged,, ,b,\n", ":2: the reason is missing"},
      {"by missing", kHeader + kId + ",acknowledged,,r,,\n", ":2: by is missing"},
      {"no such day", kHeader + kId + ",acknowledged,,r,b,2026-02-30\n", ":2: until \"2026-02-30\" is no day"},
      {"day of a spreadsheet", kHeader + kId + ",acknowledged,,r,b,2026/2/3\n", "write YYYY-MM-DD"},
      {"id of a spreadsheet", kHeader + "1.23E+15,acknowledged,,r,b,\n", ":2: finding_id \"1.23E+15\" is not 16 hex"},
      {"corrected without value", kHeader + kId + ",corrected,,r,b,\n", ":2: the corrected value is missing"},
      {"value without corrected", kHeader + kId + ",wrong_rule,5,r,b,\n", "needs the decision \"corrected\""},
      {"field unknown", kHeader + kId + ",corrected,req_all=5,r,b,\n", ":2: field \"req_all\" is not known"},
      {"no number", kHeader + kId + ",corrected,req_new__total=五,r,b,\n", ":2: \"五\" is no number"},
      {"field twice", kHeader + kId + ",corrected,req_new__total=5; req_new__total=6,r,b,\n", "each field once"},
      {"half a pair", kHeader + kId + ",corrected,req_new__total=5; 6,r,b,\n", "parted by"},
      {"decided otherwise", kHeader + row + kId + ",wrong_rule,,r,b,\n",
       ":3: finding 0123456789abcdef is decided other"},
      {"decided until another day", kHeader + row + kId + ",acknowledged,,r,b,2030-01-01\n", "in line 2; keep one"},
      {"GBK", kHeader + kId + ",acknowledged,,\xC0\xED\xD3\xC9,b,\n", ":2: the text is not UTF-8"},
      {"open quote", kHeader + kId + ",acknowledged,,\"r,b,\n", ":2: a quoted value does not end"},
  };
  for (const auto& c : cases) {
    std::string message;
    try {
      read(c.content);
    } catch (const DecisionError& error) {
      message = error.what();
    }
    EXPECT_NE(message.find("decisions.csv:"), std::string::npos) << c.special << ": " << message;
    EXPECT_NE(message.find(c.message), std::string::npos) << c.special << ": " << message;
  }
  EXPECT_THROW(read_decisions("/nowhere/decisions.csv", built_in_schema()), DecisionError);
}

TEST(CorrectionsByField, ReadsPairs) {
  using Pairs = std::map<std::string, std::string>;
  EXPECT_EQ(corrections_by_field("a=1"), (Pairs{{"a", "1"}}));
  EXPECT_EQ(corrections_by_field("a=1; b=-2.5"), (Pairs{{"a", "1"}, {"b", "-2.5"}}));
  EXPECT_EQ(corrections_by_field(" a = 1 ;b=2;"), (Pairs{{"a", "1"}, {"b", "2"}}));
  for (const char* no_pairs : {"5", "", "a=1; 5", "a=1; a=2"})
    EXPECT_EQ(corrections_by_field(no_pairs), Pairs{}) << no_pairs;
}

TEST(IsPlainNumber, AsValuesAreWritten) {
  for (const char* good : {"0", "251000", "-5", "477.35", "-0.5"}) EXPECT_TRUE(is_plain_number(good)) << good;
  for (const char* bad : {"", "-", "+5", "1,000", "5件", ".5", "5.", "1.2.3", "五", " 5", "1e3"})
    EXPECT_FALSE(is_plain_number(bad)) << bad;
}

TEST(IsDate, DaysThatThereAre) {
  for (const char* good : {"2026-11-26", "2024-02-29", "1999-12-31"}) EXPECT_TRUE(is_date(good)) << good;
  for (const char* bad : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026/01/01",
                          "2026-01-0x", "2026-01-011", "-026-01-01", "2026-01-+1"})
    EXPECT_FALSE(is_date(bad)) << bad;
}

}  // namespace
}  // namespace nianbao::test

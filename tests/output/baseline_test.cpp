#include "output/baseline.h"

#include <gtest/gtest.h>

#include "output/csv_reader.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

// An earlier version's files: fewer columns, in another order.
void put_baseline(const TemporaryFolder& folder) {
  write_file(
      folder / "reports.csv",
      "path,report_id,report_year,org_name\na.docx,r1,2020,清河县水务局\nb.docx,r2,2021,清河县水务局\nc.docx,r3,,\n");
  write_file(folder / "findings.csv",
             "report_id,finding_id,rule_id,severity,fields,evidence,message_zh,message_en\n"
             "r1,aaaaaaaa11111111,A,error,f,'=1,甲,first\n"
             "r1,aaaaaaaa22222222,A,error,f,,乙,second\n"
             "r2,bbbbbbbb11111111,B,note,,,丙,third\n"
             "r3,cccccccc11111111,A,note,,,丁,fourth\n");
}

std::map<std::string, std::string> gone(const Baseline& baseline, const RuleBook& rules) {
  std::string content = csv_header(gone_table().columns);
  baseline.tell_gone(rules, [&](const std::string& line) { content += line; });
  std::map<std::string, std::string> why;
  for (const CsvRecord& row : parse_csv(content)) why[row.at("finding_id")] = row.at("why");
  return why;
}

TEST(Baseline, NoneHasNothing) {
  const Baseline none;
  EXPECT_FALSE(none.is_given());
  EXPECT_FALSE(none.has("aaaaaaaa11111111"));
  EXPECT_TRUE(gone(none, {}).empty());
}

TEST(Baseline, KnowsItsFindings) {
  const TemporaryFolder folder;
  put_baseline(folder);
  const Baseline baseline(folder.path());
  EXPECT_TRUE(baseline.has("aaaaaaaa11111111"));
  EXPECT_TRUE(baseline.has("cccccccc11111111"));
  EXPECT_FALSE(baseline.has("aaaaaaaa33333333"));
  EXPECT_FALSE(baseline.has(""));
}

TEST(Baseline, SaysWhyFindingsAreGone) {
  const TemporaryFolder folder;
  put_baseline(folder);
  RuleBook rules;
  rules.rules.push_back({.id = "A"});
  rules.rules.push_back({.id = "B"});

  Baseline left(folder.path());
  EXPECT_EQ(gone(left, rules), (std::map<std::string, std::string>{{"aaaaaaaa11111111", "report_left"},
                                                                   {"aaaaaaaa22222222", "report_left"},
                                                                   {"bbbbbbbb11111111", "report_left"},
                                                                   {"cccccccc11111111", "report_left"}}));

  // r1 was saved again and has another id; of its findings one is as it was, the other has another number. r2 is as it
  // was.
  Baseline changed(folder.path());
  changed.meet_report("r9", "清河县水务局", "2020");
  changed.meet_report("r2", "清河县水务局", "2021");
  changed.meet_report("r8", "", "");
  for (const char* id : {"aaaaaaaa11111111", "aaaaaaaa44444444"}) changed.meet_finding(id);
  EXPECT_EQ(gone(changed, rules), (std::map<std::string, std::string>{{"aaaaaaaa22222222", "changed"},
                                                                      {"bbbbbbbb11111111", "resolved"},
                                                                      {"cccccccc11111111", "report_left"}}));
  rules.rules[1].level = RuleLevel::kOff;
  EXPECT_EQ(gone(changed, rules).at("bbbbbbbb11111111"), "rule_off");
}

// A finding that stood beside another one of its topic is resolved, not changed, when only it goes.
TEST(Baseline, WhatTheBaselineHasIsNoChange) {
  const TemporaryFolder folder;
  put_baseline(folder);
  Baseline baseline(folder.path());
  baseline.meet_report("r1", "清河县水务局", "2020");
  baseline.meet_finding("aaaaaaaa11111111");
  EXPECT_EQ(gone(baseline, {}).at("aaaaaaaa22222222"), "resolved");
}

TEST(Baseline, RowsAreWrittenAsTheyWere) {
  const TemporaryFolder folder;
  put_baseline(folder);
  std::vector<std::string> lines;
  const auto counts = Baseline(folder.path()).tell_gone({}, [&](const std::string& line) { lines.push_back(line); });
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0], "aaaaaaaa11111111,r1,A,error,f,'=1,甲,first,report_left\n");
  EXPECT_EQ(counts, (std::map<std::string, std::size_t>{{"report_left", 4}}));
}

TEST(Baseline, AFolderWithoutFindingsIsAnError) {
  const TemporaryFolder folder;
  EXPECT_THROW(Baseline(folder.path()), CsvError);
}

}  // namespace
}  // namespace nianbao::test

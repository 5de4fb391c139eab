#include "audit/finding_id.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

std::string subject() {
  Report report;
  report.id = "0123456789abcdef";
  report.title.org_name = "清河县水务局";
  report.title.report_year = 2020;
  return subject_of(report);
}

Finding finding() {
  Finding made{.rule = "R-2-09", .fields = {"licensing_decisions"}, .where = "L5", .expected = "count", .actual = "-4"};
  made.evidence = "-4";
  return made;
}

std::string id_of(const Finding& made) { return FindingIds(subject()).take(made); }

// Computed apart from the program. Decisions are kept by these ids: another way to make them ends all decisions.
TEST(FindingIds, StayWhatTheyAreInEveryVersion) {
  FindingIds ids(subject());
  EXPECT_EQ(ids.take(finding()), "67d5619941e6a3a9");
  EXPECT_EQ(ids.take(finding()), "67d56199c8f8606a");
}

TEST(FindingIds, DoNotDependOnWordsPlaceOrSeverity) {
  Finding other = finding();
  other.message_zh = "另一种说法";
  other.message_en = "said otherwise";
  other.where = "word/document.xml#t1/r9/c4";
  other.severity = Severity::kError;
  other.outcome = Outcome::kViolated;
  EXPECT_EQ(id_of(other), id_of(finding()));
}

TEST(FindingIds, OtherNumbersKeepTheTopicAlone) {
  for (std::string Finding::*part : {&Finding::expected, &Finding::actual, &Finding::evidence}) {
    Finding other = finding();
    other.*part += "0";
    EXPECT_NE(id_of(other), id_of(finding()));
    EXPECT_EQ(topic_of(id_of(other)), topic_of(id_of(finding())));
  }
}

TEST(FindingIds, AnotherRuleOrFieldIsAnotherTopic) {
  Finding rule = finding();
  rule.rule = "R-3-04";
  Finding fields = finding();
  fields.fields.emplace_back("penalty_decisions");
  for (const Finding& other : {rule, fields}) EXPECT_NE(topic_of(id_of(other)), topic_of(id_of(finding())));
}

}  // namespace
}  // namespace nianbao::test

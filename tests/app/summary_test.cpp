#include "app/summary.h"

#include <gtest/gtest.h>

#include "schema/json_node.h"

namespace nianbao::test {
namespace {

InputOutcome with_report(std::size_t values, std::size_t blanks) {
  ReportLines lines;
  lines.statuses[static_cast<std::size_t>(Status::kValue)] = values;
  lines.statuses[static_cast<std::size_t>(Status::kBlank)] = blanks;
  InputOutcome outcome;
  outcome.reports = {lines};
  return outcome;
}

InputOutcome with_problem(const std::string& code) {
  InputOutcome outcome;
  outcome.problem = Problem{code, ""};
  return outcome;
}

Summary mixed() {
  Summary summary;
  summary.add(with_report(198, 0));
  summary.add(with_report(190, 8));
  summary.findings = {2, 0, 3};
  for (const char* code : {"duplicate", "no_table", "lock_file", "format_pdf", "cannot_open", "limit_size", "internal"})
    summary.add(with_problem(code));
  return summary;
}

TEST(Summary, BeginsEmpty) {
  const Summary summary;
  EXPECT_EQ(summary.inputs, 0U);
  EXPECT_EQ(summary.reports, 0U);
  EXPECT_EQ(summary.unread(), 0U);
}

TEST(Summary, CountsInputsReportsAndValues) {
  const Summary summary = mixed();
  EXPECT_EQ(summary.inputs, 9U);
  EXPECT_EQ(summary.reports, 2U);
  EXPECT_EQ(summary.by_status,
            (std::map<std::string, std::size_t>{
                {"ok", 2}, {"duplicate", 1}, {"not_a_report", 2}, {"unreadable", 2}, {"limit", 1}, {"crash", 1}}));
  EXPECT_EQ(summary.values[static_cast<std::size_t>(Status::kValue)], 388U);
  EXPECT_EQ(summary.values[static_cast<std::size_t>(Status::kBlank)], 8U);
}

TEST(Summary, UnreadAreThoseThatShouldHaveBeenRead) {
  const std::pair<const char*, std::size_t> cases[] = {
      {"format_pdf", 1}, {"cannot_open", 1}, {"empty_file", 1},  {"limit_size", 1}, {"internal", 1}, {"encoding", 1},
      {"duplicate", 0},  {"no_table", 0},    {"text_layout", 0}, {"lock_file", 0},  {"zip_empty", 0}};
  for (const auto& [code, unread] : cases) {
    Summary summary;
    summary.add(with_problem(code));
    EXPECT_EQ(summary.unread(), unread) << code;
  }
  EXPECT_EQ(mixed().unread(), 4U);
}

TEST(Summary, DamageBesideAReportIsNotUnread) {
  InputOutcome outcome = with_report(198, 0);
  outcome.problem = Problem{"numbering_damaged", ""};
  Summary summary;
  summary.add(outcome);
  EXPECT_EQ(summary.unread(), 0U);
  EXPECT_EQ(summary.reports, 1U);
  EXPECT_EQ(summary.by_status, (std::map<std::string, std::size_t>{{"ok", 1}}));
}

TEST(SummaryText, SaysEveryCountInBothLanguages) {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    const std::string text = summary_text(mixed(), "输出/out", language);
    for (const char* part : {"9", "2", "ok 2", "unreadable 2", "limit 1", "crash 1", "duplicate 1", "not_a_report 2",
                             "value 388", "blank 8", "error 2", "note 3", "输出/out"})
      EXPECT_NE(text.find(part), std::string::npos) << part;
  }
  EXPECT_NE(summary_text(mixed(), "out", Language::kChinese).find("报告"), std::string::npos);
  EXPECT_NE(summary_text(mixed(), "out", Language::kEnglish).find("reports"), std::string::npos);
}

TEST(SummaryJson, HasTheSameCounts) {
  const JsonNode root = JsonNode::parse("summary", to_text(summary_json(mixed())));
  EXPECT_EQ(root.at("inputs").integer(), 9);
  EXPECT_EQ(root.at("reports").integer(), 2);
  EXPECT_EQ(root.at("inputs_by_status").at("unreadable").integer(), 2);
  EXPECT_EQ(root.at("fields_by_status").at("value").integer(), 388);
  EXPECT_EQ(root.at("findings_by_severity").at("error").integer(), 2);
  EXPECT_EQ(root.at("findings_by_severity").at("warning").integer(), 0);
}

}  // namespace
}  // namespace nianbao::test

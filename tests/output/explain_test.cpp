#include "output/explain.h"

#include <gtest/gtest.h>

#include "extract/problem.h"
#include "normalize/value.h"
#include "output/report_rows.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ExplainRule, SaysAllOfTheRule) {
  RuleSpec rule{
      .id = "R-9-01", .zh = "要求甲", .en = "demand", .why_zh = "缘由", .why_en = "cause", .basis = "第五十条"};
  rule.settings = {{"times", {"5"}}, {"words", {"约", "余"}}};
  rule.passes = {{{.form = "2021",
                   .org = "清河县",
                   .year = 2022,
                   .cells = {{"licensing_decisions", ""}},
                   .texts = {{5, "正文"}}}}};
  rule.fails = {{{.form = "2019", .org = "甲县", .year = 2019, .without_sections = {3}, .extra_rows = {"多一行"}},
                 {.form = "2019", .org = "乙县", .year = 2020, .run_together = true}}};
  const std::string zh = explain_rule(rule, Language::kChinese);
  for (const char* part :
       {"R-9-01", "note", "要求甲", "缘由", "第五十条", "times = 5", "words = 约, 余", "清河县 2022",
        "licensing_decisions = （空白）", "第 5 部分：正文", "甲县 2019", "缺第 3 部分", "多一行：多一行", "乙县 2020"})
    EXPECT_TRUE(has(zh, part)) << part << "\n" << zh;
  const std::string en = explain_rule(rule, Language::kEnglish);
  for (const char* part : {"demand", "cause", "Settings", "(blank)", "section 5: 正文", "without section 3"})
    EXPECT_TRUE(has(en, part)) << part << "\n" << en;
  EXPECT_FALSE(has(en, "要求甲"));
}

TEST(ExplainRule, EveryRuleInBothLanguages) {
  for (const RuleSpec& rule : built_in_schema().rules.rules)
    for (const Language language : {Language::kChinese, Language::kEnglish})
      EXPECT_TRUE(has(explain_rule(rule, language), language == Language::kChinese ? rule.zh : rule.en)) << rule.id;
}

TEST(ExplainWord, KnowsEveryStatusStateAndCode) {
  for (const Status status : kStatuses)
    EXPECT_TRUE(explain_word(name_of(status), Language::kEnglish)) << name_of(status);
  for (const char* state : {"new", "known", "acknowledged", "expired", "updated"})
    EXPECT_TRUE(explain_word(state, Language::kChinese)) << state;
  for (const ProblemKind& kind : problem_kinds()) {
    EXPECT_TRUE(has(*explain_word(kind.code, Language::kChinese), kind.zh)) << kind.code;
    EXPECT_TRUE(has(*explain_word(kind.code, Language::kEnglish), kind.en)) << kind.code;
  }
  for (const char* unknown : {"", "blanks", "R-2-09", "0123456789abcdef"})
    EXPECT_FALSE(explain_word(unknown, Language::kEnglish)) << unknown;
}

// A report with one finding that names these fields and places.
std::string explained(const std::vector<std::string>& fields, const std::string& where) {
  ModelReport model(built_in_schema(), "2019", 2020);
  model.set("licensing_decisions", "-4");
  model.set_prose(5, "本年收到申请十件，比上年增加三件。");
  Report report = *process_report({model.docx(), "a.docx"}, built_in_schema(), {});
  report.path = "a.docx";
  Finding finding{.id = "0123456789abcdef", .rule = "R-2-09", .fields = fields, .where = where, .actual = "-4"};
  finding.message_zh = "说明";
  finding.message_en = "message";
  StoredReport stored;
  const CsvLines lines = ReportRows(built_in_schema()).lines_of(report);
  const TemporaryFolder folder;
  for (const CsvTable& table : {reports_table(), cells_table(), extras_table(), sections_table()})
    write_file(folder / (table.name + ".csv"), csv_header(table.columns) + lines.at(table.name));
  write_file(folder / "inputs.csv", csv_header(inputs_table().columns) + "i,a.docx,,,,ok,,,,,\n");
  return explain_finding(ReportRows(built_in_schema()).finding_row(report.id, finding),
                         *DatasetReader(folder.path()).next(), built_in_schema(), Language::kEnglish);
}

TEST(ExplainFinding, ShowsTheRowOfItsFields) {
  const std::string text = explained({"licensing_decisions"}, "word/document.xml#t1/r9/c4");
  for (const char* part : {"0123456789abcdef", "a.docx", "清河县水务局 2020", "message", "-4", "行政许可", "R-2-09"})
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  const std::size_t marked = text.find("\n* ");
  ASSERT_NE(marked, std::string::npos) << text;
  EXPECT_TRUE(has(text.substr(marked, text.find('\n', marked + 1) - marked), "-4")) << text;
  EXPECT_EQ(text.find("\n* ", marked + 1), std::string::npos);
}

TEST(ExplainFinding, ShowsTheTextAroundItsCharacters) {
  ModelReport model(built_in_schema(), "2019", 2020);
  model.set_prose(5, "本年收到申请十件，比上年增加三件。");
  const Report report = *process_report({model.docx(), "a.docx"}, built_in_schema(), {});
  for (const Section& section : report.sections)
    if (section.number == 5) {
      const std::string text = explained({}, section.where + "@6-8; nowhere@1-2");
      EXPECT_TRUE(has(text, "本年收到申请【十件】，比上年增加三件。")) << text;
      EXPECT_TRUE(has(text, "nowhere@1-2"));
    }
}

TEST(InContext, CutsAndMarks) {
  EXPECT_EQ(in_context("一二三四", 1, 3), "一【二三】四");
  EXPECT_EQ(in_context("一二", 0, 2), "【一二】");
  EXPECT_EQ(in_context("一二", 1, 9), "一【二】");
  EXPECT_EQ(in_context("一二", 5, 9), "一二");
  const std::string long_text(300, 'x');
  EXPECT_EQ(in_context(long_text, 100, 101), "…" + std::string(60, 'x') + "【x】" + std::string(60, 'x') + "…");
}

}  // namespace
}  // namespace nianbao::test

#include "audit/structure.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/plain_report.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

Report report_from(const std::string& bytes, const std::string& name) {
  Result<Report> report = process_report({bytes, name}, built_in_schema(), {});
  if (!report) throw std::runtime_error(report.problem().code);
  return *report;
}

Report complete_report(const std::string& form = "2019", int year = 2020) {
  return report_from(ModelReport(built_in_schema(), form, year).text(), "report.txt");
}

std::vector<Finding> structure_of(const Report& report) { return check_structure(report, built_in_schema()); }

using Ids = std::vector<std::string>;

// Every field whose id begins with `head` gets this status.
std::size_t set_status(Report& report, const std::string& head, Status status) {
  std::size_t count = 0;
  for (RecordField& field : report.record.fields)
    if (field.field->id.rfind(head, 0) == 0) field.value = {.status = status}, field.where.clear(), ++count;
  return count;
}

TEST(CheckStructure, SaysNothingOfACompleteReport) {
  EXPECT_TRUE(structure_of(complete_report("2019", 2020)).empty());
  EXPECT_TRUE(structure_of(complete_report("2021", 2023)).empty());
}

TEST(CheckStructure, SaysNothingOfADocumentWithoutForm) { EXPECT_TRUE(structure_of(Report{}).empty()); }

TEST(CheckStructure, NamesEachMissingSection) {
  const char* const headings[] = {"总体情况",
                                  "主动公开政府信息情况",
                                  "收到和处理政府信息公开申请情况",
                                  "政府信息公开行政复议、行政诉讼情况",
                                  "存在的主要问题及改进情况",
                                  "其他需要报告的事项"};
  for (int number = 1; number <= 6; ++number) {
    SCOPED_TRACE(number);
    Report report = complete_report();
    std::erase_if(report.sections, [&](const Section& section) { return section.number == number; });
    const std::vector<Finding> findings = structure_of(report);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].severity, Severity::kError);
    EXPECT_EQ(findings[0].outcome, Outcome::kViolated);
    EXPECT_EQ(findings[0].expected, headings[number - 1]);
    EXPECT_NE(findings[0].message_zh.find(headings[number - 1]), std::string::npos);
    EXPECT_NE(findings[0].message_en.find(std::to_string(number)), std::string::npos);
  }
}

TEST(CheckStructure, NamesAllSixWhereNoHeadingIsFound) {
  Report report = complete_report();
  std::erase_if(report.sections, [](const Section& section) { return section.number > 0; });
  EXPECT_EQ(structure_of(report).size(), 6U);
}

TEST(CheckStructure, TellsOrderOfSections) {
  struct Case {
    const char* special;
    std::vector<int> order;
    std::vector<int> misplaced;  // numbers of the sections named, in order
  };
  const std::vector<Case> cases = {
      {"as the form has it", {0, 1, 2, 3, 4, 5, 6}, {}},
      {"nothing before the first heading", {1, 2, 3, 4, 5, 6}, {}},
      {"two exchanged", {0, 1, 2, 4, 3, 5, 6}, {3}},
      {"the last one first", {0, 6, 1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}},
      {"one repeated at once", {0, 1, 2, 3, 3, 4, 5, 6}, {3}},
      {"one repeated at the end", {0, 1, 2, 3, 4, 5, 6, 2}, {2}},
      {"one three times", {0, 1, 2, 3, 4, 5, 5, 5, 6}, {5, 5}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.special);
    Report report = complete_report();
    const std::vector<Section> sections = report.sections;
    report.sections.clear();
    for (const int number : c.order)
      report.sections.push_back(
          *std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.number == number; }));
    const std::vector<Finding> findings = structure_of(report);
    ASSERT_EQ(findings.size(), c.misplaced.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const Section& wanted =
          *std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.number == c.misplaced[i]; });
      EXPECT_EQ(findings[i].outcome, Outcome::kViolated);
      EXPECT_EQ(findings[i].where, wanted.where);
      EXPECT_EQ(findings[i].evidence, wanted.heading);
    }
  }
}

TEST(CheckStructure, GroupsMissingCellsRowsAndTables) {
  struct Case {
    const char* special;
    std::string head;
    Status status;
    std::vector<std::size_t> sizes;  // of the findings, in fields
  };
  const std::vector<Case> cases = {
      {"one cell", "rules_issued", Status::kNoCell, {1}},
      {"a row of section 二", "procurement_", Status::kNoCell, {2}},
      {"a row of section 三", "req_carried_in__", Status::kNoRow, {7}},
      {"three rows of section 三", "res_unable_", Status::kNoRow, {7, 7, 7}},
      {"every cell of section 四 stands for itself", "recon_", Status::kNoCell, {1, 1, 1, 1, 1}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.special);
    Report report = complete_report();
    set_status(report, c.head, c.status);
    const std::vector<Finding> findings = structure_of(report);
    ASSERT_EQ(findings.size(), c.sizes.size());
    for (std::size_t i = 0; i < findings.size(); ++i) {
      EXPECT_EQ(findings[i].fields.size(), c.sizes[i]);
      EXPECT_EQ(findings[i].severity, Severity::kError);
      EXPECT_EQ(findings[i].outcome, Outcome::kViolated);
      EXPECT_EQ(findings[i].actual, name_of(c.status));
    }
  }
}

TEST(CheckStructure, MissingTableIsOneFinding) {
  const struct {
    int section;
    std::size_t fields;
  } cases[] = {{2, 22}, {3, 161}, {4, 15}};
  for (const auto& c : cases) {
    Report report = complete_report();
    for (RecordField& field : report.record.fields)
      if (field.field->section == c.section) field.value = {.status = Status::kNoTable};
    const std::vector<Finding> findings = structure_of(report);
    ASSERT_EQ(findings.size(), 1U) << c.section;
    EXPECT_EQ(findings[0].fields.size(), c.fields);
    EXPECT_EQ(findings[0].actual, "no_table");
    EXPECT_NE(findings[0].message_en.find(std::to_string(c.section)), std::string::npos);
  }
}

TEST(CheckStructure, RowThatADocumentLacksIsFound) {
  const ModelReport model(built_in_schema(), "2021", 2023);
  std::vector<RowSpec> table = model.table(3);
  table.pop_back();  // 四、结转下年度继续办理
  const Report report = report_from(DocxBuilder(model.body_with({{3, table}})).bytes(), "report.docx");
  const std::vector<Finding> findings = structure_of(report);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].actual, "no_row");
  EXPECT_EQ(findings[0].fields.size(), 7U);
  EXPECT_EQ(findings[0].fields.front(), "req_carried_out__natural");
}

struct YearCase {
  const char* form;
  int year;
  bool good;
  const char* due;
};

const YearCase kYears[] = {
    {"2019", 2019, true, ""},      {"2019", 2020, true, ""},
    {"2021", 2021, true, ""},      {"2021", 2025, true, ""},
    {"2019", 2021, false, "2021"}, {"2019", 2024, false, "2021"},
    {"2021", 2020, false, "2019"}, {"2021", 2019, false, "2019"},
    {"2019", 2018, false, ""},  // the form that was due is not known here
};

TEST(CheckFormYear, HoldsTheFormAgainstTheYear) {
  for (const YearCase& c : kYears) {
    SCOPED_TRACE(std::string(c.form) + " in " + std::to_string(c.year));
    const std::vector<Finding> findings = check_form_year(complete_report(c.form, c.year), built_in_schema());
    ASSERT_EQ(findings.size(), c.good ? 0U : 1U);
    if (c.good) continue;
    EXPECT_EQ(findings[0].severity, Severity::kError);
    EXPECT_EQ(findings[0].outcome, Outcome::kViolated);
    EXPECT_EQ(findings[0].expected, c.due);
    EXPECT_EQ(findings[0].actual, c.form);
    EXPECT_NE(findings[0].evidence.find(std::to_string(c.year)), std::string::npos);
  }
}

TEST(CheckFormYear, CannotCheckWithoutAYear) {
  Report report = complete_report();
  report.title.report_year.reset();
  const std::vector<Finding> findings = check_form_year(report, built_in_schema());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].outcome, Outcome::kCannotCheck);
}

TEST(CheckFormYear, NamesOnlyTheFormThatIsNotDue) {
  Report report = complete_report("2021", 2024);
  report.record.forms.push_back(built_in_schema().find_form("2019"));
  const std::vector<Finding> findings = check_form_year(report, built_in_schema());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].actual, "2019");
  EXPECT_EQ(findings[0].expected, "2021");
}

TEST(CheckExtras, KeepsWhatTheFormDoesNotHave) {
  Report report = complete_report();
  EXPECT_TRUE(check_extras(report, built_in_schema()).empty());
  report.record.extras = {{.section = 2, .where = "L9", .label = "发布总数量", .raw = "发布总数量：61", .number = "61"},
                          {.section = 3, .where = "L11", .label = "其他主动公开文件", .raw = "12", .number = "12"},
                          {.section = 3, .where = "L12", .label = "", .raw = "见附件", .number = ""}};
  const std::vector<Finding> findings = check_extras(report, built_in_schema());
  ASSERT_EQ(findings.size(), 3U);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const RecordExtra& extra = report.record.extras[i];
    EXPECT_EQ(findings[i].where, extra.where);
    EXPECT_NE(findings[i].evidence.find(extra.raw), std::string::npos);
    EXPECT_NE(findings[i].evidence.find(extra.label), std::string::npos);
    EXPECT_EQ(findings[i].severity, Severity::kNote);
  }
}

TEST(CheckExtras, CellsOfOneStrangeRowAreOneFindingThatKeepsThemAll) {
  Report report = complete_report();
  report.record.extras = {{.section = 3, .where = "L9", .label = "其他主动公开文件", .raw = "12", .number = "12"},
                          {.section = 3, .where = "L10", .label = "其他主动公开文件", .raw = "7", .number = "7"},
                          {.section = 3, .where = "L11", .label = "另一行", .raw = "5", .number = "5"}};
  const std::vector<Finding> findings = check_extras(report, built_in_schema());
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].where, "L9; L10");
  for (const char* part : {"其他主动公开文件", "12", "7"})
    EXPECT_NE(findings[0].evidence.find(part), std::string::npos) << part;
  EXPECT_EQ(findings[1].where, "L11");
}

TEST(CheckExtras, LocalRowInADocumentIsFound) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  std::vector<RowSpec> table = model.table(2);
  table.push_back({{"2020年本行政区域政府信息公开发布总数量：61", 4, ""}});
  const Report report = report_from(DocxBuilder(model.body_with({{2, table}})).bytes(), "report.docx");
  const std::vector<Finding> findings = check_extras(report, built_in_schema());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].evidence.find("61"), std::string::npos);
  EXPECT_TRUE(structure_of(report).empty());
}

struct MarkCase {
  const char* line;  // of the table, in the place of 规章
  std::vector<std::string> rules;
  std::vector<std::string> extras;
};

const MarkCase kMarks[] = {
    {"\t[bookmark: _GoBack]规章\n", {"R-S-04"}, {"[bookmark: _GoBack]"}},
    {"\t[bookmark: a]规[bookmark: b]章\n", {"R-S-04"}, {"[bookmark: a][bookmark: b]"}},
    {"\t规章\n", {}, {}},
};

TEST(CheckExtras, AMarkInATableIsKeptAndNamed) {
  const ModelReport model(built_in_schema(), "2021", 2022);
  for (const MarkCase& c : kMarks) {
    SCOPED_TRACE(c.line);
    const Report report = report_from(replace_all(model.text(), "\t规章\n", c.line), "report.txt");
    std::vector<std::string> rules;
    for (const Finding& finding : check_extras(report, built_in_schema())) {
      rules.push_back(finding.rule);
      EXPECT_EQ(finding.severity, Severity::kNote);
      EXPECT_EQ(finding.evidence, c.extras[0]);
      EXPECT_EQ(finding.where, report.record.extras[0].where);
    }
    EXPECT_EQ(rules, c.rules);
    std::vector<std::string> extras;
    for (const RecordExtra& extra : report.record.extras) extras.push_back(extra.raw);
    EXPECT_EQ(extras, c.extras);
    EXPECT_EQ(report.record.find("rules_issued")->value.status, Status::kValue);
  }
}

TEST(CheckExtras, AMarkInTheProseIsNoneOfTheTables) {
  ModelReport model(built_in_schema(), "2021", 2022);
  model.set_prose(1, "[bookmark: _GoBack]我局认真落实条例。");
  EXPECT_TRUE(report_from(model.text(), "report.txt").record.extras.empty());
}

// The cell is read without its mark and keeps its row; the mark is named beside it.
TEST(CheckExtras, AMarkInAnExtraRowIsNamedBesideIt) {
  const ModelReport model(built_in_schema(), "2021", 2022);
  const std::string text = replace_all(model.text(), "\t规章\n", "\t发布总[bookmark: a]数量：61[期]\n\n\t规章\n");
  const Report report = report_from(text, "report.txt");
  ASSERT_EQ(report.record.extras.size(), 2U);
  EXPECT_EQ(report.record.extras[0].raw, "发布总数量：61[期]");
  EXPECT_EQ(report.record.extras[1].raw, "[bookmark: a]");
  const std::vector<Finding> findings = check_extras(report, built_in_schema());
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].rule, "R-S-03");
  EXPECT_EQ(findings[1].rule, "R-S-04");
}

// As a document may show it: a cell of its own, which was read.
TEST(CheckExtras, ACellThatLooksLikeAMarkIsAnExtraCell) {
  Report report = complete_report();
  report.record.extras = {{.section = 2, .where = "L9", .label = "", .raw = "[bookmark: x]", .number = ""}};
  EXPECT_EQ(check_extras(report, built_in_schema()).at(0).rule, "R-S-03");
}

struct UnitCase {
  const char* form;
  const char* field;
  const char* unit;  // that the document states
  bool good;
};

const UnitCase kUnits[] = {
    {"2021", "fee_amount_wan", "万元", true},
    {"2019", "procurement_amount", "", true},
    {"2019", "procurement_amount", "元", true},
    {"2019", "procurement_amount", "万元", true},  // the form of 2019 prints no unit, so none is wrong
    {"2019", "rules_issued", "件", true},
    {"2021", "fee_amount_wan", "元", false},
    {"2021", "fee_amount_wan", "亿元", false},
};

TEST(CheckUnits, AmountInAnotherUnitThanTheFormPrints) {
  for (const UnitCase& c : kUnits) {
    SCOPED_TRACE(std::string(c.field) + " in " + c.unit);
    Report report = complete_report(c.form, std::string(c.form) == "2019" ? 2020 : 2023);
    set_number(report, c.field, "5");
    for (RecordField& field : report.record.fields)
      if (field.field->type == FieldType::kAmount) field.value.unit = c.unit;
    const std::vector<Finding> findings = check_units(report, built_in_schema());
    ASSERT_EQ(findings.size(), c.good ? 0U : 1U);
    if (c.good) continue;
    EXPECT_EQ(findings[0].fields, Ids{c.field});
    EXPECT_EQ(findings[0].expected, "万元");
    EXPECT_EQ(findings[0].actual, c.unit);
  }
}

}  // namespace
}  // namespace nianbao::test

#include "app/process_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "schema/digest.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

Result<Report> processed(const std::string& bytes, const std::string& name = "report.docx",
                         const ReadOptions& options = {}) {
  return process_report({bytes, name}, built_in_schema(), options);
}

TEST(ProcessReport, CompleteReports) {
  const struct {
    const char* form;
    int year;
    std::size_t fields;
  } cases[] = {{"2019", 2019, 198}, {"2019", 2020, 198}, {"2021", 2021, 200}, {"2021", 2024, 200}};
  for (const auto& c : cases)
    for (const bool as_text : {false, true}) {
      SCOPED_TRACE(std::string(c.form) + (as_text ? " as text" : " as docx"));
      const ModelReport model(built_in_schema(), c.form, c.year);
      const std::string bytes = as_text ? model.text() : model.docx();
      const Result<Report> report = processed(bytes, as_text ? "a.txt" : "a.docx");
      ASSERT_TRUE(report.ok()) << report.problem().code;
      EXPECT_EQ(report->id, sha256_hex(bytes).substr(0, 16));
      EXPECT_EQ(report->path, "");
      EXPECT_EQ(report->title.org_name, "清河县水务局");
      EXPECT_EQ(report->title.report_year, c.year);
      EXPECT_EQ(report->record.fields.size(), c.fields);
      ASSERT_EQ(report->record.forms.size(), 1U);
      EXPECT_EQ(report->record.forms[0]->id, c.form);
      EXPECT_TRUE(report->record.extras.empty());
      EXPECT_TRUE(report->findings.empty());
      for (const RecordField& field : report->record.fields) {
        EXPECT_EQ(field.value.status, Status::kValue) << field.field->id;
        EXPECT_EQ(field.value.number, model.shown(field.field->id)) << field.field->id;
        EXPECT_FALSE(field.where.empty()) << field.field->id;
      }
    }
}

TEST(ProcessReport, EveryCellHasItsOwnAddress) {
  const Result<Report> report = processed(ModelReport(built_in_schema(), "2021", 2023).docx());
  ASSERT_TRUE(report.ok());
  std::set<std::string> addresses;
  for (const RecordField& field : report->record.fields)
    EXPECT_TRUE(addresses.insert(field.where).second) << field.where;
}

TEST(ProcessReport, SameBytesSameReport) {
  const std::string bytes = ModelReport(built_in_schema(), "2021", 2022).docx();
  const Result<Report> first = processed(bytes, "a.docx");
  const Result<Report> second = processed(bytes, "b.txt");
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->id, second->id);
  EXPECT_EQ(first->record.fields.size(), second->record.fields.size());
}

TEST(ProcessReport, MissingTableIsStatusAndFindingNotFailure) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  const std::pair<int, std::size_t> sections[] = {{2, 22}, {3, 161}, {4, 15}};
  for (const auto& [section, fields] : sections) {
    const Result<Report> report = processed(DocxBuilder(model.body_with({{section, {}}})).bytes());
    ASSERT_TRUE(report.ok()) << section;
    const int wanted = section;
    EXPECT_EQ(report->record.fields.size(), 198U);
    EXPECT_EQ(std::count_if(report->record.fields.begin(), report->record.fields.end(),
                            [&](const RecordField& f) {
                              return f.field->section == wanted && f.value.status == Status::kNoTable;
                            }),
              static_cast<std::ptrdiff_t>(fields));
    EXPECT_EQ(std::count_if(report->record.fields.begin(), report->record.fields.end(),
                            [](const RecordField& f) { return f.value.status == Status::kValue; }),
              static_cast<std::ptrdiff_t>(198 - fields));
    ASSERT_EQ(report->findings.size(), 1U);
    EXPECT_EQ(report->findings[0].rule, "R-S-01");
  }
}

// Real reports of 2023 and 2024: section 二 is form 2021, section 三 still that of 2019.
TEST(ProcessReport, FormIsFoundForEachTable) {
  const ModelReport new_form(built_in_schema(), "2021", 2023);
  const ModelReport old_form(built_in_schema(), "2019", 2023);
  const Result<Report> report = processed(DocxBuilder(new_form.body_with({{3, old_form.table(3)}})).bytes());
  ASSERT_TRUE(report.ok());
  std::map<int, std::set<std::string>> forms;
  for (const RecordField& field : report->record.fields) forms[field.field->section].insert(field.form->id);
  EXPECT_EQ(forms[2], std::set<std::string>{"2021"});
  EXPECT_EQ(forms[3], std::set<std::string>{"2019"});
  ASSERT_EQ(report->record.forms.size(), 2U);
  EXPECT_EQ(report->record.forms[0]->id, "2021");
  EXPECT_EQ(report->record.forms[1]->id, "2019");
  EXPECT_EQ(report->record.fields.size(), 10U + 161U + 15U);
}

struct ProblemCase {
  const char* special;
  std::string name;
  std::string bytes;
  const char* code;
};

TEST(ProcessReport, OnlyReadingCanFail) {
  const std::string headings =
      "清河县水务局2020年政府信息公开工作年度报告\n一、总体情况\n无\n二、主动公开政府信息情况\n规章 0 0 "
      "0\n三、收到和处理政府信息公开申请情况\n0 0 0\n四、政府信息公开行政复议、行政诉讼情况\n0\n";
  const ProblemCase cases[] = {
      {"empty", "a.docx", "", "empty_file"},
      {"a PDF", "a.docx", "%PDF-1.7", "format_pdf"},
      {"no report", "a.txt", "通知\n", "no_table"},
      {"no report in Word", "a.docx", DocxBuilder(paragraph_xml("通知")).bytes(), "no_table"},
      {"a report without tables in Word", "a.docx", DocxBuilder(paragraph_xml(headings)).bytes(), "no_table"},
      {"a report in a text layout that is not supported", "a.txt", headings, "text_layout"},
      {"another table", "a.docx",
       DocxBuilder(table_xml({{{"姓名", 1, ""}, {"电话", 1, ""}}, {{"张三", 1, ""}, {"123", 1, ""}}})).bytes(),
       "no_table"},
      {"only a title", "a.docx", DocxBuilder(paragraph_xml("清河县水务局2020年政府信息公开工作年度报告")).bytes(),
       "no_table"},
  };
  for (const ProblemCase& c : cases) {
    const Result<Report> report = processed(c.bytes, c.name);
    ASSERT_FALSE(report.ok()) << c.special;
    EXPECT_EQ(report.problem().code, c.code) << c.special;
  }
}

TEST(ProcessReport, LettersInACellAreNoNumber) {
  ModelReport model(built_in_schema(), "2019", 2020);
  model.set("rules_issued", "3 4");
  model.set("normdocs_issued", "约3");
  const Result<Report> report = processed(model.docx());
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->record.find("rules_issued")->value.status, Status::kAmbiguous);
  EXPECT_EQ(report->record.find("normdocs_issued")->value.status, Status::kText);
  for (const char* id : {"rules_issued", "normdocs_issued"}) EXPECT_EQ(report->record.find(id)->value.number, "") << id;
}

}  // namespace
}  // namespace nianbao::test

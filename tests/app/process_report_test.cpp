#include "app/process_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "schema/digest.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/text_writer.h"

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
  } cases[] = {{"2019", 2019, 198}, {"2019", 2020, 198}, {"2021", 2021, 200}, {"2021", 2023, 200}};
  for (const auto& c : cases)
    for (const bool as_text : {false, true}) {
      SCOPED_TRACE(std::string(c.form) + (as_text ? " as text" : " as docx"));
      ModelReport model(built_in_schema(), c.form, c.year);
      model.make_plausible();
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
  ModelReport model(built_in_schema(), "2019", 2020);
  model.make_plausible();
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
    // The table is missing, and its sums cannot be checked.
    ASSERT_FALSE(report->findings.empty());
    EXPECT_EQ(report->findings[0].rule, "R-S-01");
    EXPECT_TRUE(std::all_of(report->findings.begin() + 1, report->findings.end(),
                            [](const Finding& f) { return f.outcome == Outcome::kCannotCheck; }));
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

std::string text_of(int year, const std::string& body = "清河县水务局") {
  return replace_all(ModelReport(built_in_schema(), "2021", year).text(), "清河县水务局", body);
}

FileReports file_of(const std::string& bytes) { return process_reports({bytes, "a.txt"}, built_in_schema(), {}); }

// "code[detail]" of all damage.
std::string damage_of(const FileReports& file) {
  std::string out;
  for (const Problem& damage : file.damage) out += damage.code + "[" + damage.detail + "]";
  return out;
}

TEST(ProcessReports, EachReportOfAFileHasItsOwnNumbers) {
  const std::string text = text_of(2021) + replace_all(text_of(2022), "\t42\n", "\t9042\n");
  const FileReports file = file_of(text);
  ASSERT_EQ(file.reports.size(), 2U);
  EXPECT_FALSE(file.problem.has_value());
  EXPECT_EQ(damage_of(file), "");
  EXPECT_EQ(file.sha256, sha256_hex(text));
  EXPECT_EQ(file.reports[0].id, sha256_hex(text).substr(0, 16));
  EXPECT_EQ(file.reports[1].id, sha256_hex(text).substr(0, 16) + "-2");
  EXPECT_EQ(file.reports[0].title.report_year, 2021);
  EXPECT_EQ(file.reports[1].title.report_year, 2022);
  std::size_t different = 0;
  for (std::size_t i = 0; i < file.reports[0].record.fields.size(); ++i) {
    const RecordField& first = file.reports[0].record.fields[i];
    const RecordField& second = file.reports[1].record.fields[i];
    EXPECT_EQ(first.value.status, Status::kValue) << first.field->id;
    EXPECT_EQ(second.value.status, Status::kValue) << second.field->id;
    if (first.value.number != second.value.number) ++different;
  }
  EXPECT_EQ(different, 1U);
}

TEST(ProcessReports, AddressesAreThoseOfTheFile) {
  const std::string first = text_of(2021);
  const FileReports file = file_of(first + text_of(2022));
  ASSERT_EQ(file.reports.size(), 2U);
  const auto lines = static_cast<std::size_t>(std::count(first.begin(), first.end(), '\n'));
  for (std::size_t i = 0; i < file.reports[0].record.fields.size(); ++i) {
    const std::size_t above = std::stoul(file.reports[0].record.fields[i].where.substr(1));
    EXPECT_EQ(file.reports[1].record.fields[i].where, "L" + std::to_string(above + lines));
  }
}

std::string without_tables(const std::string& text) {
  std::string kept;
  for (const std::string_view line : split_lines(text))
    if (!line.starts_with('\t')) kept += std::string(line) + "\n";
  return kept;
}

TEST(ProcessReports, AReportWithoutTablesIsSaidAndLeavesNoRow) {
  const std::string text = text_of(2021);
  const FileReports file = file_of(without_tables(text_of(2020)) + text);
  ASSERT_EQ(file.reports.size(), 1U);
  EXPECT_EQ(file.reports[0].title.report_year, 2021);
  EXPECT_EQ(file.reports[0].id.size(), 16U) << "the first report there is";
  EXPECT_EQ(damage_of(file), "report_without_table[L1]");
  const FileReports none = file_of(without_tables(text_of(2020)));
  EXPECT_TRUE(none.reports.empty());
  EXPECT_EQ(none.problem.value_or(Problem{}).code, "text_layout");
  EXPECT_EQ(damage_of(none), "") << "it is the problem itself";
}

// No title where the next one begins: nobody can tell whose a number is that only one of them has.
TEST(ProcessReports, ReportsThatCannotBeCutAreNotMixed) {
  const std::string first = text_of(2021);
  const std::string second = replace_all(first, "清河县水务局2021年政府信息公开工作年度报告\n", "");
  for (const std::string& changed :
       {replace_all(second, "\t42\n", "\t9042\n"), replace_all(second, "\t42\n", "\t\n")}) {
    const FileReports file = file_of(first + changed);
    ASSERT_EQ(file.reports.size(), 1U);
    EXPECT_TRUE(damage_of(file).starts_with("reports_mixed[L")) << damage_of(file);
    for (const RecordField& field : file.reports[0].record.fields)
      EXPECT_EQ(field.value.status, field.value.raw.starts_with("42 |") ? Status::kAmbiguous : Status::kValue)
          << field.field->id;
  }
  // 四 stands in the second only.
  const std::size_t four = first.find("四、政府");
  const FileReports halves = file_of(first.substr(0, four) + second);
  ASSERT_EQ(halves.reports.size(), 1U);
  for (const RecordField& field : halves.reports[0].record.fields)
    EXPECT_EQ(field.value.status, field.field->section == 4 ? Status::kAmbiguous : Status::kValue) << field.field->id;
}

// The first report ends early, and the title of the next is none: only 一 stands in both.
TEST(ProcessReports, AHeadingThatGoesBackBeginsAnotherReport) {
  const std::string first = text_of(2021);
  const std::string second = replace_all(first, "清河县水务局2021年政府信息公开工作年度报告\n", "白河县民政局\n");
  const std::string only_four = second.substr(0, second.find("二、主动")) + second.substr(second.find("四、政府"));
  const FileReports file = file_of(first.substr(0, first.find("三、收到")) + only_four);
  ASSERT_EQ(file.reports.size(), 1U);
  EXPECT_TRUE(damage_of(file).starts_with("reports_mixed[L")) << damage_of(file);
  for (const RecordField& field : file.reports[0].record.fields)
    EXPECT_NE(field.value.status, Status::kValue) << field.field->id;
}

// The sections go on below the title of another year: what stands there may be of that year.
TEST(ProcessReports, TablesBelowATitleOfAnotherReportGiveNoNumber) {
  const ModelReport model(built_in_schema(), "2021", 2021);
  for (const TextWriter& writer : text_writers()) {
    const std::string text = report_text({{2, model.table(2)}, {3, model.table(3)}, {4, model.table(4)}}, writer);
    const std::string changed = replace_all(text, "四、政府", "清河县水务局2019年政府信息公开工作年度报告\n\n四、政府");
    ASSERT_NE(text, changed) << writer.name;
    const FileReports whole = file_of(text);
    const FileReports file = file_of(changed);
    ASSERT_EQ(file.reports.size(), 1U) << writer.name;
    EXPECT_TRUE(damage_of(file).starts_with("title_differs[L")) << writer.name << damage_of(file);
    for (std::size_t i = 0; i < file.reports[0].record.fields.size(); ++i) {
      const RecordField& field = file.reports[0].record.fields[i];
      const RecordField& before = whole.reports[0].record.fields[i];
      const bool below = field.field->section == 4 && before.value.status == Status::kValue;
      // Where nothing else shows where a row ends, the last one above the title is not known.
      const bool is_last_row = !below && field.value.status == Status::kAmbiguous;
      if (!is_last_row) {
        EXPECT_EQ(field.value.status, below ? Status::kAmbiguous : before.value.status)
            << writer.name << field.field->id;
      }
      if (below) {
        EXPECT_NE(field.value.raw, "") << writer.name << field.field->id;
      }
    }
  }
}

// As catdoc writes tables, TABs behind every cell; it loses the header of some. Sums tell the total from the others,
// but not the others from each other.
TEST(ProcessReports, RowsWhoseHeaderIsLostGiveNoNumber) {
  const std::string head =
      "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n\n"
      "自然人\t法人或其他组织\t总计\n\n"
      "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n\n";
  const std::string rows =
      "一、本年新收政府信息公开申请数量\t8\t4\t2\t1\t16\t32\t63\n\n"
      "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n\n"
      "（一）予以公开\t9\t4\t2\t1\t16\t32\t64\n\n"
      "（六）其他处理\t0\t0\t0\t0\t0\t0\t0\n\n"
      "（七）总计\t9\t4\t2\t1\t16\t32\t64\n\n";
  const std::string end = "四、政府信息公开行政复议、行政诉讼情况\n";
  const std::string garbled = "Õl‹_\n\nN\tÿˆNåN\n\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n\n";
  const std::string title = "清河县水务局2020年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\n";
  const FileReports whole = file_of(title + head + rows + end);
  ASSERT_EQ(whole.reports.size(), 1U);
  EXPECT_GE(std::count_if(whole.reports[0].record.fields.begin(), whole.reports[0].record.fields.end(),
                          [](const RecordField& field) { return field.value.status == Status::kValue; }),
            28);
  for (const std::string& lost : {std::string(), garbled, std::string("商业企业\t科研机构\t其他\n\n")})
    for (const Report& report : file_of(title + lost + rows + end).reports)
      for (const RecordField& field : report.record.fields)
        EXPECT_NE(field.value.status, Status::kValue) << field.field->id << lost;
}

TEST(ProcessReports, LostTextIsTheReasonOnlyWhereNoReportIsFound) {
  const std::string text = text_of(2021);
  std::string lost = text;
  for (char& c : lost)
    if ((c & 0x80) != 0) c = '?';
  EXPECT_EQ(file_of(lost).problem.value_or(Problem{}).code, "text_lost");
  const FileReports part = file_of(text + "????????\n");
  EXPECT_EQ(part.reports.size(), 1U);
  EXPECT_TRUE(damage_of(part).starts_with("text_lost_part[L")) << damage_of(part);
}

// A cell of lost text shows no number, whatever stands around it.
TEST(ProcessReports, LostCellsAreNoNumbers) {
  const struct {
    const char* shown;
    Status status;
  } cases[] = {{"?", Status::kText},
               {"??", Status::kText},
               {"1?", Status::kText},
               {"?0", Status::kText},
               {"\xEF\xBF\xBD", Status::kUnreadable},
               {"1\xEF\xBF\xBD", Status::kUnreadable},
               {"锟斤拷", Status::kText},
               {"3锟", Status::kText}};
  const std::array fields = {"rules_issued", "licensing_decisions", "req_new__total", "recon_total"};
  for (const auto& c : cases) {
    ModelReport model(built_in_schema(), "2021", 2022);
    for (const char* id : fields) model.set(id, c.shown);
    for (const std::string& bytes : {model.text(), model.docx()}) {
      const FileReports file = process_reports({bytes, "a"}, built_in_schema(), {});
      ASSERT_EQ(file.reports.size(), 1U) << c.shown;
      for (const char* id : fields)
        EXPECT_EQ(file.reports[0].record.find(id)->value.status, c.status) << c.shown << " " << id;
    }
    // Without borders the whole row may be in doubt, or the value of the cell alone.
    for (const TextWriter& writer : text_writers()) {
      const FileReports file =
          file_of(report_text({{2, model.table(2)}, {3, model.table(3)}, {4, model.table(4)}}, writer));
      for (const Report& report : file.reports)
        for (const char* id : fields) {
          const Value& value = report.record.find(id)->value;
          EXPECT_TRUE(value.status != Status::kValue && value.status != Status::kBlank)
              << writer.name << " " << c.shown << " " << id << " " << value.number;
        }
    }
  }
}

}  // namespace
}  // namespace nianbao::test

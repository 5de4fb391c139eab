#include "output/report_rows.h"

#include <gtest/gtest.h>

#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

Report report_from(const std::string& bytes, const std::string& name = "report.docx") {
  Result<Report> report = process_report({bytes, name}, built_in_schema(), {});
  if (!report) throw std::runtime_error(report.problem().code);
  report->path = name;
  return *report;
}

Report report_of(const ModelReport& model) { return report_from(model.docx()); }

std::vector<CsvRecord> rows_of(const Report& report, const std::string& table_name) {
  const CsvLines lines = ReportRows(built_in_schema()).lines_of(report);
  for (const CsvTable& table : csv_tables(built_in_schema()))
    if (table.name == table_name) return parse_csv(csv_header(table.columns) + lines.at(table_name));
  ADD_FAILURE() << "no table " << table_name;
  return {};
}

CsvRecord cell_of(const Report& report, const std::string& field) {
  for (const CsvRecord& row : rows_of(report, "cells"))
    if (row.at("field_id") == field) return row;
  ADD_FAILURE() << "no row for " << field;
  return {};
}

TEST(ReportRows, CellsHaveOneRowAFieldInTheFormsOrder) {
  for (const auto& [form, year] : std::vector<std::pair<std::string, int>>{{"2019", 2020}, {"2021", 2023}}) {
    const ModelReport model(built_in_schema(), form, year);
    const std::vector<CsvRecord> rows = rows_of(report_of(model), "cells");
    const std::vector<std::string> ids = model.field_ids();
    ASSERT_EQ(rows.size(), ids.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i].at("field_id"), ids[i]);
      EXPECT_EQ(rows[i].at("value"), model.shown(ids[i])) << ids[i];
      EXPECT_EQ(rows[i].at("raw"), model.shown(ids[i])) << ids[i];
      EXPECT_EQ(rows[i].at("status"), "value") << ids[i];
      EXPECT_EQ(rows[i].at("form"), form) << ids[i];
      EXPECT_EQ(rows[i].at("how"), "label") << ids[i];
      EXPECT_EQ(rows[i].at("where").rfind("word/document.xml#t", 0), 0U) << rows[i].at("where");
    }
  }
}

struct CellCase {
  const char* field;
  const char* shown;
  const char* value;
  const char* unit;
  const char* status;
};

const CellCase kCells[] = {
    {"rules_issued", "0", "0", "件", "value"},
    {"rules_issued", "", "", "", "blank"},
    {"rules_issued", "/", "", "", "mark"},
    {"rules_issued", "详见附表", "", "", "text"},
    {"licensing_items_change", "-11", "-11", "项", "value"},
    {"licensing_items_change", "+19", "19", "项", "value"},
    {"procurement_amount", "117058", "117058", "", "value"},
    {"procurement_amount", "251000元", "251000", "元", "value"},
    {"procurement_amount", "477.35万元", "477.35", "万元", "value"},
    {"procurement_amount", "", "", "", "blank"},
};

TEST(ReportRows, CellsAndRecordsShowTheNumberOrNull) {
  for (const CellCase& c : kCells) {
    SCOPED_TRACE(std::string(c.field) + " shows " + c.shown);
    ModelReport model(built_in_schema(), "2019", 2020);
    model.set(c.field, c.shown);
    const Report report = report_of(model);
    const CsvRecord cell = cell_of(report, c.field);
    EXPECT_EQ(cell.at("value"), c.value);
    EXPECT_EQ(cell.at("unit"), c.unit);
    EXPECT_EQ(cell.at("status"), c.status);
    const std::vector<CsvRecord> records = rows_of(report, "records");
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].at(c.field), c.value);
    if (std::string(c.field) == "procurement_amount") {
      EXPECT_EQ(records[0].at("procurement_amount__unit"), c.unit);
    }
  }
}

TEST(ReportRows, FeeHasTheUnitOfTheForm) {
  ModelReport model(built_in_schema(), "2021", 2023);
  model.set("fee_amount_wan", "59237.2449");
  const CsvRecord record = rows_of(report_of(model), "records").at(0);
  EXPECT_EQ(record.at("fee_amount_wan"), "59237.2449");
  EXPECT_EQ(record.at("fee_amount_wan__unit"), "万元");
  EXPECT_EQ(record.at("procurement_amount"), "");
  EXPECT_EQ(record.at("procurement_amount__unit"), "");
}

TEST(ReportRows, RecordLeavesFieldsOfOtherFormsNull) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  const CsvRecord record = rows_of(report_of(model), "records").at(0);
  for (const DictionaryEntry& entry : dictionary(built_in_schema())) {
    const bool in_form = model.cells().contains(entry.field->id);
    EXPECT_EQ(record.at(entry.field->id), in_form ? model.shown(entry.field->id) : "") << entry.field->id;
  }
}

TEST(ReportRows, NullIsNeverZero) {
  ModelReport model(built_in_schema(), "2019", 2020);
  for (const std::string& id : model.field_ids()) model.set(id, "");
  const Report report = report_of(model);
  for (const CsvRecord& cell : rows_of(report, "cells")) {
    EXPECT_EQ(cell.at("value"), "") << cell.at("field_id");
    EXPECT_EQ(cell.at("status"), "blank") << cell.at("field_id");
  }
  const CsvRecord record = rows_of(report, "records").at(0);
  for (const std::string& id : model.field_ids()) EXPECT_EQ(record.at(id), "") << id;
  EXPECT_EQ(rows_of(report, "reports").at(0).at("n_blank"), "198");
  EXPECT_EQ(rows_of(report, "reports").at(0).at("n_value"), "0");
}

TEST(ReportRows, MissingRowHasNoPlaceAndNoMatch) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  std::vector<RowSpec> table = model.table(3);
  table.pop_back();
  const CsvRecord cell =
      cell_of(report_from(DocxBuilder(model.body_with({{3, table}})).bytes()), "req_carried_out__total");
  for (const char* column : {"raw", "value", "unit", "how", "where"}) EXPECT_EQ(cell.at(column), "") << column;
  EXPECT_EQ(cell.at("status"), "no_row");
  EXPECT_EQ(cell.at("row_label"), "四、结转下年度继续办理");
  EXPECT_EQ(cell.at("section"), "3");
}

TEST(ReportRows, ReportSaysWhoseItIsAndCountsItsFieldsAndFindings) {
  ModelReport model(built_in_schema(), "2019", 2021);
  model.set("rules_issued", "");
  model.set("normdocs_issued", "无");
  model.set("recon_total", "详见附表");
  const Report report = report_of(model);
  const CsvRecord row = rows_of(report, "reports").at(0);
  const std::map<std::string, std::string> expected = {{"report_id", report.id},
                                                       {"path", "report.docx"},
                                                       {"title", "清河县水务局2021年政府信息公开工作年度报告"},
                                                       {"org_name", "清河县水务局"},
                                                       {"org_type", "department"},
                                                       {"report_year", "2021"},
                                                       {"form", "2019"},
                                                       {"n_value", "195"},
                                                       {"n_blank", "1"},
                                                       {"n_mark", "1"},
                                                       {"n_text", "1"},
                                                       {"n_ambiguous", "0"},
                                                       {"n_unreadable", "0"},
                                                       {"n_no_cell", "0"},
                                                       {"n_no_row", "0"},
                                                       {"n_no_table", "0"},
                                                       {"n_error", "1"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(row.at(column), value) << column;
  std::size_t findings = 0;
  for (const char* column : {"n_error", "n_warning", "n_note"}) findings += std::stoul(row.at(column));
  EXPECT_EQ(findings, report.findings.size());
  EXPECT_EQ(rows_of(report, "findings").size(), report.findings.size());
}

TEST(ReportRows, UnknownYearIsNull) {
  Report report = report_of(ModelReport(built_in_schema(), "2019", 2020));
  report.title.report_year.reset();
  EXPECT_EQ(rows_of(report, "reports").at(0).at("report_year"), "");
  EXPECT_EQ(rows_of(report, "records").at(0).at("report_year"), "");
}

TEST(ReportRows, FormsAreJoinedInDocumentOrder) {
  Record record;
  EXPECT_EQ(joined_forms(record), "");
  record.forms = {built_in_schema().find_form("2021")};
  EXPECT_EQ(joined_forms(record), "2021");
  record.forms.push_back(built_in_schema().find_form("2019"));
  EXPECT_EQ(joined_forms(record), "2021+2019");
}

TEST(ReportRows, SectionsKeepTheirOrderAndText) {
  const std::vector<CsvRecord> rows = rows_of(report_of(ModelReport(built_in_schema(), "2021", 2023)), "sections");
  ASSERT_EQ(rows.size(), 7U);
  const char* const headings[] = {"",
                                  "一、总体情况",
                                  "二、主动公开政府信息情况",
                                  "三、收到和处理政府信息公开申请情况",
                                  "四、政府信息公开行政复议、行政诉讼情况",
                                  "五、存在的主要问题及改进情况",
                                  "六、其他需要报告的事项"};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].at("ordinal"), std::to_string(i));
    EXPECT_EQ(rows[i].at("heading"), headings[i]);
    EXPECT_EQ(rows[i].at("where").empty(), false);
  }
  EXPECT_EQ(rows[1].at("text"), "本部分为文字说明。");
}

TEST(ReportRows, ExtrasAreKept) {
  const ModelReport model(built_in_schema(), "2019", 2020);
  std::vector<RowSpec> table = model.table(2);
  table.push_back({{"本年发布总数量：61", 4, ""}});
  const std::vector<CsvRecord> rows =
      rows_of(report_from(DocxBuilder(model.body_with({{2, table}})).bytes()), "extras");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].at("raw"), "本年发布总数量：61");
  EXPECT_EQ(rows[0].at("section"), "2");
}

TEST(ReportRows, FindingsAreWholeRows) {
  ModelReport model(built_in_schema(), "2019", 2020);
  model.make_plausible();
  model.set("normdocs_issued", "-5");
  const std::vector<CsvRecord> rows = rows_of(report_of(model), "findings");
  ASSERT_EQ(rows.size(), 1U);
  const std::map<std::string, std::string> expected = {
      {"rule_id", "R-2-09"},         {"severity", "error"}, {"state", "new"},  {"result", "violated"},
      {"fields", "normdocs_issued"}, {"actual", "-5"},      {"evidence", "-5"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(rows[0].at(column), value) << column;
  EXPECT_EQ(rows[0].at("finding_id").size(), 16U);
  EXPECT_EQ(rows[0].at("where"), cell_of(report_of(model), "normdocs_issued").at("where"));
}

TEST(ReportRows, FieldsOfAFindingAreSeparatedBySpaces) {
  Report report;
  report.findings = {{.id = "0", .rule = "R-C-01", .fields = {"a", "b"}, .where = "L1; L2"}};
  const CsvRecord row = rows_of(report, "findings").at(0);
  EXPECT_EQ(row.at("fields"), "a b");
  EXPECT_EQ(row.at("where"), "L1; L2");
}

TEST(ReportRows, TextThatLooksLikeAFormulaIsMadeSafe) {
  ModelReport model(built_in_schema(), "2019", 2020);
  model.set("rules_issued", "=1+1");
  model.set("licensing_items_change", "+19");
  const Report report = report_of(model);
  EXPECT_EQ(cell_of(report, "rules_issued").at("raw"), "'=1+1");
  EXPECT_EQ(cell_of(report, "rules_issued").at("status"), "text");
  EXPECT_EQ(cell_of(report, "licensing_items_change").at("raw"), "+19");
}

TEST(DictionaryLines, HaveOneRowAField) {
  const std::vector<CsvRecord> rows =
      parse_csv(csv_header(dictionary_table().columns) + dictionary_lines(built_in_schema()));
  EXPECT_EQ(rows.size(), dictionary(built_in_schema()).size());
  std::map<std::string, CsvRecord> by_id;
  for (const CsvRecord& row : rows) {
    by_id[row.at("field_id")] = row;
    for (const char* column : {"column_label", "type", "forms", "description_zh", "description_en", "section"})
      EXPECT_NE(row.at(column), "") << row.at("field_id") << " " << column;
  }
  EXPECT_EQ(by_id.at("recon_upheld").at("row_label"), "");
  EXPECT_EQ(by_id.at("recon_upheld").at("forms"), "2019 2021");
  EXPECT_EQ(by_id.at("procurement_amount").at("type"), "amount");
  EXPECT_EQ(by_id.at("procurement_amount").at("unit"), "");
  EXPECT_EQ(by_id.at("fee_amount_wan").at("unit"), "万元");
  EXPECT_EQ(by_id.at("licensing_items_change").at("type"), "change");
  EXPECT_EQ(by_id.at("res_denied_enforcement_file__total").at("section"), "3");
}

}  // namespace
}  // namespace nianbao::test

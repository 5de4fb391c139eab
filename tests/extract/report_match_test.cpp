// All tables of a document: which form each follows, and exactly one match for every field.
#include "extract/report_match.h"

#include <gtest/gtest.h>

#include <set>

#include "extract/docx_body.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Rows = std::vector<RowSpec>;
using Fields = std::map<std::string, std::string>;

struct Reading {
  std::string forms;  // joined by +
  Fields fields;      // form:text, ? ambiguous, -cell, -row, -table
  std::multiset<std::string> extras;
  std::size_t field_count = 0;
};

Reading read(const std::string& body) {
  Reading reading;
  const Result<DocxBody> body_read = read_docx_body(document_xml(body), "word/document.xml", {});
  if (!body_read) return reading;
  const Document& document = body_read->document;
  const Schema& schema = built_in_schema();
  const ReportMatch match = match_report(document, find_sections(document, schema), schema);
  for (const Form* form : match.forms) reading.forms += (reading.forms.empty() ? "" : "+") + form->id;
  reading.field_count = match.fields.size();
  for (const FieldMatch& field : match.fields) {
    std::string text = field.absence == Absence::kTable  ? "-table"
                       : field.absence == Absence::kRow  ? "-row"
                       : field.absence == Absence::kCell ? "-cell"
                       : field.ambiguous                 ? "?"
                                                         : field.cells.at(0)->text;
    reading.fields[field.field->id] = field.form->id + ":" + text;
    EXPECT_EQ(field.table() == nullptr, field.absence == Absence::kTable) << field.field->id;
  }
  for (const ExtraMatch& extra : match.extras)
    reading.extras.insert(std::to_string(extra.section) + ":" + extra.cell->text);
  EXPECT_EQ(reading.fields.size(), reading.field_count) << "every field once";
  EXPECT_EQ(match.has_tables(), !reading.forms.empty());
  return reading;
}

// The fields of one section of a model, as read() gives them.
Fields section_of_model(const ModelReport& model, const std::string& form, int section, const std::string& text = "*") {
  Fields fields;
  for (const FormTable& table : built_in_schema().find_form(form)->tables)
    if (table.section == section)
      for (const Field& field : table.fields)
        fields[field.id] = form + ":" + (text == "*" ? model.shown(field.id) : text);
  return fields;
}

Fields joined(Fields a, const Fields& b) {
  for (const auto& [id, text] : b) a[id] = text;
  return a;
}

std::string difference(const Fields& actual, const Fields& expected) {
  std::string out;
  for (const auto& [id, text] : expected)
    if (actual.count(id) == 0)
      out += id + " is missing\n";
    else if (actual.at(id) != text)
      out += id + ": " + actual.at(id) + ", expected " + text + "\n";
  for (const auto& [id, text] : actual)
    if (expected.count(id) == 0) out += id + ": " + text + " is too much\n";
  return out.substr(0, 600);
}

Fields all_of(const ModelReport& model, const std::string& form) {
  return joined(section_of_model(model, form, 2),
                joined(section_of_model(model, form, 3), section_of_model(model, form, 4)));
}

ModelReport model_of(const std::string& form) { return ModelReport(built_in_schema(), form, 2020); }

TEST(ReportMatch, ACompleteReportOfEitherForm) {
  for (const auto& [form, count] : std::vector<std::pair<std::string, std::size_t>>{{"2019", 198}, {"2021", 200}}) {
    const ModelReport model = model_of(form);
    const Reading reading = read(model.body_with({}));
    EXPECT_EQ(reading.forms, form);
    EXPECT_EQ(reading.field_count, count);
    EXPECT_EQ(difference(reading.fields, all_of(model, form)), "");
    EXPECT_TRUE(reading.extras.empty());
  }
}

TEST(ReportMatch, ABlankFormIsKnownByItsLabels) {
  for (const std::string form : {"2019", "2021"}) {
    ModelReport model = model_of(form);
    for (const std::string& id : model.field_ids()) model.set(id, "");
    const Reading reading = read(model.body_with({}));
    EXPECT_EQ(reading.forms, form);
    EXPECT_EQ(difference(reading.fields, all_of(model, form)), "");
  }
}

TEST(ReportMatch, FieldsStandInTheOrderOfTheForm) {
  const ModelReport model = model_of("2019");
  const Result<DocxBody> body = read_docx_body(document_xml(model.body_with({})), "x", {});
  const Document& document = body->document;
  const ReportMatch match = match_report(document, find_sections(document, built_in_schema()), built_in_schema());
  std::vector<std::string> ids;
  for (const FieldMatch& field : match.fields) ids.push_back(field.field->id);
  EXPECT_EQ(ids, model.field_ids());
}

TEST(ReportMatch, EveryTableFollowsItsOwnForm) {
  const ModelReport old_form = model_of("2019");
  const ModelReport new_form = model_of("2021");
  // Hongze 2023 and 2024: section 二 of 2021, section 三 still with one row （六）其他处理.
  const Reading mixed = read(new_form.body_with({{3, old_form.table(3)}}));
  EXPECT_EQ(mixed.forms, "2021+2019");
  EXPECT_EQ(difference(mixed.fields,
                       joined(section_of_model(new_form, "2021", 2),
                              joined(section_of_model(old_form, "2019", 3),
                                     section_of_model(new_form, mixed.fields.at("recon_total").substr(0, 4), 4)))),
            "");
  EXPECT_TRUE(mixed.extras.empty());
  const Reading other = read(old_form.body_with({{3, new_form.table(3)}}));
  EXPECT_EQ(other.forms, "2019+2021");
  EXPECT_EQ(difference(other.fields,
                       joined(section_of_model(old_form, "2019", 2),
                              joined(section_of_model(new_form, "2021", 3),
                                     section_of_model(old_form, other.fields.at("recon_total").substr(0, 4), 4)))),
            "");
}

TEST(ReportMatch, SectionFourFollowsTheOthers) {
  for (const std::string form : {"2019", "2021"}) {
    const ModelReport model = model_of(form);
    EXPECT_EQ(read(table_xml(model.table(4)) + table_xml(model.table(3))).fields.at("recon_total"),
              form + ":" + model.shown("recon_total"))
        << "after section 三";
    EXPECT_EQ(read(table_xml(model.table(2)) + table_xml(model.table(4))).fields.at("recon_total"),
              form + ":" + model.shown("recon_total"))
        << "after section 二";
  }
}

TEST(ReportMatch, AMissingTableTakesTheFormOfTheOthers) {
  for (const std::string form : {"2019", "2021"}) {
    const ModelReport model = model_of(form);
    for (const int missing : {2, 3, 4}) {
      std::string body;
      for (const int section : {2, 3, 4})
        if (section != missing) body += table_xml(model.table(section)) + "<w:p/>";
      const Reading reading = read(body);
      EXPECT_EQ(reading.forms, form);
      EXPECT_EQ(
          difference(reading.fields, joined(all_of(model, form), section_of_model(model, form, missing, "-table"))), "")
          << form << " without section " << missing;
    }
  }
}

TEST(ReportMatch, OnlySectionFourIsTheLatestForm) {
  const ModelReport model = model_of("2021");
  const Reading reading = read(table_xml(model.table(4)));
  EXPECT_EQ(reading.forms, "2021");
  EXPECT_EQ(difference(reading.fields, joined(section_of_model(model, "2021", 4),
                                              joined(section_of_model(model, "2021", 2, "-table"),
                                                     section_of_model(model, "2021", 3, "-table")))),
            "");
}

TEST(ReportMatch, NoTableOfAReport) {
  const Reading none = read(paragraph_xml("一、总体情况"));
  EXPECT_EQ(none.forms, "");
  EXPECT_EQ(none.field_count, 0U);
  EXPECT_EQ(read(table_xml({{{"名称"}, {"年度报告"}}, {{"其他"}, {"总计"}}})).forms, "")
      << "two words of the form are not the form";
}

TEST(ReportMatch, AForeignTableIsKeptAsExtra) {
  const ModelReport model = model_of("2021");
  const Reading reading =
      read(table_xml({{{"索引号"}, {"0001"}}, {{"公开日期"}, {"2021-01-28"}}}) + model.body_with({}));
  EXPECT_EQ(reading.forms, "2021");
  EXPECT_EQ(difference(reading.fields, all_of(model, "2021")), "");
  EXPECT_EQ(reading.extras, (std::multiset<std::string>{"0:0001", "0:2021-01-28", "0:公开日期", "0:索引号"}));
}

TEST(ReportMatch, ExtrasSayTheirSection) {
  const ModelReport model = model_of("2021");
  Rows rows = model.table(2);
  rows.push_back({{"2020年政府信息公开发布总数量：61", 4}});
  EXPECT_EQ(read(model.body_with({{2, rows}})).extras,
            (std::multiset<std::string>{"2:2020年政府信息公开发布总数量：61"}));
}

TEST(ReportMatch, TwoTablesOfOneKind) {
  const ModelReport model = model_of("2021");
  const std::string whole = model.body_with({});
  EXPECT_EQ(difference(read(whole + table_xml(model.table(3))).fields, all_of(model, "2021")), "")
      << "equal ones are one";
  ModelReport other = model;
  other.set("req_new__natural", "901");
  Fields expected = all_of(model, "2021");
  expected["req_new__natural"] = "2021:?";
  EXPECT_EQ(difference(read(whole + table_xml(other.table(3))).fields, expected), "") << "one number differs";
  EXPECT_EQ(difference(read(whole + table_xml(other.table(3)) + table_xml(model.table(3))).fields, expected), "")
      << "a third does not decide";
  other.set("req_new__natural", "");
  EXPECT_EQ(difference(read(whole + table_xml(other.table(3))).fields, expected), "") << "a number beside a blank";
}

TEST(ReportMatch, TwoTablesOfSectionTwoInDifferentForms) {
  const ModelReport old_form = model_of("2019");
  ModelReport new_form = model_of("2021");
  new_form.set("normdocs_issued", "904");
  // Fields of both forms have one id (rules_issued …) and two values: which one counts is not said.
  const Reading reading = read(table_xml(old_form.table(2)) + paragraph_xml("") + table_xml(new_form.table(2)));
  EXPECT_EQ(reading.forms, "2019+2021");
  EXPECT_EQ(reading.fields.at("normdocs_issued").substr(5), "?");
  EXPECT_EQ(reading.fields.at("rules_newly_disclosed"), "2019:?") << "rivals are not believed where only one speaks";
  ASSERT_EQ(reading.fields.count("rules_in_force"), 1U);
  EXPECT_EQ(reading.fields.at("rules_in_force"), "2021:?");
}

TEST(ReportMatch, ATableCutByAPageBreak) {
  for (const std::string form : {"2019", "2021"}) {
    const ModelReport model = model_of(form);
    const Rows rows = model.table(3);
    for (const std::size_t cut : {5U, 10U, 15U, 20U, 24U}) {
      Rows upper(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(cut));
      Rows lower(rows.begin() + static_cast<std::ptrdiff_t>(cut), rows.end());
      Rows headed(rows.begin(), rows.begin() + 3);
      headed.insert(headed.end(), lower.begin(), lower.end());
      const std::string before = table_xml(model.table(2)) + "<w:p/>" + table_xml(upper) + "<w:p/>";
      EXPECT_EQ(difference(read(before + table_xml(headed) + "<w:p/>" + table_xml(model.table(4))).fields,
                           all_of(model, form)),
                "")
          << form << ", header repeated after row " << cut;
      // Without its header nobody can tell the columns of the lower part: its numbers are not given, none is given
      // wrongly.
      const Reading headless = read(before + table_xml(lower) + "<w:p/>" + table_xml(model.table(4)));
      for (const auto& [id, text] : headless.fields)
        EXPECT_TRUE(text.find_first_not_of("0123456789", 5) != std::string::npos || text.substr(5) == model.shown(id))
            << form << ", cut after row " << cut << ": " << id << " " << text;
    }
  }
}

TEST(ReportMatch, RowsBelowWhatAPageCut) {
  const ModelReport model = model_of("2021");
  const Rows rows = model.table(3);
  const Reading reading = read(table_xml(model.table(2)) + "<w:p/>" + table_xml(Rows(rows.begin(), rows.begin() + 10)));
  EXPECT_EQ(reading.fields.at("req_new__total"), "2021:" + model.shown("req_new__total"));
  EXPECT_EQ(reading.fields.at("req_carried_out__total").substr(5), "-row");
  EXPECT_EQ(reading.fields.at("recon_total").substr(5), "-table");
}

}  // namespace
}  // namespace nianbao::test

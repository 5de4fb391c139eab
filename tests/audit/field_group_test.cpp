#include "audit/field_group.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

const Record& complete_record() {
  static const Record record = [] {
    const std::string bytes = ModelReport(built_in_schema(), "2019", 2020).text();
    const Result<Report> report = process_report({bytes, "report.txt"}, built_in_schema(), {});
    if (!report) throw std::runtime_error(report.problem().code);
    return report->record;
  }();
  return record;
}

using Ids = std::vector<std::string>;

FieldTest one_of(const std::set<std::string>& ids) {
  return [ids](const RecordField& field) { return ids.contains(field.field->id); };
}

std::vector<Ids> ids_of(const std::vector<FieldGroup>& groups) {
  std::vector<Ids> ids;
  for (const FieldGroup& group : groups) {
    ids.emplace_back();
    for (const RecordField* field : group.fields) ids.back().push_back(field->field->id);
  }
  return ids;
}

struct Case {
  const char* special;
  std::set<std::string> fields;
  std::vector<Ids> by_row;
  std::vector<Ids> by_section;
};

const std::vector<Case> kCases = {
    {"none", {}, {}, {}},
    {"one", {"rules_issued"}, {{"rules_issued"}}, {{"rules_issued"}}},
    {"one row",
     {"rules_issued", "rules_disclosed_total"},
     {{"rules_issued", "rules_disclosed_total"}},
     {{"rules_issued", "rules_disclosed_total"}}},
    {"two rows",
     {"rules_issued", "normdocs_issued"},
     {{"rules_issued"}, {"normdocs_issued"}},
     {{"rules_issued", "normdocs_issued"}}},
    {"rows of two sections",
     {"procurement_amount", "req_new__natural"},
     {{"procurement_amount"}, {"req_new__natural"}},
     {{"procurement_amount"}, {"req_new__natural"}}},
    {"the form's order, whatever the order of the ids",
     {"res_total__other", "res_total__legal"},
     {{"res_total__legal", "res_total__other"}},
     {{"res_total__legal", "res_total__other"}}},
    {"fields without row label stand alone",
     {"recon_upheld", "recon_total"},
     {{"recon_upheld"}, {"recon_total"}},
     {{"recon_upheld", "recon_total"}}},
};

TEST(FieldGroups, ByRow) {
  for (const Case& c : kCases)
    EXPECT_EQ(ids_of(groups_by_row(complete_record(), one_of(c.fields))), c.by_row) << c.special;
}

TEST(FieldGroups, BySection) {
  for (const Case& c : kCases)
    EXPECT_EQ(ids_of(groups_by_section(complete_record(), one_of(c.fields))), c.by_section) << c.special;
}

TEST(FieldGroups, EveryFieldIsInOneGroup) {
  const auto any = [](const RecordField&) { return true; };
  EXPECT_EQ(groups_by_section(complete_record(), any).size(), 3U);
  const std::vector<FieldGroup> rows = groups_by_row(complete_record(), any);
  EXPECT_EQ(rows.size(), 8U + 23U + 15U);  // rows of sections 二 and 三, cells of section 四
  std::size_t count = 0;
  for (const FieldGroup& group : rows) count += group.fields.size();
  EXPECT_EQ(count, 198U);
}

TEST(FieldGroups, LabelNamesTheFieldOrTheRow) {
  const struct {
    std::set<std::string> fields;
    const char* label;
  } cases[] = {
      {{"rules_issued"}, "规章 · 本年新制作数量"},
      {{"rules_issued", "rules_disclosed_total"}, "规章"},
      {{"req_new__natural", "req_new__total"}, "一、本年新收政府信息公开申请数量"},
      {{"recon_upheld"}, "行政复议 > 结果维持"},
  };
  for (const auto& c : cases) {
    const std::vector<FieldGroup> groups = groups_by_row(complete_record(), one_of(c.fields));
    ASSERT_EQ(groups.size(), 1U) << c.label;
    EXPECT_EQ(groups[0].label(), c.label);
  }
}

TEST(FindingAbout, GivesIdsAddressesAndRawTexts) {
  Record record = complete_record();
  for (RecordField& field : record.fields) {
    if (field.field->id == "rules_issued") field.value.raw = " 3\n件 ", field.where = "L10";
    if (field.field->id == "rules_newly_disclosed") field.value.raw = "", field.where = "";
    if (field.field->id == "rules_disclosed_total") field.value.raw = "无", field.where = "L12";
  }
  const std::vector<FieldGroup> groups =
      groups_by_row(record, one_of({"rules_issued", "rules_newly_disclosed", "rules_disclosed_total"}));
  ASSERT_EQ(groups.size(), 1U);
  const Finding finding = finding_about(groups[0]);
  EXPECT_EQ(finding.fields, (Ids{"rules_issued", "rules_newly_disclosed", "rules_disclosed_total"}));
  EXPECT_EQ(finding.where, "L10; L12");
  EXPECT_EQ(finding.evidence, "3 件; 无");
  EXPECT_EQ(finding.severity, Severity::kNote);
  EXPECT_EQ(finding.outcome, Outcome::kPossible);
  EXPECT_TRUE(finding.message_zh.empty());
  EXPECT_TRUE(finding.message_en.empty());
}

}  // namespace
}  // namespace nianbao::test

#include "audit/completeness.h"

#include <gtest/gtest.h>

#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

Report complete_report(const std::string& form, int year) {
  const std::string bytes = ModelReport(built_in_schema(), form, year).text();
  Result<Report> report = process_report({bytes, "report.txt"}, built_in_schema(), {});
  if (!report) throw std::runtime_error(report.problem().code);
  return *report;
}

RecordField& field_of(Report& report, const std::string& id) {
  for (RecordField& field : report.record.fields)
    if (field.field->id == id) return field;
  throw std::runtime_error("no field " + id);
}

void set_status(Report& report, const std::string& id, Status status, const std::string& raw = "") {
  field_of(report, id).value = {.status = status, .number = "", .unit = "", .raw = raw};
}

void set_number(Report& report, const std::string& id, const std::string& number) {
  field_of(report, id).value = {.status = Status::kValue, .number = number, .unit = "", .raw = number};
}

using Ids = std::vector<std::string>;

std::vector<Ids> fields_of(const std::vector<Finding>& findings) {
  std::vector<Ids> fields;
  for (const Finding& finding : findings) fields.push_back(finding.fields);
  return fields;
}

TEST(CheckBlanks, SaysNothingOfACompleteReport) {
  for (const auto& [form, year] : std::vector<std::pair<std::string, int>>{{"2019", 2020}, {"2021", 2023}})
    EXPECT_TRUE(check_blanks(complete_report(form, year), {}).empty()) << form;
}

TEST(CheckBlanks, WarnsOfTotalsAndNotesItems) {
  const struct {
    const char* field;
    Severity severity;
    const char* special;
  } cases[] = {
      {"rules_issued", Severity::kNote, "section 二 has no totals"},
      {"licensing_items_change", Severity::kNote, "a change"},
      {"procurement_amount", Severity::kNote, "money"},
      {"req_new__natural", Severity::kNote, "an item of the first row"},
      {"res_denied_enforcement_file__legal", Severity::kNote, "an item"},
      {"req_new__total", Severity::kWarning, "total column"},
      {"res_denied_enforcement_file__total", Severity::kWarning,
       "total column of an item row (the blank of the seed report)"},
      {"res_total__natural", Severity::kWarning, "total row"},
      {"res_total__total", Severity::kWarning, "total of totals"},
      {"recon_upheld", Severity::kNote, "an item of section 四"},
      {"recon_total", Severity::kWarning, "total of reconsiderations"},
      {"suit_direct_total", Severity::kWarning, "total of direct suits"},
      {"suit_after_total", Severity::kWarning, "total of suits after reconsideration"},
  };
  for (const auto& c : cases)
    for (const Status status : {Status::kBlank, Status::kMark}) {
      SCOPED_TRACE(std::string(c.field) + " " + name_of(status) + ": " + c.special);
      Report report = complete_report("2019", 2020);
      set_status(report, c.field, status, status == Status::kMark ? "/" : "");
      const std::vector<Finding> findings = check_blanks(report, {});
      ASSERT_EQ(findings.size(), 1U);
      EXPECT_EQ(findings[0].severity, c.severity);
      EXPECT_EQ(findings[0].outcome, Outcome::kPossible);
      EXPECT_EQ(findings[0].fields, Ids{c.field});
      EXPECT_EQ(findings[0].actual, name_of(status));
      EXPECT_EQ(findings[0].where, field_of(report, c.field).where);
      EXPECT_FALSE(findings[0].message_zh.empty());
      EXPECT_FALSE(findings[0].message_en.empty());
    }
}

TEST(CheckBlanks, ReportsEveryKindOfCellWithoutNumber) {
  const struct {
    Status status;
    const char* raw;
  } cases[] = {{Status::kBlank, ""},
               {Status::kMark, "—"},
               {Status::kText, "详见附表"},
               {Status::kAmbiguous, "1 2"},
               {Status::kUnreadable, "\xEF\xBF\xBD"}};
  for (const auto& c : cases) {
    SCOPED_TRACE(name_of(c.status));
    Report report = complete_report("2021", 2023);
    set_status(report, "res_granted__commercial", c.status, c.raw);
    const std::vector<Finding> findings = check_blanks(report, {});
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].actual, name_of(c.status));
    EXPECT_EQ(findings[0].evidence, c.raw);
    EXPECT_TRUE(findings[0].rule.empty() || findings[0].rule == "R-C-01") << findings[0].rule;
  }
}

TEST(CheckBlanks, LeavesMissingCellsToTheStructureRule) {
  for (const Status status : {Status::kNoCell, Status::kNoRow, Status::kNoTable}) {
    Report report = complete_report("2019", 2020);
    set_status(report, "rules_issued", status);
    set_status(report, "recon_total", status);
    EXPECT_TRUE(check_blanks(report, {}).empty()) << name_of(status);
  }
}

// A printed 0 keeps these tables from being of the style that leaves zeros blank.
TEST(CheckBlanks, GroupsByRowAndKind) {
  struct Case {
    const char* special;
    std::vector<std::pair<std::string, Status>> cells;
    std::vector<Ids> expected;
  };
  const std::vector<Case> cases = {
      {"one row",
       {{"req_new__natural", Status::kBlank}, {"req_new__commercial", Status::kBlank}},
       {{"req_new__natural", "req_new__commercial"}}},
      {"apart in one row",
       {{"req_new__natural", Status::kBlank}, {"req_new__legal", Status::kBlank}},
       {{"req_new__natural", "req_new__legal"}}},
      {"two rows",
       {{"req_new__natural", Status::kBlank}, {"res_granted__natural", Status::kBlank}},
       {{"req_new__natural"}, {"res_granted__natural"}}},
      {"two kinds in one row",
       {{"req_new__natural", Status::kBlank}, {"req_new__commercial", Status::kMark}},
       {{"req_new__natural"}, {"req_new__commercial"}}},
      {"section 四 has no rows to group by",
       {{"recon_upheld", Status::kMark}, {"recon_other", Status::kMark}},
       {{"recon_upheld"}, {"recon_other"}}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.special);
    Report report = complete_report("2019", 2020);
    set_number(report, "req_carried_out__natural", "0");
    for (const auto& [id, status] : c.cells) set_status(report, id, status);
    EXPECT_EQ(fields_of(check_blanks(report, {})), c.expected);
  }
}

TEST(CheckBlanks, TotalAmongARowMakesItAWarning) {
  Report report = complete_report("2019", 2020);
  set_number(report, "req_carried_out__natural", "0");
  set_status(report, "req_new__other", Status::kBlank);
  set_status(report, "req_new__total", Status::kBlank);
  const std::vector<Finding> findings = check_blanks(report, {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::kWarning);
}

// The style of the Shanghai report of 2019: every zero is a blank.
TEST(CheckBlanks, TableWithoutAnyZeroLeavesZerosBlankInOneNote) {
  Report report = complete_report("2019", 2020);
  const Ids blanks = {"req_new__natural", "res_granted__natural", "res_granted__total", "req_carried_out__legal"};
  for (const std::string& id : blanks) set_status(report, id, Status::kBlank);
  const std::vector<Finding> findings = check_blanks(report, {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, Severity::kNote);
  EXPECT_EQ(findings[0].outcome, Outcome::kPossible);
  EXPECT_EQ(findings[0].fields, blanks);
}

TEST(CheckBlanks, ZerosCountOnlyInTheirOwnTable) {
  struct Case {
    const char* special;
    std::string zero_field;
    std::string zero;
    std::vector<Ids> expected;
  };
  const std::vector<Case> cases = {
      {"a zero in the same table", "rules_repealed", "0", {{"rules_issued"}, {"licensing_decisions"}}},
      {"a zero of money, with decimals, is a zero too",
       "fee_amount_wan",
       "0.00",
       {{"rules_issued"}, {"licensing_decisions"}}},
      {"a zero in another table", "recon_total", "0", {{"rules_issued", "licensing_decisions"}}},
      {"10 is no zero", "rules_repealed", "10", {{"rules_issued", "licensing_decisions"}}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.special);
    Report report = complete_report("2021", 2023);
    set_number(report, c.zero_field, c.zero);
    for (const char* id : {"rules_issued", "licensing_decisions"}) set_status(report, id, Status::kBlank);
    EXPECT_EQ(fields_of(check_blanks(report, {})), c.expected);
  }
}

TEST(CheckBlanks, MarksStandBesideTheNoteOfStyle) {
  Report report = complete_report("2019", 2020);
  for (const char* id : {"req_new__natural", "res_granted__natural"}) set_status(report, id, Status::kBlank);
  set_status(report, "res_partial__total", Status::kMark, "/");
  EXPECT_EQ(fields_of(check_blanks(report, {})),
            (std::vector<Ids>{{"req_new__natural", "res_granted__natural"}, {"res_partial__total"}}));
}

struct NumberCase {
  const char* form;
  const char* field;
  const char* number;
  const char* rule;  // empty: good
};

const NumberCase kNumbers[] = {
    {"2019", "rules_issued", "0", ""},
    {"2019", "rules_issued", "117058", ""},
    {"2019", "licensing_items_change", "-11", ""},
    {"2019", "licensing_items_change", "19", ""},
    {"2019", "fee_items_change", "-1", ""},
    {"2019", "procurement_amount", "477.35", ""},
    {"2019", "procurement_amount", "0", ""},
    {"2021", "fee_amount_wan", "59237.2449", ""},
    {"2021", "fee_amount_wan", "0.092", ""},
    {"2019", "req_new__total", "0", ""},
    {"2019", "recon_total", "351", ""},
    {"2019", "rules_issued", "-3", "R-2-09"},
    {"2019", "normdocs_disclosed_total", "2.5", "R-2-09"},
    {"2019", "licensing_items_prev", "-8", "R-2-09"},
    {"2019", "licensing_items_change", "1.5", "R-2-09"},
    {"2019", "procurement_projects", "10.5", "R-2-09"},
    {"2019", "procurement_amount", "-477.35", "R-2-09"},
    {"2021", "fee_amount_wan", "-0.1", "R-2-09"},
    {"2021", "rules_in_force", "-1", "R-2-09"},
    {"2019", "req_new__natural", "-1", "R-3-04"},
    {"2021", "res_other_misc__total", "0.5", "R-3-04"},
    {"2019", "recon_upheld", "-1", "R-4-04"},
    {"2021", "suit_after_total", "1.25", "R-4-04"},
};

TEST(CheckNumberTypes, HoldsNumbersAgainstTheirColumns) {
  for (const NumberCase& c : kNumbers) {
    SCOPED_TRACE(std::string(c.form) + " " + c.field + " = " + c.number);
    Report report = complete_report(c.form, std::string(c.form) == "2019" ? 2020 : 2023);
    set_number(report, c.field, c.number);
    const std::vector<Finding> findings = check_number_types(report, built_in_schema());
    if (*c.rule == '\0') {
      EXPECT_TRUE(findings.empty());
      continue;
    }
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, c.rule);
    EXPECT_EQ(findings[0].severity, Severity::kError);
    EXPECT_EQ(findings[0].outcome, Outcome::kViolated);
    EXPECT_EQ(findings[0].fields, Ids{c.field});
    EXPECT_EQ(findings[0].actual, c.number);
  }
}

TEST(CheckNumberTypes, SaysNothingWhereThereIsNoNumber) {
  for (const Status status : kStatuses) {
    if (status == Status::kValue) continue;
    Report report = complete_report("2019", 2020);
    for (RecordField& field : report.record.fields)
      field.value = {.status = status, .number = "", .unit = "", .raw = "-3"};
    EXPECT_TRUE(check_number_types(report, built_in_schema()).empty()) << name_of(status);
  }
}

}  // namespace
}  // namespace nianbao::test

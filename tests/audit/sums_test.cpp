// What the sums of the form say of reports with one thing special.
#include "audit/sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/plain_report.h"

namespace nianbao::test {
namespace {

// Applications that hang together, all others 0: 7 from natural persons and 2 from enterprises, 1 carried in; 6
// granted, 3 refused as internal, 1 carried over.
Report report_with(const std::function<void(Report&)>& change) {
  std::map<std::string, int> numbers;
  const Form& form = *built_in_schema().find_form("2021");
  for (const FormTable& table : form.tables)
    for (const Field& field : table.fields) numbers[field.id] = 0;
  for (const auto& [id, number] : std::map<std::string, int>{{"req_new__natural", 7},
                                                             {"req_new__commercial", 2},
                                                             {"req_carried_in__natural", 1},
                                                             {"res_granted__natural", 6},
                                                             {"res_denied_internal_affairs__natural", 1},
                                                             {"res_denied_internal_affairs__commercial", 2},
                                                             {"req_carried_out__natural", 1},
                                                             {"recon_upheld", 3},
                                                             {"recon_pending", 1}})
    numbers[id] = number;
  balance(form, numbers);
  Report report = plain_report("2021", numbers);
  change(report);
  return report;
}

// rule, outcome, fields, expected, actual, evidence
std::string said(const Finding& finding) {
  std::string text = finding.rule + " " + name_of(finding.outcome);
  for (const std::string& field : finding.fields) text += " " + field;
  return text + " | " + finding.expected + " | " + finding.actual + " | " + finding.evidence;
}

std::vector<std::string> findings_of(const Report& report, const std::string& without_rule = "") {
  std::vector<std::string> all;
  for (const Finding& finding : check_sums(report, built_in_schema()))
    if (finding.rule != without_rule) all.push_back(said(finding));
  return all;
}

using Said = std::vector<std::string>;

TEST(Sums, NothingIsSaidWhereAllHold) {
  EXPECT_EQ(findings_of(report_with([](Report&) {})), Said{});
}

TEST(Sums, ABlankThatMustBeANumberIsAnError) {
  const Report report = report_with([](Report& r) { set_blank(r, "res_granted__total"); });
  EXPECT_EQ(findings_of(report), (Said{"R-C-02 violated res_granted__total | 6 | blank | R-3-02 总计: 9 = 3 + ?"}));
  EXPECT_EQ(check_sums(report, built_in_schema()).front().severity, Severity::kError);
}

TEST(Sums, ABlankThatMustBeZeroIsANote) {
  const Report report = report_with([](Report& r) { set_blank(r, "res_partial__legal"); });
  EXPECT_EQ(findings_of(report), (Said{"R-C-02 possible res_partial__legal | 0 | blank | R-3-02 法律服务机构: 0 = ?"}));
  EXPECT_EQ(check_sums(report, built_in_schema()).front().severity, Severity::kNote);
}

TEST(Sums, TextThatStandsForAForcedNumberIsNamedTwice) {
  const Report report =
      report_with([](Report& r) { set_value(r, "recon_upheld", {.status = Status::kText, .raw = "三件"}); });
  EXPECT_EQ(findings_of(report), (Said{"R-C-01 possible recon_upheld | 3 | text | 三件",
                                       "R-C-02 possible recon_upheld | 3 | text | R-4-01: 4 = 1 + ?"}));
}

// Where the other part of a cut table follows another form, the record has some of its fields from there.
TEST(Sums, FieldsThatTheRecordDoesNotHaveAreCounted) {
  const Report report = report_with([](Report& r) {
    std::erase_if(r.record.fields,
                  [](const RecordField& f) { return f.field->id == "recon_upheld" || f.field->id == "recon_pending"; });
  });
  EXPECT_EQ(findings_of(report), Said{"R-4-01 cannot_check |  |  | "});
  EXPECT_EQ(check_sums(report, built_in_schema()).front().message_en, "cannot be checked, for 2 cells have no number.");
}

TEST(Sums, ABrokenTableWithoutItsFirstFieldsHasItsPlace) {
  const Report report = report_with([](Report& r) {
    std::erase_if(r.record.fields, [](const RecordField& f) { return f.field->id.starts_with("req_new__"); });
    for (const char* id :
         {"res_granted__total", "res_partial__natural", "res_other_misc__legal", "res_total__research"})
      set_number(r, id, "40");
  });
  const std::vector<Finding> findings = check_sums(report, built_in_schema());
  const auto suspect =
      std::find_if(findings.begin(), findings.end(), [](const Finding& f) { return f.rule == "R-3-07"; });
  ASSERT_NE(suspect, findings.end());
  EXPECT_EQ(suspect->outcome, Outcome::kCannotCheck);
  EXPECT_FALSE(suspect->where.empty());
}

// Two blanks in one sum and nothing else over them: each may be 0 to 3.
TEST(Sums, BoundsAreGivenWhereNothingIsForced) {
  const Report report = report_with([](Report& r) {
    set_blank(r, "recon_upheld");
    set_blank(r, "recon_corrected");
  });
  EXPECT_EQ(findings_of(report),
            (Said{"R-C-01 possible recon_upheld | 0..3 | blank | ", "R-C-01 possible recon_corrected | 0..3 | blank | ",
                  "R-4-01 cannot_check recon_upheld recon_corrected |  |  | "}));
}

TEST(Sums, AMissingTableIsNotPassedOver) {
  const Report report = report_with([](Report& r) {
    for (RecordField& field : r.record.fields)
      if (field.field->section == 4) field.value = {.status = Status::kNoTable};
  });
  const std::vector<Finding> findings = check_sums(report, built_in_schema());
  ASSERT_EQ(findings.size(), 3U);
  for (const Finding& finding : findings) {
    EXPECT_EQ(finding.outcome, Outcome::kCannotCheck);
    EXPECT_EQ(finding.fields.size(), 5U);
  }
}

TEST(Sums, OneWrongNumberBreaksTwoSumsAndIsNamed) {
  const Report report = report_with([](Report& r) { set_number(r, "res_granted__natural", "60"); });
  EXPECT_EQ(findings_of(report, "R-3-07").size(), 2U);
  const Said all = findings_of(report);
  EXPECT_EQ(all.back(), "R-3-07 possible res_granted__natural | 6 | 60 | res_granted__natural: 60 -> 6 (scale)");
}

TEST(Sums, BrokenSumSaysBothSidesAndTheDifference) {
  const Report report = report_with([](Report& r) { set_number(r, "recon_total", "5"); });
  const std::vector<Finding> findings = check_sums(report, built_in_schema());
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].rule, "R-4-01");
  EXPECT_EQ(findings[0].expected, "4");
  EXPECT_EQ(findings[0].actual, "5");
  EXPECT_EQ(findings[0].difference, "1");
  EXPECT_EQ(findings[0].evidence, "R-4-01: 5 ≠ 3 + 1");
}

// 6 granted of 4 in all, whatever the text cell is.
TEST(Sums, APartAboveItsWholeIsFoundAlthoughAnotherPartIsText) {
  const Report report = report_with([](Report& r) {
    set_value(r, "recon_other", {.status = Status::kText, .raw = "若干"});
    set_number(r, "recon_upheld", "6");
  });
  const Said all = findings_of(report, "R-3-07");
  EXPECT_EQ(all.back(),
            "R-4-01 violated recon_upheld recon_corrected recon_other recon_pending recon_total |  |  | "
            "R-4-01: 4 = 6 + 1 + ?");
}

// 70 for 7: the sums of its row and its column do not hold, and what their other numbers say of blanks may be wrong.
// The column of legal services proves both of its blanks without them.
TEST(Sums, NoProofLeansOnANumberThatMayBeWrong) {
  const Report report = report_with([](Report& r) {
    set_number(r, "res_total__natural", "70");
    set_blank(r, "res_total__legal");
    set_blank(r, "res_partial__legal");
  });
  std::vector<std::string> proved;
  for (const Finding& finding : check_sums(report, built_in_schema()))
    if (finding.rule == "R-C-02") proved.insert(proved.end(), finding.fields.begin(), finding.fields.end());
  EXPECT_EQ(proved, (std::vector<std::string>{"res_partial__legal", "res_total__legal"}));
}

// A table of another form has other sums: form 2019 has one row （六）, form 2021 three.
TEST(Sums, TablesAreHeldAgainstTheirOwnForm) {
  Report report = report_with([](Report&) {});
  const Form* old = built_in_schema().find_form("2019");
  report.record.forms = {built_in_schema().find_form("2021"), old};
  std::erase_if(report.record.fields, [](const RecordField& field) { return field.field->section == 3; });
  for (const Field& field : old->tables[1].fields)
    report.record.fields.push_back(
        {.form = old, .field = &field, .value = {.status = Status::kValue, .number = "0", .unit = "", .raw = "0"}});
  EXPECT_EQ(findings_of(report), Said{});
  set_number(report, "res_other__legal", "1");
  EXPECT_EQ(findings_of(report, "R-3-07").size(), 2U);
}

// A blank in 80 cells of a consistent table and every total: the proof has to use rows and columns together.
TEST(Sums, ATableThatLeavesItsZerosBlankIsOneNote) {
  const Report report = report_with([](Report& r) {
    for (RecordField& field : r.record.fields)
      if (field.field->section == 3 && field.value.number == "0") field.value = {.status = Status::kBlank};
  });
  const Said all = findings_of(report);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all[0].starts_with("R-C-02 possible")) << all[0];
}

}  // namespace
}  // namespace nianbao::test

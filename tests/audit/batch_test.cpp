// Reports against each other: which are compared, which are not, and what is said.
#include "audit/batch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "audit/finding_id.h"
#include "tests/support/example_report.h"
#include "tests/support/model_facts.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Cells = std::map<std::string, std::string>;

const Cells kHandsOver = {
    {"req_new__legal", "5"}, {"req_new__total", "5"}, {"req_carried_out__legal", "5"}, {"req_carried_out__total", "5"}};
const Cells kTakesIn = {{"req_carried_in__legal", "5"}, {"req_carried_in__total", "5"}};
const Cells kTakesLess = {{"req_carried_in__legal", "4"}, {"req_carried_in__total", "4"}};

ReportFacts facts(const std::string& org, int year, const Cells& cells, const std::string& copy = "") {
  return model_facts(org, year, "2021", cells, copy);
}

std::vector<BatchFinding> audited(const std::vector<ReportFacts>& reports) {
  return audit_batch(reports, built_in_schema());
}

// "RULE severity outcome" of each finding, in order.
std::vector<std::string> said(const std::vector<ReportFacts>& reports) {
  std::vector<std::string> all;
  for (const BatchFinding& one : audited(reports))
    all.push_back(one.finding.rule + " " + name_of(one.finding.severity) + " " + name_of(one.finding.outcome));
  return all;
}

using Said = std::vector<std::string>;

TEST(Batch, WhichYearsAreCompared) {
  struct Case {
    const char* special;
    std::vector<ReportFacts> reports;
    Said said;
  };
  ReportFacts organ = facts("清河县水务局", 2022, kTakesLess);
  organ.scope = "organ";
  ReportFacts consolidated = facts("清河县水务局", 2021, kHandsOver);
  consolidated.scope = "consolidated";
  ReportFacts undated = facts("清河县水务局", 0, kTakesLess);
  const Said broken = {"R-Y-01 error violated", "R-Y-01 warning violated"};
  const Said uncertain = {"R-Y-01 note possible", "R-Y-01 note possible"};
  const Case cases[] = {
      {"the numbers chain", {facts("清河县水务局", 2021, kHandsOver), facts("清河县水务局", 2022, kTakesIn)}, {}},
      {"they do not", {facts("清河县水务局", 2021, kHandsOver), facts("清河县水务局", 2022, kTakesLess)}, broken},
      {"in another order", {facts("清河县水务局", 2022, kTakesLess), facts("清河县水务局", 2021, kHandsOver)}, broken},
      {"in another spelling",
       {facts("清河县政府", 2021, kHandsOver), facts("清河县人民政府", 2022, kTakesLess)},
       broken},
      {"across the forms",
       {model_facts("清河县水务局", 2020, "2019", kHandsOver), facts("清河县水务局", 2021, kTakesLess)},
       broken},
      {"a year is missing", {facts("清河县水务局", 2021, kHandsOver), facts("清河县水务局", 2023, kTakesLess)}, {}},
      {"other bodies", {facts("清河县水务局", 2021, kHandsOver), facts("清源县水务局", 2022, kTakesLess)}, {}},
      {"no body", {facts("", 2021, kHandsOver), facts("", 2022, kTakesLess)}, {}},
      {"no year", {facts("清河县水务局", 2021, kHandsOver), undated}, {}},
      {"scopes that differ", {consolidated, organ}, {}},
      {"a scope that one does not state",
       {consolidated, facts("清河县水务局", 2022, kTakesLess)},
       {"R-Y-01 warning possible", "R-Y-01 warning possible"}},
      {"a name without a place", {facts("公安局", 2021, kHandsOver), facts("公安局", 2022, kTakesLess)}, uncertain},
      {"one report alone", {facts("清河县水务局", 2021, kHandsOver)}, {}},
      {"none", {}, {}},
  };
  for (const Case& c : cases) EXPECT_EQ(said(c.reports), c.said) << c.special;
}

TEST(Batch, FindingsAreOfTheLaterYear) {
  const std::vector<BatchFinding> found =
      audited({facts("清河县水务局", 2022, kTakesLess), facts("清河县水务局", 2021, kHandsOver)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].report, 0U);
  const Finding& finding = found[0].finding;
  EXPECT_EQ(finding.expected, "5");
  EXPECT_EQ(finding.actual, "4");
  EXPECT_EQ(finding.difference, "-1");
  EXPECT_EQ(finding.evidence, "req_carried_in__total=4; prev.req_carried_out__total=5");
  EXPECT_EQ(finding.fields, (std::vector<std::string>{"req_carried_in__total", "req_carried_out__total"}));
  EXPECT_EQ(finding.id.size(), 16U);
  EXPECT_NE(finding.id, found[1].finding.id);
  EXPECT_NE(finding.message_zh.find("2021"), std::string::npos);
  EXPECT_NE(finding.message_en.find("2021"), std::string::npos);
}

TEST(Batch, RenamedBodiesAreOnlyPossible) {
  const Cells next = {{"req_carried_in__legal", "5"}, {"req_carried_in__total", "5"}, {"normdocs_in_force", "9"}};
  const Cells zeros = {{"normdocs_in_force", "9"}};
  const ReportFacts old = facts("清河县水务局", 2021, kHandsOver);
  const Said possible = {"R-Y-02 note possible"};
  struct Case {
    const char* special;
    std::vector<ReportFacts> reports;
    Said said;
  };
  const Case cases[] = {
      {"renamed", {old, facts("清河县水利局", 2022, next)}, possible},
      {"a larger place before the name",
       {facts("洪泽区人民政府", 2021, kHandsOver), facts("淮安市洪泽区人民政府", 2022, next)},
       possible},
      {"another name altogether", {old, facts("清河县财政局", 2022, next)}, {}},
      {"another place", {old, facts("清源县水利局", 2022, next)}, {}},
      {"another type", {old, facts("清河县水务中学", 2022, next)}, {}},
      {"other numbers", {old, facts("清河县水利局", 2022, kTakesLess)}, {}},
      {"nothing is carried over", {facts("清河县水务局", 2021, {}), facts("清河县水利局", 2022, zeros)}, {}},
      {"not known what is",
       {facts("清河县水务局", 2021,
              {{"req_carried_out__natural", ""}, {"req_carried_out__legal", "5"}, {"req_carried_out__total", "5"}}),
        facts("清河县水利局", 2022, next)},
       {}},
      {"two heirs", {old, facts("清河县水利局", 2022, next), facts("清河县水务管理局", 2022, next)}, {}},
      {"two that end", {old, facts("清河县水利水务局", 2021, kHandsOver), facts("清河县水利局", 2022, next)}, {}},
      {"the old one goes on", {old, facts("清河县水务局", 2022, kTakesIn), facts("清河县水利局", 2022, next)}, {}},
      {"a year between", {old, facts("清河县水利局", 2023, next)}, {}},
  };
  for (const Case& c : cases) EXPECT_EQ(said(c.reports), c.said) << c.special;
  const std::vector<BatchFinding> found = audited(cases[0].reports);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].finding.message_zh.find("不能确定"), std::string::npos);
  EXPECT_NE(found[0].finding.message_en.find("Uncertain"), std::string::npos);
}

TEST(Batch, SeveralReportsOfOneYearMakeNoBreaks) {
  const ReportFacts before = facts("清河县水务局", 2021, kHandsOver);
  const ReportFacts good = facts("清河县水务局", 2022, kTakesIn);
  const ReportFacts again = facts("清河县水务局", 2022, kTakesIn, "copy");
  const ReportFacts revised = facts("清河县水务局", 2022, kTakesLess, "revised");
  const ReportFacts revised_again = facts("清河县水务局", 2022, kTakesLess, "revised again");
  EXPECT_EQ(said({before, good, again}), Said{"R-Y-00 note possible"});
  EXPECT_EQ(said({before, good, revised}), Said{"R-Y-00 warning possible"});
  Said of_equal_ones = said({before, revised, revised_again});
  std::sort(of_equal_ones.begin(), of_equal_ones.end());  // which of two carries what is said once depends on their ids
  EXPECT_EQ(of_equal_ones, (Said{"R-Y-00 note possible", "R-Y-01 error violated", "R-Y-01 warning violated"}));
  const std::vector<BatchFinding> found = audited({before, good, revised});
  EXPECT_EQ(found[0].finding.fields, (std::vector<std::string>{"req_carried_in__legal", "req_carried_in__total"}));
  for (const ReportFacts* named : {&good, &revised})
    EXPECT_NE(found[0].finding.message_en.find(named->id), std::string::npos);
  EXPECT_EQ(said({facts("公安局", 2022, kTakesIn), facts("公安局", 2022, kTakesLess, "x")}),
            Said{"R-Y-00 note possible"});
}

TEST(Batch, WhatIsNotKnownIsNoBreak) {
  const Cells blank = {{"req_carried_in__legal", ""}, {"req_carried_in__total", ""}};
  EXPECT_EQ(said({facts("清河县水务局", 2021, kHandsOver), facts("清河县水务局", 2022, blank)}),
            Said{"R-Y-01 note cannot_check"});
  ReportFacts without_table = facts("清河县水务局", 2022, {});
  without_table.tables = {"2021/disclosure"};
  EXPECT_EQ(said({facts("清河县水务局", 2021, kHandsOver), without_table}), Said{});
}

// Enough numbers, enough of them different.
Cells telling(int start) {
  Cells cells;
  for (const char* id : {"normdocs_issued", "normdocs_in_force", "licensing_decisions", "penalty_decisions",
                         "recon_upheld", "recon_total"})
    cells[id] = std::to_string(++start);
  return cells;
}

TEST(Batch, CopiesOfAnotherBody) {
  const ReportFacts first = facts("清河县水务局", 2022, telling(10));
  const ReportFacts copy = facts("清河县财政局", 2022, telling(10));
  const ReportFacts third = facts("清源县财政局", 2023, telling(10));
  const Said one = {"R-P-10 note possible"};
  EXPECT_EQ(said({first, copy}), one);
  EXPECT_EQ(said({first, copy, third}), (Said{"R-P-10 note possible", "R-P-10 note possible"}));
  EXPECT_EQ(said({first, facts("清河县财政局", 2022, telling(11))}), Said{});
  EXPECT_EQ(said({first, facts("", 2022, telling(10))}), Said{});
  EXPECT_EQ(said({facts("清河县人民政府", 2022, telling(10)), facts("南阳市清河县人民政府", 2022, telling(10))}),
            Said{});
  Cells few = telling(10);
  few.erase("recon_total");
  EXPECT_EQ(said({facts("清河县水务局", 2022, few), facts("清河县财政局", 2022, few)}), Said{});
  Cells same;
  for (const auto& [id, text] : telling(10)) same[id] = "1";
  EXPECT_EQ(said({facts("清河县水务局", 2022, same), facts("清河县财政局", 2022, same)}), Said{});
  const std::vector<BatchFinding> found = audited({third, first, copy});
  ASSERT_EQ(found.size(), 2U);
  const std::string& original = std::min(first.id, copy.id);
  for (const BatchFinding& of_copy : found) EXPECT_NE(of_copy.finding.message_en.find(original), std::string::npos);
}

TEST(Batch, OrderOfTheReportsDoesNotMatter) {
  std::vector<ReportFacts> reports;
  for (int body = 0; body < 12; ++body)
    for (int year = 2021; year < 2026; ++year)
      reports.push_back(facts("第" + std::to_string(body % 5) + "河县" + (body < 6 ? "水务局" : "水利局"), year,
                              body % 3 == 0   ? kHandsOver
                              : body % 3 == 1 ? telling(year)
                                              : telling(body % 4),
                              std::to_string(body)));
  const auto shown = [](const std::vector<ReportFacts>& given) {
    std::vector<std::string> all;
    for (const BatchFinding& one : audited(given))
      all.push_back(given[one.report].id + " " + one.finding.id + " " + one.finding.message_zh);
    std::sort(all.begin(), all.end());
    return all;
  };
  const std::vector<std::string> expected = shown(reports);
  EXPECT_GT(expected.size(), 20U);
  std::mt19937 random(7);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(reports.begin(), reports.end(), random);
    EXPECT_EQ(shown(reports), expected);
  }
}

// The same finding in another file, or among other reports, has the same id.
TEST(Batch, IdsAreOfBodyAndYears) {
  const std::vector<BatchFinding> first =
      audited({facts("清河县水务局", 2021, kHandsOver), facts("清河县水务局", 2022, kTakesLess)});
  const std::vector<BatchFinding> saved_again =
      audited({facts("清河县水务局", 2021, kHandsOver, "a"), facts("清源县水务局", 2021, {}),
               facts("清河县水务局", 2022, kTakesLess, "b")});
  const std::vector<BatchFinding> other_years =
      audited({facts("清河县水务局", 2022, kHandsOver), facts("清河县水务局", 2023, kTakesLess)});
  ASSERT_EQ(first.size(), saved_again.size());
  ASSERT_EQ(first.size(), other_years.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].finding.id, saved_again[i].finding.id);
    EXPECT_NE(topic_of(first[i].finding.id), topic_of(other_years[i].finding.id));
  }
}

TEST(ReportFacts, GiveTheNumbersAgain) {
  ReportExample example{.form = "2019", .org = "清河县水务局", .year = 2020};
  example.cells = {{"rules_issued", "3"},
                   {"licensing_items_change", "-8"},
                   {"procurement_amount", "477.35万元"},
                   {"fee_items_prev", "/"},
                   {"recon_upheld", ""},
                   {"recon_other", "详见附表"}};
  const Report report = report_of(example);
  const ReportFacts kept = facts_of(report, built_in_schema());
  EXPECT_EQ(kept.id, report.id);
  EXPECT_EQ(kept.org_name, "清河县水务局");
  EXPECT_EQ(kept.org_type, "department");
  EXPECT_EQ(kept.year, 2020);
  EXPECT_EQ(kept.tables, (std::vector<std::string>{"2019/disclosure", "2019/applications", "2019/disputes"}));
  const Numbers direct = numbers_of(report, built_in_schema());
  const Numbers again = FactsReader(built_in_schema()).numbers_of(kept);
  ASSERT_EQ(direct.fields.size(), again.fields.size());
  for (std::size_t i = 0; i < direct.fields.size(); ++i) {
    EXPECT_EQ(direct.fields[i].known, again.fields[i].known) << i;
    EXPECT_EQ(direct.fields[i].number, again.fields[i].number) << i;
    EXPECT_EQ(direct.fields[i].field, again.fields[i].field) << i;
    const Field* field = direct.fields[i].field;
    const bool has_unit = field != nullptr && field->type == FieldType::kAmount;
    EXPECT_EQ(has_unit ? direct.fields[i].unit : "", has_unit ? again.fields[i].unit : "") << i;
  }
}

TEST(ReportFacts, LeaveOutTablesThatAreMissing) {
  ReportExample example{.form = "2021", .org = "清河县水务局", .year = 2022};
  example.without_sections = {4};
  EXPECT_EQ(facts_of(report_of(example), built_in_schema()).tables,
            (std::vector<std::string>{"2021/disclosure", "2021/applications"}));
}

}  // namespace
}  // namespace nianbao::test

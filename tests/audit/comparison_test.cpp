// Alarms: what is not known, what does not apply, and what findings say.
#include "audit/comparison.h"

#include <gtest/gtest.h>

#include "schema/rule_loader.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

RuleSpec rule_with(const std::string& alarms) {
  const std::string book =
      R"({ "rules": [ { "id": "R-1", "kind": "strong", "zh": "甲不多于乙。", "en": "A is no more than B.",
    "why_zh": "丙", "why_en": "c", "alarms": )" +
      alarms + R"(, "passes": [[{ "form": "2019", "org": "甲", "year": 2020 }]],
    "fails": [[{ "form": "2019", "org": "甲", "year": 2020 }]] } ] })";
  return load_rules({"rules.json", book}, built_in_schema().fields).rules.front();
}

RuleSpec rule_when(const std::string& conditions, const std::string& scope = "{}") {
  return rule_with(R"([{ "of": )" + scope + R"(, "cases": [{ )" + conditions +
                   R"(, "zh": "甲多于乙", "en": "More A than B" }] }])");
}

const Form& form(const std::string& id) { return *built_in_schema().find_form(id); }

// All fields of a form hold 0 but those named: a number with its unit, "" for a blank, "?" for what is no number.
Numbers numbers(const std::map<std::string, std::string>& cells, const std::string& form_id = "2019") {
  Numbers all{.fields = std::vector<Operand>(built_in_schema().fields.size()),
              .org_name = "绿园区同心街道",
              .org_type = "street",
              .year = 2020};
  for (const FormTable& table : form(form_id).tables)
    for (const Field& field : table.fields)
      all.fields[*built_in_schema().fields.find(field.id)] = {
          .known = Known::kNumber, .is_whole = true, .field = &field};
  for (const auto& [id, text] : cells) {
    Operand& operand = all.fields.at(*built_in_schema().fields.find(id));
    const std::size_t unit = text.find_first_not_of("-0123456789.");
    operand.known = text.empty()  ? Known::kBlank
                    : text == "?" ? Known::kOther
                    : text == "!" ? Known::kTable
                                  : Known::kNumber;
    if (operand.known != Known::kNumber) continue;
    operand.number = *Decimal::parse(text.substr(0, unit));
    operand.is_whole = text.find('.') == std::string::npos;
    static std::set<std::string> units;  // outlive the numbers
    if (unit != std::string::npos) operand.unit = *units.insert(text.substr(unit)).first;
  }
  return all;
}

Truth truth(const RuleSpec& rule, const Numbers& current, const Numbers* previous = nullptr) {
  return evaluate(rule.alarms.front(), {&current, previous}, built_in_schema()).truth;
}

TEST(Comparison, IsExact) {
  const RuleSpec rule = rule_when(R"("when": ["procurement_amount = 0.3"])");
  EXPECT_EQ(truth(rule, numbers({{"procurement_amount", "0.3"}})), Truth::kHolds);
  EXPECT_EQ(truth(rule, numbers({{"procurement_amount", "0.300001"}})), Truth::kFails);
  const RuleSpec sum = rule_when(R"("when": ["10 * procurement_amount - procurement_projects = 1"])");
  EXPECT_EQ(truth(sum, numbers({{"procurement_amount", "0.3"}, {"procurement_projects", "2"}})), Truth::kHolds);
}

TEST(Comparison, EveryRelation) {
  struct Case {
    const char* relation;
    bool less, equal, more;
  };
  for (const Case& c : {Case{"<", true, false, false}, Case{"<=", true, true, false}, Case{"=", false, true, false},
                        Case{"!=", true, false, true}, Case{">=", false, true, true}, Case{">", false, false, true}}) {
    const RuleSpec rule = rule_when("\"when\": [\"rules_issued " + std::string(c.relation) + " 5\"]");
    EXPECT_EQ(truth(rule, numbers({{"rules_issued", "4"}})) == Truth::kHolds, c.less) << c.relation;
    EXPECT_EQ(truth(rule, numbers({{"rules_issued", "5"}})) == Truth::kHolds, c.equal) << c.relation;
    EXPECT_EQ(truth(rule, numbers({{"rules_issued", "6"}})) == Truth::kHolds, c.more) << c.relation;
  }
}

TEST(Comparison, WhatIsNotKnownIsNeverTakenForZero) {
  const RuleSpec rule = rule_when(R"("when": ["rules_issued > 2", "rules_disclosed_total = 0"])");
  struct Case {
    const char* special;
    const char* issued;
    const char* total;
    Truth truth;
  };
  const Case cases[] = {
      {"both known", "3", "0", Truth::kHolds},
      {"a blank might be 0", "3", "", Truth::kUnknown},
      {"or another text", "3", "?", Truth::kUnknown},
      {"the other one fails anyway", "2", "", Truth::kFails},
      {"whichever stands first", "", "4", Truth::kFails},
      {"nothing is shown at all", "", "", Truth::kNotAsked},
      {"the table is missing", "3", "!", Truth::kNotAsked},
  };
  for (const Case& c : cases)
    EXPECT_EQ(truth(rule, numbers({{"rules_issued", c.issued}, {"rules_disclosed_total", c.total}})), c.truth)
        << c.special;
}

TEST(Comparison, NumbersTooLargeAreNotKnown) {
  const RuleSpec rule = rule_when(R"("when": ["1000 * procurement_amount > procurement_projects"])");
  EXPECT_EQ(truth(rule, numbers({{"procurement_amount", "9000000000000"}})), Truth::kUnknown);
}

TEST(Comparison, OfFieldsThatTheFormDoesNotHaveIsNotAsked) {
  const RuleSpec rule = rule_when(R"("when": ["rules_issued >= 0", "rules_in_force = 0"])");
  EXPECT_EQ(truth(rule, numbers({}, "2019")), Truth::kNotAsked);
  EXPECT_EQ(truth(rule, numbers({}, "2021")), Truth::kHolds);
}

TEST(Comparison, AsksForBodiesAndYears) {
  const char* when = R"("when": ["rules_issued = 0"])";
  const std::pair<const char*, Truth> scopes[] = {
      {R"({ "types": ["street"] })", Truth::kHolds},         {R"({ "types": ["county"] })", Truth::kNotAsked},
      {R"({ "names": ["同心", "公安局"] })", Truth::kHolds}, {R"({ "names": ["公安局"] })", Truth::kNotAsked},
      {R"({ "from_year": 2020 })", Truth::kHolds},           {R"({ "from_year": 2021 })", Truth::kNotAsked},
  };
  for (const auto& [scope, expected] : scopes) EXPECT_EQ(truth(rule_when(when, scope), numbers({})), expected) << scope;
  Numbers office = numbers({});
  office.org_name = "上海市人民政府办公厅";
  office.org_type = "department";
  EXPECT_EQ(truth(rule_when(when, R"({ "but_offices_of": ["province"] })"), office), Truth::kNotAsked);
  EXPECT_EQ(truth(rule_when(when, R"({ "but_offices_of": ["county"] })"), office), Truth::kHolds);
  Numbers undated = numbers({});
  undated.year.reset();
  EXPECT_EQ(truth(rule_when(when, R"({ "from_year": 2000 })"), undated), Truth::kNotAsked);
}

TEST(Comparison, AsksForUnitsDecimalsAndBlanks) {
  const RuleSpec unit = rule_when(R"("when": ["procurement_amount > 0"], "without_unit": ["procurement_amount"])");
  EXPECT_EQ(truth(unit, numbers({{"procurement_amount", "5"}})), Truth::kHolds);
  EXPECT_EQ(truth(unit, numbers({{"procurement_amount", "5元"}})), Truth::kFails);
  const RuleSpec whole = rule_when(R"("when": ["procurement_amount > 0"], "whole": ["procurement_amount"])");
  EXPECT_EQ(truth(whole, numbers({{"procurement_amount", "5"}})), Truth::kHolds);
  EXPECT_EQ(truth(whole, numbers({{"procurement_amount", "5.0"}})), Truth::kFails);
  const RuleSpec blank = rule_when(R"("when": ["req_new__total > 0"], "blank": ["req_new__legal", "req_new__other"])");
  EXPECT_EQ(truth(blank, numbers({{"req_new__total", "1"}, {"req_new__legal", ""}, {"req_new__other", ""}})),
            Truth::kHolds);
  EXPECT_EQ(truth(blank, numbers({{"req_new__total", "1"}, {"req_new__legal", ""}})), Truth::kFails);
}

TEST(Comparison, ZeroSectionsShowZerosAndNothingElse) {
  const RuleSpec rule = rule_when(R"("zero_sections": [4])");
  EXPECT_EQ(truth(rule, numbers({{"rules_issued", "5"}})), Truth::kHolds);
  EXPECT_EQ(truth(rule, numbers({{"recon_other", ""}})), Truth::kHolds);
  EXPECT_EQ(truth(rule, numbers({{"recon_other", "1"}})), Truth::kFails);
  EXPECT_EQ(truth(rule, numbers({{"recon_other", "?"}})), Truth::kFails);
  EXPECT_EQ(truth(rule, numbers({{"recon_other", "!"}})), Truth::kFails);
  std::map<std::string, std::string> all_blank;
  for (const FormTable& table : form("2019").tables)
    for (const Field& field : table.fields) all_blank[field.id] = "";
  EXPECT_EQ(truth(rule, numbers(all_blank)), Truth::kFails);
}

TEST(Comparison, OfTwoYears) {
  const RuleSpec rule = rule_when(R"("when": ["req_carried_in__total != prev.req_carried_out__total"])");
  const Numbers before = numbers({{"req_carried_out__total", "4"}});
  const Numbers same = numbers({{"req_carried_in__total", "4"}}, "2021");
  const Numbers less = numbers({{"req_carried_in__total", "3"}}, "2021");
  EXPECT_EQ(truth(rule, same, &before), Truth::kFails);
  EXPECT_EQ(truth(rule, less, &before), Truth::kHolds);
  EXPECT_EQ(truth(rule, less), Truth::kNotAsked);
  const Numbers unknown = numbers({{"req_carried_out__total", ""}});
  EXPECT_EQ(truth(rule, less, &unknown), Truth::kUnknown);
}

TEST(Comparison, AmountsInTwoUnitsSayNothing) {
  const RuleSpec rule = rule_when(R"("when": ["procurement_amount > 10 * prev.procurement_amount"])");
  const Numbers before = numbers({{"procurement_amount", "12万元"}});
  EXPECT_EQ(truth(rule, numbers({{"procurement_amount", "130000元"}}), &before), Truth::kNotAsked);
  EXPECT_EQ(truth(rule, numbers({{"procurement_amount", "130万元"}}), &before), Truth::kHolds);
  EXPECT_EQ(truth(rule, numbers({{"procurement_amount", "130"}}), &before), Truth::kNotAsked);
}

TEST(AlarmFindings, SayWhatWasComparedAndHow) {
  const RuleSpec rule =
      rule_when(R"("when": ["rules_issued > 0", "rules_issued + 2 * prev.rules_issued < procurement_amount"])");
  const Numbers current = numbers({{"rules_issued", "3"}, {"procurement_amount", "12.50元"}});
  const Numbers previous = numbers({{"rules_issued", "4"}});
  const std::vector<Finding> findings = findings_of(rule, {&current, &previous}, built_in_schema());
  ASSERT_EQ(findings.size(), 1U);
  const Finding& finding = findings.front();
  EXPECT_EQ(finding.rule, "R-1");
  EXPECT_EQ(finding.severity, Severity::kWarning);
  EXPECT_EQ(finding.outcome, Outcome::kViolated);
  EXPECT_EQ(finding.fields, (std::vector<std::string>{"rules_issued", "procurement_amount"}));
  EXPECT_EQ(finding.actual, "11");
  EXPECT_EQ(finding.expected, ">= 12.5");
  EXPECT_EQ(finding.difference, "-1.5");
  EXPECT_EQ(finding.evidence, "rules_issued=3; prev.rules_issued=4; procurement_amount=12.5 元");
  EXPECT_NE(finding.message_zh.find("甲多于乙"), std::string::npos);
  EXPECT_NE(finding.message_zh.find("2 × 上年"), std::string::npos) << finding.message_zh;
  EXPECT_NE(finding.message_en.find("More A than B"), std::string::npos);
  EXPECT_NE(finding.message_en.find("2 × last year's"), std::string::npos) << finding.message_en;
}

TEST(AlarmFindings, TheFirstCaseThatHoldsIsTheFinding) {
  const RuleSpec rule = rule_with(R"([{ "for": { "x": ["rules", "normdocs"] }, "cases": [
      { "when": ["{x}_issued > 9"], "zh": "很多", "en": "Very many" }, { "when": ["{x}_issued > 5"], "zh": "多", "en": "Many" } ] }])");
  const Numbers current = numbers({{"rules_issued", "12"}, {"normdocs_issued", "7"}});
  const std::vector<Finding> findings = findings_of(rule, {&current, nullptr}, built_in_schema());
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].message_en.rfind("Very many: ", 0), 0U) << findings[0].message_en;
  EXPECT_EQ(findings[1].message_en.rfind("Many: ", 0), 0U) << findings[1].message_en;
}

TEST(AlarmFindings, OneNoteForAllThatCannotBeChecked) {
  const RuleSpec rule = rule_with(R"([{ "for": { "x": ["rules", "normdocs"] }, "cases": [
      { "when": ["{x}_disclosed_total < {x}_issued"], "zh": "少", "en": "Few" },
      { "when": ["{x}_disclosed_total + 1 < {x}_newly_disclosed"], "zh": "更少", "en": "Fewer" } ] }])");
  const Numbers current = numbers({{"rules_disclosed_total", ""}, {"normdocs_disclosed_total", "?"}});
  const std::vector<Finding> findings = findings_of(rule, {&current, nullptr}, built_in_schema());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().outcome, Outcome::kCannotCheck);
  EXPECT_EQ(findings.front().severity, Severity::kNote);
  EXPECT_EQ(findings.front().fields, (std::vector<std::string>{"rules_disclosed_total", "normdocs_disclosed_total"}));
  EXPECT_EQ(findings.front().evidence, "rules_disclosed_total: blank; normdocs_disclosed_total: no number");
}

}  // namespace
}  // namespace nianbao::test

// How comparisons of schema/rules.json are read, and which are refused.
#include "schema/alarm.h"

#include <gtest/gtest.h>

#include "schema/comparison_parser.h"
#include "schema/rule_loader.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

const FieldIndex& fields() { return built_in_schema().fields; }

TEST(FieldIndexTest, NumbersEveryFieldOnce) {
  std::size_t count = 0;
  for (const Form& form : built_in_schema().forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields) {
        const auto number = fields().find(field.id);
        ASSERT_TRUE(number) << field.id;
        EXPECT_EQ(fields().at(*number).id, field.id);
        ++count;
      }
  EXPECT_LT(fields().size(), count);  // forms share fields
  EXPECT_FALSE(fields().find("req_new"));
  EXPECT_FALSE(fields().find(""));
}

TEST(ComparisonParser, ReadsSumsAndFactors) {
  const Comparison c = parse_comparison("10 * req_new__total - prev.res_total__total >= rules_issued + 2.5", fields());
  EXPECT_EQ(c.relation, Relation::kAtLeast);
  ASSERT_EQ(c.left.size(), 2U);
  ASSERT_EQ(c.right.size(), 2U);
  EXPECT_EQ(c.left[0].factor, 10);
  EXPECT_EQ(c.left[0].field, fields().find("req_new__total"));
  EXPECT_FALSE(c.left[0].is_previous);
  EXPECT_EQ(c.left[1].factor, -1);
  EXPECT_EQ(c.left[1].field, fields().find("res_total__total"));
  EXPECT_TRUE(c.left[1].is_previous);
  EXPECT_EQ(c.right[0].factor, 1);
  EXPECT_FALSE(c.right[1].field);
  EXPECT_EQ(c.right[1].number.text(), "2.5");
}

TEST(ComparisonParser, KnowsAllRelations) {
  for (const Relation relation : {Relation::kLess, Relation::kAtMost, Relation::kEqual, Relation::kDifferent,
                                  Relation::kAtLeast, Relation::kMore}) {
    const std::string text = std::string("rules_issued ") + name_of(relation) + " 0";
    EXPECT_EQ(parse_comparison(text, fields()).relation, relation) << text;
    EXPECT_EQ(opposite_of(opposite_of(relation)), relation) << text;
    EXPECT_NE(opposite_of(relation), relation) << text;
  }
}

TEST(ComparisonParser, RefusesWhatIsNone) {
  for (const char* text :
       {"", "rules_issued", "rules_issued >", "> 0", "rules_issued > 0 > 0", "rules_issued > 0 rules_issued",
        "rules_issued == 0", "rules_issued => 0", "rules_made > 0", "prev.rules_made > 0", "2.5 * rules_issued > 0",
        "2 * 3 > 0", "rules_issued * 2 > 0", "rules_issued+1 > 0", "previous.rules_issued > 0", "- rules_issued > 0",
        "rules_issued + > 0", "{x}_issued > 0"})
    EXPECT_THROW(parse_comparison(text, fields()), ComparisonError) << text;
}

// A book of one rule with alarms.
std::string book(const std::string& alarms) {
  return R"({ "rules": [ { "id": "R-1", "kind": "hard", "zh": "甲", "en": "a", "why_zh": "乙", "why_en": "b",
    "alarms": )" +
         alarms + R"(, "passes": [[{ "form": "2019", "org": "甲", "year": 2020 }]],
    "fails": [[{ "form": "2019", "org": "甲", "year": 2020 }]] } ] })";
}

std::string one_case(const std::string& conditions) {
  return "[{ \"cases\": [{ " + conditions + ", \"zh\": \"丙\", \"en\": \"c\" }] }]";
}

RuleBook loaded(const std::string& alarms) { return load_rules({"rules.json", book(alarms)}, fields()); }

TEST(AlarmLoader, MakesOneAlarmForEachWord) {
  const RuleBook rules =
      loaded(R"([{ "for": { "x": ["rules", "normdocs"] }, "of": { "types": ["street"], "from_year": 2020 },
      "cases": [{ "when": ["{x}_issued > 0"], "kind": "plausible", "zh": "丙", "en": "c" },
                { "when": ["prev.{x}_issued > 0"], "zh": "丁", "en": "d" }] }])");
  const std::vector<Alarm>& alarms = rules.rules.front().alarms;
  ASSERT_EQ(alarms.size(), 2U);
  EXPECT_EQ(alarms[1].cases[0].when[0].left[0].field, fields().find("normdocs_issued"));
  EXPECT_EQ(alarms[1].cases[0].kind, RuleKind::kPlausible);
  EXPECT_EQ(alarms[1].cases[1].kind, std::nullopt);
  EXPECT_EQ(alarms[1].scope.types, std::vector<std::string>{"street"});
  EXPECT_EQ(alarms[1].scope.first_year, 2020);
  EXPECT_TRUE(alarms[0].compares_years());
  EXPECT_FALSE(loaded(one_case(R"("when": ["rules_issued > 0"])")).rules.front().alarms.front().compares_years());
}

TEST(AlarmLoader, RefusesBrokenOnesWithTheirPlace) {
  struct Refusal {
    const char* special;
    std::string alarms;
    const char* path;
  };
  const Refusal cases[] = {
      {"unknown field", one_case(R"("when": ["rules_made > 0"])"), "$.rules[0].alarms[0].cases[0].when[0]"},
      {"unknown blank field", one_case(R"("when": ["rules_issued > 0"], "blank": ["rules"])"),
       "$.rules[0].alarms[0].cases[0].blank"},
      {"no condition", one_case(R"("blank": ["rules_issued"])"), "$.rules[0].alarms[0].cases[0]"},
      {"misspelt key", one_case(R"("whem": ["rules_issued > 0"])"), "$.rules[0].alarms[0].cases[0]"},
      {"unknown kind", one_case(R"("when": ["rules_issued > 0"], "kind": "grave")"),
       "$.rules[0].alarms[0].cases[0].kind"},
      {"no cases", R"([{ "cases": [] }])", "$.rules[0].alarms[0]"},
      {"two placeholders", R"([{ "for": { "x": ["rules"], "y": ["fee"] }, "cases": [] }])", "$.rules[0].alarms[0].for"},
      {"no words", R"([{ "for": { "x": [] }, "cases": [] }])", "$.rules[0].alarms[0].for"},
      {"misspelt scope", R"([{ "of": { "type": ["street"] }, "cases": [] }])", "$.rules[0].alarms[0].of"},
      {"no list", R"({ "cases": [] })", "$.rules[0].alarms"},
  };
  for (const Refusal& c : cases) {
    SCOPED_TRACE(c.special);
    try {
      loaded(c.alarms);
      ADD_FAILURE() << "accepted";
    } catch (const SchemaError& error) {
      EXPECT_EQ(std::string(error.what()).rfind("rules.json: " + std::string(c.path) + ": ", 0), 0U) << error.what();
    }
  }
}

// A type that no body can have would never raise an alarm.
TEST(AlarmLoader, TypesOfTheBookAreThoseOfTheLexicon) {
  std::set<std::string> types;
  for (const OrganisationKind& kind : built_in_schema().lexicon.organisations) types.insert(kind.type);
  for (const RuleSpec& rule : built_in_schema().rules.rules)
    for (const Alarm& alarm : rule.alarms)
      for (const auto* list : {&alarm.scope.types, &alarm.scope.but_offices_of})
        for (const std::string& type : *list) EXPECT_TRUE(types.contains(type)) << rule.id << " " << type;
}

TEST(AlarmLoader, OnlyGradedRulesHaveCasesOfAnotherKind) {
  for (const RuleSpec& rule : built_in_schema().rules.rules)
    for (const Alarm& alarm : rule.alarms)
      for (const AlarmCase& one : alarm.cases)
        EXPECT_TRUE(rule.graded || !one.kind || *one.kind == rule.kind) << rule.id;
}

}  // namespace
}  // namespace nianbao::test

#include "schema/rule_changes.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

RuleBook book() {
  RuleBook made;
  made.rules.push_back({.id = "A", .settings = {{"times", {"5"}}, {"share", {"0.5"}}, {"words", {"约", "余"}}}});
  made.rules.push_back({.id = "B", .graded = true});
  made.digest = "d";
  return made;
}

RuleBook changed(const std::string& json) {
  RuleBook made = book();
  change_rules(made, {"my.json", json});
  return made;
}

TEST(ChangeRules, SetsSeverityAndSettings) {
  const RuleBook made = changed(
      R"({"rules": [{"id": "A", "severity": "off", "settings": {"times": ["-7"], "share": ["3"], "words": ["多"]}},
                    {"id": "B", "severity": "note"}]})");
  EXPECT_EQ(made.find("A")->level, RuleLevel::kOff);
  EXPECT_EQ(made.find("A")->number("times"), -7);
  EXPECT_EQ(made.find("A")->words("share"), std::vector<std::string>{"3"});
  EXPECT_EQ(made.find("A")->words("words"), std::vector<std::string>{"多"});
  EXPECT_EQ(made.find("B")->level, RuleLevel::kNote);
  ASSERT_EQ(made.changes.size(), 2U);
  EXPECT_EQ(made.changes[0].severity, "off");
  EXPECT_EQ(made.changes[0].settings.size(), 3U);
  EXPECT_EQ(made.changes[1].id, "B");
}

TEST(ChangeRules, LeavesWhatIsNotNamed) {
  const RuleBook made = changed(R"({"rules": [{"id": "A", "settings": {"times": ["6"]}}]})");
  EXPECT_EQ(made.find("A")->level, RuleLevel::kOfItsKind);
  EXPECT_EQ(made.find("A")->words("words"), (std::vector<std::string>{"约", "余"}));
  EXPECT_EQ(made.find("B")->level, RuleLevel::kOfItsKind);
}

TEST(ChangeRules, ChangesTheDigest) {
  const std::string one = changed(R"({"rules": [{"id": "A", "severity": "note"}]})").digest;
  const std::string other = changed(R"({"rules": [{"id": "A", "severity": "error"}]})").digest;
  EXPECT_NE(one, book().digest);
  EXPECT_NE(one, other);
}

TEST(ChangeRules, NamesFilePathAndReason) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"rule": []})", "my.json: $: \"rule\" is not known here"},
      {R"({"rules": [{"id": "C", "severity": "off"}]})", "my.json: $.rules[0].id: there is no rule \"C\""},
      {R"({"rules": [{"id": "A", "severity": "fatal"}]})", "my.json: $.rules[0].severity: one of error"},
      {R"({"rules": [{"id": "A", "level": "off"}]})", "my.json: $.rules[0]: \"level\" is not known here"},
      {R"({"rules": [{"id": "A"}]})", "my.json: $.rules[0]: \"severity\" or \"settings\""},
      {R"({"rules": [{"severity": "off"}]})", "my.json: $.rules[0]: \"id\" is missing"},
      {R"({"rules": [{"id": "A", "severity": "off"}, {"id": "A", "severity": "note"}]})",
       "my.json: $.rules[1].id: \"A\" is changed twice"},
      {R"({"rules": [{"id": "A", "settings": {"time": ["1"]}}]})",
       "has no setting \"time\"; it has: share, times, words"},
      {R"({"rules": [{"id": "B", "settings": {"time": ["1"]}}]})", "it has: none"},
      {R"({"rules": [{"id": "A", "settings": {"times": ["x"]}}]})", "$.rules[0].settings.times: 1 whole number(s)"},
      {R"({"rules": [{"id": "A", "settings": {"times": ["1.5"]}}]})", "1 whole number(s)"},
      {R"({"rules": [{"id": "A", "settings": {"times": ["1", "2"]}}]})", "1 whole number(s)"},
      {R"({"rules": [{"id": "A", "settings": {"times": ["12345678901"]}}]})", "1 whole number(s)"},
      {R"({"rules": [{"id": "A", "settings": {"share": [".5"]}}]})", "1 number(s)"},
      {R"({"rules": [{"id": "A", "settings": {"words": []}}]})", "a word is expected"},
      {R"({"rules": [{"id": "A", "settings": {"words": "多"}}]})", "a list is expected"},
      {R"(rules)", "my.json: $: is not JSON"},
  };
  for (const auto& [json, message] : cases) {
    std::string said;
    try {
      changed(json);
    } catch (const SchemaError& error) {
      said = error.what();
    }
    EXPECT_NE(said.find(message), std::string::npos) << json << "\n" << said;
  }
}

TEST(ChangeRules, LeavesTheRulesAloneWhereTheFileIsWrong) {
  RuleBook made = book();
  EXPECT_THROW(change_rules(made, {"my.json", R"({"rules": [{"id": "A", "severity": "off"}, {"id": "C"}]})"}),
               SchemaError);
  EXPECT_EQ(made.find("A")->level, RuleLevel::kOfItsKind);
  EXPECT_EQ(made.digest, "d");
}

TEST(LoadSchema, WithChangesHasAnotherDigest) {
  const SchemaFile changes = {"my.json", R"({"rules": [{"id": "R-S-03", "severity": "off"}]})"};
  const Schema plain = make_schema(built_in_forms(), built_in_lexicon(), built_in_rules());
  const Schema changed = make_schema(built_in_forms(), built_in_lexicon(), built_in_rules(), changes);
  EXPECT_NE(plain.digest, changed.digest);
  EXPECT_EQ(changed.rules.find("R-S-03")->level, RuleLevel::kOff);
  EXPECT_THROW(load_schema("", "/nowhere/rules.json"), SchemaError);
}

}  // namespace
}  // namespace nianbao::test

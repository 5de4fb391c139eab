#include "audit/rule_level.h"

#include <gtest/gtest.h>

#include "audit/rules.h"
#include "schema/schema.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

Schema schema_with(const std::string& severity) {
  return make_schema(built_in_forms(), built_in_lexicon(), built_in_rules(),
                     SchemaFile{"my.json", R"({"rules": [{"id": "R-2-09", "severity": ")" + severity + R"("}]})"});
}

// Of a report with a negative count and a blank one.
std::vector<Finding> findings_under(const Schema& schema) {
  ModelReport model(schema, "2019", 2020);
  model.set("licensing_decisions", "-4");
  model.set("penalty_decisions", "");
  return process_report({model.docx(), "a.docx"}, schema, {})->findings;
}

std::string severity_of_rule(const std::vector<Finding>& findings, const std::string& rule) {
  for (const Finding& finding : findings)
    if (finding.rule == rule) return name_of(finding.severity);
  return "none";
}

TEST(ApplyLevel, ChangesTheSeverityOfItsRuleAlone) {
  const std::vector<Finding> plain = findings_under(built_in_schema());
  ASSERT_EQ(severity_of_rule(plain, "R-2-09"), "error");
  for (const char* severity : {"error", "warning", "note"}) {
    const std::vector<Finding> findings = findings_under(schema_with(severity));
    EXPECT_EQ(severity_of_rule(findings, "R-2-09"), severity);
    EXPECT_EQ(severity_of_rule(findings, "R-C-01"), severity_of_rule(plain, "R-C-01"));
  }
}

TEST(ApplyLevel, OffTakesFindingsAwayAndLeavesTheIdsOfOthers) {
  const std::vector<Finding> plain = findings_under(built_in_schema());
  const std::vector<Finding> findings = findings_under(schema_with("off"));
  EXPECT_EQ(severity_of_rule(findings, "R-2-09"), "none");
  ASSERT_EQ(findings.size(), plain.size() - 1);
  for (const Finding& finding : findings)
    EXPECT_TRUE(std::any_of(plain.begin(), plain.end(), [&](const Finding& f) { return f.id == finding.id; }));
}

TEST(ApplyLevel, LeavesRulesThatOnlyFormsName) {
  Finding finding{.rule = "R-X", .severity = Severity::kWarning};
  EXPECT_TRUE(apply_level(finding, built_in_schema().rules));
  EXPECT_EQ(finding.severity, Severity::kWarning);
}

TEST(SeverityWords, SayKindGradeAndChange) {
  EXPECT_EQ(severity_words(*built_in_schema().rules.find("R-2-09")), "error");
  EXPECT_EQ(severity_words(*built_in_schema().rules.find("R-S-01")), "graded");
  EXPECT_EQ(severity_words(*schema_with("off").rules.find("R-2-09")), "off");
  EXPECT_EQ(severity_words(*schema_with("note").rules.find("R-2-09")), "note");
}

}  // namespace
}  // namespace nianbao::test

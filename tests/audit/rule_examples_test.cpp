// Every rule is held against the examples that it carries.
#include <gtest/gtest.h>

#include <algorithm>

#include "audit/rules.h"
#include "tests/support/example_report.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

bool names_rule(const std::vector<Finding>& findings, const std::string& rule) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; });
}

class RuleExamples : public testing::TestWithParam<RuleSpec> {};

TEST_P(RuleExamples, Pass) {
  for (std::size_t i = 0; i < GetParam().passes.size(); ++i)
    EXPECT_FALSE(names_rule(findings_of(GetParam().passes[i]), GetParam().id)) << i;
}

TEST_P(RuleExamples, Fail) {
  for (std::size_t i = 0; i < GetParam().fails.size(); ++i)
    EXPECT_TRUE(names_rule(findings_of(GetParam().fails[i]), GetParam().id)) << i;
}

INSTANTIATE_TEST_SUITE_P(All, RuleExamples, testing::ValuesIn(built_in_schema().rules.rules), [](const auto& rule) {
  std::string name = rule.param.id;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace nianbao::test

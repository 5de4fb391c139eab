// The headings that documents are searched for.
#include "schema/headings.h"

#include <gtest/gtest.h>

#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

TEST(Headings, LongerOnesComeFirst) {
  const std::vector<Heading>& headings = built_in_schema().headings;
  ASSERT_FALSE(headings.empty());
  for (std::size_t i = 1; i < headings.size(); ++i)
    EXPECT_GE(headings[i - 1].text.size(), headings[i].text.size()) << headings[i].text;
}

TEST(Headings, AreThoseOfTheSectionsWithTheirLastLetters) {
  Form form;
  form.sections.push_back({.number = 4, .headings = {"复议,诉讼情况"}});
  form.sections.push_back({.number = 1, .headings = {"总体情况", "概述"}});
  const std::vector<Heading> headings = headings_of({form});
  ASSERT_EQ(headings.size(), 3U);
  EXPECT_EQ(headings[0].text, "复议、诉讼情况");
  EXPECT_EQ(headings[0].section, 4);
  EXPECT_EQ(headings[0].last_letter, "况");
  EXPECT_EQ(headings[1].text, "总体情况");
  EXPECT_EQ(headings[2].last_letter, "述");
  EXPECT_EQ(headings[2].section, 1);
  EXPECT_TRUE(headings_of({}).empty());
}

TEST(Headings, CommasAndListMarksAreAlike) {
  EXPECT_EQ(comparable_heading(fold("因政府信息公开工作被申请行政复议，提起行政诉讼情况")),
            comparable_heading(fold("因政府信息公开工作被申请行政复议、提起行政诉讼情况")));
  EXPECT_NE(comparable_heading(fold("行政复议诉讼情况")), comparable_heading(fold("行政复议、诉讼情况")));
}

}  // namespace
}  // namespace nianbao::test

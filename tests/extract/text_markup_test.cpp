// What Markdown and its like write into cells besides the text.
#include "extract/text_markup.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

TEST(TextMarkup, IsTakenAway) {
  const std::pair<const char*, const char*> cases[] = {{"**规章**", "规章"},
                                                       {"*0*", "0"},
                                                       {"__0__", "0"},
                                                       {"_0_", "0"},
                                                       {"***0***", "0"},
                                                       {"*\n*本年\n制发*\n*", "本年\n制发"},
                                                       {"结果\\\n维持", "结果\n维持"},
                                                       {"结果\\\\\n维持", "结果\n维持"},
                                                       {"3、危及\\\"", "3、危及\""},
                                                       {"\\-11", "-11"},
                                                       {"12\\", "12"},
                                                       {"", ""}};
  for (const auto& [text, expected] : cases) EXPECT_EQ(without_markup(text), expected) << text;
}

TEST(TextMarkup, WhatIsNoneStays) {
  for (const char* text : {"*", "**", "3*", "*3", "**3*", "*3**", "**一**二**三**", "****3****", "~~3~~", "/", "\\",
                           "\\\\", "12\n3", "a\\b", "*3_"})
    EXPECT_EQ(without_markup(text), text);
  EXPECT_EQ(without_markup("\\*3\\*"), "*3*") << "asterisks of the report itself";
}

TEST(TextMarkup, OfHeadings) {
  const std::pair<const char*, const char*> cases[] = {{"# 甲", "甲"},      {"###### 甲", "甲"},
                                                       {"## 甲 ##", "甲"},  {"## 甲##", "甲"},
                                                       {"#  甲 ", "甲"},    {"**甲**", "甲"},
                                                       {"## **甲**", "甲"}, {"# ", ""},
                                                       {"甲", "甲"},        {"", ""},
                                                       {"#甲", "#甲"},      {"####### 甲", "####### 甲"},
                                                       {"甲 #", "甲 #"},    {"**甲**乙", "**甲**乙"},
                                                       {"#1", "#1"},        {"# 一、*甲*", "一、*甲*"}};
  for (const auto& [line, expected] : cases) EXPECT_EQ(without_heading_marks(line), expected) << line;
}

TEST(TextMarkup, LinksWithinTheText) {
  for (const char* line : {"`一、甲 <#一甲>`__\\ `1 <#一甲>`__", "- [一、甲](#一甲)"})
    EXPECT_TRUE(has_inner_link(line)) << line;
  for (const char* line : {"一、甲", "# 一、甲", "甲（#1）", "[甲](https://a.cn/#b)", "3 < #4"})
    EXPECT_FALSE(has_inner_link(line)) << line;
}

}  // namespace
}  // namespace nianbao::test

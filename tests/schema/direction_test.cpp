// Characters that show digits in another order than the stored one.
#include "schema/direction.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

TEST(DirectionTest, WhatChangesIt) {
  for (const char* text : {"\u202A1", "1\u202B", "\u202D", "年\u202E12\u202C", "\u20661", "\u2067", "—\u2068"})
    EXPECT_TRUE(changes_direction(text)) << testing::PrintToString(text);
}

TEST(DirectionTest, WhatDoesNot) {
  for (const char* text : {"", "12", "\u200E12\u200F", "\uFEFF12", "\u202C12\u2069", "—", "‐12", "\u202F", "\u2065",
                           "\xE2", "\xE2\x80", "12\xE2"})
    EXPECT_FALSE(changes_direction(text)) << testing::PrintToString(text);
}

TEST(DirectionTest, IsRepeatedBeforeEveryFigureOfItsExtent) {
  const struct {
    std::string line;
    std::string expected;
  } cases[] = {
      {"", ""},
      {"1\t23\t4", "1\t23\t4"},
      {"\u200F1\t23", "\u200F1\t23"},
      {"\u202E12\t34", "\u202E12\t\u202E34"},
      {"甲\u202E\t12\t３4\u202C\t56", "甲\u202E\t\u202E12\t\u202E３4\u202C\t56"},
      {"\u2067\u202D1\u202C 2\u2069 3", "\u2067\u202D1\u202C \u20672\u2069 3"},
      {"\u202C1\u202E", "\u202C1\u202E"},
      {"\u202E1.2", "\u202E1.\u202E2"},
  };
  for (const auto& c : cases) EXPECT_EQ(with_direction_repeated(c.line), c.expected) << testing::PrintToString(c.line);
}

// As many as a line may hold.
TEST(DirectionTest, ManyAreNoBurden) {
  std::string line;
  for (int i = 0; i < 200'000; ++i) line += "\u202E1 ";
  EXPECT_EQ(with_direction_repeated(line), line);
}

}  // namespace
}  // namespace nianbao::test

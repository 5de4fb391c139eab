// Chinese numerals, read and written.
#include "schema/numeral.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

TEST(ReadChineseNumeralTest, WellFormed) {
  const std::pair<const char*, std::int64_t> cases[] = {
      {"零", 0},
      {"〇", 0},
      {"一", 1},
      {"二", 2},
      {"两", 2},
      {"九", 9},
      {"十", 10},
      {"十二", 12},
      {"一十二", 12},
      {"二十", 20},
      {"九十九", 99},
      {"一百", 100},
      {"两百", 200},
      {"二百", 200},
      {"一百零五", 105},
      {"一百〇五", 105},
      {"一百一十", 110},
      {"一百二十", 120},
      {"一千", 1000},
      {"两千", 2000},
      {"一千零一", 1001},
      {"二千零二十", 2020},
      {"两千零二十", 2020},
      {"一万", 10000},
      {"两万", 20000},
      {"三万五千", 35000},
      {"十万", 100000},
      {"一百万", 1000000},
      {"一亿", 100000000},
  };
  for (const auto& [text, number] : cases) {
    ASSERT_TRUE(read_chinese_numeral(text).has_value()) << text;
    EXPECT_EQ(*read_chinese_numeral(text), number) << text;
  }
}

TEST(ReadChineseNumeralTest, WhatIsNotExactlyOneNumeral) {
  const char* const cases[] = {
      "",         " ",    "三四", "一二三",   "二〇二〇", "二○二○",       "12",     "1",      "１",
      "三件",     "件",   "第三", "百",       "千",       "一百五",       "三万五", "五点二", "负五",
      "百分之五", "十几", "数十", "半",       "一 百",    "一百 ",        " 一百",  "一、二", "零一",
      "零零",     "〇〇", "十十", "百一",     "一百一百", "一百二十三十", "三十多", "一二十", "十2",
      "2十",      "abc",  "年",   "\xE4\xB8", "\xFF",     "無",           "无",     "一\n二",
  };
  for (const char* text : cases)
    EXPECT_FALSE(read_chinese_numeral(text).has_value())
        << text << " gives " << read_chinese_numeral(text).value_or(-1);
}

TEST(WriteChineseNumeralTest, CountingNumerals) {
  const std::pair<std::int64_t, const char*> cases[] = {
      {0, "零"},    {1, "一"},      {2, "二"},      {10, "十"},    {11, "十一"},      {12, "十二"},
      {20, "二十"}, {21, "二十一"}, {99, "九十九"}, {100, "一百"}, {101, "一百零一"}, {120, "一百二十"},
  };
  for (const auto& [number, text] : cases) EXPECT_EQ(write_chinese_numeral(number), text);
}

TEST(WriteChineseNumeralTest, WhatIsWrittenIsReadBack) {
  for (std::int64_t number = 0; number <= 1200; ++number)
    EXPECT_EQ(read_chinese_numeral(write_chinese_numeral(number)), number);
  for (const std::int64_t number : {9999, 10000, 10001, 10010, 10110, 99999, 100000, 1000001, 12345678, 100000000})
    EXPECT_EQ(read_chinese_numeral(write_chinese_numeral(number)), number);
}

}  // namespace
}  // namespace nianbao::test

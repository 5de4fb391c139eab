#include "audit/text_numbers.h"

#include <gtest/gtest.h>

#include "audit/prose.h"
#include "schema/plain_text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

struct Expected {
  std::string shown;
  std::string value;
  std::string unit;
  bool is_about = false;
  bool is_each = false;
};

std::vector<Expected> numbers_in(const std::string& text) {
  Section section;
  section.text = text;
  const Prose prose = read_prose(section, built_in_schema().claims, built_in_schema().lexicon.titles);
  std::vector<Expected> found;
  for (const TextNumber& number : prose.numbers)
    found.push_back({utf8_of(prose.between(number.begin, number.end)), number.value, utf8_of(number.unit),
                     number.is_about, number.is_each});
  return found;
}

TEST(TextNumbers, AreReadWithValueAndUnit) {
  struct Case {
    const char* special;
    std::string text;
    Expected expected;
  };
  const Case cases[] = {
      {"plain", "收到12件", {"12", "12", "件"}},
      {"thousands", "发布12,640条", {"12,640", "12640", "条"}},
      {"decimals", "占9.50%", {"9.50", "9.5", "%"}},
      {"full width", "办结１４件", {"14", "14", "件"}},
      {"ten thousands", "阅读1.2万次", {"1.2万", "12000", "次"}},
      {"hundred millions", "访问3亿次", {"3亿", "300000000", "次"}},
      {"the unit of money stays", "支出12.5万元", {"12.5", "12.5", "万元"}},
      {"余 before the unit", "印发50余份", {"50", "50", "份", true}},
      {"余 before 万", "播放50余万次", {"50余万", "500000", "次", true}},
      {"余 behind 万", "播放50万余次", {"50万", "500000", "次", true}},
      {"多", "接待600多人次", {"600", "600", "人次", true}},
      {"约", "收到约30件", {"30", "30", "件", true}},
      {"超过", "收到超过150件", {"150", "150", "件", true}},
      {"左右", "收到30件左右", {"30", "30", "件", true}},
      {"Chinese", "收到一百二十三件", {"一百二十三", "123", "件"}},
      {"Chinese with 两", "发现两条", {"两", "2", "条"}},
      {"Chinese with zero inside", "办结一千零五件", {"一千零五", "1005", "件"}},
      {"Chinese zero", "案件为零件", {"零", "0", "件"}},
      {"the longer unit", "接待30人次", {"30", "30", "人次"}},
      {"percentage points", "提高3个百分点", {"3", "3", "个百分点"}},
      {"of each", "各3件", {"3", "3", "件", false, true}},
      {"no unit behind words for it", "申请数量为27，", {"27", "27", ""}},
      {"space inside", "共 12 件", {"12", "12", "件"}},
      {"zero", "其他处理0件", {"0", "0", "件"}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.special);
    const std::vector<Expected> found = numbers_in(c.text);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].shown, c.expected.shown);
    EXPECT_EQ(found[0].value, c.expected.value);
    EXPECT_EQ(found[0].unit, c.expected.unit);
    EXPECT_EQ(found[0].is_about, c.expected.is_about);
    EXPECT_EQ(found[0].is_each, c.expected.is_each);
  }
}

TEST(TextNumbers, WhatOnlyLooksLikeOneIsNone) {
  const char* const texts[] = {
      "2023年",
      "2023年1月1日",
      "12月31日",
      "二〇二三年十二月",
      "〔2021〕30号",
      "国务院令第711号",
      "第二十条第（一）项",
      "第3名",
      "（一）主动公开",
      "1.拓宽渠道",
      "一是加强领导",
      "0000-6603120",
      "邮编：223001",
      "www.example.cn/12/3.html",
      "24小时",
      "20个工作日",
      "3个月",
      "8时30分",
      "9:00—17:00",
      "12345热线",
      "进一步统一",
      "一站式",
      "三公经费",
      "两个维护",
      "最后一公里",
      "一件事一次办",
      "《十件实事》",
      "007件",
      "12 30件",
      "１，２０４件",
      "1,20,4件",
      "5G基站",
      "1+N件",
      "12345678901234567890件",
      "统一部署",
      "3—",
      "同一件",
      "三四件",
      "2023.12.5件次",
  };
  for (const char* text : texts) EXPECT_TRUE(numbers_in(text).empty()) << text << " " << numbers_in(text)[0].shown;
}

TEST(TextNumbers, SeveralInASentence) {
  const std::vector<Expected> found = numbers_in("2023年收到12件，占9.5%；《条例》第3条，办结十一件（其中3件）。");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].value + found[1].value + found[2].value + found[3].value, "129.5113");
}

TEST(TextNumbers, DecimalsAreMovedExactly) {
  struct Case {
    const char* value;
    int power;
    const char* shifted;
  };
  const Case cases[] = {{"1.2", 4, "12000"},     {"12", 0, "12"},           {"9.50", 0, "9.5"},
                        {"0.05", 2, "5"},        {"0.00001", 4, "0.1"},     {"0", 8, "0"},
                        {"102.6", 4, "1026000"}, {"1.23456", 4, "12345.6"}, {"100.0", 0, "100"}};
  for (const Case& c : cases) EXPECT_EQ(shifted(c.value, c.power), c.shifted) << c.value;
}

}  // namespace
}  // namespace nianbao::test

// The number parser over the spellings of real reports: what is a number is read exactly, what is not is never one.
#include "normalize/number.h"

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

constexpr FieldType kCount = FieldType::kCount;
constexpr FieldType kChange = FieldType::kChange;
constexpr FieldType kAmount = FieldType::kAmount;

const char* name_of(Reading reading) {
  switch (reading) {
    case Reading::kNumber:
      return "number";
    case Reading::kBlank:
      return "blank";
    case Reading::kMark:
      return "mark";
    case Reading::kAmbiguous:
      return "ambiguous";
    case Reading::kDamaged:
      return "damaged";
    case Reading::kText:
      return "text";
  }
  return "?";
}

Number read(std::string_view text, FieldType type) { return read_number(text, type, built_in_schema().lexicon); }

struct GoodCase {
  std::string text;
  FieldType type;
  const char* digits;
  const char* unit = "";
};

void expect_numbers(const std::vector<GoodCase>& cases) {
  for (const GoodCase& c : cases) {
    SCOPED_TRACE("\"" + c.text + "\" as " + nianbao::name_of(c.type));
    const Number number = read(c.text, c.type);
    EXPECT_STREQ(name_of(number.reading), "number");
    EXPECT_EQ(number.digits, c.digits);
    EXPECT_EQ(number.unit, c.unit);
  }
}

struct BadCase {
  std::string text;
  Reading reading;
  FieldType type = kCount;
};

void expect_no_numbers(const std::vector<BadCase>& cases) {
  for (const BadCase& c : cases) {
    SCOPED_TRACE("\"" + c.text + "\" as " + nianbao::name_of(c.type));
    const Number number = read(c.text, c.type);
    EXPECT_STREQ(name_of(number.reading), name_of(c.reading));
    EXPECT_EQ(number.digits, "");
    EXPECT_EQ(number.unit, "");
  }
}

TEST(NumberTest, PlainDigits) {
  expect_numbers({
      {"0", kCount, "0"},
      {"7", kCount, "7"},
      {"10", kCount, "10"},
      {"442", kCount, "442"},
      {"117058", kAmount, "117058"},
      {"0", kChange, "0"},
      {"0", kAmount, "0"},
      {"999999999999999999", kCount, "999999999999999999"},
  });
}

TEST(NumberTest, WhatShowsNothingAroundANumberDoesNotCount) {
  expect_numbers({
      {"  0", kCount, "0"},
      {"0  ", kCount, "0"},
      {"\u3000\u30000", kCount, "0"},
      {"\u00A012\u00A0", kCount, "12"},
      {"\n12\n", kCount, "12"},
      {"\t12", kCount, "12"},
      {"12\r", kCount, "12"},
      {"\u200B12\u200B", kCount, "12"},
      {"\uFEFF12", kCount, "12"},
      {"12\u00AD", kCount, "12"},
      {"\u200E12\u200F", kCount, "12"},
      {"\u202C12\u2060", kCount, "12"},
  });
}

TEST(NumberTest, FullWidth) {
  expect_numbers({
      {"０", kCount, "0"},
      {"１２", kCount, "12"},
      {"９６１７１．６", kAmount, "96171.6"},
      {"１，２３４", kCount, "1234"},
      {"＋１９", kChange, "19"},
      {"－１１", kChange, "-11"},
      {"１2", kCount, "12"},
  });
}

TEST(NumberTest, ThousandsSeparators) {
  expect_numbers({
      {"1,234", kCount, "1234"},
      {"12,345", kCount, "12345"},
      {"123,456", kCount, "123456"},
      {"1,234,567", kCount, "1234567"},
      {"-1,234", kChange, "-1234"},
      {"1,234.56", kAmount, "1234.56"},
      {"1,234件", kCount, "1234", "件"},
  });
  expect_no_numbers({
      {"12,34", Reading::kText},
      {"1,2345", Reading::kText},
      {"1234,567", Reading::kText},
      {"1,,234", Reading::kText},
      {",234", Reading::kText},
      {"1,234,", Reading::kText},
      {"1,23,456", Reading::kText},
      {"1.234,56", Reading::kText, kAmount},
      {"1.234.567", Reading::kText, kAmount},
      {"1,234.567,8", Reading::kText, kAmount},
      {"1、234", Reading::kText},
      {"1'234", Reading::kText},
      {"1_234", Reading::kText},
      {"1;234", Reading::kText},
  });
}

TEST(NumberTest, Signs) {
  expect_numbers({
      {"+19", kChange, "19"},
      {"+1036", kChange, "1036"},
      {"-11", kChange, "-11"},
      {"-18", kChange, "-18"},
      {"−15", kChange, "-15"},
      {"－8", kChange, "-8"},
      {"‑8", kChange, "-8"},
      {"-0", kChange, "0"},
      {"+0", kChange, "0"},
      {"-11项", kChange, "-11", "项"},
      {"-3.5", kAmount, "-3.5"},
  });
  expect_no_numbers({
      {"--5", Reading::kText, kChange},
      {"+-5", Reading::kText, kChange},
      {"++5", Reading::kText, kChange},
      {"5-", Reading::kText, kChange},
      {"5+", Reading::kText, kChange},
      {"±5", Reading::kText, kChange},
      {"—5", Reading::kText, kChange},
      {"~5", Reading::kText, kChange},
      {"(5)", Reading::kText, kChange},
      {"（11）", Reading::kText, kChange},
      {"- 11", Reading::kAmbiguous, kChange},
      {"增加19", Reading::kText, kChange},
      {"减少11", Reading::kText, kChange},
      {"增19减11", Reading::kText, kChange},
      {"+19/-11", Reading::kText, kChange},
      {"如-8", Reading::kText, kChange},
      {"↑5", Reading::kText, kChange},
      {"负五", Reading::kText, kChange},
  });
}

TEST(NumberTest, DecimalsAreKeptAsPrinted) {
  expect_numbers({
      {"477.35", kAmount, "477.35"},
      {"59237.2449", kAmount, "59237.2449"},
      {"24252.311082", kAmount, "24252.311082"},
      {"5949.088667", kAmount, "5949.088667"},
      {"0.092", kAmount, "0.092"},
      {"96171.6", kAmount, "96171.6"},
      {"100.00", kAmount, "100.00"},
      {"0.0", kAmount, "0.0"},
      {"0.10", kAmount, "0.10"},
      {"0.1", kAmount, "0.1"},
      {"1690.9913万元", kAmount, "1690.9913", "万元"},
      {"3.0", kCount, "3.0"},
  });
  expect_no_numbers({
      {"5.", Reading::kText, kAmount},
      {".5", Reading::kText, kAmount},
      {".", Reading::kMark, kAmount},
      {"1.2.3", Reading::kText, kAmount},
      {"1..2", Reading::kText, kAmount},
      {"1·5", Reading::kText, kAmount},
      {"1。5", Reading::kText, kAmount},
      {"1:5", Reading::kText, kAmount},
      {"五点二", Reading::kText, kAmount},
      {"1e5", Reading::kText, kAmount},
      {"1.5E3", Reading::kText, kAmount},
      {"0x10", Reading::kText},
      {"NaN", Reading::kText, kAmount},
      {"inf", Reading::kText, kAmount},
  });
}

TEST(NumberTest, ChineseNumerals) {
  expect_numbers({
      {"零", kCount, "0"},
      {"三", kCount, "3"},
      {"十", kCount, "10"},
      {"十二", kCount, "12"},
      {"二十", kCount, "20"},
      {"一百二十", kCount, "120"},
      {"一百零五", kCount, "105"},
      {"两", kCount, "2"},
      {"三件", kCount, "3", "件"},
      {"一百二十件", kCount, "120", "件"},
      {"三十五万元", kAmount, "35", "万元"},
      {"一千五百万元", kAmount, "1500", "万元"},
  });
  expect_no_numbers({
      {"三四", Reading::kText},   {"三、四", Reading::kText}, {"三四件", Reading::kText},
      {"一百五", Reading::kText}, {"二○二○", Reading::kText}, {"二〇二〇", Reading::kText},
      {"十几", Reading::kText},   {"数十件", Reading::kText}, {"几", Reading::kText},
      {"第三", Reading::kText},   {"三成", Reading::kText},   {"百分之五", Reading::kText},
      {"半", Reading::kText},     {"一二三", Reading::kText}, {"3百", Reading::kText},
      {"三100", Reading::kText},  {"一 百", Reading::kText},  {"○", Reading::kText},
      {"O", Reading::kText},      {"l", Reading::kText},
  });
}

TEST(NumberTest, UnitInTheCell) {
  expect_numbers({
      {"251000元", kAmount, "251000", "元"},
      {"984361元", kAmount, "984361", "元"},
      {"70487元", kAmount, "70487", "元"},
      {"5.2万元", kAmount, "5.2", "万元"},
      {"5.2 万元", kAmount, "5.2", "万元"},
      {"5.2\n万元", kAmount, "5.2", "万元"},
      {"５．２万元", kAmount, "5.2", "万元"},
      {"1.2亿元", kAmount, "1.2", "亿元"},
      {"5.2（万元）", kAmount, "5.2", "万元"},
      {"5.2(万元)", kAmount, "5.2", "万元"},
      {"5.2（单位：万元）", kAmount, "5.2", "万元"},
      {"251,000元", kAmount, "251000", "元"},
      {"2笔", kCount, "2", "笔"},
      {"3件", kCount, "3", "件"},
      {"3 件", kCount, "3", "件"},
      {"3\u3000件", kCount, "3", "件"},
      {"3项", kCount, "3", "项"},
      {"3个", kCount, "3", "个"},
      {"12人次", kCount, "12", "人次"},
      {"0件", kCount, "0", "件"},
  });
}

TEST(NumberTest, UnitThatDoesNotSuitTheFieldMakesText) {
  expect_no_numbers({
      {"251000元", Reading::kText, kCount},  {"5.2万元", Reading::kText, kCount},
      {"5万元", Reading::kText, kChange},    {"5（元）", Reading::kText, kCount},
      {"2笔", Reading::kText, kAmount},      {"13件", Reading::kText, kAmount},
      {"13（件）", Reading::kText, kAmount}, {"2万件", Reading::kText, kCount},
      {"2千件", Reading::kText, kCount},     {"2万", Reading::kText, kCount},
      {"477.35万", Reading::kText, kAmount}, {"5k", Reading::kText, kAmount},
      {"5%", Reading::kText, kCount},        {"5％", Reading::kText, kCount},
      {"5美元", Reading::kText, kAmount},    {"￥5", Reading::kText, kAmount},
      {"5公里", Reading::kText, kCount},     {"5件件", Reading::kText, kCount},
      {"5元万元", Reading::kText, kAmount},  {"5元（万元）", Reading::kText, kAmount},
      {"5万元2元", Reading::kText, kAmount}, {"件", Reading::kText, kCount},
      {"元", Reading::kText, kAmount},       {"万元", Reading::kText, kAmount},
      {"千万元", Reading::kText, kAmount},   {"5（", Reading::kText, kCount},
      {"5）", Reading::kText, kCount},       {"5（）", Reading::kText, kCount},
  });
}

TEST(NumberTest, NotesInBrackets) {
  expect_numbers({
      {"22（其中修订16件）", kCount, "22"},
      {"22（其中修订 16 件）", kCount, "22"},
      {"22(其中修订16件)", kCount, "22"},
      {"22 （其中修订16件）", kCount, "22"},
      {"22\n（其中修订16件）", kCount, "22"},
      {"55（含自然失效 29 件）", kCount, "55"},
      {"55（含自然失效\n29 件）", kCount, "55"},
      {"22件（其中修订16件）", kCount, "22", "件"},
      {"８（其中废止１件）", kCount, "8"},
  });
  expect_no_numbers({
      {"22（16）", Reading::kText},
      {"22（修订16件）", Reading::kText},
      {"22（+3）", Reading::kText},
      {"22（上年20）", Reading::kText},
      {"（其中修订16件）", Reading::kText},
      {"其中修订16件", Reading::kText},
      {"22其中修订16件", Reading::kText},
      {"22（其中修订16件", Reading::kText},
      {"22 33（其中修订16件）", Reading::kAmbiguous},
  });
}

TEST(NumberTest, TwoFiguresWithNotesAreNotTheFirstOne) {
  for (const char* text : {"22（其中修订16件）33（含自然失效5件）", "22（其中修订16件）\n33（含自然失效5件）",
                           "22（其中修订16件）、33（其中修订2件）", "规章3（其中修订1件）"}) {
    EXPECT_STRNE(name_of(read(text, kCount).reading), "number") << text;
    EXPECT_EQ(read(text, kCount).digits, "") << text;
  }
}

TEST(NumberTest, NoteThatStatesAnotherUnitIsNotDropped) {
  for (const char* text : {"100（均为元）", "100（注：单位为元）", "100（注：万元）"}) {
    const Number number = read(text, kAmount);
    EXPECT_FALSE(number.reading == Reading::kNumber && number.unit.empty()) << text;
  }
}

TEST(NumberTest, NoteMarksAreNeverDigits) {
  expect_no_numbers({
      {"3²", Reading::kText},     {"3¹", Reading::kText},      {"12³", Reading::kText},
      {"1⁰", Reading::kText},     {"5₂", Reading::kText},      {"5①", Reading::kText},
      {"①", Reading::kText},      {"⑴", Reading::kText},       {"⒈", Reading::kText},
      {"❶", Reading::kText},      {"⓪", Reading::kText},       {"㈠", Reading::kText},
      {"㊀", Reading::kText},     {"Ⅲ", Reading::kText},       {"½", Reading::kText},
      {"5½", Reading::kText},     {"٣", Reading::kText},       {"𝟓", Reading::kText},
      {"5*", Reading::kText},     {"5※", Reading::kText},      {"5[1]", Reading::kText},
      {"5【1】", Reading::kText}, {"5\u0336", Reading::kText}, {"5\uFE0F\u20E3", Reading::kText},
      {"㎡", Reading::kText},
  });
}

TEST(NumberTest, DigitsApartAreAmbiguous) {
  expect_no_numbers({
      {"1 2", Reading::kAmbiguous},
      {"1\n2", Reading::kAmbiguous},
      {"1\t2", Reading::kAmbiguous},
      {"1\r\n2", Reading::kAmbiguous},
      {"1\u30002", Reading::kAmbiguous},
      {"1\u00A02", Reading::kAmbiguous},
      {"1\u20092", Reading::kAmbiguous},
      {"1\u20282", Reading::kAmbiguous},
      {"１ ２", Reading::kAmbiguous},
      {"230 000023", Reading::kAmbiguous},
      {"0 0 0 0 0 00", Reading::kAmbiguous},
      {" 0 0 00 00 0 ", Reading::kAmbiguous},
      {"500000 5", Reading::kAmbiguous},
      {"0 0", Reading::kAmbiguous},
      {"1 234", Reading::kAmbiguous},
      {"1, 234", Reading::kAmbiguous},
      {"477. 35", Reading::kAmbiguous, kAmount},
      {"477 .35", Reading::kAmbiguous, kAmount},
  });
}

// Such a number is shown as 321, or may be.
TEST(NumberTest, DigitsInAnotherDirectionAreAmbiguous) {
  expect_no_numbers({
      {"\u202E123\u202C", Reading::kAmbiguous},
      {"\u202D123\u202C", Reading::kAmbiguous},
      {"\u2066123\u2069", Reading::kAmbiguous},
      {"\u2067123\u2069", Reading::kAmbiguous},
      {"\u2068123\u2069", Reading::kAmbiguous},
      {" \u202E 12件", Reading::kAmbiguous},
      {"1\u202E23", Reading::kAmbiguous},
      {"\u202E十二\u202C", Reading::kAmbiguous},
      {"\u202E\u202C", Reading::kBlank},
      {"\u202E/\u202C", Reading::kMark},
      {"\u202E详见附表\u202C", Reading::kText},
  });
}

TEST(NumberTest, LeadingZerosAreAmbiguous) {
  expect_no_numbers({
      {"00", Reading::kAmbiguous},
      {"000", Reading::kAmbiguous},
      {"０００", Reading::kAmbiguous},
      {"007", Reading::kAmbiguous},
      {"01", Reading::kAmbiguous},
      {"000023", Reading::kAmbiguous},
      {"00.5", Reading::kAmbiguous, kAmount},
      {"-01", Reading::kAmbiguous, kChange},
      {"+05", Reading::kAmbiguous, kChange},
      {"0,123", Reading::kAmbiguous},
      {"000件", Reading::kAmbiguous},
      {"0000000", Reading::kAmbiguous},
      {std::string(18, '0'), Reading::kAmbiguous},
      {std::string(19, '0'), Reading::kAmbiguous},
      {std::string(175, '0'), Reading::kAmbiguous},
  });
}

TEST(NumberTest, VeryLongDigitStringsAreNoFigures) {
  for (const std::size_t length : {19U, 20U, 21U, 64U, 1000U, 100000U}) {
    SCOPED_TRACE(length);
    EXPECT_STRNE(name_of(read(std::string(length, '9'), kCount).reading), "number");
    EXPECT_STRNE(name_of(read("0." + std::string(length, '9'), kAmount).reading), "number");
    EXPECT_STRNE(name_of(read("1" + std::string(length, ','), kCount).reading), "number");
    EXPECT_STRNE(name_of(read(std::string(length, '('), kCount).reading), "number");
  }
}

TEST(NumberTest, Blanks) {
  expect_no_numbers({
      {"", Reading::kBlank},
      {" ", Reading::kBlank},
      {"   ", Reading::kBlank},
      {"\t", Reading::kBlank},
      {"\n\n", Reading::kBlank},
      {"\r\n", Reading::kBlank},
      {"\v\f", Reading::kBlank},
      {"\u3000", Reading::kBlank},
      {"\u3000\u3000\u00A0 ", Reading::kBlank},
      {"\u00A0", Reading::kBlank},
      {"\u202F", Reading::kBlank},
      {"\u2003", Reading::kBlank},
      {"\u2009", Reading::kBlank},
      {"\u200B", Reading::kBlank},
      {"\u200C\u200D", Reading::kBlank},
      {"\u2060", Reading::kBlank},
      {"\uFEFF", Reading::kBlank},
      {"\u00AD", Reading::kBlank},
      {"\u200E\u200F", Reading::kBlank},
      {"\u2028", Reading::kBlank},
      {"\u2029", Reading::kBlank},
      {"\u0085", Reading::kBlank},
      {"\u1680", Reading::kBlank},
      {"\u180E", Reading::kBlank},
      {"\u3164", Reading::kBlank},
      {"\u2800", Reading::kBlank},
      {"\uFE0F", Reading::kBlank},
      {std::string(1, '\0'), Reading::kBlank},
      {"\x07", Reading::kBlank},
  });
}

TEST(NumberTest, Marks) {
  expect_no_numbers({
      {"/", Reading::kMark},      {"／", Reading::kMark},         {" / ", Reading::kMark},
      {"//", Reading::kMark},     {"\\", Reading::kMark},         {"-", Reading::kMark},
      {"－", Reading::kMark},     {"--", Reading::kMark},         {"—", Reading::kMark},
      {"——", Reading::kMark},     {"— —", Reading::kMark},        {"–", Reading::kMark},
      {"−", Reading::kMark},      {"‐", Reading::kMark},          {"―", Reading::kMark},
      {"─", Reading::kMark},      {"…", Reading::kMark},          {"……", Reading::kMark},
      {"*", Reading::kMark},      {"无", Reading::kMark},         {"無", Reading::kMark},
      {"无。", Reading::kMark},   {"\u3000无 ", Reading::kMark},  {"暂无", Reading::kMark},
      {"不适用", Reading::kMark}, {"不 适 用", Reading::kMark},   {"不涉及", Reading::kMark},
      {"N/A", Reading::kMark},    {"n/a", Reading::kMark},        {"Ｎ／Ａ", Reading::kMark},
      {"NA", Reading::kMark},     {"/", Reading::kMark, kAmount}, {"-", Reading::kMark, kChange},
  });
}

TEST(NumberTest, DamagedText) {
  expect_no_numbers({
      {"\uFFFD", Reading::kDamaged},
      {"12\uFFFD", Reading::kDamaged},
      {"\uFFFD12", Reading::kDamaged},
      {"1\uFFFD2", Reading::kDamaged},
      {"12（其中\uFFFD）", Reading::kDamaged},
      {"5.2\uFFFD元", Reading::kDamaged, kAmount},
  });
}

TEST(NumberTest, MalformedBytesNeverMakeADigit) {
  for (const char* text : {"12\xFF", "\xFF", "12\xE4\xB8", "\xC0\xB1", "\xEF<P", "5\xEF<P", "\xE2HR5",
                           "\xEF\xBC"
                           "5",
                           "1\xC2\xA0\xA0"
                           "2"}) {
    EXPECT_STRNE(name_of(read(text, kCount).reading), "number") << testing::PrintToString(text);
    EXPECT_EQ(read(text, kCount).digits, "") << testing::PrintToString(text);
  }
}

TEST(NumberTest, OtherText) {
  expect_no_numbers({
      {"详见附表", Reading::kText}, {"详见附表1", Reading::kText},
      {"见附件2", Reading::kText},  {"约5", Reading::kText},
      {"约100件", Reading::kText},  {"100余件", Reading::kText},
      {"100多", Reading::kText},    {"近5件", Reading::kText},
      {"不到5件", Reading::kText},  {">5", Reading::kText},
      {"≥5", Reading::kText},       {"5以上", Reading::kText},
      {"5?", Reading::kText},       {"?", Reading::kText},
      {"？？", Reading::kText},     {"1/2", Reading::kText},
      {"1:2", Reading::kText},      {"3-5", Reading::kText},
      {"3～5", Reading::kText},     {"3+5", Reading::kText},
      {"3=3", Reading::kText},      {"3；5", Reading::kText},
      {"规章3", Reading::kText},    {"3规章", Reading::kText},
      {"规章3件", Reading::kText},  {"第5项", Reading::kText},
      {"2020年", Reading::kText},   {"2020-12-31", Reading::kText},
      {"零星", Reading::kText},     {"无 0", Reading::kText},
      {"0/", Reading::kText},       {"/0", Reading::kText},
      {"#REF!", Reading::kText},    {"=SUM(A1:A5)", Reading::kText},
      {"同上", Reading::kText},     {"××", Reading::kText},
      {"×", Reading::kText},        {"😀", Reading::kText},
      {"5😀", Reading::kText},       {"本年新制作数量", Reading::kText},
  });
}

}  // namespace
}  // namespace nianbao::test

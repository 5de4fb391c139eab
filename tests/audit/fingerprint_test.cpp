#include "audit/fingerprint.h"

#include <gtest/gtest.h>

#include <random>

#include "schema/numeral.h"

namespace nianbao::test {
namespace {

std::vector<Section> prose(const std::string& text) {
  return {{.number = 0, .text = "导言不算"}, {.number = 1, .heading = "一、总体情况", .text = text}};
}

Fingerprint print(const std::string& text) { return fingerprint_of(prose(text)); }

// Sentences of different numerals: no two are alike.
std::string sentences(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += "第" + write_chinese_numeral(i * 7919 + 13) + "项工作已经完成。";
  return text;
}

TEST(Fingerprint, OfOneTextIsTheSame) {
  EXPECT_EQ(alike(print(sentences(0, 50)), print(sentences(0, 50))), 100);
  EXPECT_EQ(print("甲乙丙").least, print("甲乙丙").least);
}

// Whatever the processor can do.
TEST(Fingerprint, StaysWhatItWas) {
  const Fingerprint known = print("本机关2022年共收到政府信息公开申请12件，全部按时办结。");
  EXPECT_EQ(known.characters, 27U);
  EXPECT_EQ(known.least[0], 481093521U);
  EXPECT_EQ(known.least[1], 183270026U);
  EXPECT_EQ(known.least[31], 634946U);
  EXPECT_EQ(known.least[63], 95075510U);
}

TEST(Fingerprint, YearsSpacesAndWidthsDoNotCount) {
  const std::string rest = sentences(0, 30);
  EXPECT_EQ(alike(print("2022年，" + rest), print("２０２３年， " + rest)), 100);
}

TEST(Fingerprint, OtherNumbersCount) {
  const std::string rest = sentences(0, 2);
  EXPECT_LT(alike(print(rest + "新收12件，办结11件，结转1件"), print(rest + "新收97件，办结8件，结转52件")), 100);
}

// The share of common stretches, estimated: within the error of 64 samples.
TEST(Fingerprint, EstimatesWhatIsCommon) {
  const Fingerprint whole = print(sentences(0, 100));
  EXPECT_GE(alike(whole, print(sentences(2, 100))), 85);
  EXPECT_LE(alike(whole, print(sentences(50, 100))), 75);
  EXPECT_LE(alike(print("各乡镇要高度重视防汛工作，落实责任制，加强巡查值守。"),
                  print("全年召开三次会议，研究部署教育改革与校园安全。")),
            10);
}

TEST(Fingerprint, NothingIsLikeNothing) {
  EXPECT_EQ(alike(print(""), print("")), 0);
  EXPECT_EQ(alike(fingerprint_of({}), fingerprint_of({})), 0);
  EXPECT_EQ(print("").characters, 0U);
  EXPECT_EQ(print("甲 乙").characters, 2U);
}

TEST(Fingerprint, LooksAtNoMoreThanItSays) {
  const std::string head = sentences(0, 4'000);
  ASSERT_GT(head.size(), 64U << 10U);
  EXPECT_EQ(print(head).least, print(head + sentences(9'000, 4'000)).least);
}

}  // namespace
}  // namespace nianbao::test

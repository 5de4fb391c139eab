#include "schema/plain_text.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

std::string plain(const std::string& text) { return utf8_of(plain_text(text).text); }

TEST(PlainText, ShowsTextAsItIsSearched) {
  struct Case {
    const char* special;
    std::string text;
    std::string plain;
  };
  const Case cases[] = {
      {"nothing to change", "收到申请12件，办结11件。", "收到申请12件，办结11件。"},
      {"nothing", "", ""},
      {"full width", "收到１２件，占９．５％（１）", "收到12件，占9.5%(1)"},
      {"commas stay as they are", "５，答复３件；", "5，答复3件；"},
      {"Traditional", "收到政府信息公開申請３件", "收到政府信息公开申请3件"},
      {"quotes go", "“予以公开”2件", "予以公开2件"},
      {"spaces go", "2023 年 收到 12 件\u3000申请", "2023年收到12件申请"},
      {"but not between digits", "共 12 30 件", "共12 30件"},
      {"zero-width characters go", "收\u200B到\u200B12\u200B件", "收到12件"},
      {"paragraphs", "一、总体情况\n收到申请。\n\n答复申请。", "一、总体情况\n收到申请。\n答复申请。"},
      {"a line that a converter broke", "本年度全局上下认真落实条例要求共收到政府信息公\n开申请3件。",
       "本年度全局上下认真落实条例要求共收到政府信息公开申请3件。"},
      {"digits on both sides of the break", "本年度全局上下认真落实条例要求共收到政府信息公开申请1\n2件。",
       "本年度全局上下认真落实条例要求共收到政府信息公开申请1 2件。"},
      {"a long line before an enumerator", "本年度全局上下认真落实条例要求共收到政府信息公开申请\n二、答复情况",
       "本年度全局上下认真落实条例要求共收到政府信息公开申请\n二、答复情况"},
      {"a word that only looks like one", "本年度全局上下认真落实条例要求共收到政府信息公开申请，主\n要是网上申请。",
       "本年度全局上下认真落实条例要求共收到政府信息公开申请，主要是网上申请。"},
      {"a long line before a bracket", "本年度全局上下认真落实条例要求共收到政府信息公开申请\n（二）答复情况",
       "本年度全局上下认真落实条例要求共收到政府信息公开申请\n(二)答复情况"},
      {"a long line that ends", "本年度全局上下认真落实条例要求共收到政府信息公开申请。\n答复3件",
       "本年度全局上下认真落实条例要求共收到政府信息公开申请。\n答复3件"},
      {"outside the basic plane", "𠮷林省1件", "𠮷林省1件"},
  };
  for (const Case& c : cases) EXPECT_EQ(plain(c.text), c.plain) << c.special;
}

TEST(PlainText, EveryCharacterIsTracedBack) {
  const std::string text = "“收到”\n 公開 １2件𠮷";
  const PlainText traced = plain_text(text);
  const std::u32string source = code_points(text);
  ASSERT_EQ(traced.origin.size(), traced.text.size() + 1);
  ASSERT_EQ(traced.bytes.size(), traced.text.size() + 1);
  EXPECT_EQ(traced.origin.back(), source.size());
  EXPECT_EQ(traced.bytes.back(), text.size());
  const std::u32string wanted =
      U"收到\n公開１2件𠮷";  // 公開 is 公开 in the plain text; the line break is that before 公
  for (std::size_t i = 0; i < traced.text.size(); ++i) {
    if (traced.text[i] == U'\n') continue;
    EXPECT_EQ(source[traced.origin[i]], wanted[i]) << i;
    EXPECT_TRUE(text.substr(traced.bytes[i]).starts_with(utf8_of(std::u32string(1, wanted[i])))) << i;
  }
}

TEST(PlainText, OriginsNeverGoBack) {
  const PlainText traced = plain_text("本年度全局上下认真落实条例要求共收到政府信息公开申请\n二、答复\n 三\n四 5\n6");
  for (std::size_t i = 1; i < traced.origin.size(); ++i) {
    EXPECT_LE(traced.origin[i - 1], traced.origin[i]);
    EXPECT_LE(traced.bytes[i - 1], traced.bytes[i]);
  }
}

TEST(PlainText, MalformedBytesAreReplacementCharacters) {
  EXPECT_EQ(plain("收\xFF\xC3"
                  "到"),
            "收\uFFFD\uFFFD到");
}

TEST(CodePoints, AreWrittenAsTheyWereRead) {
  for (const std::string text : {"", "a1", "é", "收到", "𠮷", "a收é𠮷"}) EXPECT_EQ(utf8_of(code_points(text)), text);
  EXPECT_EQ(code_points("收𠮷a").size(), 3U);
}

}  // namespace
}  // namespace nianbao::test

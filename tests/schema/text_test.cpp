// Folding, invisible characters, lines and widths of Chinese text.
#include "schema/text.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

#include "schema/traditional.h"

namespace nianbao::test {
namespace {

struct Rewriting {
  std::string text;
  std::string expected;
};

TEST(IsBlankTest, TextThatShowsNothing) {
  const std::string blanks[] = {
      "",
      " ",
      "\t\n\r\v\f",
      "\u3000",
      "\u00A0",
      "\u200B",
      "\u200C\u200D",
      "\u2060",
      "\uFEFF",
      "\u00AD",
      "\u200E\u200F",
      "\u202A\u202C",
      "\u2003",
      "\u202F",
      "\u2028",
      "\u0085",
      "\u180E",
      "\u3164",
      "\u2800",
      "\uFE0F",
      "\x7F",
      "\x01",
      " \u3000\u00A0\u200B\n",
      std::string(1, '\0'),
  };
  for (const std::string& text : blanks) EXPECT_TRUE(is_blank(text)) << testing::PrintToString(text);
}

// ICU is not asked for them.
TEST(IsBlankTest, IdeographsShowSomething) {
  for (UChar32 c = 0x4E00; c <= 0x9FFF; ++c)
    EXPECT_FALSE(u_isUWhiteSpace(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
                 u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_FORMAT_CHAR)
        << c;
}

TEST(SimplifiedTest, CharactersAndFullWidthDigitsAlone) {
  const Rewriting cases[] = {{"政府信息", "政府信息"},
                             {"政府信息公開", "政府信息公开"},
                             {"２０２２年度報告", "2022年度报告"},
                             {"于2022年", "于2022年"},
                             {"（ａ）", "（ａ）"},
                             {"", ""},
                             {"报\xFF告", "报\uFFFD告"}};
  for (const Rewriting& c : cases) EXPECT_EQ(simplified(c.text), c.expected) << c.text;
}

TEST(FoldCharactersTest, GivesTheTextOfTracedFold) {
  for (const char* text : {"", "一、總體情況：", "“行政許可”〔2022〕１号", "其它　　㎡ Ａb\xFFｃ", "\U00020BB7野家"})
    EXPECT_EQ(fold_characters(text), traced_fold(text).text) << text;
}

TEST(LastLetterTest, IsThatOfTheFoldedText) {
  const Rewriting cases[] = {
      {"工作計畫", "划"},
      {"e\xCC\x81", "é"},
      {"总体情况", "况"},
      {"總體情況", "况"},
      {"总体情况：", "况"},
      {"总体情况。 \xE3\x80\x80", "况"},
      {"“总体情况”", "况"},
      {"情况\xE2\x80\x8B", "况"},
      {"收费（元）", ")"},
      {"［注］", ")"},
      {"㈠", ")"},
      {"ＡＢＣ", "c"},
      {"1.", "1"},
      {"概\xF0\xA0\x84\xA3", "\xF0\xA0\x84\xA3"},
      {"", ""},
      {"、，。", ""},
      {" \t", ""},
      {"\xE4\xB8", "\xEF\xBF\xBD"},
  };
  for (const Rewriting& c : cases) EXPECT_EQ(last_letter(c.text), c.expected) << c.text;
}

// What folds alike has one last letter, or headings would be passed over.
TEST(LastLetterTest, IsTheSameHoweverATextIsWritten) {
  for (const std::string heading :
       {"总体情况", "主动公开政府信息情况", "存在的主要问题及改进情况", "其他需要报告的事项"})
    for (const std::string before : {"", "一、", "（一）", "第一部分 "})
      for (const std::string behind : {"", "：", "。", " ", "\xE3\x80\x80", "，", "”", "\xEF\xBB\xBF", "、 。"})
        for (const std::string& written : {heading, replace_all(heading, "况", "況"), replace_all(heading, "项", "項"),
                                           replace_all(heading, "题", "題")})
          EXPECT_EQ(last_letter(before + written + behind), last_letter(heading)) << before << written << behind;
}

TEST(LastLetterTest, IsThatOfTheFoldedTextForEveryRuleOfSimplifying) {
  const auto utf8 = [](std::u16string_view text) {
    std::string bytes;
    icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())).toUTF8String(bytes);
    return bytes;
  };
  for (const TraditionalRule& rule : traditional_rules())
    for (const std::string before : {"", "关于", "不"}) {
      const std::string text = before + utf8(rule.from);
      const std::string folded = fold_characters(fold(text));
      const std::size_t end = folded.find_last_not_of('.') + 1;
      EXPECT_EQ(last_letter(text), last_character(std::string_view(folded).substr(0, end))) << text;
    }
}

TEST(IsBlankTest, TextThatShowsSomething) {
  for (const char* text :
       {"0", ".", "年", "-", "—", " 0 ", "\u3000无", "\uFFFD", "\xFF", "\xE3\x80", "\u200B1", "_", "。", "\u0336"})
    EXPECT_FALSE(is_blank(text)) << testing::PrintToString(text);
}

TEST(TrimTest, TakesInvisibleCharactersFromTheEndsOnly) {
  const Rewriting cases[] = {
      {"", ""},
      {" ", ""},
      {"\u3000\u3000", ""},
      {"年报", "年报"},
      {" 年报 ", "年报"},
      {"\u3000年报\u00A0", "年报"},
      {"\u200B\uFEFF年 报\u200B", "年 报"},
      {" \u202E12\u202C ", "\u202E12"},
      {"\n\t年\n报\r\n", "年\n报"},
      {"年\u3000", "年"},
      {"😀 ", "😀"},
      {" \xFF ", "\xFF"},
      {"\xE3\x80 ", "\xE3\x80"},
  };
  for (const Rewriting& c : cases) EXPECT_EQ(trim(c.text), c.expected) << testing::PrintToString(c.text);
}

TEST(FoldTest, SpellingsOfOneLabelAreEqual) {
  const std::vector<std::string> groups[] = {
      {"本年新制作数量", "本年新\n制作数量", "本年新 制作数量", "本年新制作 数量", "\u3000本年新制作数量\u00A0",
       "本年新\u200B制作数量", "本年新制作数量："},
      {"三、本年度办理结果", "三 、本 年 度办 理 结果", "三、本年度办 理结果", "三\n、\n本\n年\n度\n办\n理\n结\n果",
       "三．本年度办理结果", "三.本年度办理结果", "三，本年度办理结果"},
      {"（三）不予公开", "(三)不予公开", "（三） 不予公开", "（三）不\n予公开", "（\n三\n）\n不予公开"},
      {"1.属于国家秘密", "1、属于国家秘密", "1．属于国家秘密", "1. 属于国家秘密", "１．属于国家秘密",
       "１、属于国家秘密", "1,属于国家秘密", "1，属于国家秘密"},
      {"3.危及“三安全一稳定”", "3.危及\"三安全一稳定\"", "3.危及'三安全一稳定'", "3.危及‘三安全一稳定’",
       "3.危及「三安全一稳定」", "3.危及『三安全一稳定』", "3.危及三安全一稳定", "3.危及＂三安全一稳定＂"},
      {"其他", "其它", "其 它", "其他：", "其他。"},
      {"本年制发件数", "本年制發件數"},
      {"政府信息公开", "政府信息公開"},
      {"总计", "總計", "总 计", "总\n计"},
      {"行政复议", "行政復議"},
      {"结果维持", "結果維持", "结 果\n维持"},
      {"本年收费金额（单位：万元）", "本年收费金额(单位:万元)", "本年收費金額（單位：萬元）"},
      {"第二十条第（一）项", "第二十条 第（一）项", "第二十条第(一)项"},
      {"总体情况", "总体情况：", "总体情况:", "总体情况。", "总体情况；", "总体情况、", "总体情况，"},
      {"本年增/减", "本年增／减"},
      {"N/A", "n/a", "Ｎ／Ａ"},
      {"规章（含）", "规章【含】", "规章〔含〕", "规章[含]"},
  };
  for (const auto& group : groups)
    for (const std::string& spelling : group) EXPECT_EQ(fold(spelling), fold(group.front())) << spelling;
}

TEST(FoldTest, GivesTheDocumentedForm) {
  const Rewriting cases[] = {
      {"", ""},
      {" \u3000", ""},
      {"1、其他", "1.其他"},
      {"（一）予以公开", "(一)予以公开"},
      {"12、其他", "12.其他"},
      {"本年收费金额（单位：万元）", "本年收费金额(单位:万元)"},
      {"“三安全一稳定”", "三安全一稳定"},
      {"ＡＢｃ", "abc"},
      {"：", ":"},
  };
  for (const Rewriting& c : cases) EXPECT_EQ(fold(c.text), c.expected) << c.text;
}

TEST(FoldTest, DifferentLabelsStayDifferent) {
  const std::pair<const char*, const char*> cases[] = {
      {"其他", "其他结果"},
      {"重复申请", "4.无正当理由大量反复申请"},
      {"规范性文件", "行政规范性文件"},
      {"本年新制作数量", "本年新公开数量"},
      {"（六）其他处理", "（五）不予处理"},
      {"1.其他", "3.其他"},
      {"第二十条第（五）项", "第二十条第（六）项"},
      {"总计", "合计"},
      {"12", "1.2"},
      {"-5", "5"},
  };
  for (const auto& [one, other] : cases) EXPECT_NE(fold(one), fold(other)) << one;
}

TEST(FoldTest, IsDoneOnceForAll) {
  for (const char* text : {"３．危及“三安全一稳定”：", "三 、本 年 度办 理 结果", "（一）予以公開。", "其它：",
                           "1，2、3", "[1]其它；", "\xFF年", "：：", "”、", "其。它"})
    EXPECT_EQ(fold(fold(text)), fold(text)) << text;
}

TEST(FoldTest, MalformedBytesAreReplacedNotThrown) {
  for (const char* text : {"\xFF", "年\xE5\xB9", "\x80\x80", "\xED\xA0\x80", "\xF8\x88\x80\x80\x80"})
    EXPECT_TRUE(is_utf8(fold(text))) << testing::PrintToString(text);
}

TEST(WithoutEnumeratorTest, TakesOneEnumeratorOff) {
  const Rewriting cases[] = {
      {"1.属于国家秘密", "属于国家秘密"},
      {"12.其他", "其他"},
      {"一、总体情况", "总体情况"},
      {"十二、其他", "其他"},
      {"三三、本年度办理结果", "本年度办理结果"},
      {"(一)予以公开", "予以公开"},
      {"(十一)其他", "其他"},
      {"(3)其他", "其他"},
      {"第一部分总体情况", "总体情况"},
      {"第2部分总体情况", "总体情况"},
  };
  for (const Rewriting& c : cases) EXPECT_EQ(without_enumerator(c.text), c.expected) << c.text;
}

TEST(WithoutEnumeratorTest, LeavesOtherTextAlone) {
  for (const char* text :
       {"", "总计", "第三方", "三类内部事务信息", "(含)其他", "(一", "(一)", "1.", "一、", "第一部分", "2020年",
        "2020.其他", "12", "第二十条第(一)项", "其他1.", "(五不予处理", "第十部", "("})
    EXPECT_EQ(without_enumerator(text), text);
}

TEST(ExplanationTest, IsTheBracketAtTheEnd) {
  struct Case {
    const char* folded;
    const char* without;
    const char* explanation;
  };
  const Case cases[] = {
      {"规章(设区的市、自治州人民政府应提供相关数据)", "规章", "设区的市、自治州人民政府应提供相关数据"},
      {"采购总金额(万元)", "采购总金额", "万元"},
      {"本年收费金额(单位:万元)", "本年收费金额", "单位:万元"},
      {"(二)部分公开(区分处理的,只计这一情形)", "(二)部分公开", "区分处理的,只计这一情形"},
      {"甲(乙(丙)丁)", "甲", "乙(丙)丁"},
      {"甲(乙)(丙)", "甲(乙)", "丙"},
      {"甲(乙)丙", "甲(乙)丙", ""},
      {"甲", "甲", ""},
      {"甲()", "甲", ""},
      {"", "", ""},
      {"甲)", "甲)", ""},
      {"甲(乙", "甲(乙", ""},
      {"(甲)", "(甲)", "甲"},
      {")", ")", ""},
      {"(", "(", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(without_explanation(c.folded), c.without) << c.folded;
    EXPECT_EQ(explanation_of(c.folded), c.explanation) << c.folded;
  }
}

// Quadratic, it would take minutes.
TEST(SplitLinesTest, TakesNoLongerWhereTheOtherLineEndIsFar) {
  std::string text;
  for (int i = 0; i < 400'000; ++i) text += "2023年共收到申请件\r";
  EXPECT_EQ(split_lines(text + "\n").size(), 400'001U);
  std::replace(text.begin(), text.end(), '\r', '\n');
  EXPECT_EQ(split_lines(text).size(), 400'001U);
  EXPECT_EQ(split_lines(std::string(3'000, 'x') + "\r" + std::string(3'000, 'y')).at(1).size(), 3'000U);
}

TEST(SplitLinesTest, EveryKindOfLineEnd) {
  struct Case {
    std::string text;
    std::vector<std::string> lines;
  };
  const Case cases[] = {
      {"", {""}},
      {"甲", {"甲"}},
      {"甲\n乙", {"甲", "乙"}},
      {"甲\n", {"甲", ""}},
      {"\n", {"", ""}},
      {"甲\r\n乙", {"甲", "乙"}},
      {"甲\r乙", {"甲", "乙"}},
      {"甲\r\r\n乙", {"甲", "", "乙"}},
      {"甲\n\r乙", {"甲", "", "乙"}},
      {"\t甲\t\n\t\n", {"\t甲\t", "\t", ""}},
      {"甲\u2028乙", {"甲\u2028乙"}},
  };
  for (const Case& c : cases) {
    const std::vector<std::string_view> lines = split_lines(c.text);
    EXPECT_EQ(std::vector<std::string>(lines.begin(), lines.end()), c.lines) << testing::PrintToString(c.text);
  }
}

TEST(ReplaceAllTest, ReplacesEveryOccurrenceOnce) {
  EXPECT_EQ(replace_all("", "a", "b"), "");
  EXPECT_EQ(replace_all("其它和其它", "其它", "其他"), "其他和其他");
  EXPECT_EQ(replace_all("aaaa", "aa", "a"), "aa");
  EXPECT_EQ(replace_all("aa", "a", "aa"), "aaaa");
  EXPECT_EQ(replace_all("abc", "abc", ""), "");
  EXPECT_EQ(replace_all("abc", "x", "y"), "abc");
}

TEST(DisplayWidthTest, WideCharactersTakeTwoColumns) {
  struct Case {
    std::string text;
    std::size_t width;
  };
  const Case cases[] = {
      {"", 0},        {"ab", 2},     {"年报", 4}, {"年a报", 5},  {"（一）", 6},     {"Ａ", 2},
      {"\u3000", 2},  {"\u00A0", 1}, {" ", 1},    {"\u200B", 0}, {"\uFEFF", 0},     {"a\u0301", 1},
      {"5\u20E3", 1}, {"ｱ", 1},      {"é", 1},    {"\n", 0},     {"年\u200B报", 4},
  };
  for (const Case& c : cases) EXPECT_EQ(display_width(c.text), c.width) << testing::PrintToString(c.text);
}

TEST(CharacterCountTest, CountsCodePoints) {
  EXPECT_EQ(character_count(""), 0U);
  EXPECT_EQ(character_count("abc"), 3U);
  EXPECT_EQ(character_count("年报"), 2U);
  EXPECT_EQ(character_count("年😀"), 2U);
  EXPECT_EQ(character_count("\xFF"), 1U);
  EXPECT_EQ(character_count("年\xE5\xB9"), 2U);
}

TEST(IsUtf8Test, WellFormed) {
  for (const char* text : {"", "abc", "年报", "😀", "\uFFFD", "\uFEFF", "\x7F", "\xF4\x8F\xBF\xBF", "\xEE\x80\x80"})
    EXPECT_TRUE(is_utf8(text)) << testing::PrintToString(text);
  EXPECT_TRUE(is_utf8(std::string(1, '\0')));
}

TEST(IsUtf8Test, Malformed) {
  const char* const cases[] = {
      "\x80",   "\xFF",         "\xC0\x80",         "\xC1\xBF",         "\xE5\xB9",     "\xE5",
      "年\xE5", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x80\x80\x80", "\xE0\x80\x80", "\xC4\xEA\xB1\xA8",
      "a\xE5z",
  };
  for (const char* text : cases) EXPECT_FALSE(is_utf8(text)) << testing::PrintToString(text);
}

TEST(Characters, FirstAndLast) {
  EXPECT_EQ(first_character("规章"), "规");
  EXPECT_EQ(last_character("规章"), "章");
  EXPECT_EQ(first_character("1规"), "1");
  EXPECT_EQ(last_character("规1"), "1");
  EXPECT_EQ(first_character(""), "");
  EXPECT_EQ(last_character(""), "");
  EXPECT_EQ(first_character("\x80\x80x"), "\x80\x80") << "what is malformed is no reason to stand still";
}

}  // namespace
}  // namespace nianbao::test

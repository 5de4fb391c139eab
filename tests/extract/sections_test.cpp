// Which lines are the headings of the report, and which only look like them.
#include "extract/sections.h"

#include <gtest/gtest.h>

#include "extract/docx_body.h"
#include "extract/text_reader.h"
#include "tests/support/docx_builder.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

Document document_of(const std::vector<std::string>& paragraphs) {
  Document document;
  document.part = "word/document.xml";
  std::size_t ordinal = 0;
  for (const std::string& text : paragraphs) document.blocks.emplace_back(Paragraph{text, ++ordinal});
  return document;
}

Block small_table() {
  return Table{.ordinal = 1, .is_grid = true, .row_count = 1, .cells = {Cell{.text = "1", .row = 1, .column = 1}}};
}

std::vector<Section> sections_of(const Document& document) { return find_sections(document, built_in_schema()); }

// "1,2,3": the numbers of the sections after the preamble.
std::string numbers(const std::vector<Section>& sections) {
  std::string out;
  for (std::size_t i = 1; i < sections.size(); ++i) out += (i > 1 ? "," : "") + std::to_string(sections[i].number);
  return out;
}

std::string numbers(const std::vector<std::string>& paragraphs) {
  return numbers(sections_of(document_of(paragraphs)));
}

struct HeadingCase {
  std::string line;
  int number;  // 0: no heading
};

const std::vector<HeadingCase> kGoodHeadings = {
    // the form's own
    {"一、总体情况", 1},
    {"二、主动公开政府信息情况", 2},
    {"三、收到和处理政府信息公开申请情况", 3},
    {"四、政府信息公开行政复议、行政诉讼情况", 4},
    {"五、存在的主要问题及改进情况", 5},
    {"六、其他需要报告的事项", 6},
    // numerals and their signs
    {"一．总体情况", 1},
    {"一.总体情况", 1},
    {"一，总体情况", 1},
    {"一,总体情况", 1},
    {"一:总体情况", 1},
    {"一：总体情况", 1},
    {"一·总体情况", 1},
    {"一 总体情况", 1},
    {"一　总体情况", 1},
    {"一总体情况", 1},
    {"1、总体情况", 1},
    {"1.总体情况", 1},
    {"1．总体情况", 1},
    {"１、总体情况", 1},
    {"１．总体情况", 1},
    {"第一部分 总体情况", 1},
    {"第一部分　总体情况", 1},
    {"第一部分：总体情况", 1},
    {"第1部分 总体情况", 1},
    {"壹、总体情况", 1},
    // marks of Markdown
    {"## 一、总体情况", 1},
    {"## **一、总体情况** ##", 1},
    {"**一、总体情况**", 1},
    // white space and width
    {"一、 总体情况", 1},
    {"　　一、总体情况", 1},
    {"一、总体情况  ", 1},
    {"一 、 总 体 情 况", 1},
    {"一、\xE2\x80\x8B总体情况", 1},
    {"\t一、总体情况", 1},
    {"一、总体情况\xC2\xA0", 1},
    // punctuation behind
    {"一、总体情况：", 1},
    {"一、总体情况:", 1},
    {"一、总体情况。", 1},
    {"一、总体情况；", 1},
    {"五、存在的主要问题及改进情况。", 5},
    // known other words
    {"二、行政机关主动公开政府信息情况", 2},
    {"三、行政机关收到和处理政府信息公开申请情况", 3},
    {"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4},
    {"四、政府信息公开行政法复议、行政诉讼情况", 4},
    {"五、政府信息公开工作存在的主要问题及改进情况", 5},
    {"五、存在问题及改进情况", 5},
    {"五、存在的主要问题及整改措施", 5},
    {"六、其它需要报告的事项", 6},
    {"一、工作基本情况", 1},
    {"一、概述", 1},
    {"四、政府信息公开行政复议，行政诉讼情况", 4},
    // Traditional characters
    {"一、總體情況", 1},
    {"二、主動公開政府信息情況", 2},
    {"六、其他需要報告的事項", 6},
    // the numeral is not the form's: statistics numbered again from 一 (QUIRKS section 2)
    {"一、主动公开政府信息情况", 2},
    {"二、收到和处理政府信息公开申请情况", 3},
    {"三、政府信息公开行政复议、行政诉讼情况", 4},
    {"七、其他需要报告的事项", 6},
    // text on the line of the heading
    {"六、其他需要报告的事项：无", 6},
    {"六、其他需要报告的事项:无。", 6},
    {"六、其他需要报告的事项。无", 6},
    {"六、其他需要报告的事项 无", 6},
    {"六、其他需要报告的事项　暂无。", 6},
};

const std::vector<HeadingCase> kBadHeadings = {
    {"", 0},
    {"总体情况良好。", 0},
    {"一、总体情况良好，全年未发生泄密事件。", 0},
    {"一、总体情况良好", 0},
    {"本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。", 0},
    {"全文包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。", 0},
    {"报告内容：一、总体情况", 0},
    {"见“一、总体情况”部分", 0},
    {"一、加强组织领导", 0},
    {"二、主动公开", 0},
    {"三、本年度办理结果", 0},
    {"一、本年新收政府信息公开申请数量", 0},
    {"（三）其他处理", 0},
    {"六、其他", 0},
    {"12、总体情况说明", 0},
    // entries of a table of contents
    {"一、总体情况………………………………1", 0},
    {"一、总体情况……3", 0},
    {"`一、总体情况 <#一总体情况>`__", 0},
    {"一、总体情况......12", 0},
    {"一、总体情况\t1", 0},
    {"一、总体情况 1", 0},
    {"一、总体情况　3", 0},
    {"一、总体情况 -3-", 0},
    {"一、总体情况··········1", 0},
};

TEST(Sections, KnowHeadingsInAllTheirSpellings) {
  for (const HeadingCase& made : kGoodHeadings)
    EXPECT_EQ(numbers({"标题", made.line, "文字。"}), std::to_string(made.number)) << made.line;
}

TEST(Sections, DoNotTakeProseOrContentsForHeadings) {
  for (const HeadingCase& made : kBadHeadings) EXPECT_EQ(numbers({"标题", made.line, "文字。"}), "") << made.line;
}

struct RestCase {
  const char* line;
  const char* heading;
  const char* text;
};

TEST(Sections, TextOnTheLineOfAHeadingIsKept) {
  const std::vector<RestCase> cases = {
      {"六、其他需要报告的事项：无", "六、其他需要报告的事项", "无"},
      {"六、其他需要报告的事项:  无。", "六、其他需要报告的事项", "无。"},
      {"六、其他需要报告的事项：本年未收取信息处理费：0元", "六、其他需要报告的事项", "本年未收取信息处理费：0元"},
      {"六、其他需要报告的事项 无其他需要报告的事项。", "六、其他需要报告的事项", "无其他需要报告的事项。"},
      {"一、总体情况：", "一、总体情况：", ""},
      {"  一、总体情况  ", "一、总体情况", ""},
      {"一、总体情况：2020年，收到申请12件。", "一、总体情况", "2020年，收到申请12件。"},
  };
  for (const RestCase& made : cases) {
    const std::vector<Section> sections = sections_of(document_of({made.line}));
    ASSERT_EQ(sections.size(), 2U) << made.line;
    // The mark between them may stand with the heading or go.
    EXPECT_EQ(sections[1].heading.rfind(made.heading, 0), 0U) << made.line << ": " << sections[1].heading;
    EXPECT_EQ(sections[1].text, made.text) << made.line;
  }
}

struct OrderCase {
  const char* what;
  std::vector<std::string> paragraphs;
  std::string numbers;
};

const std::vector<std::string> kSix = {"一、总体情况",
                                       "二、主动公开政府信息情况",
                                       "三、收到和处理政府信息公开申请情况",
                                       "四、政府信息公开行政复议、行政诉讼情况",
                                       "五、存在的主要问题及改进情况",
                                       "六、其他需要报告的事项"};

std::vector<std::string> report(const std::string& before_each = "") {
  std::vector<std::string> paragraphs;
  for (const std::string& heading : kSix) {
    paragraphs.push_back(before_each + heading);
    paragraphs.emplace_back("文字。");
  }
  return paragraphs;
}

std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(Sections, AreGivenAsFound) {
  std::vector<std::string> with_pages;
  for (std::size_t i = 0; i < kSix.size(); ++i) with_pages.push_back(kSix[i] + "\t" + std::to_string(i + 1));
  const std::vector<OrderCase> cases = {
      {"nothing", {}, ""},
      {"no heading", {"标题", "文字。"}, ""},
      {"complete", report(), "1,2,3,4,5,6"},
      {"one missing", {"一、总体情况", "文字。", "三、收到和处理政府信息公开申请情况", "文字。"}, "1,3"},
      {"out of order", {"二、主动公开政府信息情况", "文字。", "一、总体情况", "文字。"}, "2,1"},
      {"doubled",
       {"一、总体情况", "文字。", "二、主动公开政府信息情况", "文字。", "二、主动公开政府信息情况", "文字。"},
       "1,2,2"},
      {"numbered by another series", {"（一）总体情况", "文字。", "（二）主动公开政府信息情况", "文字。"}, "1,2"},
      {"contents with page numbers", std::vector<std::string>{"标题", "目录"} + with_pages + report(), "1,2,3,4,5,6"},
      {"contents without page numbers", std::vector<std::string>{"标题", "目录"} + kSix + report(), "1,2,3,4,5,6"},
      {"contents without page numbers, empty lines between",
       std::vector<std::string>{"目录", kSix[0], "", kSix[1], "", kSix[2], ""} + report(), "1,2,3,4,5,6"},
      {"contents in one paragraph", std::vector<std::string>{kSix[0] + "\n" + kSix[1] + "\n" + kSix[2]} + report(),
       "1,2,3,4,5,6"},
      {"empty sections are no contents", kSix, "1,2,3,4,5,6"},
      {"three empty sections that do not come again",
       {kSix[0], "文字。", kSix[1], kSix[2], kSix[3], kSix[4], "文字。"},
       "1,2,3,4,5"},
      {"introduction that lists the headings",
       std::vector<std::string>{"本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行"
                                "政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。"} +
           report(),
       "1,2,3,4,5,6"},
      {"without numerals", {"总体情况", "文字。", "主动公开政府信息情况", "文字。"}, "1,2"},
      {"a line without numeral beside a numbered heading", {"总体情况", "一、总体情况", "文字。"}, "1"},
      {"without numeral, prose goes on behind", {"总体情况：良好", "文字。"}, ""},
      {"after a line break of the paragraph",
       {"标题", "前言。\n一、总体情况\n文字。\n二、主动公开政府信息情况"},
       "1,2"},
      {"after an empty line of the paragraph", {"\n四、政府信息公开行政复议、行政诉讼情况"}, "4"},
  };
  for (const OrderCase& made : cases) EXPECT_EQ(numbers(made.paragraphs), made.numbers) << made.what;
}

// Very common: section 一 tells about the five topics under （一）主动公开情况 … The true section 二 comes later.
TEST(Sections, ASubheadingOfSectionOneIsNotSectionTwo) {
  const std::vector<std::vector<std::string>> cases = {
      {"一、总体情况", "（一）主动公开情况", "公开信息12条。", "（二）依申请公开情况", "收到1件。",
       "二、主动公开政府信息情况", "文字。"},
      {"一、总体情况", "1.主动公开情况", "公开信息12条。", "二、主动公开政府信息情况", "文字。"},
      {"一、总体情况", "（一）主动公开情况：公开信息12条。", "二、主动公开政府信息情况", "文字。"},
      {"一、总体情况", "（一）基本情况", "公开信息12条。", "二、主动公开政府信息情况", "文字。"},
  };
  for (const std::vector<std::string>& paragraphs : cases) {
    const std::vector<Section> sections = sections_of(document_of(paragraphs));
    EXPECT_EQ(numbers(sections), "1,2") << paragraphs[1];
    EXPECT_TRUE(sections.size() > 1 && sections[1].text.find("12条") != std::string::npos)
        << paragraphs[1] << " belongs to section 一";
  }
}

TEST(Sections, TextIsKeptWhole) {
  const std::vector<Section> sections = sections_of(document_of(
      {"标题", "", "前言。", "一、总体情况：概要", "甲。\n乙。", " 　", "丙。", "六、其他需要报告的事项", "无"}));
  ASSERT_EQ(sections.size(), 3U);
  EXPECT_EQ(sections[0].number, 0);
  EXPECT_EQ(sections[0].heading, "");
  EXPECT_EQ(sections[0].text, "标题\n前言。");
  EXPECT_EQ(sections[0].where, "word/document.xml#p1");
  EXPECT_EQ(sections[1].text, "概要\n甲。\n乙。\n丙。");
  EXPECT_EQ(sections[1].where, "word/document.xml#p4");
  EXPECT_EQ(sections[2].text, "无");
}

TEST(Sections, EveryLineIsInExactlyOneSection) {
  const std::vector<std::string> paragraphs = std::vector<std::string>{"标题", "目录"} + kSix + report();
  std::string all;
  for (const Section& section : sections_of(document_of(paragraphs)))
    all += section.heading + "\n" + section.text + "\n";
  for (const std::string& paragraph : paragraphs) EXPECT_NE(all.find(paragraph), std::string::npos) << paragraph;
  std::size_t sentences = 0;
  for (std::size_t at = all.find("文字。"); at != std::string::npos; at = all.find("文字。", at + 1)) ++sentences;
  EXPECT_EQ(sentences, 6U);
}

TEST(Sections, BlocksBelongToTheSectionAbove) {
  Document document = document_of({"标题", "二、主动公开政府信息情况"});
  document.blocks.push_back(small_table());
  document.blocks.emplace_back(Paragraph{"三、收到和处理政府信息公开申请情况", 3});
  document.blocks.push_back(small_table());
  document.blocks.push_back(small_table());
  const std::vector<Section> sections = sections_of(document);
  const std::vector<int> expected = {0, 2, 2, 3, 3, 3};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(section_of(sections, i), expected[i]) << "block " << i;
  EXPECT_EQ(section_of(sections, 99), 0);
  EXPECT_EQ(sections[1].first_block, 1U);
  EXPECT_EQ(sections[1].end_block, 3U);
}

TEST(Sections, TablesBetweenHeadingsAreNoContents) {
  Document document = document_of({"二、主动公开政府信息情况"});
  document.blocks.push_back(small_table());
  document.blocks.emplace_back(Paragraph{"三、收到和处理政府信息公开申请情况", 2});
  document.blocks.push_back(small_table());
  document.blocks.emplace_back(Paragraph{"四、政府信息公开行政复议、行政诉讼情况", 3});
  document.blocks.push_back(small_table());
  for (const char* again :
       {"二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"})
    document.blocks.emplace_back(Paragraph{again, 4});
  EXPECT_EQ(numbers(sections_of(document)), "2,3,4,2,3,4");
}

TEST(Sections, AHeadingOverATableOfTextIsALineOfTheFile) {
  const std::string text = "标题\n\n二、主动公开政府信息情况\n\t规章\n\t3\n\n\n三、收到和处理政府信息公开申请情况\n";
  const Result<Document> document = read_text({text, "a.txt"}, {});
  ASSERT_TRUE(document);
  const std::vector<Section> sections = sections_of(*document);
  ASSERT_EQ(sections.size(), 3U);
  EXPECT_EQ(sections[1].where, "L3");
  EXPECT_EQ(sections[2].where, "L8");
}

}  // namespace
}  // namespace nianbao::test

// Tables between pipes: Markdown, Org, antiword.
#include "extract/text_pipes.h"

#include <gtest/gtest.h>

#include "schema/text.h"
#include "tests/support/shown_text.h"

namespace nianbao::test {
namespace {

struct PipesCase {
  const char* what;
  std::string text;
  std::string expected;
};

TEST(TextPipes, ReadsTables) {
  const std::vector<PipesCase> cases = {
      {"with a rule", "| 规章 | 3 |\n|---|:--:|\n| 文件 | 2 |\n", "#[规章|3 / 文件|2]"},
      {"the header that pandoc leaves empty is no row", "|    |   |\n|----|---|\n| 规章 | 3 |\n", "#[规章|3]"},
      {"without a rule", "| 规章 | 3 |\n| 文件 | 2 |\n", "#[规章|3 / 文件|2]"},
      {"one line", "| 规章 | 3 |\n", "#[规章|3]"},
      {"without spaces", "|规章|3|\n|-|-|\n|文件|2|\n", "#[规章|3 / 文件|2]"},
      {"without outer pipes, with a rule", "项目 | 数量\n--- | ---\n规章 | 3\n", "#[项目|数量 / 规章|3]"},
      {"without outer pipes, without a rule", "规章 | 3 | 0\n文件 | 2 | 1\n", "#[规章|3|0 / 文件|2|1]"},
      {"without the last pipe", "| 规章 | 3\n| 文件 | 2\n", "#[规章|3 / 文件|2]"},
      {"indented", "  | 规章 | 3 |\n  | 文件 | 2 |\n", "#[规章|3 / 文件|2]"},
      {"blank cells", "| 规章 |  | 3 |\n|---|---|---|\n|  | 2 | |\n", "#[规章||3 / |2|]"},
      {"escaped pipe", "| 规\\|章 | 3 |\n|---|---|\n| a | \\| |\n", "#[规|章|3 / a||]"},
      {"line break", "| 本年新<br>制作数量 | 1<br/>2 |\n|---|---|\n", "#[本年新\\n制作数量|1\\n2]"},
      {"rules of Org", "|------+---|\n| 项目 | 数 |\n|------+---|\n| 规章 | 3 |\n|------+---|\n",
       "#[项目|数 / 规章|3]"},
      {"paragraphs of a cell in Org", "| 内容 | 本年新 |\n|      |        |\n|      | 制作数量 |\n| 规章 | 3 |\n",
       "#[内容|本年新\\n制作数量 / 规章|3]"},
      {"numbers in two paragraphs of a cell in Org", "| 规章 | 3 |\n|      |   |\n|      | 5 |\n", "#[规章|3\\n5]"},
      {"a row of nothing before a row of numbers stays", "| 规章 | 3   |\n|      |     |\n| 文件 | 5   |\n",
       "#[规章|3 / | / 文件|5]"},
      {"a line break in Org", "| 内容 | 本年新\\\\ |\n|      | 制作数量 |\n| 规章 | 3 |\n",
       "#[内容|本年新\\n制作数量 / 规章|3]"},
      {"a paragraph beside a line break in Org", "| 商业 | 法律服\\\\ |\n|  | 务机构 |\n| 企业 |  |\n| 3 | 4 |\n",
       "#[商业\\n企业|法律服\\n务机构 / 3|4]"},
      {"a row below a line break in Org", "| 结果\\\\ | 起诉 |  |\n| 维持 |  |  |\n|  | 维持 | 纠正 |\n",
       "#[结果\\n维持|起诉| / |维持|纠正]"},
      {"emphasis and escapes", "| **规章** | *3* | \\-5 | a\\_b |\n| **一**二 | 3* | \\\\ | __4__ |\n",
       "#[规章|3|-5|a_b / **一**二|3*|\\\\|4]"},
      {"dashes for nothing are a row", "| 甲 | 乙 |\n|---|---|\n| --- | --- |\n", "#[甲|乙 / ---|---]"},
      {"dashes for nothing in the last row", "| 甲 | 乙 |\n| 丙 | 丁 |\n| --- | --- |\n", "#[甲|乙 / 丙|丁 / ---|---]"},
      {"single dashes below a header of two rows", "| 甲 | 乙 |\n| 丙 | 丁 |\n| - | - |\n| 3 | 4 |\n",
       "#[甲|乙 / 丙|丁 / -|- / 3|4]"},
      {"two tables", "| 规章 | 3 |\n\n| 文件 | 2 |\n", "#[规章|3] #[文件|2]"},
      {"text around", "二、主动公开\n| 规章 | 3 |\n三、收到\n", "'二、主动公开' #[规章|3] '三、收到'"},
  };
  for (const PipesCase& made : cases) {
    EXPECT_EQ(shown(made.text), made.expected) << made.what;
    EXPECT_EQ(shown(replace_all(made.text, "\n", "\r\n")), made.expected) << made.what << ", CRLF";
  }
}

TEST(TextPipes, WhatDoesNotFitStandsBelowNothing) {
  const std::vector<PipesCase> cases = {
      {"a pipe more", "| 甲 | 3 | 0 |\n|---|---|---|\n| 乙 | 1 | 2 | 4 |\n", "#[甲|3|0 / 乙|!1|!2|!4]"},
      {"a pipe more, nothing behind it", "| 甲 | 3 | 0 |\n|---|---|---|\n| 乙 | 1 | 2 | |\n", "#[甲|3|0 / 乙|!1|!2|!]"},
      {"a pipe less", "| 甲 | 3 | 0 |\n|---|---|---|\n| 乙 | 1 |\n", "#[甲|3|0 / 乙|!1]"},
      {"most rows decide without a rule", "| 甲 | 3 | 0 |\n| 乙 | 1 |\n| 丙 | 1 | 1 |\n", "#[甲|3|0 / 乙|!1 / 丙|1|1]"},
      {"a line that is cut in its last cell", "| 甲 | 3 |\n| 乙 | 15 |\n| 丙 | 1\n", "#[甲|3 / 乙|15 / 丙|!1]"},
  };
  for (const PipesCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextPipes, TextIsNoTable) {
  const std::vector<PipesCase> cases = {
      {"pipe in prose", "首页 | 新闻\n第二句。\n", "'首页 | 新闻' '第二句。'"},
      {"two pipes in prose", "首页 | 新闻 | 公开\n正文。\n", "'首页 | 新闻 | 公开' '正文。'"},
      {"one pipe in two lines", "甲 | 乙\n丙 | 丁\n", "'甲 | 乙' '丙 | 丁'"},
      {"lines of one cell", "|第一行文字|\n|第二行文字|\n", "'|第一行文字|' '|第二行文字|'"},
      {"line block", "| 第一行\n| 第二行\n", "'| 第一行' '| 第二行'"},
      {"divider", "甲\n-----\n乙\n", "'甲' '-----' '乙'"},
      {"asciidoc writes rows over lines", "|===\n|规章 |3\n|0 |5\n|===\n", "'|===' '|规章 |3' '|0 |5' '|==='"},
      {"rows above a border of a grid", "| 规章 | 12 |\n|      | 34 |\n+------+----+\n",
       "'| 规章 | 12 |' '|      | 34 |' '+------+----+'"},
  };
  for (const PipesCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextPipes, RowsOfOneWidth) {
  const std::vector<PipesCase> cases = {
      {"cells filled up", "|规章      |3     |\n|规范性文件|2     |\n", "#[规章|3 / 规范性文件|2]"},
      {"merged cells", "|第（一）项       |\n|规章      |3     |\n", "[第（一）项^2 / 规章|3]"},
      {"borders rounded anew", "|第（一）项        |\n|规章      |3     |\n|文件       |2      |\n",
       "[第（一）项^2 / 规章|3 / 文件|2]"},
      {"a cell that goes on", "|信息内容  |本年新  |\n|          |制作数量|\n|规章      |3       |\n",
       "#[信息内容|本年新\\n制作数量 / 规章|3]"},
      {"a number that may go on is not two rows", "|规章      |12345678|\n|          |9       |\n",
       "#[规章|12345678\\n9]"},
      {"numbers with room below each other are rows", "|规章      |3       |\n|          |5       |\n",
       "#[规章|3 / |5]"},
      {"some numbers below others may be either", "|规章      |3       |4       |\n|          |5       |        |\n",
       "#[规章|3\\n5|4]"},
      {"a line of another width", "|规章      |3     |\n|文件      |2     |\n|某某         |5      |\n",
       "#[规章|3 / 文件|2 / 某某|!5]"},
  };
  for (const PipesCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextPipes, KeepsLines) {
  EXPECT_EQ(lines_of_cells("标题\n\n| 甲 | 乙 |\n|---|---|\n| 规章 | 3 |\n"), "3 3 / 5 5");
  EXPECT_EQ(lines_of_cells("|信息内容  |        |\n|          |制作数量|\n"), "1 2")
      << "the line on which its text begins";
}

const std::string kTop =
    "| 第二十条第（一）项 | | | |\n|---|---|---|---|\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 "
    "|\n";

std::string rules(const std::string& row) {
  return fields_shown(kTop + row + "\n| 规范性文件 | 7 | 8 | 9 |\n", "2019", "disclosure", "rules_issued", 6);
}

TEST(TextPipes, NoNumberMovesToAnotherField) {
  EXPECT_EQ(rules("| 规章 | 3 | 4 | 5 |"), "3 4 5 7 8 9");
  EXPECT_EQ(rules("| 规章 | 3 | | 5 |"), "3 _ 5 7 8 9");
  for (const char* row : {"| 规章 | 3 | 4 | 5 | |", "| 规章 | 3 | 4 |", "| 规章 | | 3 | 4 | 5 |", "| 规章 | 3 | 4 | 5",
                          "| 规章 | 3 4 | 5 |", "规章 | 3 | 4 | 5 |", "| 规 | 章 | 3 | 4 | 5 |"}) {
    const std::string found = rules(row);
    EXPECT_TRUE(found == "? ? ? 7 8 9" || found.starts_with("- - -")) << row << ": " << found;
  }
}

TEST(TextPipes, NumbersBelowAHeaderOfAnotherWidthAreNotTold) {
  const std::string text =
      "| 信息内容 | 本年新 | 制作数量 | 本年新公开数量 | 对外公开总数量 |\n| 规章 | 3 | 4 | 5 | 6 |\n"
      "| 规范性文件 | 7 | 8 | 9 |\n| 某 | 7 | 8 | 9 |\n| 某某 | 7 | 8 | 9 |\n";
  EXPECT_EQ(fields_shown(text, "2019", "disclosure", "rules_issued", 6), "? ? ? ? ? ?");
}

TEST(TextPipes, AnUnknownBannerEndsTheHeader) {
  EXPECT_EQ(rules("| 规章 | 3 | 4 | 5 |\n| 某某统计（上年） | | | |"), "3 4 5 ? ? ?");
}

TEST(TextPipes, ManyLinesTakeTimeInProportion) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "|\n| a\n|===\nx | y | z\n";
  EXPECT_FALSE(shown(text).empty());
}

}  // namespace
}  // namespace nianbao::test

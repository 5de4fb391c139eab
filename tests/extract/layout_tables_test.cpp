// Tables in texts whose columns are told by place, drawn small.
#include "extract/layout_tables.h"

#include <gtest/gtest.h>

#include "extract/reader.h"
#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

// Paragraphs in quotes, tables by rows; a cell that stands for its whole row after !, line ends as \n.
std::string shown(const std::string& text, bool is_asked_for = true) {
  Result<Document> document = read_document({text, "a.txt"}, {});
  if (!document) throw std::runtime_error(document.problem().code);
  if (find_layout_tables(*document, built_in_schema(), {}, is_asked_for)) throw std::runtime_error("beyond a limit");
  std::string out;
  for (const Block& block : document->blocks) {
    if (!out.empty()) out += ' ';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += "'" + std::string(trim(paragraph->text)) + "'";
      continue;
    }
    std::size_t row = 0;
    out += "[";
    for (const Cell& cell : std::get<Table>(block).cells) {
      if (row != 0) out += cell.row == row ? "|" : " / ";
      row = cell.row;
      out += (cell.is_whole_row ? "!" : "") + cell.text;
    }
    out += "]";
  }
  return replace_all(out, "\n", "\\n");
}

const std::string kHead =
    "                    第二十条第（一）项\n"
    "  信息内容      本年制发件数   本年废止件数   现行有效件数\n";
const std::string kShownHead = "[第二十条第（一）项 / 信息内容|本年制发件数|本年废止件数|现行有效件数";
const std::string kEnd = "三、收到和处理政府信息公开申请情况\n";
const std::string kShownEnd = "] '三、收到和处理政府信息公开申请情况'";

struct RowsCase {
  const char* what;
  const char* rows;
  const char* expected;
};

TEST(LayoutTables, ValuesBelongToTheLabelBesideThemAndTheColumnAbove) {
  const std::vector<RowsCase> cases = {
      {"every cell filled",
       "  规章             3           0          11\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|3|0|11 / 行政规范性文件|8|26|66"},
      {"a blank cell moves no other",
       "  规章             3                      11\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|3||11 / 行政规范性文件|8|26|66"},
      {"an empty row is blank",
       "  规章\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章||| / 行政规范性文件|8|26|66"},
      {"a label over two lines, its values between them",
       "  规章             3           0          11\n"
       "  行政规范\n"
       "                 8          26          66\n"
       "   性文件\n",
       " / 规章|3|0|11 / 行政规范\\n性文件|8|26|66"},
      {"a label with an explanation over two lines",
       "  规章（设区的市\n"
       "                 3           0          11\n"
       "  填报）\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章（设区的市\\n填报）|3|0|11 / 行政规范性文件|8|26|66"},
      {"a row that the form does not have stands for itself",
       "  规章             3           0          11\n"
       "  其他文件           1           2           4\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|3|0|11 / 其他文件 1 2 4 / 行政规范性文件|8|26|66"},
      {"a note between rows",
       "  规章             3           0          11\n"
       "  注：含修订\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|3|0|11 / 注：含修订 / 行政规范性文件|8|26|66"},
      {"a mark and a sign are figures",
       "  规章             /           /           /\n"
       "  行政规范性文件      -8          +2          66\n",
       " / 规章|/|/|/ / 行政规范性文件|-8|+2|66"},
      {"a page number between rows is none of their values",
       "  规章             3           0          11\n"
       "                      - 3 -\n"
       "\f  行政规范性文件       8          26          66\n",
       " / 规章|3|0|11 / 行政规范性文件|8|26|66"},
      {"the next page has places of its own",
       "  规章             3           0          11\n"
       "\f        行政规范性文件             8             26             66\n",
       " / 规章|3|0|11 / 行政规范性文件|8|26|66"},
  };
  for (const RowsCase& c : cases)
    EXPECT_EQ(shown(kHead + c.rows + kEnd), kShownHead + c.expected + kShownEnd) << c.what;
}

TEST(LayoutTables, WhatPlacesDoNotTellStandsForTheWholeRow) {
  const std::vector<RowsCase> cases = {
      {"no row shows where the columns are",
       "  规章             3                      11\n"
       "  行政规范性文件                  26          66\n",
       " / 规章|!3 11 / 行政规范性文件|!26 66"},
      {"a value between two columns",
       "  规章             3           0          11\n"
       "  行政规范性文件             8                66\n",
       " / 规章|3|0|11 / 行政规范性文件|!8 66"},
      {"the rest of a number on the next line",
       "  规章             3           0          11\n"
       "                                         5\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|!3 0 11\\n5 / 行政规范性文件|!8 26 66\\n5"},
      {"values on two lines of one label",
       "  规章             3           0          11\n"
       "  行政规范         8          26\n"
       "  性文件                                 66\n",
       " / 规章|3|0|11 / 行政规范\\n性文件|!8 26\\n66"},
      {"a row beside the others, which contradict it",
       "  规章             3           0          11\n"
       "  行政规范性文件                    26         66          1\n",
       " / 规章|!3 0 11 / 行政规范性文件|!26 66 1"},
      {"figures below the last row",
       "  规章             3           0          11\n"
       "  行政规范性文件       8          26          66\n"
       "                                         5\n",
       " / 规章|3|0|11 / 行政规范性文件|!8 26 66\\n5"},
  };
  for (const RowsCase& c : cases)
    EXPECT_EQ(shown(kHead + c.rows + kEnd), kShownHead + c.expected + kShownEnd) << c.what;
}

// What stands where values do, beside a row, may be of its cells.
TEST(LayoutTables, WhatIsLeftBesideARowMakesItDoubtful) {
  const std::vector<RowsCase> cases = {
      {"text above a number",
       "  规章             3           0          11\n"
       "                             约\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|!3 0 11\\n约 / 行政规范性文件|!8 26 66\\n约"},
      {"a label that is longer than the form's, its values on the second line",
       "  规章             3           0          11\n"
       "  行政规范性文件\n"
       "  （含备案）（注）     8          26          66\n",
       " / 规章|3|0|11 / 行政规范性文件|!（含备案）（注） 8 26 66"},
      {"a row that is there twice",
       "  规章             3           0          11\n"
       "  规章             4           1          12\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|!3 0 11 / 规章 4 1 12 / 行政规范性文件|8|26|66"},
      {"dashes and a number in the middle of a page are no page number",
       "  规章\n"
       "                     - 5 -\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|!- 5 - / 行政规范性文件|8|26|66"},
      {"digits a space apart may be one number",
       "  规章             1 234       5\n"
       "  行政规范性文件       8          26          66\n",
       " / 规章|!1 234 5 / 行政规范性文件|8|26|66"},
  };
  for (const RowsCase& c : cases)
    EXPECT_EQ(shown(kHead + c.rows + kEnd), kShownHead + c.expected + kShownEnd) << c.what;
}

// A row of which something may be cut off, or stand on a line that cannot be read, has no blank cells.
TEST(LayoutTables, WhatIsCutOffIsNotBlank) {
  const std::string full = "  规章             3           0          11\n";
  const std::string label = "  行政规范性文件";
  EXPECT_EQ(shown(kHead + full + label), kShownHead + " / 规章|3|0|11 / 行政规范性文件]");
  EXPECT_EQ(shown(kHead + full + label + "       8"), kShownHead + " / 规章|3|0|11 / 行政规范性文件|!8]");
  EXPECT_EQ(shown(kHead + full + label + "\n       - 3 -\n"), kShownHead + " / 规章|3|0|11 / 行政规范性文件]");
  EXPECT_EQ(shown(kHead + full + label + "\n\t8\t26\t66\n"),
            kShownHead + " / 规章|3|0|11 / 行政规范性文件] '8\t26\t66'");
}

TEST(LayoutTables, AreOnlyWhereTheWholeHeaderStands) {
  const std::string rows = "  规章             3           0          11\n";
  EXPECT_EQ(shown(kHead + rows + kEnd), kShownHead + " / 规章|3|0|11" + kShownEnd);
  const std::vector<std::string> broken = {
      "  信息内容      本年制发件数   本年废止件数\n" + rows,
      "  信息内容      本年废止件数   本年制发件数   现行有效件数\n" + rows,
      "  信息内容      本年制发件数   本年废止件数   现行有效件数   本年制发件数\n" + rows,
      "  信息内容      本年制发件数   本年废止件数   现行有效件数\n" + kEnd + rows,
      "  信息内容   序号   本年制发件数   本年废止件数   现行有效件数\n" + rows,
      "  信息内容      本年制发件数   本年废止件数   现行有效件数   备注\n" + rows,
      "  信息内容      本年制发件数   本年废止件数   现行有效件数\n                2023年       2023年       2023年\n" +
          rows,
  };
  for (const std::string& text : broken) EXPECT_EQ(shown(text).find('['), std::string::npos) << text;
}

// The parts of labels over columns are pushed sideways; only their order tells.
TEST(LayoutTables, HeadersBrokenOverLines) {
  EXPECT_EQ(shown("  信息内容  本年制   本年废 现行有\n"
                  "             发件数   止件数   效件数\n"
                  "  规章        3      0     11\n" +
                  kEnd),
            "[信息内容|本年制\\n发件数|本年废\\n止件数|现行有\\n效件数 / 规章|3|0|11" + kShownEnd);
}

// Words of a header that is printed again on the next page are labels of rows elsewhere.
TEST(LayoutTables, RepeatedHeadersAreNoRows) {
  const std::string header =
      "                                申请人情况\n"
      "                                  法人或其他组织\n"
      "                    自然人  商业企业  科研机构  社会公益组织  法律服务机构   其他    总计\n";
  const std::string text = header + "  一、本年新收政府信息公开申请数量   1     2     3      4       5      6    21\n" +
                           "                      - 3 -\n\f" + header +
                           "  二、上年结转政府信息公开申请数量   7     0     0      0       8      0    15\n"
                           "  四、结转下年度继续办理        0     0     0      0       0      0     0\n" +
                           kEnd;
  EXPECT_EQ(shown(text),
            "[申请人情况 / 自然人|法人或其他组织|总计 / 商业企业|科研机构|社会公益组织|法律服务机构|其他 / "
            "一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21 / 二、上年结转政府信息公开申请数量|7|0|0|0|8|0|15 / "
            "四、结转下年度继续办理|0|0|0|0|0|0|0" +
                kShownEnd);
}

TEST(LayoutTables, OneRowWithoutLabel) {
  const std::string header =
      "                行政复议                                  行政诉讼\n"
      "                                     未经复议直接起诉                 复议后起诉\n"
      "  结果  结果  其他  尚未  总计   结果  结果  其他  尚未  总计   结果  结果  其他  尚未  总计\n"
      "  维持  纠正  结果  审结        维持  纠正  结果  审结        维持  纠正  结果  审结\n";
  const std::string shown_header = "[行政复议|行政诉讼 / 总计|未经复议直接起诉|总计 / 结果\\n维持|";
  const std::string full = "  1   2   3   4   10    0   0   0   0   0    0   0   0   0   0\n";
  EXPECT_NE(shown(header + full + "五、存在的主要问题及改进情况\n").find("1|2|3|4|10|0|0|0|0|0|0|0|0|0|0]"),
            std::string::npos);
  EXPECT_NE(shown(header + "五、存在的主要问题及改进情况\n").find("||||||||||||||]"), std::string::npos);
  EXPECT_NE(shown(header + "   1    2    3    4   10\n五、存在的主要问题及改进情况\n").find("!1 2 3 4 10]"),
            std::string::npos);
  EXPECT_EQ(shown(header).find('['), std::string::npos) << "what is cut off is not blank";
}

// The same five labels stand three times; only the groups above tell them apart.
TEST(LayoutTables, GroupsOfColumnsStandInTheFormsOrder) {
  const auto text = [](const std::string& upper, const std::string& lower) {
    return upper + lower +
           " 结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  "
           "结果纠正  其他结果  尚未审结  总计\n"
           "   1     2     3     4   10    0     0     0     0    0    0     0     0     0    0\n"
           "五、存在的主要问题及改进情况\n";
  };
  const std::string upper = "            行政复议                               行政诉讼\n";
  const std::string lower = "                                  未经复议直接起诉               复议后起诉\n";
  EXPECT_NE(shown(text(upper, lower)).find("1|2|3|4|10|0|0|0|0|0|0|0|0|0|0]"), std::string::npos);
  const std::string swapped_upper = "            行政诉讼                               行政复议\n";
  const std::string swapped_lower = "                                  复议后起诉               未经复议直接起诉\n";
  for (const std::string& other : {text(swapped_upper, lower), text(upper, swapped_lower), text(upper, "")})
    EXPECT_EQ(shown(other).find("1|2|3"), std::string::npos) << other;
}

// Chinese characters take two columns on a terminal; where the rows do not show that they do not, both must agree.
TEST(LayoutTables, TextsThatCountWidths) {
  const std::string header = "信息内容        本年制发件数  本年废止件数  现行有效件数\n";
  // Drawn for widths: 规章 is six columns shorter than 行政规范性文件 in characters, and five in what stands behind it.
  const std::string rows =
      "规章                                              9\n"
      "行政规范性文件        8             26            66\n";
  EXPECT_EQ(shown(header + rows + kEnd).find("|9|"), std::string::npos) << shown(header + rows + kEnd);
}

TEST(LayoutTables, OfMoreLinesThanTheLimitNoneIsRead) {
  Result<Document> document = read_document({kHead + "  规章   3   0   11\n" + kEnd, "a.txt"}, {});
  ASSERT_TRUE(document);
  Limits limits;
  limits.layout_lines = 3;
  const auto problem = find_layout_tables(*document, built_in_schema(), limits, true);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "limit_layout");
  limits.layout_lines = 4;
  Result<Document> again = read_document({kHead + "  规章   3   0   11\n" + kEnd, "a.txt"}, {});
  EXPECT_FALSE(find_layout_tables(*again, built_in_schema(), limits, true));
}

TEST(LayoutTables, OtherTextsAreLeftAlone) {
  const std::string text = "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n12\n";
  EXPECT_EQ(shown(text, false).find('['), std::string::npos) << "a value a line";
  const std::string tabs = replace_all(kHead + "  规章             3           0          11\n", "      ", "\t");
  EXPECT_EQ(shown(tabs).find('['), std::string::npos) << "TABs";
}

}  // namespace
}  // namespace nianbao::test

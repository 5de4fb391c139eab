// Several reports in one file: cut where one begins, and nowhere else.
#include "extract/report_split.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "extract/blocks.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/text_writer.h"

namespace nianbao::test {
namespace {

// A report with its tables in one of the forms; the body is 清河县水务局 unless named.
std::string report(int year, const std::string& body = "清河县水务局") {
  return replace_all(ModelReport(built_in_schema(), "2021", year).text(), "清河县水务局", body);
}

Document read(const std::string& bytes, const std::string& name = "a.txt") {
  Result<Document> document = read_blocks({bytes, name}, built_in_schema(), {});
  if (!document) throw std::runtime_error(document.problem().code);
  return std::move(*document);
}

std::string first_line(const Document& document) {
  if (document.blocks.empty()) return "(nothing)";
  const auto* paragraph = std::get_if<Paragraph>(&document.blocks.front());
  return paragraph == nullptr ? "(table)" : paragraph->text;
}

std::vector<std::string> codes(const Document& document) {
  std::vector<std::string> codes;
  for (const Problem& damage : document.damage) codes.push_back(damage.code);
  return codes;
}

using Lines = std::vector<std::string>;

// The first lines of the reports.
Lines reports_in(const std::string& text) {
  Lines lines;
  for (const Document& part : split_reports(read(text), built_in_schema())) lines.push_back(first_line(part));
  return lines;
}

const std::string k2021 = "清河县水务局2021年政府信息公开工作年度报告";
const std::string k2022 = "清河县水务局2022年政府信息公开工作年度报告";

// Headings with prose, no table.
std::string prose_report(const std::string& title) {
  return title +
         "\n一、总体情况\n全年平稳。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n"
         "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无"
         "。\n";
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
  EXPECT_NE(text.find(from), std::string::npos) << from;
  return replace_all(text, from, to);
}

struct SplitCase {
  const char* what;
  std::string text;
  Lines expected;
};

TEST(ReportSplit, AReportBeginsAtItsTitle) {
  const std::string other = "白云县教育局2021年政府信息公开工作年度报告";
  const std::vector<SplitCase> cases = {
      {"two years", report(2021) + report(2022), {k2021, k2022}},
      {"two bodies", report(2021) + report(2021, "白云县教育局"), {k2021, other}},
      {"three", report(2021) + report(2022) + report(2021, "白云县教育局"), {k2021, k2022, other}},
      {"the title over two lines, below the body",
       report(2021) + replaced(report(2022), k2022, "清河县水务局\n2022年政府信息公开工作年度报告"),
       {k2021, "清河县水务局"}},
      {"a list of both in front", k2021 + "\n" + k2022 + "\n\n" + report(2021) + report(2022), {k2021, k2022}},
      {"a table of contents in each",
       replaced(report(2021), "一、总体情况\n", "目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n一、总体情况\n") +
           replaced(report(2022), "一、总体情况\n", "一、总体情况……1\n二、主动公开政府信息情况……2\n一、总体情况\n"),
       {k2021, k2022}},
      {"page headers in the second",
       report(2021) + replaced(report(2022), "三、收到", k2022 + "\n三、收到"),
       {k2021, k2022}},
      {"one without tables", prose_report(k2021) + report(2022), {k2021, k2022}},
      {"one without tables behind", report(2021) + prose_report(k2022), {k2021, k2022}},
      {"years without body",
       replaced(report(2021), "清河县水务局", "") + replaced(report(2022), "清河县水务局", ""),
       {"2021年政府信息公开工作年度报告", "2022年政府信息公开工作年度报告"}},
      {"Traditional characters in one",
       report(2021) + replaced(report(2022), k2022, "清河縣水務局2022年政府信息公開工作年度報告"),
       {k2021, "清河縣水務局2022年政府信息公開工作年度報告"}},
  };
  for (const SplitCase& made : cases) EXPECT_EQ(reports_in(made.text), made.expected) << made.what;
}

TEST(ReportSplit, OneReportStaysWhole) {
  const std::string one = report(2022);
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"nothing", "\n"},
      {"no title", replaced(one, k2022 + "\n", "")},
      {"the title again as a page header", replaced(one, "三、收到", k2022 + "\n三、收到")},
      {"a page header in other words", replaced(one, "四、政府", "清河县水务局2022年度信息公开年报\n四、政府")},
      {"a page header with less of the name",
       replaced(one, "四、政府", "水务局2022年政府信息公开工作年度报告\n四、政府")},
      {"a page header without names", replaced(one, "三、收到", "政府信息公开工作年度报告\n三、收到")},
      {"the same report twice", one + one},
      {"another year in a sentence", replaced(one, "本部分为文字说明。", "与" + k2021 + "相比，有所改进。")},
      {"another year's title as a line of its own", replaced(one, "三、收到", k2021 + "\n三、收到")},
      {"links to other reports behind", one + k2021 + "\n白云县教育局2022年政府信息公开工作年度报告\n"},
      {"links to other reports before", k2021 + "\n白云县教育局2022年政府信息公开工作年度报告\n" + one},
      {"a cover, a table of contents, the title",
       k2022 +
           "\n目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
           "四、政府信息公开行政复议、行政诉讼情况\n" +
           one},
      {"the head of a page", "标题: " + k2022 + "\n栏目: 政府信息公开年报\n" + replaced(one, k2022, "")},
      {"headings that begin again below one title", prose_report(k2022) + replaced(one, k2022 + "\n", "")},
  };
  for (const auto& [what, text] : cases) EXPECT_EQ(reports_in(text).size(), 1U) << what;
}

TEST(ReportSplit, NothingMoves) {
  const std::string text = report(2021) + report(2022) + "白云县教育局\n" + report(2023, "白云县教育局");
  const Document whole = read(text);
  const auto place_of = [&](const Block& block) {
    return std::visit([&](const auto& shown) { return address_of(whole, shown); }, block);
  };
  std::vector<std::string> before;
  for (const Block& block : whole.blocks) before.push_back(place_of(block));
  std::vector<std::string> behind;
  const std::vector<Document> parts = split_reports(whole, built_in_schema());
  ASSERT_EQ(parts.size(), 3U);
  for (const Document& part : parts) {
    EXPECT_EQ(part.kind, whole.kind);
    EXPECT_EQ(part.encoding, "UTF-8");
    EXPECT_EQ(part.dialect, whole.dialect);
    for (const Block& block : part.blocks) behind.push_back(place_of(block));
  }
  EXPECT_EQ(before, behind);
  EXPECT_EQ(std::get<Table>(parts.at(2).blocks.at(4)).ordinal, 7U) << "tables are counted over the whole file";
}

TEST(ReportSplit, WordDocumentsAndPagesToo) {
  const ModelReport first(built_in_schema(), "2021", 2021);
  const ModelReport second(built_in_schema(), "2021", 2022);
  const std::string docx = DocxBuilder(first.body_with({}) + second.body_with({})).bytes();
  EXPECT_EQ(split_reports(read(docx, "a.docx"), built_in_schema()).size(), 2U);
  std::string page = "<html><body>";
  for (const std::string& title : {k2021, k2022})
    page += "<h1>" + title +
            "</h1><p>一、总体情况</p><p>略</p><p>二、主动公开政府信息情况</p><table><tr><td>信息内容<td>"
            "本年处理决定数量</tr><tr><td>行政许可<td>3</tr></table><p>三、收到和处理政府信息公开申请情况</p><p>略</p>";
  EXPECT_EQ(split_reports(read(page, "a.html"), built_in_schema()).size(), 2U);
}

TEST(ReportSplit, ATitleThatCannotBeCutIsNamed) {
  const std::string text = replaced(report(2022), "三、收到", k2021 + "\n三、收到");
  const std::vector<Document> parts = split_reports(read(text), built_in_schema());
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(codes(parts.front()), Lines{"title_differs"});
  EXPECT_EQ(codes(split_reports(read(report(2022)), built_in_schema()).front()), Lines{});
}

// "title_differs 2": which codes are said, and how many tables are marked as another report's.
std::string doubts(const std::string& text) {
  std::string found;
  for (const Document& part : split_reports(read(text), built_in_schema())) {
    if (!found.empty()) found += " | ";
    for (const std::string& code : codes(part)) found += code + " ";
    found += std::to_string(std::count_if(part.blocks.begin(), part.blocks.end(), [](const Block& block) {
      const auto* table = std::get_if<Table>(&block);
      return table != nullptr && table->is_of_other_report;
    }));
  }
  return found;
}

TEST(ReportSplit, WhatStandsBehindATitleOfAnotherReportIsInDoubt) {
  const std::string one = report(2022);
  const std::string body = "白云县教育局2022年政府信息公开工作年度报告";
  const std::string stub = k2021 + "\n一、总体情况\n全年平稳。\n";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"title_differs 1", replaced(one, "四、政府", k2021 + "\n四、政府")},
      {"title_differs 2", replaced(one, "三、收到", k2021 + "\n三、收到")},
      {"title_differs 2", replaced(one, "三、收到", body + "\n三、收到")},
      {"title_differs 2", replaced(one, "三、收到", "清河县水务局\n2021年政府信息公开工作年度报告\n\n三、收到")},
      {"title_differs 2", replaced(one, "三、收到", k2021 + "\n" + k2022 + "附表\n三、收到")},
      {"title_differs 2", replaced(replaced(one, "三、收到", k2021 + "\n三、收到"), "四、政府", k2022 + "\n四、政府")},
      {"title_differs 2", replaced(replaced(one, "三、收到", k2021 + "\n三、收到"), "四、政府", k2021 + "\n四、政府")},
      {"title_differs 2 | 0", replaced(one, "三、收到", body + "\n三、收到") + report(2023)},
      // a first section of one report, then all of another: the title that is read is that of the first
      {"title_differs 3", stub + one},
      // said above all tables and then again
      {"title_differs title_differs 2",
       replaced(replaced(one, "二、主动", k2021 + "\n二、主动"), "三、收到", k2021 + "\n三、收到")},
  };
  for (const auto& [expected, text] : cases) EXPECT_EQ(doubts(text), expected) << text.substr(0, 4000);
}

TEST(ReportSplit, PageHeadersLinksAndListsPutNothingInDoubt) {
  const std::string one = report(2022);
  const std::string body = "白云县教育局2022年政府信息公开工作年度报告";
  std::string headed = one;
  for (const char* heading : {"二、主动", "三、收到", "四、政府", "五、存在"})
    headed = replaced(headed, heading, k2021 + "\n" + heading);
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"0", one},
      {"0", replaced(one, "三、收到", k2022 + "\n三、收到")},
      {"0", replaced(one, "三、收到", "与" + k2021 + "相比，有所改进。\n三、收到")},
      {"0", one + k2021 + "\n" + body + "\n"},
      {"0", k2021 + "\n" + body + "\n" + one},
      {"0", replaced(one, "五、存在", k2021 + "\n五、存在")},
      // said, but the report's own
      {"title_differs 0", replaced(one, "二、主动", k2021 + "\n二、主动")},
      {"title_differs 0", replaced(one, "二、主动", k2021 + "\n" + body + "\n二、主动")},
      {"title_differs 0", replaced(one, "三、收到", k2021 + "\n" + body + "\n三、收到")},
      {"title_differs 0", replaced(one, "三、收到", k2021 + "\n" + k2022 + "\n三、收到")},
      {"title_differs 0", headed},
      {"0 | 0", one + "相关链接\n" + body + "\n" + report(2023)},
  };
  for (const auto& [expected, text] : cases) EXPECT_EQ(doubts(text), expected) << text.substr(0, 4000);
}

// Titles without end, each of which differs from the one before.
TEST(ReportSplit, ManyTitlesAreNoBurden) {
  std::string text = report(2022);
  for (int i = 0; i < 2'000; ++i) text += i % 2 == 0 ? k2021 + "\n" : k2022 + "\n一、总体情况\n略\n";
  EXPECT_EQ(reports_in(text).size(), 1U);
}

}  // namespace
}  // namespace nianbao::test

// Tables that a text shows without borders.
#include "extract/flow_tables.h"

#include <gtest/gtest.h>

#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

Document read(const std::string& text, const std::string& dialect = "", const Limits& limits = {}) {
  ReadOptions options;
  options.text_dialect = dialect;
  options.limits = limits;
  Result<Document> document = read_document({text, "a.txt"}, options);
  if (!document) throw std::runtime_error(document.problem().code);
  if (const auto problem = find_flow_tables(*document, built_in_schema(), options))
    throw std::runtime_error(problem->code);
  return std::move(*document);
}

// Paragraphs in quotes, tables by rows with lines of cells behind @; a cell that stands for its whole row after !.
std::string shown(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (!out.empty()) out += ' ';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += "'" + std::string(trim(paragraph->text)) + "'@" + std::to_string(paragraph->ordinal);
      continue;
    }
    std::size_t row = 0;
    out += "[";
    for (const Cell& cell : std::get<Table>(block).cells) {
      if (row != 0) out += cell.row == row ? "|" : " / ";
      row = cell.row;
      out += (cell.is_whole_row ? "!" : "") + cell.text + "@" + std::to_string(cell.line);
    }
    out += "]";
  }
  return replace_all(out, "\n", "\\n");
}

struct FlowCase {
  const char* what;
  const char* text;
  const char* expected;
};

TEST(FlowTables, AreFoundByTheirLabels) {
  const std::vector<FlowCase> cases = {
      {"one value a line",
       "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n12\n第二十条第（六）项\n信息内容\n本年处理决定数量\n"
       "行政处罚\n3\n行政强制\n\n三、收到和处理政府信息公开申请情况\n",
       "[第二十条第（五）项@1 / 信息内容@2|本年处理决定数量@3 / 行政许可@4|12@5 / 第二十条第（六）项@6 / 信息内容@7|"
       "本年处理决定数量@8 / 行政处罚@9|3@10 / 行政强制@11|@11] '三、收到和处理政府信息公开申请情况'@13"},
      {"run together, with the headings",
       "二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件6233"
       "440三、"
       "收到和处理政府信息公开申请情况",
       "'二、主动公开政府信息情况'@1 [第二十条第（一）项@1 / 信息内容@1|本年制发件数@1|本年废止件数@1|现行有效件数@1 / "
       "规章@1|!000@1 / 行政规范性文件@1|!6233440@1] '三、收到和处理政府信息公开申请情况'@1"},
      {"labels over several lines, spaces in them, Traditional characters",
       "信息內容\n本年\n制发件数\n本年 废止件数\n现行有效件数\n规章 1 2 3\n行政规范性\n文件 4 5 6\n\n完\n",
       "[信息內容@1|本年\\n制发件数@2|本年 废止件数@4|现行有效件数@5 / 规章@6|1@6|2@6|3@6 / "
       "行政规范性\\n文件@7|4@8|5@8|"
       "6@8] '完'@10"},
      {"a row that the form does not have",
       "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n其他文件\t7\t8\t9\n行政规范性文件\t4\t\t6\n",
       "[信息内容@1|本年制发件数@1|本年废止件数@1|现行有效件数@1 / 规章@2|1@2|2@2|3@2 / 其他文件\t7\t8\t9@3 / "
       "行政规范性文件@4|4@4|@4|6@4]"},
      {"an explanation behind a label", "信息内容 本年制发件数（2022年） 本年废止件数 现行有效件数\n规章 1 2 3\n",
       "[信息内容@1|本年制发件数（2022年）@1|本年废止件数@1|现行有效件数@1 / 规章@2|1@2|2@2|3@2]"},
      {"the text ends before the values", "信息内容\n本年处理决定数量\n行政许可\n",
       "[信息内容@1|本年处理决定数量@2 / 行政许可@3]"},
  };
  for (const FlowCase& made : cases) EXPECT_EQ(shown(read(made.text)), made.expected) << made.what;
}

TEST(FlowTables, IsNoTable) {
  const std::vector<FlowCase> cases = {
      {"labels in a sentence", "全年办理行政许可4529件，行政处罚1100件。",
       "'全年办理行政许可4529件，行政处罚1100件。'@1"},
      {"a header without rows", "信息内容本年处理决定数量，如下。", "'信息内容本年处理决定数量，如下。'@1"},
      {"a header that lacks a column", "信息内容 本年制发件数 现行有效件数\n规章 1 2\n",
       "'信息内容 本年制发件数 现行有效件数'@1 '规章 1 2'@2"},
      {"a header in another order", "信息内容 本年废止件数 本年制发件数 现行有效件数\n规章 1 2 3\n",
       "'信息内容 本年废止件数 本年制发件数 现行有效件数'@1 '规章 1 2 3'@2"},
      {"rows without a header", "规章 1 2 3\n行政规范性文件 4 5 6\n", "'规章 1 2 3'@1 '行政规范性文件 4 5 6'@2"},
      {"a cell a line has a reader of its own", "\t行政许可\n\t1\n\n", "[行政许可@1|1@2]"},
  };
  for (const FlowCase& made : cases) EXPECT_EQ(shown(read(made.text)), made.expected) << made.what;
}

TEST(FlowTables, DialectsAreNamedAndCanBeAskedFor) {
  const std::string text = "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n行政规范性文件456\n\n";
  EXPECT_EQ(read(text).dialect, "spaces+run-together");
  EXPECT_EQ(read(text, "spaces").dialect, "spaces+run-together");
  EXPECT_EQ(read(text, "pipes").dialect, "");
  EXPECT_EQ(flow_dialects(), (std::vector<std::string>{"lines", "tabs", "spaces", "run-together", "layout"}));
}

TEST(FlowTables, KeepToTheLimits) {
  std::string text;
  for (int i = 0; i < 4; ++i) text += "信息内容\n本年处理决定数量\n行政许可\n1\n完。\n";
  EXPECT_NO_THROW(read(text));
  Limits few_tables;
  few_tables.tables = 3;
  EXPECT_THROW(read(text, "", few_tables), std::runtime_error);
  Limits few_cells;
  few_cells.cells = 15;
  EXPECT_THROW(read(text, "", few_cells), std::runtime_error);
}

}  // namespace
}  // namespace nianbao::test

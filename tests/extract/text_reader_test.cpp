// Text with one cell a line (forms.md 6.3): TAB begins a cell, an empty line ends the row.
#include "extract/text_reader.h"

#include <gtest/gtest.h>

#include "schema/text.h"

namespace nianbao::test {
namespace {

Document read(const std::string& text) {
  Result<Document> document = read_text({text, "a.txt"}, {});
  if (document) return std::move(*document);
  ADD_FAILURE() << document.problem().code;
  return {};
}

// Blocks in one line: paragraphs in quotes, tables as [a|b / c|d] by rows, LF as \n.
std::string shown(const std::string& text) {
  std::string out;
  for (const Block& block : read(text).blocks) {
    if (!out.empty()) out += ' ';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += "'" + paragraph->text + "'";
      continue;
    }
    std::size_t row = 1;
    out += "[";
    for (const Cell& cell : std::get<Table>(block).cells) {
      if (cell.row != row)
        out += " / ";
      else if (cell.column != 1)
        out += "|";
      row = cell.row;
      out += cell.text;
    }
    out += "]";
  }
  return replace_all(replace_all(out, "\n", "\\n"), "\t", "\\t");
}

struct TextCase {
  const char* what;
  std::string text;
  std::string expected;
};

TEST(TextReader, ReadsCellsAndParagraphs) {
  const std::vector<TextCase> cases = {
      {"empty", "", ""},
      {"paragraphs", "甲\n乙\n", "'甲' '乙'"},
      {"empty lines are no paragraphs", "甲\n\n\n乙", "'甲' '乙'"},
      {"row", "\t规章\n\t3\n\t0\n\n", "[规章|3|0]"},
      {"rows", "\t规章\n\t3\n\n\t规范性文件\n\t2\n\n", "[规章|3 / 规范性文件|2]"},
      {"the end of the file ends the row", "\t规章\n\t3", "[规章|3]"},
      {"cell that goes on", "\t本年新\n制作数量\n\t本年新\n公开数量\n\n", "[本年新\\n制作数量|本年新\\n公开数量]"},
      {"cell that goes on twice", "\t商\n业\n企业\n\t1\n\n", "[商\\n业\\n企业|1]"},
      {"a number that goes on is not glued", "\t规章\n\t1\n2\n\n", "[规章|1\\n2]"},
      {"lone TAB is an empty cell", "\t\n\t自然人\n\t\n\n", "[|自然人|]"},
      {"lone TABs only", "\t\n\t\n\n", "[|]"},
      {"spaces after the TAB", "\t  \n\t 3 \n\n", "[  | 3 ]"},
      {"TAB inside a cell", "\t规章\t3\n\t0\n\n", "[规章\\t3|0]"},
      {"banner of one cell", "\t第二十条第（一）项\n\n\t规章\n\t3\n\n", "[第二十条第（一）项 / 规章|3]"},
      {"blank line of spaces ends the row", "\t规章\n\t3\n \xE3\x80\x80\n\t规范性文件\n\t2\n",
       "[规章|3 / 规范性文件|2]"},
      {"two empty lines end the table", "\t规章\n\t3\n\n\n\t行政复议\n\t1\n\n", "[规章|3] [行政复议|1]"},
      {"text after an empty line ends the table", "\t规章\n\t3\n\n三、收到\n\t自然人\n\t1\n",
       "[规章|3] '三、收到' [自然人|1]"},
      {"table right below a heading", "二、主动公开政府信息情况\n\t规章\n\t3\n", "'二、主动公开政府信息情况' [规章|3]"},
      {"bookmark before a label", "\t[bookmark: _GoBack]政府集中采购\n\t10\n\n", "[政府集中采购|10]"},
      {"bookmark before the TAB", "[bookmark: _GoBack]\t政府集中采购\n\t10\n\n", "[政府集中采购|10]"},
      {"bookmark alone in a cell", "\t规章\n\t[bookmark: _GoBack]\n\n", "[规章|]"},
      {"two bookmarks", "[bookmark: a]一、[bookmark: OLE_LINK1]总体情况\n", "'一、总体情况'"},
      {"bookmark that is not closed is text", "[bookmark: _GoBack\n", "'[bookmark: _GoBack'"},
      {"other brackets are text", "[2020]1号\n", "'[2020]1号'"},
      {"indented prose, empty lines between", "\t本报告由两部分组成。\n\n\t2020年，收到申请12件。\n\n",
       "'本报告由两部分组成。' '2020年，收到申请12件。'"},
      {"indented prose that goes on", "\t本报告由\n两部分组成。\n\n", "'本报告由\\n两部分组成。'"},
      {"indented prose, one paragraph", "\t无\n", "'无'"},
      {"CRLF", "一、总体情况\r\n\t规章\r\n\t3\r\n\r\n\t规范性文件\r\n\t2\r\n",
       "'一、总体情况' [规章|3 / 规范性文件|2]"},
      {"CRLF, cell that goes on", "\t本年新\r\n制作数量\r\n\t1\r\n", "[本年新\\n制作数量|1]"},
      {"CR alone", "甲\r\t规章\r\t3\r", "'甲' [规章|3]"},
      {"no table at all", "规章 3 0 0\n", "'规章 3 0 0'"},
  };
  for (const TextCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

// Without empty lines between them, indented lines of prose look like the cells of one row; sentences are no cells.
TEST(TextReader, IndentedSentencesWithoutEmptyLinesAreNotATable) {
  EXPECT_EQ(
      shown("一、总体情况\n\t2020年，本机关主动公开信息。\n\t二是加强领导，夯实基础。\n\t三是拓展内容，突出重点。\n"),
      "'一、总体情况' '2020年，本机关主动公开信息。' '二是加强领导，夯实基础。' '三是拓展内容，突出重点。'");
}

TEST(TextReader, KeepsLineNumbers) {
  const std::string lines = "标题\n\n\t本年新\n制作数量\n\t3\n\n\t规章\n\t0\n\n\n五、存在的主要问题\n";
  for (const std::string& text :
       {lines, replace_all(lines, "\n", "\r\n"), replace_all(lines, "\n", "\r"), "\xEF\xBB\xBF" + lines}) {
    const Document document = read(text);
    ASSERT_EQ(document.blocks.size(), 3U);
    const Table& table = std::get<Table>(document.blocks[1]);
    EXPECT_EQ(address_of(document, std::get<Paragraph>(document.blocks[0])), "L1");
    ASSERT_EQ(table.cells.size(), 4U);
    EXPECT_EQ(address_of(document, table, table.cells[0]), "L3");
    EXPECT_EQ(address_of(document, table, table.cells[1]), "L5") << "the line on which the cell begins";
    EXPECT_EQ(address_of(document, table, table.cells[2]), "L7");
    EXPECT_EQ(address_of(document, table, table.cells[3]), "L8");
    EXPECT_EQ(address_of(document, table), "L3");
    EXPECT_EQ(address_of(document, std::get<Paragraph>(document.blocks[2])), "L11");
  }
}

TEST(TextReader, TablesAreRaggedAndNumbered) {
  const Document document = read("\t规章\n\t3\n\t0\n\n\t规范性文件\n\t2\n\n\n\n甲\n\t行政复议\n\t1\n");
  ASSERT_EQ(document.blocks.size(), 3U);
  const Table& first = std::get<Table>(document.blocks[0]);
  const Table& second = std::get<Table>(document.blocks[2]);
  EXPECT_FALSE(first.is_grid);
  EXPECT_EQ(first.ordinal, 1U);
  EXPECT_EQ(second.ordinal, 2U);
  EXPECT_EQ(first.row_count, 2U);
  EXPECT_EQ(first.cells.at(4).row, 2U);
  EXPECT_EQ(first.cells.at(4).column, 2U);
  EXPECT_EQ(first.cells.at(4).columns, 1U);
  EXPECT_EQ(document.counts.shown, 7U);
  EXPECT_EQ(document.counts.total(), 7U);
  EXPECT_EQ(document.part, "");
}

TEST(TextReader, SaysTheEncoding) {
  EXPECT_EQ(read("一").encoding, "UTF-8");
  EXPECT_EQ(read("\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5").encoding, "GB18030");
  const Result<Document> malformed = read_text({"\xFF", "a.txt"}, {});
  ASSERT_FALSE(malformed);
  EXPECT_EQ(malformed.problem().code, "encoding");
}

}  // namespace
}  // namespace nianbao::test

// What stands between two labels, as the cells of a row.
#include "extract/row_values.h"

#include <gtest/gtest.h>

#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

// Cells in order, between bars; `?` before the one cell of a row that is not told apart, `+` where it is digits only,
// `*` where empty lines have told them, and the note in brackets.
std::string shown(const std::string& text, const RowShape& shape, std::optional<Separation> only = std::nullopt) {
  const RowValues values = split_values(text, shape, built_in_schema().lexicon, only);
  std::string out = std::string(name_of(values.separation)) + " ";
  if (values.cells.size() != shape.columns) out += values.run_together ? "+" : "?";
  if (values.needs_style) out += "*";
  for (const std::string& cell : values.cells) out += "|" + cell;
  if (values.note) out += " (" + std::string(trim(text.substr(*values.note))) + ")";
  return replace_all(out, "\n", "\\n");
}

struct RowCase {
  const char* what;
  std::string text;
  RowShape shape;
  std::string expected;
};

TEST(RowValues, CellsThatAreToldApart) {
  const std::vector<RowCase> cases = {
      {"one a line", "\n3\n0\n7\n", {3}, "lines |3|0|7"},
      {"one a line, empty lines behind", "\n3\n0\n7\n\n\n", {3, true, 2}, "lines |3|0|7"},
      {"one every other line", "\n\n3\n\n0\n\n7\n\n", {3}, "lines |3|0|7"},
      {"indented", "\n      3 \n      0 \n      7 \n", {3}, "lines |      3 |      0 |      7 "},
      {"a blank one in the middle", "\n3\n\n7\n", {3, true, 0}, "lines *|3||7"},
      {"a blank one at the end, before two merged away", "\n3\n0\n\n\n\n", {3, true, 2}, "lines *|3|0|"},
      {"a blank one between filled ones, and nothing known of what follows", "\n3\n\n7\n\n", {3}, "lines *|3||7"},
      {"a number with its unit, then a row that the form does not have",
       "\n3\n2949.51万元\n2020年发布总数量：61\n",
       {2},
       "lines |3|2949.51万元 (2020年发布总数量：61)"},
      {"text in a cell", "\n详见附表\n0\n7\n", {3}, "lines |详见附表|0|7"},
      {"a row that the form does not have behind it",
       "\n3\n0\n7\n其他文件\n1\n2\n3\n",
       {3},
       "lines |3|0|7 (其他文件\n1\n2\n3)"},
      {"TABs", "\t3\t0\t7\n", {3}, "tabs |3|0|7"},
      {"TABs, a blank one in the middle", "\t3\t\t7\n", {3}, "tabs |3||7"},
      {"TABs, a blank one at the end", "\t3\t0\t\n", {3}, "tabs |3|0|"},
      {"TABs, more of them behind a full row", "\t3\t0\t7\t\t\n", {3}, "tabs |3|0|7"},
      {"TABs of the next row", "\t3\t0\t7\n\t\t", {3}, "tabs |3|0|7"},
      {"TABs, the line is broken for a TAB", "\t3\t0\n7\n\n", {3}, "tabs |3|0|7"},
      {"TABs, the line is broken before the first", "  \n \t3\t0\t7\n\n", {3}, "tabs |3|0|7"},
      {"TABs, a note behind", "\t3\t0\t7\n注：含上年度\n", {3}, "tabs |3|0|7 (注：含上年度)"},
      {"TABs, a row without label", "\n\n3\t\t7\n", {3, false}, "tabs |3||7"},
      {"spaces", " 3 0 7\n", {3}, "spaces |3|0|7"},
      {"spaces, a unit", " 3 251000元\n", {2}, "spaces |3|251000元"},
      {"wide spaces and marks", "　3　—　7", {3}, "spaces |3|—|7"},
      {"signs and decimals", " -3 1,036 4.5", {3}, "spaces |-3|1,036|4.5"},
      {"a row without label", "\n3 0 7\n", {3, false}, "spaces |3|0|7"},
      {"one column", "4529", {1}, "spaces |4529"},
      {"one column, on a line of its own", "\n4529\n", {1}, "lines |4529"},
      {"one column with a unit", "251000元", {1}, "spaces |251000元"},
      {"label stands at label", "", {3}, "run-together |||"},
      {"only empty lines", "\n\n\n\n", {3}, "lines |||"},
  };
  for (const RowCase& made : cases)
    EXPECT_EQ(shown(made.text, made.shape), replace_all(made.expected, "\n", "\\n")) << made.what;
}

TEST(RowValues, NothingIsCountedOff) {
  const std::vector<RowCase> cases = {
      {"a line too few", "\n3\n0\n", {3}, "lines ?|3\n0"},
      {"a line too many", "\n3\n0\n7\n1\n", {3}, "lines ?|3\n0\n7\n1"},
      {"empty lines that the form does not explain", "\n3\n0\n\n\n\n\n", {3, true, 2}, "lines ?|3\n0"},
      {"the first one blank, and nothing known of what follows", "\n\n3\n7\n\n", {3}, "lines ?|3\n7"},
      {"the last one blank, and nothing known of what follows", "\n3\n7\n\n\n", {3}, "lines ?|3\n7"},
      {"a blank one, then a page number", "\n3\n\n7\n- 5 -\n", {3}, "lines ?|3\n\n7\n- 5 -"},
      {"a note in the place of a value", "\n3\n（其中1件）\n0\n7\n", {3}, "lines ?|3\n（其中1件）\n0\n7"},
      {"TABs on a line further down", "\n\n\t3\t0\t7\n", {3}, "tabs ?|3\t0\t7"},
      {"a TAB too few", "\t3\t0\n", {3}, "tabs ?|3\t0"},
      {"a TAB too many", "\t3\t0\t7\t1\n", {3}, "tabs ?|3\t0\t7\t1"},
      {"a line broken beside a blank cell", "\t3\t\n7\n", {3}, "tabs ?|3\t\n7"},
      {"text between label and TAB", "注\t3\t0\t7\n", {3}, "tabs ?|注\t3\t0\t7"},
      {"a space too few", " 3 0\n", {3}, "run-together +|3 0"},
      {"a word among the numbers", " 3 其中 7\n", {3}, "run-together ?|3 其中 7"},
      {"a number that goes on in the next line", " 3 0\n7\n", {3}, "run-together ?|3 0\n7"},
      {"digits", "2170218", {3}, "run-together +|2170218"},
      {"digits with gaps", "230 000023", {7}, "run-together +|230 000023"},
      {"digits with a sign", "2648-18538", {3}, "run-together ?|2648-18538"},
      {"digits with a unit", "13575394432.52元", {2}, "run-together ?|13575394432.52元"},
  };
  for (const RowCase& made : cases)
    EXPECT_EQ(shown(made.text, made.shape), replace_all(made.expected, "\n", "\\n")) << made.what;
}

TEST(RowValues, OneSeparationAlone) {
  EXPECT_EQ(shown(" 3 0 7\n", {3}, Separation::kNone), "run-together +|3 0 7");
  EXPECT_EQ(shown("\n3\n0\n7\n", {3}, Separation::kTabs), "run-together ?|3\\n0\\n7");
  EXPECT_EQ(shown("307", {3}, Separation::kSpaces), "run-together ?|307");
}

}  // namespace
}  // namespace nianbao::test

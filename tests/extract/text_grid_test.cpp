// Tables drawn with lines: pandoc's grids, box drawing.
#include "extract/text_grid.h"

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "tests/support/shown_text.h"

namespace nianbao::test {
namespace {

struct GridCase {
  const char* what;
  const char* text;
  const char* expected;
};

TEST(TextGrid, ReadsTables) {
  const std::vector<GridCase> cases = {
      {"a border between all rows", "+------+---+\n| 规章 | 3 |\n+------+---+\n| 文件 | 2 |\n+------+---+\n",
       "#[规章|3 / 文件|2]"},
      {"box drawing", "┌──────┬───┐\n│ 规章 │ 3 │\n├──────┼───┤\n│ 文件 │ 2 │\n└──────┴───┘\n", "#[规章|3 / 文件|2]"},
      {"a border below the header", "+------+---+\n| 项目 | 数 |\n+======+===+\n| 规章 | 3 |\n+------+---+\n",
       "#[项目|数 / 规章|3]"},
      {"a cell of two lines", "+------+----+\n| 本年 | 12 |\n| 新制 |    |\n+------+----+\n", "#[本年\\n新制|12]"},
      {"a wall is missing", "+---+---+---+\n| 合计  | 3 |\n+---+---+---+\n| 甲| 1 | 2 |\n+---+---+---+\n",
       "[合计^2|3 / 甲|1|2]"},
      {"a border is open", "+----+----+---+\n| 甲 | 乙 | 3 |\n|    +----+---+\n|    | 丙 | 4 |\n+----+----+---+\n",
       "[甲_2|乙|3 / 丙|4]"},
      {"text where a border is open", "+---+---+\n| a | b |\n+---+ c |\n| d | e |\n+---+---+\n", "[a|b\\nc\\ne_2 / d]"},
      {"a merged cell", "+------+---+\n| 第（一） |\n+------+---+\n| 规章 | 3 |\n+------+---+\n",
       "[第（一）^2 / 规章|3]"},
      {"emphasis over two lines", "+-----+----+\n| *   | *  |\n| *一 | *7 |\n| ** | ** |\n+-----+----+\n", "#[一|7]"},
      {"two tables", "+---+---+\n| a | 1 |\n+---+---+\n+---+---+\n| b | 2 |\n+---+---+\n", "#[a|1] #[b|2]"},
  };
  for (const GridCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextGrid, IsNoTable) {
  const std::vector<GridCase> cases = {
      {"a formula", "+-\n甲\n", "'+-' '甲'"},
      {"a sentence after a plus", "+ 增加3件\n乙\n", "'+ 增加3件' '乙'"},
      {"a border alone", "+---+---+\n甲\n", "'+---+---+' '甲'"},
  };
  for (const GridCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextGrid, JunctionsSideBySideLeaveNoRoomForABorder) {
  const std::vector<GridCase> cases = {
      {"in all borders", "+---++----+\n| a || 12 |\n+---++----+\n| b || 34 |\n+---++----+\n", "#[a||12 / b||34]"},
      {"of rows with other walls", "+---+-----+\n| a | 12  |\n+---++----+\n| bc | 34 |\n+----+----+\n",
       "[a|12^2 / bc^2|34]"},
  };
  for (const GridCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextGrid, TextBesideDashesIsNotLost) {
  const std::vector<GridCase> cases = {
      {"nothing stands below", "+----+----+\n| ab | cd |\n+----+----+\n|----| 12 |\n+----+----+\n",
       "#[ab|cd / ----|12]"},
      {"nothing stands above", "+----+----+\n|----| 12 |\n| ab | cd |\n+----+----+\n", "#[----|12 / ab|cd]"},
      {"twice", "+----+----+\n| ab | 34 |\n|----| 12 |\n|----| 56 |\n+----+----+\n", "[ab|34\\n12\\n56_2 / ----]"},
      {"other walls below", "+---+---+---+\n| a | b | c |\n+---+ 7 +---+\n|  d    | e |\n+---+---+---+\n",
       "[a|b\\n7|c / d^2|e]"},
      {"below a row that does not fit", "+---+---+\n| a | b | c\n+---+ 7 |\n| d | e |\n+---+---+\n",
       "#[a|!b|!c|!+---+ 7 / d|e]"},
  };
  for (const GridCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextGrid, TextWithoutAWallBesideItMarksTheCell) {
  const std::vector<TextLine> lines = {
      {"+---+---+", 1}, {"| a | 1 |", 2}, {"+---  7 |", 3}, {"| b |   |", 4}, {"+---+---+", 5}};
  const TextPart part = kGridDialect.read(lines, {});
  ASSERT_EQ(part.blocks.size(), 1U);
  const auto& table = std::get<Table>(part.blocks.front());
  ASSERT_EQ(table.cells.size(), 3U);
  EXPECT_EQ(table.cells[1].text, "1");
  EXPECT_TRUE(table.cells[1].holds_object) << "the 7 may be of the same number";
  EXPECT_FALSE(table.cells[0].holds_object);
}

// A full-width character in a column of one pushes the walls behind it to the right, here to the next border.
TEST(TextGrid, WallsThatArePushedAway) {
  EXPECT_EQ(shown("+---+---+---+---+---+---+\n| 甲 | 乙 | 丙 | 丁 | 5 |\n+---+---+---+---+---+---+\n"
                  "| 1 | 2 | 3 | 4 | 5 | 6 |\n+---+---+---+---+---+---+\n")
                .find("|5^"),
            std::string::npos);
  EXPECT_EQ(
      shown("+---+---+-----+\n| 商 | 科 |   |\n| 业 | 研 |   |\n+---+---+-----+\n| 1 | 2 | 3   |\n+---+---+-----+\n"),
      "#[商\\n业|科\\n研| / 1|2|3]");
}

}  // namespace
}  // namespace nianbao::test

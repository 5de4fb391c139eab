// Tables drawn with lines.
#include "extract/text_grid.h"

#include <gtest/gtest.h>

#include "tests/support/shown_text.h"

namespace nianbao::test {
namespace {

struct GridCase {
  const char* what;
  const char* text;
  const char* expected;
};

TEST(TextGrid, ReadsTables) {
  const GridCase cases[] = {
      {"a row between borders", "+------+---+\n| 规章 | 3 |\n+------+---+\n| 文件 |   |\n+------+---+\n",
       "#[规章|3 / 文件|]"},
      {"rows of several lines", "+------+----+\n| 行政 | 12 |\n| 许可 |    |\n+------+----+\n", "#[行政\\n许可|12]"},
      {"a merged cell", "+------+---+\n| 第（一） |\n+------+---+\n| 规章 | 3 |\n+------+---+\n",
       "[第（一）^2 / 规章|3]"},
      {"box drawing", "┌──────┬───┐\n│ 规章 │ 3 │\n└──────┴───┘\n", "#[规章|3]"},
      {"emphasis over two lines", "+-----+----+\n| *   | *  |\n| *一 | *7 |\n| ** | ** |\n+-----+----+\n", "#[一|7]"},
  };
  for (const GridCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
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

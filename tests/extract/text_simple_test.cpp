// Tables whose columns are told by dashes: pandoc's simple and multiline tables.
#include "extract/text_simple.h"

#include <gtest/gtest.h>

#include "tests/support/shown_text.h"

namespace nianbao::test {
namespace {

struct SimpleCase {
  const char* what;
  const char* text;
  const char* expected;
};

TEST(TextSimple, ReadsTables) {
  const SimpleCase cases[] = {
      {"header above the dashes",
       "项目     数量   备注\n-------- ------ ------\n规章     3      \n文件     2      无\n\n完\n",
       "#[项目|数量|备注 / 规章|3| / 文件|2|无] '完'"},
      {"without header, between dashes", "-------- ------\n规章     3\n文件     2\n-------- ------\n",
       "#[规章|3 / 文件|2]"},
      {"rows of several lines", "  -------- ------\n  行政规   12\n  范性文件\n\n  规章     3\n  -------- ------\n",
       "#[行政规\\n范性文件|12 / 规章|3]"},
      {"a blank cell in the middle", "---- ---- ----\n规章      7\n文件 1    8\n---- ---- ----\n",
       "#[规章||7 / 文件|1|8]"},
      {"a line break and emphasis in Markdown",
       "  ---------- --------\n  **本年新\\  *3*\n  制作**\n\n  规章       12\n  ---------- --------\n",
       "#[本年新\\n制作|3 / 规章|12]"},
      {"numbers to the right of their column", "项目   数量\n---- ------\n规章     12\n\n", "#[项目|数量 / 规章|12]"},
  };
  for (const SimpleCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

TEST(TextSimple, IsNoTable) {
  const SimpleCase cases[] = {
      {"a line below a title", "总体情况\n--------\n2020年收到申请12件。\n",
       "'总体情况' '--------' '2020年收到申请12件。'"},
      {"a divider", "甲\n\n-----\n\n乙\n", "'甲' '-----' '乙'"},
      {"one dash", "- 规章 3\n- 文件 2\n", "'- 规章 3' '- 文件 2'"},
  };
  for (const SimpleCase& made : cases) EXPECT_EQ(shown(made.text), made.expected) << made.what;
}

}  // namespace
}  // namespace nianbao::test

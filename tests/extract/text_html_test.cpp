// <table> inside a text, as Markdown has it for cells that pipes cannot show.
#include "extract/text_html.h"

#include <gtest/gtest.h>

#include "tests/support/shown_text.h"

namespace nianbao::test {
namespace {

TEST(TextHtml, ReadsTables) {
  EXPECT_EQ(
      shown("二、主动公开\n\n<table>\n<tr><td colspan=\"2\">横幅</td></tr>\n<tr>\n<td>规章</td>\n<td>3</td>\n</tr>\n"
            "</table>\n\n完\n"),
      "'二、主动公开' [横幅^2 / 规章|3] '完'");
  EXPECT_EQ(
      lines_of_cells("一\n<table>\n<tr><td>规章</td>\n<td>3</td></tr>\n<tr><td>文件</td><td>2</td></tr>\n</table>\n"),
      "3 4 / 5 5");
  EXPECT_EQ(shown("<table>\n<tr><td>*规章*</td><td>3*</td></tr>\n</table>\n"), "[规章|3*]") << "Textile";
}

TEST(TextHtml, IsNoTable) {
  EXPECT_EQ(shown("一\n表<table>未完\n"), "'一' '表<table>未完'");
  EXPECT_EQ(shown("一\n<b>规章</b> 3\n"), "'一' '<b>规章</b> 3'");
}

}  // namespace
}  // namespace nianbao::test

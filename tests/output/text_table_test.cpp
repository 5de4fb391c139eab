#include "output/text_table.h"

#include <gtest/gtest.h>

#include "schema/text.h"

namespace nianbao::test {
namespace {

struct Case {
  const char* special;
  std::vector<TextRow> rows;
  bool has_header;
  std::string expected;
};

const std::vector<Case> kCases = {
    {"nothing", {}, false, ""},
    {"nothing with header", {}, true, ""},
    {"one cell", {{"a"}}, false, "a\n"},
    {"widest cell below", {{"a", "b"}, {"ccc", "d"}}, false, "a    b\nccc  d\n"},
    {"widest cell above", {{"aaa", "b"}, {"c", "d"}}, false, "aaa  b\nc    d\n"},
    {"a Chinese character takes two columns", {{"规章", "1"}, {"abc", "2"}}, false, "规章  1\nabc   2\n"},
    {"full-width digits and brackets too", {{"（１）", "1"}, {"abcdef", "2"}}, false, "（１）  1\nabcdef  2\n"},
    {"a header is underlined over its whole width",
     {{"form", "年度"}, {"2021", "2023年"}},
     true,
     "form  年度\n----  ------\n2021  2023年\n"},
    {"no spaces at the end of a line", {{"a", ""}, {"b", "ccc"}}, false, "a\nb  ccc\n"},
    {"a row of nothing", {{"", ""}, {"b", "c"}}, false, "\nb  c\n"},
    {"an empty cell between", {{"a", "", "c"}, {"a", "bb", "c"}}, false, "a      c\na  bb  c\n"},
    {"rows of different lengths", {{"a"}, {"b", "c"}, {"d", "e", "f"}}, false, "a\nb  c\nd  e  f\n"},
    {"LF in a cell", {{"结 果\n维持", "1"}}, false, "结 果 维持  1\n"},
    {"TAB in a cell", {{"a\tb", "1"}}, false, "a b  1\n"},
    {"CRLF in a cell", {{"a\r\nb", "1"}}, false, "a b  1\n"},
    {"CR in a cell", {{"a\rb", "1"}}, false, "a b  1\n"},
    {"a combining accent takes no column", {{"e\xCC\x81", "1"}, {"ab", "2"}}, false, "e\xCC\x81   1\nab  2\n"},
};

TEST(TextTable, AlignsByDisplayWidth) {
  for (const Case& c : kCases) EXPECT_EQ(text_table(c.rows, c.has_header), c.expected) << c.special;
}

TEST(TextTable, SecondColumnBeginsAtOnePlace) {
  const std::vector<TextRow> rows = {{"三、本年度办理结果", "|"},
                                     {"req_new", "|"},
                                     {"危及“三安全一稳定”", "|"},
                                     {"", "|"},
                                     {"𠀀𠀁", "|"},
                                     {"１２３", "|"}};
  std::size_t place = 0;
  const std::string text = text_table(rows, false);
  for (const std::string_view line : split_lines(text)) {
    if (line.empty()) continue;
    const std::size_t width = display_width(line.substr(0, line.find('|')));
    if (place == 0) place = width;
    EXPECT_EQ(width, place) << line;
  }
  EXPECT_EQ(place, 20U);  // the widest label takes 18
}

}  // namespace
}  // namespace nianbao::test

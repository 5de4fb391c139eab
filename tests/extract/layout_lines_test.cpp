// Words and page numbers of texts whose columns are told by place.
#include "extract/layout_lines.h"

#include <gtest/gtest.h>

#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

// Every line as its words with their places, figures after =; page numbers as #.
std::vector<std::string> shown(const std::string& text) {
  std::vector<Paragraph> paragraphs;
  for (const std::string_view line : split_lines(text))
    paragraphs.push_back({.text = std::string(line), .ordinal = paragraphs.size() + 1, .is_line = true});
  std::vector<const Paragraph*> stretch;
  for (const Paragraph& paragraph : paragraphs) stretch.push_back(&paragraph);
  std::vector<std::string> lines;
  for (const LayoutLine& line : layout_lines(stretch, built_in_schema().lexicon)) {
    std::string words = line.is_page_number ? "#" : "";
    for (const LayoutWord& word : line.words)
      words += (words.empty() ? "" : " ") + std::string(word.is_figure ? "=" : "") + word.text + "@" +
               std::to_string(word.begin) + "-" + std::to_string(word.end);
    lines.push_back(words);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(LayoutLines, PlacesCountCharacters) {
  EXPECT_EQ(shown("  规章   3  -8\n\f  文件   /"), (Lines{"规章@2-4 =3@7-8 =-8@10-12", "文件@2-4 =/@7-8"}));
  EXPECT_EQ(shown("\t规章\t3"), Lines{""}) << "a TAB says nothing of places";
}

TEST(LayoutLines, AUnitBelongsToTheNumberBeforeIt) {
  EXPECT_EQ(shown("采购 2949.51 万元   万元"), Lines{"采购@0-2 =2949.51 万元@3-13 万元@16-18"});
  EXPECT_EQ(shown("3  件"), (Lines{"=3@0-1 件@3-4"})) << "two spaces may part columns";
}

TEST(LayoutLines, PageNumbers) {
  for (const char* line : {"      -3-", "  - 12 -", "— 5 —", "第 3 页", "第 3 页 共 9 页"})
    EXPECT_EQ(shown(line), Lines{"#"}) << line;
  for (const char* line : {"-    3    -", "3", "1/2", "-3", "第3页的表"}) EXPECT_NE(shown(line), Lines{"#"}) << line;
}

// A number alone at the edge of a page may be a value; it is a page number where all pages count on.
TEST(LayoutLines, NumbersThatRiseFromPageToPage) {
  EXPECT_EQ(shown("甲\n4\n\f乙\n5\n\f丙\n6"), (Lines{"甲@0-1", "#", "乙@0-1", "#", "丙@0-1", "#"}));
  EXPECT_EQ(shown("甲\n4\n\f乙\n6"), (Lines{"甲@0-1", "=4@0-1", "乙@0-1", "=6@0-1"}));
  EXPECT_EQ(shown("甲\n4"), (Lines{"甲@0-1", "=4@0-1"})) << "one page proves nothing";
}

TEST(LayoutLines, AreInColumnsWhereSeveralHaveWideGaps) {
  const Paragraph wide{.text = "规章   3   0", .ordinal = 1, .is_line = true};
  const Paragraph close{.text = "规章 3 0 0", .ordinal = 1, .is_line = true};
  const Paragraph one_gap{.text = "      规章        3", .ordinal = 1, .is_line = true};
  const Paragraph tabs{.text = "规章\t   3\t   0", .ordinal = 1, .is_line = true};
  EXPECT_TRUE(are_in_columns({&wide, &close, &wide, &wide}));
  EXPECT_FALSE(are_in_columns({&wide, &wide}));
  for (const Paragraph* other : {&close, &one_gap, &tabs}) EXPECT_FALSE(are_in_columns({other, other, other, other}));
}

}  // namespace
}  // namespace nianbao::test

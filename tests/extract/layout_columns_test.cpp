// Which column a value stands in, by the places of rows that are full.
#include "extract/layout_columns.h"

#include <gtest/gtest.h>

#include <list>

namespace nianbao::test {
namespace {

class Rows {
 public:
  // A row of words, by where they begin; each is as long as its text.
  LayoutRow row(std::size_t page, const std::vector<std::pair<std::size_t, std::string>>& words) {
    LayoutRow made{.page = page, .words = {}};
    for (const auto& [begin, text] : words) {
      words_.push_back(
          {.text = text, .folded = text, .begin = begin, .end = begin + text.size(), .is_figure = text != "x"});
      made.words.push_back(&words_.back());
    }
    return made;
  }

 private:
  std::list<LayoutWord> words_;
};

// Texts by column, joined with |; ? where places do not tell.
std::string shown(const std::optional<LayoutCells>& cells) {
  if (!cells) return "?";
  std::string out;
  for (const auto& cell : *cells) {
    if (&cell != &cells->front()) out += '|';
    for (const LayoutWord* word : cell) out += word->text;
  }
  return out;
}

TEST(LayoutColumns, FullRowsShowWhereTheyAre) {
  Rows rows;
  const LayoutRow narrow = rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}});
  const LayoutRow wide = rows.row(1, {{8, "12345"}, {20, "0"}, {29, "678"}});
  const LayoutColumns columns({narrow, wide}, 3);
  EXPECT_EQ(shown(columns.cells_of(wide)), "12345|0|678");
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{12, "7"}, {31, "9"}}))), "7||9");
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {}))), "||");
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{9, "x"}, {20, "1"}}))), "x|1|") << "text stands in its column too";
}

TEST(LayoutColumns, PlacesThatDoNotTell) {
  Rows rows;
  const LayoutRow full = rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}});
  const LayoutColumns columns({full}, 3);
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{15, "7"}}))), "?") << "between two columns";
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{10, "12345678901"}}))), "?") << "below two columns";
  EXPECT_EQ(shown(columns.cells_of(rows.row(2, {{10, "7"}}))), "?") << "another page";
  EXPECT_EQ(shown(LayoutColumns({}, 3).cells_of(full)), "?") << "not counted off";
}

TEST(LayoutColumns, ARowThatMostOthersContradictShowsNothing) {
  Rows rows;
  const LayoutRow a = rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}});
  const LayoutRow b = rows.row(1, {{10, "4"}, {20, "5"}, {30, "6"}});
  const LayoutRow shifted = rows.row(1, {{20, "7"}, {30, "8"}, {40, "9"}});
  const LayoutColumns columns({a, b, shifted}, 3);
  EXPECT_EQ(shown(columns.cells_of(a)), "1|2|3");
  EXPECT_EQ(shown(columns.cells_of(shifted)), "?");
  EXPECT_EQ(shown(LayoutColumns({a, shifted}, 3).cells_of(a)), "?") << "one against one";
}

TEST(LayoutColumns, AnOnlyColumnHasAllThatStandsInItsRow) {
  Rows rows;
  EXPECT_EQ(shown(LayoutColumns({}, 1).cells_of(rows.row(1, {{10, "12"}, {20, "x"}}))), "12x");
}

}  // namespace
}  // namespace nianbao::test

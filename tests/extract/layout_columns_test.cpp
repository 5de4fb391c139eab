// Which column a value stands in, by the places of rows that are full.
#include "extract/layout_columns.h"

#include <gtest/gtest.h>

#include <list>

namespace nianbao::test {
namespace {

class Rows {
 public:
  // The next row, of words by where they begin; each is as long as its text.
  LayoutRow row(std::size_t page, const std::vector<std::pair<std::size_t, std::string>>& words) {
    LayoutRow made{.page = page, .line = ++lines_, .words = {}};
    for (const auto& [begin, text] : words) {
      words_.push_back(
          {.text = text, .folded = text, .begin = begin, .end = begin + text.size(), .is_figure = text != "x"});
      made.words.push_back(&words_.back());
    }
    return made;
  }

  // A label of four characters over each of these places.
  std::vector<LayoutRow> labels(std::size_t page, const std::vector<std::size_t>& places) {
    std::vector<LayoutRow> made;
    for (const std::size_t place : places) made.push_back(row(page, {{place - 1, "abcd"}}));
    return made;
  }

 private:
  std::list<LayoutWord> words_;
  std::size_t lines_ = 0;
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
  const LayoutColumns columns({narrow, wide}, rows.labels(0, {10, 20, 30}));
  EXPECT_EQ(shown(columns.cells_of(wide)), "12345|0|678");
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{12, "7"}, {31, "9"}}))), "7||9");
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {}))), "||");
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{9, "x"}, {20, "1"}}))), "x|1|") << "text stands in its column too";
}

TEST(LayoutColumns, PlacesThatDoNotTell) {
  Rows rows;
  const LayoutRow full = rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}});
  const std::vector<LayoutRow> labels = rows.labels(1, {10, 20, 30});
  const LayoutColumns columns({full}, labels);
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{10, "7"}}))), "7||");
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{15, "7"}}))), "?") << "between two columns";
  EXPECT_EQ(shown(columns.cells_of(rows.row(1, {{10, "12345678901"}}))), "?") << "below two columns";
  EXPECT_EQ(shown(columns.cells_of(rows.row(2, {{10, "7"}}))), "?") << "another page";
  EXPECT_EQ(shown(LayoutColumns({}, labels).cells_of(full)), "?") << "not counted off";
}

// 5890 with a gap in it and a blank cell behind, or a column that the form does not have and a blank cell before.
TEST(LayoutColumns, AFullRowMayHaveOtherColumns) {
  Rows rows;
  const std::vector<LayoutRow> labels = rows.labels(1, {10, 20, 30});
  for (const std::size_t gap : {1U, 2U}) {
    const LayoutRow split = rows.row(1, {{10, "1"}, {18, "58"}, {20 + gap, "90"}});
    EXPECT_EQ(shown(LayoutColumns({split}, labels).cells_of(split)), "?") << gap;
  }
  const LayoutRow full = rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}});
  const LayoutRow more = rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}, {40, "4"}});
  const LayoutRow next_page = rows.row(2, {{10, "1"}, {20, "2"}, {30, "3"}});
  const LayoutRow below = rows.row(2, {{10, "1"}, {20, "2"}, {30, "3"}});
  const LayoutColumns columns({full, more, next_page, below}, labels);
  for (const LayoutRow& row : {full, more, next_page, below}) EXPECT_EQ(shown(columns.cells_of(row)), "?");
  EXPECT_EQ(shown(LayoutColumns({full, next_page, below}, labels).cells_of(next_page)), "1|2|3");
}

// Two pages without anything between them.
TEST(LayoutColumns, ARowIsLaidOutAsThoseAroundIt) {
  Rows rows;
  const auto at = [](LayoutRow row, std::size_t line) {
    row.line = line;
    return row;
  };
  const LayoutRow above = at(rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}}), 1);
  const LayoutRow again = at(rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}}), 2);
  const LayoutRow other = at(rows.row(1, {{20, "4"}, {30, "5"}, {40, "6"}}), 6);
  const LayoutRow sparse = rows.row(1, {{20, "7"}});
  const LayoutColumns columns({above, again, other}, rows.labels(1, {10, 20, 30}));
  EXPECT_EQ(shown(columns.cells_of(at(sparse, 0))), "|7|");
  EXPECT_EQ(shown(columns.cells_of(at(sparse, 4))), "?");
  EXPECT_EQ(shown(columns.cells_of(at(sparse, 8))), "?");
}

TEST(LayoutColumns, ARowThatMostOthersContradictShowsNothing) {
  Rows rows;
  const LayoutRow a = rows.row(1, {{10, "1"}, {20, "2"}, {30, "3"}});
  const LayoutRow b = rows.row(1, {{10, "4"}, {20, "5"}, {30, "6"}});
  const LayoutRow shifted = rows.row(1, {{20, "7"}, {30, "8"}, {40, "9"}});
  const std::vector<LayoutRow> labels = rows.labels(1, {10, 20, 30});
  const LayoutColumns columns({a, b, shifted}, labels);
  EXPECT_EQ(shown(columns.cells_of(a)), "1|2|3");
  EXPECT_EQ(shown(columns.cells_of(shifted)), "?");
  EXPECT_EQ(shown(LayoutColumns({a, shifted}, labels).cells_of(a)), "?") << "one against one";
}

TEST(LayoutColumns, AnOnlyColumnHasAllThatStandsInItsRow) {
  Rows rows;
  EXPECT_EQ(shown(LayoutColumns({}, rows.labels(1, {10})).cells_of(rows.row(1, {{10, "12"}, {20, "x"}}))), "12x");
}

}  // namespace
}  // namespace nianbao::test

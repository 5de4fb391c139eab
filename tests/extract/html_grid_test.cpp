// Where the cells of an HTML table stand.
#include "extract/html_grid.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

struct Span {
  std::size_t rows = 1;
  std::size_t columns = 1;
};
using Rows = std::vector<std::vector<Span>>;

// Each cell as row,column+rows x columns.
std::string placed(const std::vector<Rows>& groups) {
  HtmlGrid grid;
  for (const Rows& rows : groups) {
    for (const auto& row : rows) {
      grid.begin_row();
      for (const Span& span : row) EXPECT_TRUE(grid.add({}, span.rows, span.columns));
    }
    grid.end_row_group();
  }
  std::string out;
  for (const Cell& cell : grid.finish(1).cells)
    out += (out.empty() ? "" : " ") + std::to_string(cell.row) + "," + std::to_string(cell.column) + "+" +
           std::to_string(cell.rows) + "x" + std::to_string(cell.columns);
  return out;
}

struct GridCase {
  const char* what;
  std::vector<Rows> groups;
  std::string expected;
};

TEST(HtmlGrid, PlacesCells) {
  const std::vector<GridCase> cases = {
      {"no rows", {{}}, ""},
      {"plain", {{{{}, {}}, {{}, {}}}}, "1,1+1x1 1,2+1x1 2,1+1x1 2,2+1x1"},
      {"colspan", {{{{1, 3}, {}}}}, "1,1+1x3 1,4+1x1"},
      {"rowspan pushes the row below to the right", {{{{2, 1}, {}}, {{}}}}, "1,1+2x1 1,2+1x1 2,2+1x1"},
      {"rowspan in the middle", {{{{}, {2, 1}, {}}, {{}, {}}}}, "1,1+1x1 1,2+2x1 1,3+1x1 2,1+1x1 2,3+1x1"},
      {"both", {{{{2, 2}, {}}, {{}}, {{}}}}, "1,1+2x2 1,3+1x1 2,3+1x1 3,1+1x1"},
      {"rowspan beyond the last row", {{{{5, 1}, {}}, {{}}}}, "1,1+2x1 1,2+1x1 2,2+1x1"},
      {"rowspan=0 reaches the end of its row group",
       {{{{0, 1}, {}}, {{}}, {{}}}, {{{}}}},
       "1,1+3x1 1,2+1x1 2,2+1x1 3,2+1x1 4,1+1x1"},
      {"no cell reaches out of its row group", {{{{3, 1}, {}}}, {{{}, {}}}}, "1,1+1x1 1,2+1x1 2,1+1x1 2,2+1x1"},
      {"overlap: a wide cell meets one from above", {{{{}, {2, 1}}, {{1, 2}, {}}}}, "1,1+1x1 1,2+2x1 2,1+1x2 2,3+1x1"},
      {"row of which all places are taken", {{{{2, 1}, {2, 1}}, {}, {{}}}}, "1,1+2x1 1,2+2x1 3,1+1x1"},
      {"colspan=0 is 1", {{{{1, 0}, {}}}}, "1,1+1x1 1,2+1x1"},
      {"colspan beyond what the standard allows", {{{{1, 5000}, {}}}}, "1,1+1x1000 1,1001+1x1"},
  };
  for (const GridCase& made : cases) EXPECT_EQ(placed(made.groups), made.expected) << made.what;
}

TEST(HtmlGrid, CountsCoveredRowsAndRefusesWidth) {
  HtmlGrid grid;
  for (int i = 0; i < 3; ++i) {
    grid.begin_row();
    EXPECT_TRUE(grid.add({}, 65'534, 1));
  }
  EXPECT_EQ(grid.finish(1).row_count, 3U);
  EXPECT_EQ(grid.covered(), 3U + 2U + 1U);
  HtmlGrid wide;
  wide.begin_row();
  EXPECT_TRUE(wide.add({}, 1, 1000));
  EXPECT_TRUE(wide.add({}, 1, 1000));
  EXPECT_FALSE(wide.add({}, 1, 1));
}

}  // namespace
}  // namespace nianbao::test

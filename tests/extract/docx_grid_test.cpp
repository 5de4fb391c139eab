// The grid of a Word table: spans, merges, and what becomes of every cell element.
#include "extract/docx_grid.h"

#include <gtest/gtest.h>

#include <set>

#include "extract/docx_body.h"
#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

// A cell as "text@row,column" with "+rows x columns" where it covers more than one position.
std::string shown(const Table& table) {
  std::string out;
  for (const Cell& cell : table.cells) {
    out += (out.empty() ? "" : " ") + cell.text + "@" + std::to_string(cell.row) + "," + std::to_string(cell.column);
    if (cell.rows * cell.columns != 1) out += "+" + std::to_string(cell.rows) + "x" + std::to_string(cell.columns);
  }
  return out;
}

RawCell plain(const std::string& text, std::size_t span = 1) { return {.text = text, .span = span}; }
RawCell vertical(const std::string& text, Merge merge, std::size_t span = 1) {
  return {.text = text, .span = span, .vertical = merge};
}
RawCell horizontal(const std::string& text, Merge merge) { return {.text = text, .horizontal = merge}; }
RawCell deleted(const std::string& text) { return {.text = text, .deleted = true}; }
RawRow row(std::vector<RawCell> cells, std::size_t before = 0) { return {.cells = std::move(cells), .before = before}; }
RawRow deleted_row(std::vector<RawCell> cells) { return {.cells = std::move(cells), .deleted = true}; }

constexpr Merge kStart = Merge::kRestart;
constexpr Merge kGoesOn = Merge::kContinue;

struct GridCase {
  const char* what;
  std::vector<RawRow> rows;
  std::string expected;
};

const std::vector<GridCase> kGrids = {
    {"no rows", {}, ""},
    {"plain", {row({plain("a"), plain("b")}), row({plain("c"), plain("d")})}, "a@1,1 b@1,2 c@2,1 d@2,2"},
    {"span moves what follows", {row({plain("a", 3), plain("b")})}, "a@1,1+1x3 b@1,4"},
    {"merged downwards once",
     {row({vertical("a", kStart), plain("b")}), row({vertical("", kGoesOn), plain("c")})},
     "a@1,1+2x1 b@1,2 c@2,2"},
    {"three rows",
     {row({vertical("a", kStart)}), row({vertical("", kGoesOn)}), row({vertical("", kGoesOn)})},
     "a@1,1+3x1"},
    {"a new start below an old one",
     {row({vertical("a", kStart)}), row({vertical("b", kStart)}), row({vertical("", kGoesOn)})},
     "a@1,1 b@2,1+2x1"},
    {"block of two by two",
     {row({vertical("a", kStart, 2), plain("b")}), row({vertical("", kGoesOn, 2), plain("c")})},
     "a@1,1+2x2 b@1,3 c@2,3"},
    {"continuation at a later cell of the row",
     {row({plain("a", 2), vertical("b", kStart)}), row({plain("c"), plain("d"), vertical("", kGoesOn)})},
     "a@1,1+1x2 b@1,3+2x1 c@2,1 d@2,2"},
    {"continuation in the first row is a cell", {row({vertical("a", kGoesOn), plain("b")})}, "a@1,1 b@1,2"},
    {"continuation below a plain cell is a cell", {row({plain("a")}), row({vertical("b", kGoesOn)})}, "a@1,1 b@2,1"},
    {"continuation of another width is a cell",
     {row({vertical("a", kStart, 2)}), row({vertical("b", kGoesOn), plain("c")})},
     "a@1,1+1x2 b@2,1 c@2,2"},
    {"continuation of another left edge is a cell",
     {row({plain("a"), vertical("b", kStart)}), row({vertical("c", kGoesOn), plain("d")})},
     "a@1,1 b@1,2 c@2,1 d@2,2"},
    {"continuation after a row between is a cell",
     {row({vertical("a", kStart)}), row({plain("b")}), row({vertical("c", kGoesOn)})},
     "a@1,1 b@2,1 c@3,1"},
    {"continuation of an orphan goes on below it",
     {row({plain("a")}), row({vertical("b", kGoesOn)}), row({vertical("", kGoesOn)})},
     "a@1,1 b@2,1+2x1"},
    {"text in the continuation of an orphan is a cell",
     {row({vertical("a", kGoesOn)}), row({vertical("b", kGoesOn)}), row({vertical("", kGoesOn)})},
     "a@1,1 b@2,1+2x1"},
    {"text in the continuation of a sound merge is covered",
     {row({vertical("a", kStart)}), row({vertical("b", kGoesOn)}), row({vertical("", kGoesOn)})},
     "a@1,1+3x1"},
    {"merged sideways the old way",
     {row({horizontal("a", kStart), horizontal("", kGoesOn), plain("b")})},
     "a@1,1+1x2 b@1,3"},
    {"sideways continuation at the left edge is a cell", {row({horizontal("a", kGoesOn), plain("b")})}, "a@1,1 b@1,2"},
    {"block of two by two, the old way",
     {row({{.text = "a", .vertical = kStart, .horizontal = kStart},
           {.vertical = kStart, .horizontal = kGoesOn},
           plain("b")}),
      row({{.vertical = kGoesOn, .horizontal = kStart}, {.vertical = kGoesOn, .horizontal = kGoesOn}, plain("c")})},
     "a@1,1+2x2 b@1,3 c@2,3"},
    {"row that begins further right",
     {row({plain("a"), plain("b"), plain("c")}), row({plain("d")}, 2)},
     "a@1,1 b@1,2 c@1,3 d@2,3"},
    {"continuation in a row that begins further right",
     {row({plain("a"), vertical("b", kStart)}), row({vertical("", kGoesOn)}, 1)},
     "a@1,1 b@1,2+2x1"},
    {"short row", {row({plain("a"), plain("b")}), row({plain("c")})}, "a@1,1 b@1,2 c@2,1"},
    {"empty row", {row({plain("a")}), row({}), row({plain("b")})}, "a@1,1 b@3,1"},
    {"deleted row", {row({plain("a")}), deleted_row({plain("x")}), row({plain("b")})}, "a@1,1 b@2,1"},
    {"deleted row between the parts of a merged cell",
     {row({vertical("a", kStart)}), deleted_row({vertical("", kGoesOn)}), row({vertical("", kGoesOn)})},
     "a@1,1+2x1"},
    {"the start of a merged cell is deleted",
     {deleted_row({vertical("a", kStart)}), row({vertical("b", kGoesOn)})},
     "b@1,1"},
    {"deleted cell", {row({deleted("x"), plain("a")})}, "a@1,1"},
};

TEST(DocxGrid, ShowsEveryCellOnceAtItsPlace) {
  for (const GridCase& made : kGrids) {
    EXPECT_EQ(shown(build_grid(made.rows, 1).table), made.expected) << made.what;
  }
}

TEST(DocxGrid, CountsAddUpToTheCellElements) {
  for (const GridCase& made : kGrids) {
    std::size_t elements = 0;
    for (const RawRow& raw : made.rows) elements += raw.cells.size();
    const Grid grid = build_grid(made.rows, 1);
    EXPECT_EQ(grid.counts.total(), elements) << made.what;
    EXPECT_EQ(grid.counts.shown + grid.counts.refused, grid.table.cells.size()) << made.what;
  }
}

TEST(DocxGrid, NoPositionIsCoveredTwice) {
  for (const GridCase& made : kGrids) {
    const Grid grid = build_grid(made.rows, 1);
    std::set<std::pair<std::size_t, std::size_t>> covered;
    for (const Cell& cell : grid.table.cells)
      for (std::size_t r = cell.row; r < cell.end_row(); ++r)
        for (std::size_t c = cell.column; c < cell.end_column(); ++c)
          EXPECT_TRUE(covered.insert({r, c}).second) << made.what << " " << r << "," << c;
  }
}

TEST(DocxGrid, KeepsOrdinalRowsAndGrid) {
  const Table table = build_grid({row({plain("a")}), deleted_row({plain("x")}), row({plain("b")})}, 7).table;
  EXPECT_EQ(table.ordinal, 7U);
  EXPECT_TRUE(table.is_grid);
  EXPECT_EQ(table.row_count, 2U);
}

TEST(DocxGrid, APictureInAMergedAwayCellIsNotShown) {
  RawCell below = vertical("", kGoesOn);
  below.holds_object = true;
  const Grid grid = build_grid({row({vertical("a", kStart)}), row({below})}, 1);
  EXPECT_FALSE(grid.table.cells.at(0).holds_object) << "Word shows nothing of a merged-away cell";
  ASSERT_EQ(grid.doubts.size(), 1U);
  EXPECT_STREQ(grid.doubts[0].code, "merge_hides_text");
}

struct DoubtCase {
  const char* what;
  std::vector<RawRow> rows;
  std::string expected;  // code@row,column
};

TEST(DocxGrid, SaysWhatAMergeCoversOrHasLost) {
  RawCell refused = plain("");
  refused.refused = true;
  const std::vector<DoubtCase> cases = {
      {"sound merge", {row({vertical("a", kStart)}), row({vertical("", kGoesOn)})}, ""},
      {"the same text below", {row({vertical("a", kStart)}), row({vertical(" a", kGoesOn)})}, ""},
      {"other text below", {row({vertical("a", kStart)}), row({vertical("7", kGoesOn)})}, "merge_hides_text@2,1"},
      {"text beside", {row({horizontal("a", kStart), horizontal("7", kGoesOn)})}, "merge_hides_text@1,2"},
      {"orphan without text of its own", {row({vertical("a", kGoesOn)}), row({vertical("", kGoesOn)})}, ""},
      {"orphan with text", {row({vertical("a", kGoesOn)}), row({vertical("7", kGoesOn)})}, "merge_orphan@2,1"},
      {"too much text", {row({refused})}, "cell_refused@1,1"},
      {"only the first of a kind is named",
       {row({vertical("a", kStart)}), row({vertical("7", kGoesOn)}), row({vertical("8", kGoesOn)})},
       "merge_hides_text@2,1"},
  };
  for (const DoubtCase& made : cases) {
    std::string doubts;
    for (const GridDoubt& doubt : build_grid(made.rows, 1).doubts)
      doubts += doubt.code + ("@" + std::to_string(doubt.row)) + "," + std::to_string(doubt.column);
    EXPECT_EQ(doubts, made.expected) << made.what;
  }
}

TEST(DocxGrid, KeepsWhatARowSaysOfItsEnd) {
  RawRow short_row = row({plain("a")});
  short_row.after = 2;
  EXPECT_EQ(build_grid({row({plain("a"), plain("b"), plain("c")}), short_row}, 1).table.after,
            (std::map<std::size_t, std::size_t>{{2, 2}}));
}

struct SpanCase {
  const char* val;
  std::string expected;  // of the cell with the span and the one after it
};

TEST(DocxGrid, TakesSenselessSpansAsOne) {
  const std::vector<SpanCase> cases = {
      {"2", "a@1,1+1x2 b@1,3"},  {"1", "a@1,1 b@1,2"}, {"0", "a@1,1 b@1,2"}, {"-3", "a@1,1 b@1,2"},
      {"100000", "a@1,1 b@1,2"}, {"x", "a@1,1 b@1,2"}, {"", "a@1,1 b@1,2"},
  };
  for (const SpanCase& made : cases) {
    const std::string body = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"" + std::string(made.val) +
                             "\"/></w:tcPr>" + paragraph_xml("a") + "</w:tc><w:tc>" + paragraph_xml("b") +
                             "</w:tc></w:tr></w:tbl>";
    const Result<DocxBody> document = read_docx_body(document_xml(body), "x", {});
    ASSERT_TRUE(document) << made.val;
    EXPECT_EQ(shown(std::get<Table>(document->document.blocks.at(0))), made.expected) << "span " << made.val;
  }
}

TEST(DocxGrid, ReadsAMergeWithoutValueAsContinuing) {
  const Result<DocxBody> document =
      read_docx_body(document_xml(table_xml({{{"a", 1, "restart"}, {"b"}}, {{"", 1, "bare"}, {"c"}}})), "x", {});
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(std::get<Table>(document->document.blocks.at(0))), "a@1,1+2x1 b@1,2 c@2,2");
}

}  // namespace
}  // namespace nianbao::test

// What is known of tables of one shape never decides about a table of another: every table gets what it gets where
// nothing is known.
#include "extract/table_choices.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "extract/docx_body.h"
#include "extract/known_choices.h"
#include "tests/support/places.h"
#include "tests/support/random_report.h"
#include "tests/support/rounds.h"

namespace nianbao::test {
namespace {

using Rows = std::vector<RowSpec>;

Table grid(const Rows& rows) {
  return std::get<Table>(read_docx_body(document_xml(table_xml(rows)), "x", {})->document.blocks.at(0));
}

std::vector<FormChoice> choices_of(const Table& table) { return best_choices({&table}, built_in_schema()); }

// By a thread that has seen no table yet.
std::vector<FormChoice> choices_anew(const Table& table) {
  std::vector<FormChoice> choices;
  std::thread([&] { choices = choices_of(table); }).join();
  return choices;
}

// All that a match says, with the places of cells.
std::string said(const std::vector<FormChoice>& choices, const Table& table) {
  const auto place = [&](const Cell* cell) {
    return cell == nullptr ? "-" : std::to_string(cell - table.cells.data());
  };
  std::string said;
  for (const FormChoice& choice : choices) {
    const TableMatch& match = choice.match;
    said += choice.form->id + "/" + match.table->id + " " + std::to_string(match.labels) + " " +
            std::to_string(match.located) + " " + std::to_string(match.clear) + "\n";
    for (const FieldCells& field : match.fields) {
      for (const Cell* cell : field.cells) said += place(cell) + " ";
      said += std::string(field.row_found ? "r" : "") + (field.ambiguous ? "?" : "") + name_of(field.how) + " " +
              place(field.header) + " " + place(field.row_label) + "\n";
    }
    for (const ExtraCell& extra : match.extras)
      said += place(extra.cell) + " " + place(extra.row) + " " + place(extra.column) + "\n";
  }
  return said;
}

// Changes one thing of a table.
void change(Rows& rows, std::mt19937& random) {
  RowSpec& row = rows.at(random() % rows.size());
  if (row.empty()) return;
  const std::size_t at = random() % row.size();
  static const char* const kTexts[] = {"", "/", "7", "0", "12", "无", "结果", "1,204", "（一）予以公开"};
  switch (random() % 6) {
    case 0:
      row.erase(row.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 1:
      row.insert(row.begin() + static_cast<std::ptrdiff_t>(at), {kTexts[random() % std::size(kTexts)]});
      break;
    case 2:
      rows.push_back(row);  // a field twice: what it shows there decides
      break;
    case 3:
      row[at].span = static_cast<int>(1 + random() % 3);
      break;
    default:
      row[at].text = kTexts[random() % std::size(kTexts)];
  }
}

TEST(TableChoices, AreThoseOfATableOfWhichNothingIsKnown) {
  std::mt19937 random(7);
  for (int i = 0; i < rounds(60); ++i) {
    RandomReport report(i % 2 == 0 ? "2019" : "2021", random);
    for (const auto& [section, model] : report.tables()) {
      Rows rows = model;
      for (auto changes = random() % 4; changes > 0; --changes) change(rows, random);
      const Table table = grid(rows);
      EXPECT_EQ(said(choices_of(table), table), said(choices_anew(table), table)) << "round " << i;
    }
  }
}

std::string shape(const Table& table) { return shape_of(LabelledTable(table)).value_or("none"); }

TEST(TableShape, IsThatOfATableWithOtherNumbers) {
  const Rows rows = {{{"一"}, {"甲"}, {"乙"}}, {{"丙"}, {"1"}, {"2"}}};
  Rows other = rows;
  other[1][1].text = "1234";
  other[1][2].text = "0.5";
  EXPECT_EQ(shape(grid(rows)), shape(grid(other)));
}

TEST(TableShape, IsAnotherWhereMatchingMayDiffer) {
  const Rows rows = {{{"一"}, {"甲"}, {"乙"}}, {{"丙"}, {"1"}, {"2"}}};
  struct ShapeCase {
    const char* what;
    std::function<void(Table&)> change;
  };
  const std::vector<ShapeCase> cases = {
      {"another label", [](Table& t) { t.cells[1].text = "丁"; }},
      {"a number that is blank", [](Table& t) { t.cells[4].text = ""; }},
      {"a number that is a mark", [](Table& t) { t.cells[4].text = "/"; }},
      {"a label that is blank", [](Table& t) { t.cells[1].text = ""; }},
      {"a cell elsewhere", [](Table& t) { t.cells[5].column = 4; }},
      {"a wider cell", [](Table& t) { t.cells[5].columns = 2; }},
      {"a higher cell", [](Table& t) { t.cells[0].rows = 2; }},
      {"a picture", [](Table& t) { t.cells[4].holds_object = true; }},
      {"a cell for its whole row", [](Table& t) { t.cells[4].is_whole_row = true; }},
      {"figures run together", [](Table& t) { t.cells[4].run_together = true; }},
      {"no grid", [](Table& t) { t.is_grid = false; }},
      {"merged cells that are blank", [](Table& t) { t.merged_is_blank = true; }},
      {"columns said to have no cell", [](Table& t) { t.after[2] = 1; }},
      {"a row more", [](Table& t) { t.row_count = 3; }},
      {"a cell less", [](Table& t) { t.cells.pop_back(); }},
  };
  const std::string before = shape(grid(rows));
  for (const ShapeCase& c : cases) {
    Table table = grid(rows);
    c.change(table);
    EXPECT_NE(shape(table), before) << c.what;
  }
}

TEST(TableShape, IsOfItsPartsAndOfNoLargeTable) {
  const Table one = grid({{{"甲"}, {"1"}}, {{"乙"}, {"2"}}});
  const Table upper = grid({{{"甲"}, {"1"}}});
  const Table lower = grid({{{"乙"}, {"2"}}});
  EXPECT_NE(shape_of(LabelledTable({&upper, &lower})), shape_of(LabelledTable(one)));
  Table far = one;
  far.cells[3].column = 70'000;
  EXPECT_FALSE(shape_of(LabelledTable(far)));
  Table wordy = one;
  wordy.cells[0].text = std::string(70'000, 'x');
  EXPECT_FALSE(shape_of(LabelledTable(wordy)));
  EXPECT_FALSE(shape_of(LabelledTable(grid(Rows(300, RowSpec(8, CellSpec{"1"}))))));
}

}  // namespace
}  // namespace nianbao::test

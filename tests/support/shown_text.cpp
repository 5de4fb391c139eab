#include "tests/support/shown_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "extract/table_match.h"
#include "extract/text_reader.h"
#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

constexpr std::size_t kLastColumn = 2'000;

Document read(const std::string& text, const std::string& dialect) {
  ReadOptions options;
  options.text_dialect = dialect;
  Result<Document> document = read_text({text, "a.txt"}, options);
  if (document) return std::move(*document);
  ADD_FAILURE() << document.problem().code;
  return {};
}

std::string shown_cell(const Cell& cell) {
  return (cell.column > kLastColumn ? "!" : "") + cell.text +
         (cell.columns > 1 ? "^" + std::to_string(cell.columns) : "") +
         (cell.rows > 1 ? "_" + std::to_string(cell.rows) : "");
}

// Calls `shown_cell` for each cell, those of a row with `between` between them.
template <typename Shown>
std::string by_rows(const Table& table, const char* between, Shown shown_cell) {
  std::string out;
  std::size_t row = 0;
  for (const Cell& cell : table.cells) {
    if (row != 0) out += cell.row == row ? between : " / ";
    row = cell.row;
    out += shown_cell(cell);
  }
  return out;
}

}  // namespace

std::string shown(const std::string& text, const std::string& dialect) {
  std::string out;
  for (const Block& block : read(text, dialect).blocks) {
    if (!out.empty()) out += ' ';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += "'" + paragraph->text + "'";
      continue;
    }
    const auto& table = std::get<Table>(block);
    EXPECT_TRUE(table.is_grid);
    out += (table.merged_is_blank ? "#[" : "[") + by_rows(table, "|", shown_cell) + "]";
  }
  return replace_all(out, "\n", "\\n");
}

std::string lines_of_cells(const std::string& text) {
  for (const Block& block : read(text, "").blocks)
    if (const auto* table = std::get_if<Table>(&block))
      return by_rows(*table, " ", [](const Cell& cell) { return std::to_string(cell.line); });
  return "";
}

std::string fields_shown(const std::string& text, const std::string& form, const std::string& table,
                         const std::string& first_field, std::size_t count) {
  const Document document = read(text, "");
  const auto is_table = [](const Block& block) { return std::holds_alternative<Table>(block); };
  const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), is_table);
  if (found == document.blocks.end()) return "no table";
  for (const FormTable& form_table : built_in_schema().find_form(form)->tables) {
    if (form_table.id != table) continue;
    const LabelledTable labelled(std::get<Table>(*found));
    const TableMatch match = match_table(labelled, form_table);
    std::string out;
    bool is_wanted = false;
    for (std::size_t i = 0; i < form_table.fields.size() && count > 0; ++i) {
      is_wanted = is_wanted || form_table.fields[i].id == first_field;
      if (!is_wanted) continue;
      const FieldCells& field = match.fields[i];
      const std::string text_of_cell = field.cells.empty() ? "-" : field.cells.front()->text;
      out += (out.empty() ? "" : " ") + (field.ambiguous ? "?" : text_of_cell.empty() ? "_" : text_of_cell);
      --count;
    }
    return replace_all(out, "\n", "\\n");
  }
  return "no such table";
}

}  // namespace nianbao::test

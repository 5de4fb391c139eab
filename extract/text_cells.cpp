#include "extract/text_cells.h"

#include <algorithm>
#include <utility>

#include "schema/text.h"

namespace nianbao {
namespace {

bool begins_cell(const TextLine& line) { return line.text.starts_with('\t'); }

// A TAB inside a cell is part of it; but where most lines have some, TABs part the cells of a row.
bool has_inner_tab(const TextLine& line) {
  return line.text.find('\t', std::min(line.text.find_first_not_of('\t'), line.text.size())) != std::string::npos;
}

std::size_t score_cells(TextLines text) {
  const auto cells = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_cell));
  const auto rows = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), has_inner_tab));
  return cells >= rows ? cells : 0;
}

class CellsTable {
 public:
  explicit CellsTable(const Limits& limits) : limits_(limits) {}

  // False where the line is not of the table any more.
  bool add(const TextLine& line) {
    if (begins_cell(line))
      add_cell(line);
    else if (is_blank(line.text))
      return end_row();
    else if (row_is_open_)
      add_to_cell("\n" + line.text);
    else
      return false;
    return true;
  }

  std::vector<Block> take() {
    std::vector<Block> blocks;
    if (is_table())
      blocks.emplace_back(std::move(table_));
    else
      for (const Cell& cell : table_.cells)
        blocks.emplace_back(Paragraph{.text = cell.text, .ordinal = cell.line, .is_line = true});
    return blocks;
  }

 private:
  void add_cell(const TextLine& line) {
    if (!row_is_open_) ++table_.row_count, column_ = 0;
    row_is_open_ = true;
    table_.cells.push_back({.text = "", .row = table_.row_count, .column = ++column_, .line = line.number});
    add_to_cell(line.text.substr(1));
  }

  void add_to_cell(const std::string& text) { nianbao::add_to_cell(table_.cells.back(), text, limits_); }

  // One empty line ends the row, a second one the table.
  bool end_row() { return std::exchange(row_is_open_, false); }

  // Rows of one cell each are paragraphs whose first line is indented by a TAB; so are sentences under one another.
  bool is_table() const {
    const bool sentences = std::any_of(table_.cells.begin(), table_.cells.end(),
                                       [](const Cell& cell) { return cell.text.find("。") != std::string::npos; });
    return table_.cells.size() > table_.row_count && !(table_.row_count == 1 && sentences);
  }

  const Limits& limits_;
  Table table_{.is_grid = false};
  std::size_t column_ = 0;
  bool row_is_open_ = false;
};

TextPart read_cells(TextLines lines, const Limits& limits) {
  if (!begins_cell(lines.front())) return {};
  CellsTable table(limits);
  std::size_t used = 0;
  while (used < lines.size() && table.add(lines[used])) ++used;
  return {used, table.take()};
}

}  // namespace

const TextDialect kCellsDialect = {"cells", score_cells, read_cells};

}  // namespace nianbao

#include "extract/docx_grid.h"

#include <map>
#include <utility>

namespace nianbao {
namespace {

class GridBuilder {
 public:
  GridBuilder(std::size_t ordinal, CellCounts& counts) : counts_(counts) { table_.ordinal = ordinal; }

  void add(RawRow row) {
    if (row.deleted) {
      counts_.deleted += row.cells.size();
      return;
    }
    ++table_.row_count;
    column_ = 1 + row.before;
    last_in_row_ = kNoCell;
    std::map<std::size_t, std::size_t> open;
    for (RawCell& cell : row.cells) place(std::move(cell), open);
    open_ = std::move(open);
  }

  Table finish() { return std::move(table_); }

 private:
  static constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

  void place(RawCell cell, std::map<std::size_t, std::size_t>& open) {
    if (cell.deleted) {
      ++counts_.deleted;
      return;
    }
    const std::size_t span = cell.span;
    if (cell.horizontal == Merge::kContinue && last_in_row_ != kNoCell) {
      if (table_.cells[last_in_row_].row == table_.row_count) table_.cells[last_in_row_].columns += cell.span;
      ++counts_.merged_away;
    } else if (const std::size_t above = cell_above(cell); above != kNoCell) {
      table_.cells[above].rows = table_.row_count + 1 - table_.cells[above].row;
      open[column_] = above;
      last_in_row_ = above;
      ++counts_.merged_away;
    } else {
      show(std::move(cell), open);
    }
    column_ += span;
  }

  // The cell that `cell` continues: open in the row above, same left edge, same width.
  std::size_t cell_above(const RawCell& cell) const {
    if (cell.vertical != Merge::kContinue) return kNoCell;
    const auto found = open_.find(column_);
    const bool fits = found != open_.end() &&
                      (cell.horizontal == Merge::kRestart || table_.cells[found->second].columns == cell.span);
    return fits ? found->second : kNoCell;
  }

  void show(RawCell cell, std::map<std::size_t, std::size_t>& open) {
    if (cell.vertical != Merge::kNone) open[column_] = table_.cells.size();
    last_in_row_ = table_.cells.size();
    table_.cells.push_back({.text = std::move(cell.text),
                            .row = table_.row_count,
                            .column = column_,
                            .columns = cell.span,
                            .holds_object = cell.holds_object});
    ++counts_.shown;
  }

  Table table_;
  CellCounts& counts_;
  std::map<std::size_t, std::size_t> open_;  // by left column, the mergeable cells of the row above
  std::size_t column_ = 1;
  std::size_t last_in_row_ = kNoCell;
};

}  // namespace

Table build_grid(std::vector<RawRow> rows, std::size_t ordinal, CellCounts& counts) {
  GridBuilder builder(ordinal, counts);
  for (RawRow& row : rows) builder.add(std::move(row));
  return builder.finish();
}

}  // namespace nianbao

#include "extract/docx_grid.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "schema/text.h"

namespace nianbao {
namespace {

class GridBuilder {
 public:
  explicit GridBuilder(std::size_t ordinal) { grid_.table.ordinal = ordinal; }

  void add(RawRow row) {
    if (row.deleted) {
      grid_.counts.deleted += row.cells.size();
      return;
    }
    ++grid_.table.row_count;
    if (row.after > 0) grid_.table.after[grid_.table.row_count] = row.after;
    column_ = 1 + row.before;
    last_in_row_ = kNoCell;
    std::map<std::size_t, Chain> open;
    for (RawCell& cell : row.cells) {
      cell.holds_object = cell.holds_object || row.doubtful;
      place(std::move(cell), open);
    }
    open_ = std::move(open);
  }

  Grid finish() { return std::move(grid_); }

 private:
  static constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

  // Cells merged downwards so far.
  struct Chain {
    std::size_t cell = kNoCell;
    bool is_orphan = false;  // without w:vMerge restart at its top
  };

  std::vector<Cell>& cells() { return grid_.table.cells; }
  std::size_t row() const { return grid_.table.row_count; }

  void place(RawCell cell, std::map<std::size_t, Chain>& open) {
    if (cell.deleted) {
      ++grid_.counts.deleted;
      return;
    }
    const std::size_t span = cell.span;
    if (cell.horizontal == Merge::kContinue && last_in_row_ != kNoCell)
      merge_left(cell);
    else if (const Chain above = chain_above(cell); above.cell != kNoCell)
      merge_up(cell, above, open);
    else
      show(std::move(cell), open);
    column_ += span;
  }

  void merge_left(const RawCell& cell) {
    if (cells()[last_in_row_].row == row()) cells()[last_in_row_].columns += cell.span;
    note_hidden_text(cell, cells()[last_in_row_]);
    ++grid_.counts.merged_away;
  }

  void merge_up(const RawCell& cell, const Chain& above, std::map<std::size_t, Chain>& open) {
    Cell& top = cells()[above.cell];
    top.rows = row() + 1 - top.row;
    note_hidden_text(cell, top);
    open[column_] = above;
    last_in_row_ = above.cell;
    ++grid_.counts.merged_away;
  }

  // What a merged-away cell says for itself Word does not show.
  void note_hidden_text(const RawCell& cell, const Cell& shown) {
    if (cell.holds_object || (!is_blank(cell.text) && trim(cell.text) != trim(shown.text))) doubt("merge_hides_text");
  }

  // The chain that `cell` continues: open in the row above, same left edge, same width. Nobody knows what a chain
  // without top shows of its cells, so text in them is taken to be shown.
  Chain chain_above(const RawCell& cell) {
    if (cell.vertical != Merge::kContinue) return {};
    const auto found = open_.find(column_);
    const bool fits = found != open_.end() && (cell.horizontal == Merge::kRestart ||
                                               grid_.table.cells[found->second.cell].columns == cell.span);
    if (!fits) return {};
    if (!found->second.is_orphan || is_blank(cell.text)) return found->second;
    doubt("merge_orphan");
    return {};
  }

  void show(RawCell cell, std::map<std::size_t, Chain>& open) {
    if (cell.vertical != Merge::kNone) open[column_] = {cells().size(), cell.vertical == Merge::kContinue};
    last_in_row_ = cells().size();
    cells().push_back({.text = std::move(cell.text),
                       .row = row(),
                       .column = column_,
                       .columns = cell.span,
                       .holds_object = cell.holds_object || cell.refused});
    ++(cell.refused ? grid_.counts.refused : grid_.counts.shown);
    if (cell.refused) doubt("cell_refused");
  }

  void doubt(const char* code) {
    const bool known = std::any_of(grid_.doubts.begin(), grid_.doubts.end(),
                                   [&](const GridDoubt& d) { return std::string_view(d.code) == code; });
    if (!known) grid_.doubts.push_back({code, row(), column_});
  }

  Grid grid_;
  std::map<std::size_t, Chain> open_;  // by left column, of the row above
  std::size_t column_ = 1;
  std::size_t last_in_row_ = kNoCell;
};

}  // namespace

Grid build_grid(std::vector<RawRow> rows, std::size_t ordinal) {
  GridBuilder builder(ordinal);
  for (RawRow& row : rows) builder.add(std::move(row));
  return builder.finish();
}

CellCounts as_nested(CellCounts counts) {
  counts.nested += std::exchange(counts.shown, 0);
  return counts;
}

}  // namespace nianbao

#include "extract/header.h"

#include <algorithm>
#include <map>
#include <set>

namespace nianbao {
namespace {

// More header cells than this are no header; the form has 18.
constexpr std::size_t kMaxHeaderCells = 300;

std::vector<const Cell*> filled_cells(const LabelledTable& table, const std::vector<std::size_t>& rows) {
  std::vector<const Cell*> cells;
  for (const std::size_t row : rows)
    for (const Cell* cell : table.rows()[row])
      if (!table.is_blank(*cell) && std::find(cells.begin(), cells.end(), cell) == cells.end()) {
        cells.push_back(cell);
        if (cells.size() > kMaxHeaderCells) return {};
      }
  return cells;
}

bool is_above(const Cell& upper, const Cell& lower) {
  return upper.end_row() <= lower.row && upper.shares_columns_with(lower);
}

// Reaches over one edge of the lower cell and ends inside it, as where a converter has rounded widths: which of two
// such cells the lower one belongs to is left to its label and its place among the others.
bool straddles(const Cell& upper, const Cell& lower) {
  return (upper.column < lower.column && upper.end_column() < lower.end_column()) ||
         (upper.column > lower.column && upper.end_column() > lower.end_column());
}

// Wrong spans make cells of different rows stand in one place.
bool collide(const Cell& a, const Cell& b) {
  return a.row < b.end_row() && b.row < a.end_row() && a.shares_columns_with(b);
}

bool any_collide(const std::vector<const Cell*>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (collide(*cells[i], *cells[j])) return true;
  return false;
}

std::vector<Leaf> grid_leaves(const LabelledTable& table, const std::vector<std::size_t>& header_rows) {
  const std::vector<const Cell*> cells = filled_cells(table, header_rows);
  if (any_collide(cells)) return {};
  std::vector<Leaf> leaves;
  for (const Cell* cell : cells) {
    if (std::any_of(cells.begin(), cells.end(), [&](const Cell* other) { return is_above(*cell, *other); })) continue;
    Leaf leaf{cell, {}};
    std::copy_if(cells.begin(), cells.end(), std::back_inserter(leaf.above),
                 [&](const Cell* other) { return is_above(*other, *cell) && !straddles(*other, *cell); });
    leaves.push_back(std::move(leaf));
  }
  std::stable_sort(leaves.begin(), leaves.end(),
                   [](const Leaf& a, const Leaf& b) { return a.cell->column < b.cell->column; });
  return leaves;
}

// The header cells of a table without merged cells, by column.
class HeaderStack {
 public:
  HeaderStack(const LabelledTable& table, const std::vector<std::size_t>& header_rows) {
    for (const std::size_t row : header_rows) {
      rows_.emplace_back();
      for (const Cell* cell : table.rows()[row])
        if (!table.is_blank(*cell)) rows_.back()[cell->column] = lowest_[cell->column] = cell;
    }
  }

  std::vector<Leaf> leaves() const {
    std::vector<Leaf> leaves;
    for (const auto& [column, cell] : lowest_) leaves.push_back({cell, above(*cell)});
    return leaves;
  }

 private:
  // A cell reaches to the right up to the next filled one, and no further than what stands above it.
  std::vector<const Cell*> above(const Cell& leaf) const {
    std::vector<const Cell*> cells;
    std::size_t left_edge = 0;
    for (const auto& row : rows_) {
      auto next = row.upper_bound(leaf.column);
      if (next == row.begin()) continue;
      const Cell* cell = std::prev(next)->second;
      if (cell == &leaf) break;
      if (cell->column < left_edge || (cell->column < leaf.column && lowest_.at(cell->column) == cell)) continue;
      left_edge = cell->column;
      cells.push_back(cell);
    }
    return cells;
  }

  std::vector<std::map<std::size_t, const Cell*>> rows_;
  std::map<std::size_t, const Cell*> lowest_;
};

// Cells that reach over several rows or columns are in no such table.
std::vector<Leaf> stacked_leaves(const LabelledTable& table, const std::vector<std::size_t>& header_rows) {
  return filled_cells(table, header_rows).empty() ? std::vector<Leaf>() : HeaderStack(table, header_rows).leaves();
}

std::size_t runs_of_filled(const LabelledTable& table, const std::vector<const Cell*>& row) {
  std::size_t runs = 0;
  for (std::size_t i = 0; i < row.size(); ++i)
    if (!table.is_blank(*row[i]) && (i == 0 || table.is_blank(*row[i - 1]))) ++runs;
  return runs;
}

// Puts `row` under the columns found so far: an empty cell lets one column stand, a run of filled ones divides the
// columns between. Gives nothing where it cannot be told which columns a run divides.
std::vector<Leaf> refine(const LabelledTable& table, const std::vector<Leaf>& columns,
                         const std::vector<const Cell*>& row) {
  const auto empty = static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [&](const Cell* c) { return table.is_blank(*c); }));
  const std::size_t runs = runs_of_filled(table, row);
  if (columns.size() < empty + runs) return {};
  const std::size_t divided = columns.size() - empty;
  if (runs == 0 ? divided != 0 : runs > 1 && divided != runs) return {};
  const std::size_t per_run = runs == 0 ? 0 : divided / runs;
  std::vector<Leaf> refined;
  std::size_t at = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (table.is_blank(*row[i])) {
      refined.push_back(columns[at++]);
      continue;
    }
    Leaf leaf{row[i], {}};
    // Below several columns it is not known which one a cell belongs to.
    if (per_run == 1) leaf.above = columns[at].above, leaf.above.push_back(columns[at].cell);
    refined.push_back(std::move(leaf));
    if (i + 1 == row.size() || table.is_blank(*row[i + 1])) at += per_run;
  }
  return refined;
}

std::vector<Leaf> ragged_leaves(const LabelledTable& table, const std::vector<std::size_t>& header_rows) {
  std::vector<Leaf> columns;
  for (const std::size_t row : header_rows) {
    const std::vector<const Cell*>& cells = table.rows()[row];
    if (cells.size() > kMaxHeaderCells) return {};
    if (row == header_rows.front())
      for (const Cell* cell : cells) columns.push_back({cell, {}});
    else
      columns = refine(table, columns, cells);
  }
  return columns;
}

bool path_has(const FormLine& line, const std::string& group) {
  return std::find(line.path.begin(), line.path.end(), group) != line.path.end();
}

// False where what stands above the leaf is a group that the column does not stand under, another column or the corner.
bool fits_above(const LabelledTable& table, const Leaf& leaf, const FormBlock& block, std::size_t column) {
  return std::all_of(leaf.above.begin(), leaf.above.end(), [&](const Cell* cell) {
    const LabelKeys& keys = table.keys(*cell);
    const std::vector<LabelHit>& groups = block.column_groups.find(keys);
    if (groups.empty()) return block.column_labels.find(keys).empty() && (keys.empty() || keys.front() != block.corner);
    return std::any_of(groups.begin(), groups.end(),
                       [&](const LabelHit& hit) { return path_has(block.columns[column], block.groups[hit.id]); });
  });
}

using Candidates = std::vector<std::vector<LabelHit>>;

Candidates candidates_of(const LabelledTable& table, const std::vector<Leaf>& leaves, const FormBlock& block) {
  Candidates all;
  for (const Leaf& leaf : leaves) all.push_back(block.column_labels.find(table.keys(*leaf.cell)));
  return all;
}

Candidates fitting(Candidates all, const LabelledTable& table, const std::vector<Leaf>& leaves,
                   const FormBlock& block) {
  for (std::size_t i = 0; i < all.size(); ++i)
    std::erase_if(all[i], [&](const LabelHit& hit) { return !fits_above(table, leaves[i], block, hit.id); });
  return all;
}

How how_of(Spelling spelling) { return spelling == Spelling::kLabel ? How::kLabel : How::kAlias; }

struct LeafColumn {
  std::optional<std::size_t> column;
  How how = How::kLabel;
};

// Leaves whose labels leave one column, unless two of them claim the same one.
std::vector<LeafColumn> by_label(const Candidates& candidates) {
  std::map<std::size_t, int> claims;
  for (const auto& hits : candidates)
    if (hits.size() == 1) ++claims[hits.front().id];
  std::vector<LeafColumn> assigned(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (candidates[i].size() == 1 && claims[candidates[i].front().id] == 1)
      assigned[i] = {candidates[i].front().id, how_of(candidates[i].front().spelling)};
  return assigned;
}

// Longest order-preserving assignments of leaves to columns, as lengths: up to (i, j) and from (i, j) on.
class OrderedChoices {
 public:
  OrderedChoices(const Candidates& candidates, const std::vector<LeafColumn>& fixed, std::size_t columns)
      : leaves_(candidates.size()), columns_(columns), allowed_(leaves_ * columns, false) {
    for (std::size_t i = 0; i < leaves_; ++i) {
      if (fixed[i].column)
        allowed_[i * columns + *fixed[i].column] = true;
      else
        for (const LabelHit& hit : candidates[i]) allowed_[i * columns + hit.id] = !is_fixed(fixed, hit.id);
    }
    fill();
  }

  // The only column that leaf `i` has in every longest assignment, if there is one.
  std::optional<std::size_t> only_column(std::size_t i) const {
    std::optional<std::size_t> only;
    for (std::size_t j = 0; j < columns_; ++j) {
      if (!allowed_[i * columns_ + j] || before(i, j) + 1 + after(i + 1, j + 1) != longest()) continue;
      if (only) return std::nullopt;
      only = j;
    }
    return only && longest_without(i) < longest() ? only : std::nullopt;
  }

 private:
  static bool is_fixed(const std::vector<LeafColumn>& fixed, std::size_t column) {
    return std::any_of(fixed.begin(), fixed.end(), [&](const LeafColumn& f) { return f.column == column; });
  }

  std::size_t at(std::size_t i, std::size_t j) const { return i * (columns_ + 1) + j; }
  std::size_t before(std::size_t i, std::size_t j) const { return before_[at(i, j)]; }
  std::size_t after(std::size_t i, std::size_t j) const { return after_[at(i, j)]; }
  std::size_t longest() const { return after(0, 0); }

  std::size_t longest_without(std::size_t i) const {
    std::size_t best = 0;
    for (std::size_t j = 0; j <= columns_; ++j) best = std::max(best, before(i, j) + after(i + 1, j));
    return best;
  }

  void fill() {
    before_.assign((leaves_ + 1) * (columns_ + 1), 0);
    after_ = before_;
    for (std::size_t i = 0; i < leaves_; ++i)
      for (std::size_t j = 0; j < columns_; ++j)
        before_[at(i + 1, j + 1)] =
            std::max({before(i, j + 1), before(i + 1, j), allowed_[i * columns_ + j] ? before(i, j) + 1 : 0});
    for (std::size_t i = leaves_; i-- > 0;)
      for (std::size_t j = columns_; j-- > 0;)
        after_[at(i, j)] =
            std::max({after(i, j + 1), after(i + 1, j), allowed_[i * columns_ + j] ? after(i + 1, j + 1) + 1 : 0});
  }

  std::size_t leaves_;
  std::size_t columns_;
  std::vector<bool> allowed_;
  std::vector<std::size_t> before_;
  std::vector<std::size_t> after_;
};

// In a ragged table only the count of columns is known: one too many in one place and one too few in another hide each
// other. Between two known columns there must nowhere be more than the form has while elsewhere there are less.
bool is_consistent(const std::vector<HeaderColumn>& columns, const FormBlock& block) {
  bool too_many = false;
  bool too_few = false;
  std::size_t next = 0;  // column of the form that is due
  std::size_t unknown = 0;
  const auto close_gap = [&](std::size_t end) {
    const std::size_t missing = end > next ? end - next : 0;
    too_many = too_many || unknown > missing;
    too_few = too_few || missing > unknown;
    next = end + 1;
    unknown = 0;
  };
  for (const HeaderColumn& column : columns)
    if (column.column)
      close_gap(*column.column);
    else
      ++unknown;
  close_gap(block.columns.size());
  return !(too_many && too_few);
}

// What a leaf says, what stands above it and its place among the others must not contradict each other: a group that
// spans the wrong columns would put a number under another group's column.
bool contradicts(const Candidates& own, const Candidates& fitting, const std::vector<LeafColumn>& assigned,
                 std::size_t columns) {
  const OrderedChoices by_place(own, by_label(own), columns);
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!own[i].empty() && fitting[i].empty()) return true;
    const std::optional<std::size_t> placed = own[i].size() < 2 ? std::nullopt : by_place.only_column(i);
    if (placed && assigned[i].column && placed != assigned[i].column) return true;
  }
  return false;
}

}  // namespace

const char* name_of(How how) {
  switch (how) {
    case How::kLabel:
      return "label";
    case How::kAlias:
      return "alias";
    case How::kPosition:
      return "position";
    case How::kSolved:
      return "solved";
  }
  return "";
}

std::vector<Leaf> leaves_of(const LabelledTable& table, const std::vector<std::size_t>& header_rows) {
  if (table.merged_is_blank()) return stacked_leaves(table, header_rows);
  return table.is_grid() ? grid_leaves(table, header_rows) : ragged_leaves(table, header_rows);
}

std::vector<HeaderColumn> columns_under(const LabelledTable& table, const std::vector<Leaf>& leaves,
                                        const FormBlock& block) {
  const Candidates own = candidates_of(table, leaves, block);
  const Candidates candidates = fitting(own, table, leaves, block);
  const std::vector<LeafColumn> assigned = by_label(candidates);
  if (contradicts(own, candidates, assigned, block.columns.size())) return {};
  const OrderedChoices choices(candidates, assigned, block.columns.size());
  std::vector<HeaderColumn> columns;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    HeaderColumn column{leaves[i], assigned[i].column, assigned[i].how};
    if (!column.column)
      if (const auto only = choices.only_column(i)) column.column = only, column.how = How::kPosition;
    if (column.column || !columns.empty()) columns.push_back(std::move(column));
  }
  return table.is_grid() || is_consistent(columns, block) ? columns : std::vector<HeaderColumn>();
}

}  // namespace nianbao

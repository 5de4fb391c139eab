// Which column the values of a row belong to, in a text whose columns are told by place.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "extract/layout_lines.h"

namespace nianbao {

// The values of one row, from the left.
struct LayoutRow {
  std::size_t page = 0;
  std::vector<const LayoutWord*> words;
};

// By column the words that stand in it.
using LayoutCells = std::vector<std::vector<const LayoutWord*>>;

// Texts made from pages count characters; what is drawn on a terminal counts their widths.
enum class LayoutMeasure { kCharacters, kWidths };

class LayoutColumns {
 public:
  // A row with a whole figure for every column, none a space beside the next, shows where the columns of its page are,
  // unless most others of the page contradict it: digits a space apart may be one number. The words must outlive this.
  LayoutColumns(const std::vector<LayoutRow>& rows, std::size_t columns,
                LayoutMeasure measure = LayoutMeasure::kCharacters);

  // Whether no two full rows of the page contradict each other.
  bool is_consistent(std::size_t page) const { return bands_.contains(page) && !contradicted_.contains(page); }

  // Nothing where the places do not tell: the row contradicts the others, or a word of a row that is not full stands
  // in several columns or in none. Rows are never counted off: where one cell is blank, the others stay in theirs.
  std::optional<LayoutCells> cells_of(const LayoutRow& row) const;

 private:
  using Band = std::pair<std::size_t, std::size_t>;  // columns from, up to before

  Band place_of(const LayoutWord& word) const;
  bool agree(const LayoutRow& a, const LayoutRow& b) const;
  bool is_full(const LayoutRow& row) const;
  bool is_shared_view(const LayoutRow& row, const std::vector<LayoutRow>& rows);
  void widen_bands(const LayoutRow& row);
  std::optional<std::size_t> column_of(const LayoutWord& word, const std::vector<Band>& bands) const;

  std::size_t columns_;
  LayoutMeasure measure_;
  std::map<std::size_t, std::vector<Band>> bands_;  // by page
  std::set<std::size_t> contradicted_;              // pages
};

}  // namespace nianbao

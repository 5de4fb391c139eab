// Which column the values of a row belong to, in a text whose columns are told by place.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
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

class LayoutColumns {
 public:
  // A row with a figure for every column shows where the columns of its page are, unless most others of the page
  // contradict it. The words must outlive this.
  LayoutColumns(const std::vector<LayoutRow>& rows, std::size_t columns);

  // Nothing where the places do not tell: the row contradicts the others, or a word of a row that is not full stands
  // in several columns or in none. Rows are never counted off: where one cell is blank, the others stay in theirs.
  std::optional<LayoutCells> cells_of(const LayoutRow& row) const;

 private:
  struct Band {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  using Bands = std::vector<Band>;

  bool is_full(const LayoutRow& row) const;
  bool is_shared_view(const LayoutRow& row, const std::vector<LayoutRow>& rows) const;
  static std::optional<std::size_t> inside(const LayoutWord& word, const Band& band, std::size_t column);
  static std::optional<std::size_t> column_of(const LayoutWord& word, const Bands& bands);

  std::size_t columns_;
  std::map<std::size_t, Bands> bands_;  // by page
};

}  // namespace nianbao

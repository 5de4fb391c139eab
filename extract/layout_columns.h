// Which column the values of a row belong to, in a text whose columns are told by place.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "extract/layout_lines.h"

namespace nianbao {

// The values of one row, from the left, or the words of the label over one column.
struct LayoutRow {
  std::size_t page = 0;
  std::size_t line = 0;  // index of the line of its values
  std::vector<const LayoutWord*> words;
};

// By column the words that stand in it.
using LayoutCells = std::vector<std::vector<const LayoutWord*>>;

// Texts made from pages count characters; what is drawn on a terminal counts their widths.
enum class LayoutMeasure { kCharacters, kWidths };

class LayoutColumns {
 public:
  // A row with a whole figure for every column, none close to the next, shows where the columns of its page are, unless
  // most others of the page contradict it: digits a space or two apart may be one number. A row with more figures than
  // columns shows that its page has others; what is not known on the page of `labels`, those over the columns from the
  // left, is not known on others. The words must outlive this.
  LayoutColumns(const std::vector<LayoutRow>& rows, const std::vector<LayoutRow>& labels,
                LayoutMeasure measure = LayoutMeasure::kCharacters);

  // Whether the columns of the page are known, and no two full rows contradict each other.
  bool is_consistent(std::size_t page) const;

  // Nothing where the places do not tell: the row contradicts the others, a word of a row that is not full stands in
  // several columns or in none, or the next row above or below that is full, or stands in none, is laid out otherwise.
  // Rows are never counted off: where one cell is blank, the others stay in theirs.
  std::optional<LayoutCells> cells_of(const LayoutRow& row) const;

 private:
  using Band = std::pair<std::size_t, std::size_t>;  // columns from, up to before

  struct Page {
    std::vector<Band> bands;
    std::map<std::size_t, bool> fits;  // by line, of rows that show something: whether it is these bands
    bool is_contradicted = false;      // two full rows contradict each other
    bool is_known = false;
  };

  Band place_of(const LayoutWord& word) const;
  bool agree(const LayoutRow& a, const LayoutRow& b) const;
  bool is_full(const LayoutRow& row) const;
  bool has_more_figures(const LayoutRow& row) const;
  bool is_shared_view(const LayoutRow& row, const std::vector<LayoutRow>& rows);
  void widen_bands(const LayoutRow& row);
  bool shows_columns(const std::vector<LayoutRow>& rows, std::size_t number) const;
  void note_fit(const LayoutRow& row);
  std::optional<LayoutCells> placed(const LayoutRow& row, const Page& page) const;
  static bool is_among_others_that_fit(const LayoutRow& row, const Page& page);
  std::optional<std::size_t> column_of(const LayoutWord& word, const std::vector<Band>& bands) const;

  std::size_t columns_;
  LayoutMeasure measure_;
  std::map<std::size_t, Page> pages_;
};

}  // namespace nianbao

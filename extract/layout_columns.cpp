#include "extract/layout_columns.h"

#include <algorithm>

namespace nianbao {
namespace {

// Numbers of one column may be a character beside each other, as places are rounded.
constexpr std::size_t kRounding = 1;

// No value of one row stands in another column of the other row.
bool agree(const LayoutRow& a, const LayoutRow& b) {
  for (std::size_t i = 0; i < a.words.size(); ++i)
    for (std::size_t j = 0; j < b.words.size(); ++j)
      if (i != j && a.words[i]->shares_columns_with(b.words[j]->begin, b.words[j]->end)) return false;
  return true;
}

}  // namespace

LayoutColumns::LayoutColumns(const std::vector<LayoutRow>& rows, std::size_t columns) : columns_(columns) {
  for (const LayoutRow& row : rows) {
    if (!is_full(row) || !is_shared_view(row, rows)) continue;
    Bands& bands = bands_.try_emplace(row.page).first->second;
    const bool is_first = bands.empty();
    bands.resize(columns);
    for (std::size_t i = 0; i < columns; ++i) {
      bands[i].begin = is_first ? row.words[i]->begin : std::min(bands[i].begin, row.words[i]->begin);
      bands[i].end = std::max(bands[i].end, row.words[i]->end);
    }
  }
}

bool LayoutColumns::is_full(const LayoutRow& row) const {
  return row.words.size() == columns_ &&
         std::all_of(row.words.begin(), row.words.end(), [](const LayoutWord* word) { return word->is_figure; });
}

bool LayoutColumns::is_shared_view(const LayoutRow& row, const std::vector<LayoutRow>& rows) const {
  std::size_t agreeing = 0;
  std::size_t contradicting = 0;
  for (const LayoutRow& other : rows)
    if (other.page == row.page && is_full(other)) ++(agree(row, other) ? agreeing : contradicting);
  return agreeing > contradicting;
}

std::optional<std::size_t> LayoutColumns::inside(const LayoutWord& word, const Band& band, std::size_t column) {
  return band.begin <= word.begin && word.end <= band.end ? std::optional(column) : std::nullopt;
}

std::optional<std::size_t> LayoutColumns::column_of(const LayoutWord& word, const Bands& bands) {
  std::optional<std::size_t> column;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (!word.shares_columns_with(bands[i].begin, bands[i].end, kRounding)) continue;
    if (column) return std::nullopt;
    column = i;
  }
  return column;
}

std::optional<LayoutCells> LayoutColumns::cells_of(const LayoutRow& row) const {
  LayoutCells cells(columns_);
  if (row.words.empty()) return cells;
  if (columns_ == 1) {
    cells.front() = row.words;
    return cells;
  }
  const auto bands = bands_.find(row.page);
  if (bands == bands_.end()) return std::nullopt;
  const bool every_word_has_its_own = is_full(row);
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const auto column =
        every_word_has_its_own ? inside(*row.words[i], bands->second[i], i) : column_of(*row.words[i], bands->second);
    if (!column) return std::nullopt;
    cells[*column].push_back(row.words[i]);
  }
  return cells;
}

}  // namespace nianbao

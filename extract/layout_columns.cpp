#include "extract/layout_columns.h"

#include <algorithm>
#include <string_view>

namespace nianbao {
namespace {

// Numbers of one column may be a character beside each other, as places are rounded.
constexpr std::size_t kRounding = 1;

// Digits at the end, and behind a sign at most: `.5` and `3-` may be parts of a number. Marks are whole.
bool is_whole(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::none_of(text.begin(), text.end(), is_digit)) return true;
  const std::size_t sign = text.front() == '-' || text.front() == '+' ? 1 : 0;
  const bool ends_with_unit = static_cast<unsigned char>(text.back()) >= 0x80;
  return text.size() > sign && is_digit(text[sign]) && (is_digit(text.back()) || ends_with_unit);
}

}  // namespace

LayoutColumns::LayoutColumns(const std::vector<LayoutRow>& rows, std::size_t columns, LayoutMeasure measure)
    : columns_(columns), measure_(measure) {
  for (const LayoutRow& row : rows)
    if (is_full(row) && is_shared_view(row, rows)) widen_bands(row);
}

LayoutColumns::Band LayoutColumns::place_of(const LayoutWord& word) const {
  const std::size_t shift = measure_ == LayoutMeasure::kWidths ? word.shift : 0;
  return {word.begin + shift, word.end + shift};
}

bool LayoutColumns::is_full(const LayoutRow& row) const {
  if (row.words.size() != columns_) return false;
  for (std::size_t i = 0; i < columns_; ++i) {
    const bool is_close = i > 0 && row.words[i]->begin <= row.words[i - 1]->end + 1;
    if (is_close || !row.words[i]->is_figure || !is_whole(row.words[i]->text)) return false;
  }
  return true;
}

// No value of one row stands in another column of the other row.
bool LayoutColumns::agree(const LayoutRow& a, const LayoutRow& b) const {
  for (std::size_t i = 0; i < a.words.size(); ++i)
    for (std::size_t j = 0; j < b.words.size(); ++j) {
      const Band one = place_of(*a.words[i]);
      const Band other = place_of(*b.words[j]);
      if (i != j && one.first < other.second && other.first < one.second) return false;
    }
  return true;
}

bool LayoutColumns::is_shared_view(const LayoutRow& row, const std::vector<LayoutRow>& rows) {
  std::size_t agreeing = 0;
  std::size_t contradicting = 0;
  for (const LayoutRow& other : rows)
    if (other.page == row.page && is_full(other)) ++(agree(row, other) ? agreeing : contradicting);
  if (contradicting > 0) contradicted_.insert(row.page);
  return agreeing > contradicting;
}

void LayoutColumns::widen_bands(const LayoutRow& row) {
  std::vector<Band>& bands = bands_.try_emplace(row.page).first->second;
  const bool is_first = bands.empty();
  bands.resize(columns_);
  for (std::size_t i = 0; i < columns_; ++i) {
    const Band place = place_of(*row.words[i]);
    bands[i].first = is_first ? place.first : std::min(bands[i].first, place.first);
    bands[i].second = std::max(bands[i].second, place.second);
  }
}

std::optional<std::size_t> LayoutColumns::column_of(const LayoutWord& word, const std::vector<Band>& bands) const {
  const Band place = place_of(word);
  std::optional<std::size_t> column;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (place.first >= bands[i].second + kRounding || bands[i].first >= place.second + kRounding) continue;
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
    const Band place = place_of(*row.words[i]);
    const bool is_inside =
        every_word_has_its_own && bands->second[i].first <= place.first && place.second <= bands->second[i].second;
    const std::optional<std::size_t> column = every_word_has_its_own ? (is_inside ? std::optional(i) : std::nullopt)
                                                                     : column_of(*row.words[i], bands->second);
    if (!column) return std::nullopt;
    cells[*column].push_back(row.words[i]);
  }
  return cells;
}

}  // namespace nianbao

#include "extract/layout_columns.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "schema/text.h"

namespace nianbao {
namespace {

// Numbers of one column may be a character beside each other, as places are rounded.
constexpr std::size_t kRounding = 1;

// What stands no farther apart may be one number.
constexpr std::size_t kClose = 2;

// Digits at the end, and behind a sign at most: `.5` and `3-` may be parts of a number. Marks are whole.
bool is_whole(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (std::none_of(text.begin(), text.end(), is_digit)) return true;
  const std::size_t sign = text.front() == '-' || text.front() == '+' ? 1 : 0;
  const bool ends_with_unit = static_cast<unsigned char>(text.back()) >= 0x80;
  return text.size() > sign && is_digit(text[sign]) && (is_digit(text.back()) || ends_with_unit);
}

bool is_page_of(const std::vector<LayoutRow>& labels, std::size_t page) {
  return std::all_of(labels.begin(), labels.end(), [&](const LayoutRow& label) { return label.page == page; });
}

}  // namespace

LayoutColumns::LayoutColumns(const std::vector<LayoutRow>& rows, const std::vector<LayoutRow>& labels,
                             LayoutMeasure measure)
    : columns_(labels.size()), measure_(measure) {
  for (const LayoutRow& row : rows)
    if (is_full(row) && is_shared_view(row, rows)) widen_bands(row);
  for (const LayoutRow& row : rows) note_fit(row);
  const bool has_others = std::any_of(rows.begin(), rows.end(), [&](const LayoutRow& row) {
    return is_page_of(labels, row.page) && has_more_figures(row);
  });
  bool is_other_table = has_others;
  for (auto& [number, page] : pages_)
    if (is_page_of(labels, number)) {
      page.is_known = !page.bands.empty() && !has_others;
      is_other_table = is_other_table || !page.is_known;
    }
  for (auto& [number, page] : pages_)
    if (!is_page_of(labels, number)) page.is_known = !is_other_table && shows_columns(rows, number);
}

// Some row does, and none has more figures.
bool LayoutColumns::shows_columns(const std::vector<LayoutRow>& rows, std::size_t number) const {
  const Page& page = pages_.at(number);
  const auto fitting = std::count_if(page.fits.begin(), page.fits.end(), [](const auto& fit) { return fit.second; });
  return fitting > 0 && std::none_of(rows.begin(), rows.end(),
                                     [&](const LayoutRow& row) { return row.page == number && has_more_figures(row); });
}

LayoutColumns::Band LayoutColumns::place_of(const LayoutWord& word) const {
  if (measure_ == LayoutMeasure::kCharacters) return {word.begin, word.end};
  return {word.begin + word.shift, word.begin + word.shift + display_width(word.text)};
}

bool LayoutColumns::is_full(const LayoutRow& row) const {
  if (row.words.size() != columns_) return false;
  for (std::size_t i = 0; i < columns_; ++i) {
    const bool is_close = i > 0 && row.words[i]->begin <= row.words[i - 1]->end + kClose;
    if (is_close || !row.words[i]->is_figure || !is_whole(row.words[i]->text)) return false;
  }
  return true;
}

bool LayoutColumns::has_more_figures(const LayoutRow& row) const {
  std::size_t figures = 0;
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const bool is_close = i > 0 && row.words[i]->begin <= row.words[i - 1]->end + kClose;
    if (row.words[i]->is_figure && !is_close) ++figures;
  }
  return figures > columns_;
}

// Values of one column stand one below another, others beside each other.
bool LayoutColumns::agree(const LayoutRow& a, const LayoutRow& b) const {
  for (std::size_t i = 0; i < a.words.size(); ++i)
    for (std::size_t j = 0; j < b.words.size(); ++j) {
      const Band one = place_of(*a.words[i]);
      const Band other = place_of(*b.words[j]);
      const std::size_t rounding = i == j ? kRounding : 0;
      const bool overlap = one.first < other.second + rounding && other.first < one.second + rounding;
      if (overlap != (i == j)) return false;
    }
  return true;
}

bool LayoutColumns::is_shared_view(const LayoutRow& row, const std::vector<LayoutRow>& rows) {
  std::size_t agreeing = 0;
  std::size_t contradicting = 0;
  for (const LayoutRow& other : rows)
    if (other.page == row.page && is_full(other)) ++(agree(row, other) ? agreeing : contradicting);
  if (contradicting > 0) pages_[row.page].is_contradicted = true;
  return agreeing > contradicting;
}

void LayoutColumns::widen_bands(const LayoutRow& row) {
  std::vector<Band>& bands = pages_[row.page].bands;
  const bool is_first = bands.empty();
  bands.resize(columns_);
  for (std::size_t i = 0; i < columns_; ++i) {
    const Band place = place_of(*row.words[i]);
    bands[i].first = is_first ? place.first : std::min(bands[i].first, place.first);
    bands[i].second = std::max(bands[i].second, place.second);
  }
}

void LayoutColumns::note_fit(const LayoutRow& row) {
  const auto page = pages_.find(row.page);
  if (page == pages_.end() || row.words.empty()) return;
  const bool fits = placed(row, page->second).has_value();
  if (is_full(row) || !fits) page->second.fits[row.line] = fits;
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

std::optional<LayoutCells> LayoutColumns::placed(const LayoutRow& row, const Page& page) const {
  if (page.bands.empty()) return std::nullopt;
  LayoutCells cells(columns_);
  const bool every_word_has_its_own = is_full(row);
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const Band place = place_of(*row.words[i]);
    const bool is_inside =
        every_word_has_its_own && page.bands[i].first <= place.first && place.second <= page.bands[i].second;
    const std::optional<std::size_t> column =
        every_word_has_its_own ? (is_inside ? std::optional(i) : std::nullopt) : column_of(*row.words[i], page.bands);
    if (!column) return std::nullopt;
    cells[*column].push_back(row.words[i]);
  }
  return cells;
}

bool LayoutColumns::is_among_others_that_fit(const LayoutRow& row, const Page& page) {
  const auto below = page.fits.upper_bound(row.line);
  const auto at = page.fits.lower_bound(row.line);
  return (below == page.fits.end() || below->second) && (at == page.fits.begin() || std::prev(at)->second);
}

std::optional<LayoutCells> LayoutColumns::cells_of(const LayoutRow& row) const {
  LayoutCells cells(columns_);
  if (row.words.empty()) return cells;
  if (columns_ == 1) {
    cells.front() = row.words;
    return cells;
  }
  const auto page = pages_.find(row.page);
  const bool is_clear =
      page != pages_.end() && page->second.is_known && (is_full(row) || is_among_others_that_fit(row, page->second));
  return is_clear ? placed(row, page->second) : std::nullopt;
}

bool LayoutColumns::is_consistent(std::size_t page) const {
  const auto found = pages_.find(page);
  return found != pages_.end() && found->second.is_known && !found->second.is_contradicted;
}

}  // namespace nianbao

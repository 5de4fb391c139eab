#include "extract/layout_labels.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::size_t kWidestGap = 4;      // columns between words of one cell: letters of a label are drawn apart
constexpr std::size_t kMostLinesDown = 8;  // of the file, from one line of a cell to its next
constexpr std::size_t kMostWords = 24;     // of one cell
constexpr std::size_t kStepsPerLine = 5'000;

LayoutPlace longer(LayoutPlace place, LayoutPlace::Word next, const LayoutWord& word) {
  place.words.push_back(next);
  place.begin = std::min(place.begin, word.begin);
  place.end = std::max(place.end, word.end);
  return place;
}

}  // namespace

bool LayoutLabels::is_exhausted() const { return steps_ > kStepsPerLine * lines_.size(); }

std::optional<LayoutPlace> LayoutLabels::at(const LabelText& label, LayoutPlace::Word start) {
  const LayoutWord& first = word(start);
  ++steps_;
  if (first.is_taken || first.folded.empty()) return std::nullopt;
  Search search{label, std::nullopt};
  grow(search, {{start}, first.begin, first.end}, first.folded);
  return search.best;
}

std::optional<LayoutPlace> LayoutLabels::first(const LabelText& label, std::size_t from, std::size_t end) {
  for (std::size_t line = from; line < end; ++line)
    for (std::size_t i = 0; i < lines_[line].words.size(); ++i)
      if (auto place = at(label, {line, i})) return place;
  return std::nullopt;
}

void LayoutLabels::grow(Search& search, const LayoutPlace& place, const std::string& text) {
  const LabelFit fit = search.label.fit(text);
  if (fit.is_whole && (!search.best || search.best->words.size() < place.words.size())) search.best = place;
  if (!fit.may_go_on || place.words.size() == kMostWords || is_exhausted()) return;
  for (const LayoutPlace::Word next : next_words(place))
    grow(search, longer(place, next, word(next)), text + word(next).folded);
}

// The next word of the same line, then those below: on the nearest line with text in these columns.
std::vector<LayoutPlace::Word> LayoutLabels::next_words(const LayoutPlace& place) {
  std::vector<LayoutPlace::Word> found;
  const LayoutPlace::Word last = place.words.back();
  const std::vector<LayoutWord>& row = lines_[last.line].words;
  if (last.word + 1 < row.size() && !row[last.word + 1].is_taken &&
      row[last.word + 1].begin - row[last.word].end <= kWidestGap)
    found.push_back({last.line, last.word + 1});
  for (std::size_t line = last.line + 1; line < lines_.size(); ++line) {
    if (lines_[line].number - lines_[last.line].number > kMostLinesDown) break;
    bool is_blocked = false;
    for (std::size_t i = 0; i < lines_[line].words.size(); ++i, ++steps_) {
      const LayoutWord& below = lines_[line].words[i];
      if (below.is_taken || !below.shares_columns_with(place.begin, place.end)) continue;
      found.push_back({line, i});
      is_blocked = is_blocked || !below.is_figure;
    }
    if (is_blocked) break;
  }
  return found;
}

}  // namespace nianbao

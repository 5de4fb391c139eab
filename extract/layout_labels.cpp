#include "extract/layout_labels.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::size_t kWidestGap = 4;      // columns between words of one cell: letters of a label are drawn apart
constexpr std::size_t kMostLinesDown = 8;  // of the file, from one line of a cell to its next
constexpr std::size_t kAnywhere = 10'000;
constexpr std::size_t kDrift = 6;       // columns by which lines of one cell may be drawn beside each other
constexpr std::size_t kMostWords = 24;  // of one cell
constexpr std::size_t kStepsPerLine = 1'000;

bool may_follow(const LayoutWord& word) { return !word.is_taken && !word.is_figure && !word.folded.empty(); }

LayoutPlace longer(LayoutPlace place, LayoutPlace::Word next, const LayoutWord& word) {
  place.words.push_back(next);
  place.begin = std::min(place.begin, word.begin);
  place.end = std::max(place.end, word.end);
  return place;
}

}  // namespace

bool LayoutLabels::is_exhausted() const { return steps_ > kStepsPerLine * lines_.size(); }

void LayoutLabels::spend(std::size_t steps) { steps_ += steps; }

std::optional<LayoutPlace> LayoutLabels::at(const LabelText& label, LayoutPlace::Word start) {
  const LayoutWord& first = word(start);
  if (is_exhausted() || !may_follow(first)) return std::nullopt;
  spend(1);
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
  if (!(fit.may_go_on || fit.is_open) || place.words.size() == kMostWords || is_exhausted()) return;
  const auto go_on = [&](LayoutPlace::Word at) { grow(search, longer(place, at, word(at)), text + word(at).folded); };
  const NextWords next = next_words(place);
  if (!fit.may_go_on) {
    const std::vector<LayoutPlace::Word>& likely = next.beside.empty() ? next.below : next.beside;
    if (!likely.empty()) go_on(likely.front());
    return;
  }
  for (const std::vector<LayoutPlace::Word>* likely : {&next.beside, &next.below, &next.askew}) {
    for (const LayoutPlace::Word at : *likely) go_on(at);
    if (search.best && search.best->words.size() > place.words.size()) return;
  }
}

LayoutLabels::NextWords LayoutLabels::next_words(const LayoutPlace& place) {
  NextWords next;
  const LayoutPlace::Word last = place.words.back();
  const std::vector<LayoutWord>& row = lines_[last.line].words;
  if (last.word + 1 < row.size() && may_follow(row[last.word + 1]) &&
      row[last.word + 1].begin - row[last.word].end <= kWidestGap)
    next.beside.push_back({last.line, last.word + 1});
  for (std::size_t line = last.line + 1; line < lines_.size() && next.below.empty(); ++line) {
    if (lines_[line].is_border || lines_[line].number - lines_[last.line].number > kMostLinesDown) break;
    const bool is_next_page = lines_[line].page != lines_[last.line].page;
    next.below = words_below(line, place, is_next_page ? kAnywhere : 0);
    const std::vector<LayoutPlace::Word> askew = words_below(line, place, kDrift);
    next.askew.insert(next.askew.end(), askew.begin(), askew.end());
    if (is_next_page && !lines_[line].words.empty()) break;
  }
  return next;
}

std::vector<LayoutPlace::Word> LayoutLabels::words_below(std::size_t line, const LayoutPlace& place,
                                                         std::size_t margin) {
  std::vector<LayoutPlace::Word> found;
  const std::vector<LayoutWord>& words = lines_[line].words;
  spend(words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    if (may_follow(words[i]) && words[i].shares_columns_with(place.begin, place.end, margin))
      found.push_back({line, i});
  return found;
}

}  // namespace nianbao

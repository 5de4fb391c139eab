#include "extract/layout_header.h"

#include <algorithm>
#include <string>

namespace nianbao {
namespace {

using Word = LayoutPlace::Word;

constexpr std::size_t kWidestGap = 4;  // columns between words of one cell
constexpr std::size_t kMostSteps = 5'000;

bool is_part_of(const std::string& text, const LabelText& label) {
  return std::any_of(label.spellings().begin(), label.spellings().end(), [&](const LabelSpelling& spelling) {
    return spelling.text.find(text) != std::string::npos || text.starts_with(spelling.text);
  });
}

class HeaderReader {
 public:
  HeaderReader(const std::vector<LayoutLine>& lines, LayoutLabels& finder, const BlockLabels& labels)
      : lines_(lines), finder_(finder), labels_(labels) {
    for (std::size_t i = 0; i < labels.header.size(); ++i)
      if (labels.header[i].is_leaf) columns_.push_back({i, {}, {}});
    std::sort(columns_.begin(), columns_.end(), [&](const Column& a, const Column& b) {
      return labels.header[a.header].column < labels.header[b.header].column;
    });
  }

  std::vector<std::optional<LayoutPlace>> read(std::size_t from, std::size_t end) {
    for (std::size_t line = from; line < end; ++line)
      for (std::size_t i = 0; i < lines_[line].words.size(); ++i)
        if (may_be_of_label(lines_[line].words[i])) words_.push_back({line, i});
    if (words_.size() < columns_.size() || !assign(0, 0)) return {};
    std::vector<std::optional<LayoutPlace>> header(labels_.header.size());
    for (const Column& column : columns_) header[column.header] = place_of(column);
    return header;
  }

 private:
  struct Column {
    std::size_t header = 0;  // place in labels.header
    std::vector<Word> words;
    std::string text;
  };

  const LayoutWord& word(Word at) const { return lines_[at.line].words[at.word]; }

  bool may_be_of_label(const LayoutWord& word) const {
    return !word.is_taken && !word.is_figure && !word.folded.empty() &&
           std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) {
             return is_part_of(word.folded, labels_.header[column.header].text);
           });
  }

  // Gives words `index` and those behind it to columns; on its line only columns from `first` on are left.
  bool assign(std::size_t index, std::size_t first) {
    finder_.spend(1);
    if (++steps_ > kMostSteps || finder_.is_exhausted()) return false;
    if (index == words_.size())
      return std::all_of(columns_.begin(), columns_.end(), [&](const Column& column) {
        return labels_.header[column.header].text.fit(column.text).is_whole;
      });
    const Word at = words_[index];
    if (index == 0 || words_[index - 1].line != at.line) first = 0;
    for (std::size_t c = first; c < columns_.size(); ++c) {
      Column& column = columns_[c];
      if (!may_go_on(column, at)) continue;
      const std::string before = column.text;
      column.text += word(at).folded;
      column.words.push_back(at);
      if (assign(index + 1, c)) return true;
      column.words.pop_back();
      column.text = before;
    }
    return false;
  }

  // Whether the word goes on with the label of the column; on one line only right beside its last word.
  bool may_go_on(const Column& column, Word at) const {
    if (!column.words.empty() && column.words.back().line == at.line &&
        word(at).begin - word(column.words.back()).end > kWidestGap)
      return false;
    const LabelFit fit = labels_.header[column.header].text.fit(column.text + word(at).folded);
    return fit.is_whole || fit.may_go_on;
  }

  LayoutPlace place_of(const Column& column) const {
    LayoutPlace place{column.words, word(column.words.front()).begin, 0};
    for (const Word at : column.words) {
      place.begin = std::min(place.begin, word(at).begin);
      place.end = std::max(place.end, word(at).end);
    }
    return place;
  }

  const std::vector<LayoutLine>& lines_;
  LayoutLabels& finder_;
  const BlockLabels& labels_;
  std::vector<Column> columns_;
  std::vector<Word> words_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<std::optional<LayoutPlace>> find_layout_header(const std::vector<LayoutLine>& lines, LayoutLabels& finder,
                                                           const BlockLabels& labels, std::size_t from,
                                                           std::size_t end) {
  return HeaderReader(lines, finder, labels).read(from, end);
}

}  // namespace nianbao

// Labels in a text whose columns are told by place, where narrow cells break them over several lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/layout_lines.h"
#include "schema/form_anchors.h"

namespace nianbao {

// The words of one cell, from the top.
struct LayoutPlace {
  struct Word {
    std::size_t line = 0;  // index of both
    std::size_t word = 0;
  };
  std::vector<Word> words;  // at least one
  std::size_t begin = 0;    // columns that they cover together
  std::size_t end = 0;

  std::size_t first_line() const { return words.front().line; }
  std::size_t last_line() const { return words.back().line; }
};

class LayoutLabels {
 public:
  // `lines` must outlive this; words that are taken are left alone.
  explicit LayoutLabels(const std::vector<LayoutLine>& lines) : lines_(lines) {}

  // The longest spelling of `label` that begins with this word and goes on with the next one on its line or with what
  // stands right below, no text of other words between. Of an explanation in brackets behind the label all is part of
  // it. Nothing where none is complete.
  std::optional<LayoutPlace> at(const LabelText& label, LayoutPlace::Word start);

  // The first such place in lines `from` up to before `end`.
  std::optional<LayoutPlace> first(const LabelText& label, std::size_t from, std::size_t end);

  // True once more was looked at than honest texts of this length need; nothing is found any more.
  bool is_exhausted() const;

  // Counts what others looked at on behalf of this text.
  void spend(std::size_t steps);

 private:
  struct Search {
    const LabelText& label;
    std::optional<LayoutPlace> best;
  };
  void grow(Search& search, const LayoutPlace& place, const std::string& text);
  // What may go on with a place, the likeliest first. Figures are never part of a label: they may be values.
  struct NextWords {
    std::vector<LayoutPlace::Word> beside;  // the next word of the same line
    std::vector<LayoutPlace::Word> below;   // on the nearest line that has words right below, or the next page's first
    std::vector<LayoutPlace::Word> askew;   // below, drawn a little beside
  };
  NextWords next_words(const LayoutPlace& place);
  std::vector<LayoutPlace::Word> words_below(std::size_t line, const LayoutPlace& place, std::size_t margin);

  const LayoutWord& word(LayoutPlace::Word at) const { return lines_[at.line].words[at.word]; }

  const std::vector<LayoutLine>& lines_;
  std::size_t steps_ = 0;
};

}  // namespace nianbao

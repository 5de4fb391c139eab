#include "extract/flow_text.h"

#include <algorithm>

#include "schema/direction.h"

namespace nianbao {
FlowText::FlowText(const std::vector<const Paragraph*>& paragraphs) {
  // So many empty lines in a row are never needed to tell cells apart.
  constexpr std::size_t kMostEmptyLines = 40;
  std::size_t previous = 0;
  for (const Paragraph* paragraph : paragraphs) {
    if (previous > 0) text_.append(std::min(paragraph->ordinal - previous, kMostEmptyLines), '\n');
    line_starts_.push_back(text_.size());
    line_numbers_.push_back(paragraph->ordinal);
    text_ += paragraph->text;
    previous = paragraph->ordinal;
  }
  traced_ = traced_fold(text_);
}

std::size_t FlowText::end_before(std::size_t place) const {
  if (place == 0) return 0;
  const std::size_t begin = traced_.origin[place - 1];
  std::size_t end = begin + first_character(std::string_view(text_).substr(begin)).size();
  const std::size_t next = traced_.origin[place];
  const std::string_view dropped = trim(std::string_view(text_).substr(end, next - end));
  const bool is_quote = dropped.data() == text_.data() + end && !changes_direction(dropped);
  if (is_quote) end += dropped.size();
  return end;
}

std::string_view FlowText::printed(std::size_t from, std::size_t to) const {
  const std::size_t begin = end_before(from);
  return std::string_view(text_).substr(begin, traced_.origin[to] - begin);
}

std::size_t FlowText::line_at(std::size_t from, std::size_t offset) const {
  const auto behind = std::upper_bound(line_starts_.begin(), line_starts_.end(), end_before(from) + offset);
  return line_numbers_[static_cast<std::size_t>(behind - line_starts_.begin()) - 1];
}

std::vector<Paragraph> FlowText::paragraphs(std::size_t from, std::size_t to) const {
  std::vector<Paragraph> found;
  const std::size_t begin = end_before(from);
  const std::size_t end = traced_.origin[to];
  const auto behind = std::upper_bound(line_starts_.begin(), line_starts_.end(), begin);
  for (auto i = static_cast<std::size_t>(behind - line_starts_.begin()) - 1; i < line_starts_.size(); ++i) {
    if (line_starts_[i] >= end) break;
    const std::size_t line_end = i + 1 < line_starts_.size() ? line_starts_[i + 1] : text_.size();
    const std::size_t first = std::max(begin, line_starts_[i]);
    const std::size_t last = std::min(end, line_end);
    if (first >= last) continue;
    std::string text = text_.substr(first, last - first);
    text.erase(text.find_last_not_of('\n') + 1);
    if (!is_blank(text)) found.push_back({.text = std::move(text), .ordinal = line_numbers_[i], .is_line = true});
  }
  return found;
}

}  // namespace nianbao

#include "schema/claim_words.h"

#include <algorithm>
#include <utility>

namespace nianbao {

Words::Words(std::vector<std::u32string> words) : words_(std::move(words)) {
  for (const std::u32string& word : words_) {
    firsts_.set(word.front() % kSlots);
    lasts_.set(word.back() % kSlots);
  }
}

std::u32string_view word_at_start(std::u32string_view text, const Words& words) {
  if (text.empty() || !words.may_begin_with(text.front())) return {};
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::u32string& word) { return text.starts_with(word); });
  return found == words.end() ? std::u32string_view() : text.substr(0, found->size());
}

std::u32string_view word_at_end(std::u32string_view text, const Words& words) {
  if (text.empty() || !words.may_end_with(text.back())) return {};
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::u32string& word) { return text.ends_with(word); });
  return found == words.end() ? std::u32string_view() : text.substr(text.size() - found->size());
}

bool holds_one_of(std::u32string_view text, const Words& words) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (words.may_begin_with(text[at]) && !word_at_start(text.substr(at), words).empty()) return true;
  return false;
}

bool is_one_of(std::u32string_view text, const Words& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_made_of(std::u32string_view text, const Words& words) {
  while (!text.empty()) {
    const std::size_t length = word_at_start(text, words).size();
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace nianbao

#include "schema/claim_words.h"

#include <algorithm>

namespace nianbao {

std::u32string_view word_at_start(std::u32string_view text, const Words& words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::u32string& word) { return text.starts_with(word); });
  return found == words.end() ? std::u32string_view() : text.substr(0, found->size());
}

std::u32string_view word_at_end(std::u32string_view text, const Words& words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::u32string& word) { return text.ends_with(word); });
  return found == words.end() ? std::u32string_view() : text.substr(text.size() - found->size());
}

bool holds_one_of(std::u32string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::u32string& word) { return text.find(word) != std::u32string_view::npos; });
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

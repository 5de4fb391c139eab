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

}  // namespace nianbao

#include "schema/term_index.h"

#include <algorithm>

namespace nianbao {

void TermIndex::add(const std::u32string& word, Meanings meanings) {
  firsts_.set(word.front() % kSlots);
  std::vector<Term>& terms = terms_[word.front()];
  const auto same = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.word == word; });
  if (same != terms.end()) {
    same->meanings |= meanings;
    return;
  }
  const auto shorter =
      std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.word.size() < word.size(); });
  terms.insert(shorter, {word, meanings});
}

TermMatch TermIndex::longest_at(std::u32string_view text, std::size_t at) const {
  if (!firsts_[text[at] % kSlots]) return {};
  const auto found = terms_.find(text[at]);
  if (found == terms_.end()) return {};
  const std::u32string_view rest = text.substr(at);
  for (const Term& term : found->second)
    if (rest.starts_with(term.word)) return {term.word.size(), term.meanings};
  return {};
}

}  // namespace nianbao

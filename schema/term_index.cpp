#include "schema/term_index.h"

#include <algorithm>

namespace nianbao {

void TermIndex::add(const std::u32string& word, Meanings meanings) {
  const std::uint64_t begin = key(word.front(), word.size() > 1 ? word[1] : 0);
  firsts_.set(word.front() % kSlots);
  keys_.set(slot(begin));
  std::vector<Term>& terms = terms_[begin];
  const auto same = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.word == word; });
  if (same != terms.end()) {
    same->meanings |= meanings;
    return;
  }
  const auto shorter =
      std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.word.size() < word.size(); });
  terms.insert(shorter, {word, meanings});
}

const std::vector<TermIndex::Term>* TermIndex::terms_with(std::uint64_t key) const {
  if (!keys_[slot(key)]) return nullptr;
  const auto found = terms_.find(key);
  return found == terms_.end() ? nullptr : &found->second;
}

TermMatch TermIndex::longest_at(std::u32string_view text, std::size_t at) const {
  if (!firsts_[text[at] % kSlots]) return {};
  const std::u32string_view rest = text.substr(at);
  if (rest.size() > 1)
    if (const std::vector<Term>* terms = terms_with(key(rest[0], rest[1])))
      for (const Term& term : *terms)
        if (rest.starts_with(term.word)) return {term.word.size(), term.meanings};
  const std::vector<Term>* const single = terms_with(key(rest[0], 0));
  return single == nullptr ? TermMatch{} : TermMatch{1, single->front().meanings};
}

}  // namespace nianbao

#include "audit/claim_phrase.h"

#include <algorithm>

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

// The last few words of a phrase are enough, however long it is.
void push(std::vector<ClaimWord>& words, const ClaimWord& word) {
  constexpr size_t kMostWords = 8;
  if (words.size() == kMostWords) words.erase(words.begin());
  words.push_back(word);
}

bool ends_phrase(const Token& token, const ClaimPhrase& phrase) {
  switch (token.kind) {
    case TokenKind::kNumber:
    case TokenKind::kClause:
    case TokenKind::kSentence:
    case TokenKind::kParagraph:
      return true;
    case TokenKind::kList:
      return token.begin == phrase.begin;
    default:
      return false;
  }
}

}  // namespace

size_t ClaimPhrase::end_of_words() const {
  const size_t predicate = predicates.empty() ? 0 : predicates.back().end;
  return std::max(predicate, contexts.empty() ? 0 : contexts.back().end);
}

void PhraseReader::add(ClaimPhrase& phrase, const Token& token) const {
  const ClaimWord word{token.meanings, token.begin, token.end};
  if (words_.has_role(token.meanings, TermRole::kPredicate) && !is_absorbed(phrase, word))
    push(phrase.predicates, word);
  if (words_.has_role(token.meanings, TermRole::kContext)) push(phrase.contexts, word);
  if (words_.has_role(token.meanings, TermRole::kOneOfSeveral)) ++phrase.kinds;
  phrase.marks |= token.meanings;
}

bool PhraseReader::is_absorbed(ClaimPhrase& phrase, const ClaimWord& word) const {
  if (!phrase.has_predicate() || phrase.predicates.back().end != word.begin) return false;
  const auto absorbs = words_.absorbs.find(phrase.predicates.back().meanings);
  if (absorbs == words_.absorbs.end() || (absorbs->second & word.meanings) == 0) return false;
  phrase.predicates.back().end = word.end;
  return true;
}

ClaimPhrase PhraseReader::behind(size_t from, const Sentence& sentence) const {
  constexpr size_t kMostTokens = 64;
  ClaimPhrase phrase;
  phrase.begin = prose_.tokens[from - 1].end;
  phrase.end = sentence.end;
  const size_t last = std::min(sentence.second, from + kMostTokens);
  int kinds = 0;
  for (size_t i = from; i < last; ++i) {
    const Token& token = prose_.tokens[i];
    phrase.end = token.begin;
    phrase.ends_at_number = token.kind == TokenKind::kNumber;
    if (ends_phrase(token, phrase)) break;
    phrase.end = i + 1 == sentence.second ? sentence.end : token.end;
    if (token.kind != TokenKind::kTerm) continue;
    add(phrase, token);
    if (phrase.contexts.empty()) kinds = phrase.kinds;
  }
  phrase.kinds = kinds;  // 3件网上申请 are some of them; 3件申请均为网上提交 are all
  return phrase;
}

bool PhraseReader::is_plain(size_t begin, size_t end) const {
  constexpr size_t kLongest = 80;
  return begin >= end || (end - begin <= kLongest && is_made_of(prose_.between(begin, end), words_.plain));
}

bool PhraseReader::is_filler(size_t begin, size_t end) const {
  const u32string_view text = prose_.between(begin, end);
  return text.empty() || is_one_of(text, words_.fillers);
}

bool PhraseReader::is_made_of_fillers(size_t begin, size_t end) const {
  return is_made_of(prose_.between(begin, end), words_.fillers);
}

bool PhraseReader::names_several(const ClaimPhrase& phrase) const {
  return phrase.predicates.size() >= 2 &&
         is_one_of(prose_.between(phrase.predicates[0].end, phrase.predicates[1].begin), words_.connectors);
}

bool PhraseReader::is_inside(const ClaimPhrase& phrase) const {
  return !word_at_end(prose_.between(phrase.begin, phrase.end), words_.inside).empty();
}

bool PhraseReader::is_from_inside(const ClaimPhrase& behind) const {
  if (behind.contexts.empty() || behind.contexts.front().end > behind.predicates.front().begin) return false;
  const u32string_view gap = prose_.between(behind.contexts.front().end, behind.predicates.front().begin);
  return !word_at_start(gap, words_.inside).empty();
}

void PhraseReader::leave_out_list(ClaimPhrase& phrase) const {
  if (phrase.contexts.empty()) return;
  const size_t first = phrase.contexts.front().begin;
  const size_t last = phrase.contexts.back().end;
  std::erase_if(phrase.predicates, [&](const ClaimWord& word) {
    return (word.begin >= last && is_one_of(prose_.between(last, word.begin), words_.connectors)) ||
           (word.end <= first && is_one_of(prose_.between(word.end, first), words_.connectors));
  });
}

bool PhraseReader::has_plain_tail(const ClaimPhrase& behind) const {
  if (behind.contexts.empty()) return true;
  const size_t last = behind.contexts.back().end;
  const u32string_view tail = prose_.between(last, std::max(last, behind.end));
  return is_plain(last, behind.end) || !word_at_start(tail, words_.connectors).empty() ||
         (behind.has_predicate() && behind.predicates.back().begin >= last);
}

bool PhraseReader::is_plain_none(size_t begin, const ClaimPhrase& behind) const {
  if (behind.contexts.empty()) return !behind.has_predicate() && is_plain(begin, behind.end);
  const size_t context = behind.contexts.front().begin;
  for (const ClaimWord& predicate : behind.predicates)
    if (predicate.end <= context) begin = predicate.end;
  return is_plain(begin, context);
}

}  // namespace nianbao

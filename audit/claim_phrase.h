// Parts of a clause, and the words in them that may say what a number is about.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/prose.h"
#include "schema/claim_words.h"

namespace nianbao {

// A word whose meanings matter, and where it stands: characters of the plain text.
struct ClaimWord {
  Meanings meanings = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What stands in a part of a clause: predicates and contexts in order, and the marks around them.
struct ClaimPhrase {
  std::vector<ClaimWord> predicates;
  std::vector<ClaimWord> contexts;
  Meanings marks = 0;
  int kinds = 0;  // words that name one kind of several
  std::size_t begin = 0;
  std::size_t end = 0;
  bool ends_at_number = false;

  bool has_predicate() const { return !predicates.empty(); }

  // Behind its last predicate and context; 0 where it has none.
  std::size_t end_of_words() const;
};

class PhraseReader {
 public:
  // Keeps references.
  PhraseReader(const Prose& prose, const ClaimWords& words) : prose_(prose), words_(words) {}

  // Adds a term to the phrase. 结转下年度|办理: the second word says nothing more.
  void add(ClaimPhrase& phrase, const Token& token) const;

  // The words from token `from` (not the first) to the next mark or number of the sentence, at most 64 tokens of them.
  ClaimPhrase behind(std::size_t from, const Sentence& sentence) const;

  // Whether the text narrows nothing and is no longer than 80 characters: 收到|公民提出的|申请, not 收到|取水许可|申请.
  bool is_plain(std::size_t begin, std::size_t end) const;

  // Whether it is empty or one of the words that may part a number from its clause: 共.
  bool is_filler(std::size_t begin, std::size_t end) const;

  // Whether it is made of such words.
  bool is_made_of_fillers(std::size_t begin, std::size_t end) const;

  // 无法提供及不予处理: two predicates joined.
  bool names_several(const ClaimPhrase& phrase) const;

  // 收到的13件申请中: what comes next are some of them.
  bool is_inside(const ClaimPhrase& phrase) const;

  // 12件|申请中予以公开: the predicate is about some of those counted.
  bool is_from_inside(const ClaimPhrase& behind) const;

  // 行政复议、行政诉讼、举报: takes away the predicates that stand in a list with the contexts.
  void leave_out_list(ClaimPhrase& phrase) const;

  // Whether what follows the last context narrows nothing: 行政复议案件发生, not 行政复议决定不履行情况. True where a
  // list goes on, and where there is no context.
  bool has_plain_tail(const ClaimPhrase& behind) const;

  // Whether between 未收到, which ends at `begin`, and the first context of the phrase behind nothing narrows it:
  // 未收到申请, 没有结转下年度的申请; not 未收到其他申请. Without a context, whether nothing is said behind at all.
  bool is_plain_none(std::size_t begin, const ClaimPhrase& behind) const;

 private:
  bool is_absorbed(ClaimPhrase& phrase, const ClaimWord& word) const;

  const Prose& prose_;
  const ClaimWords& words_;
};

}  // namespace nianbao

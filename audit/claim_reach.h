// With which predicates and contexts a number of the narrative is tried, by where they stand.
#pragma once

#include <cstddef>
#include <vector>

#include "audit/claim_phrase.h"
#include "audit/claim_subjects.h"
#include "audit/prose.h"

namespace nianbao {

// What has been read when a number, or a word that says that there were none, is reached.
struct ClaimScene {
  Sentence sentence;
  std::size_t index = 0;                   // of its token
  ClaimPhrase own;                         // since the last mark or number
  ClaimPhrase before;                      // the clause before, where no number parts them
  std::vector<ClaimWord> context;          // the last ones in the paragraph
  std::vector<ClaimWord> last_predicates;  // of the last number
  bool in_list = false;                    // the clause follows a number and 、
  bool other_work = false;                 // the last number of the sentence is about something else
};

class ReachFinder {
 public:
  // Keeps references; the scene is that of the moment when a function is called.
  ReachFinder(const ClaimScene& scene, const Prose& prose, const ClaimWords& words, const PhraseReader& phrases,
              const ClaimSubjects& subjects)
      : scene_(scene), prose_(prose), words_(words), phrases_(phrases), subjects_(subjects) {}

  // Of a number; `behind` are the words between it and the next mark or number.
  ClaimReach of_number(const Token& token, const ClaimPhrase& behind) const;

  // Of words that say that there were none; `stands_for` is the predicate that they hold themselves (未收到), or 0.
  ClaimReach of_none(const Token& token, const ClaimPhrase& behind, Meanings stands_for) const;

  // 无政府信息公开申请。 or 政府信息公开申请无。: nothing but the context, which `reach` then has.
  bool is_bare(const Token& token, const ClaimPhrase& behind, ClaimReach& reach) const;

  // What stands around a number of the scene: 新收的12件申请均已答复; 收到389件，占总量的61.7%;
  // 行政复议11件，其中涉及信息 公开4件: the cases that the report is about are a later number of the sentence.
  bool is_answered(const ClaimPhrase& behind) const;
  bool is_share() const;
  bool is_wider() const;

 private:
  void find_predicates(const Token& token, const ClaimPhrase& behind, ClaimReach& reach) const;
  void reach_back(ClaimReach& reach) const;
  void reach_on(ClaimReach& reach) const;
  bool counts_some(const Token& token, const ClaimPhrase& behind) const;
  bool goes_on() const;
  bool are_plain_between(const ClaimReach& reach, const TextNumber& number) const;
  bool is_of_things(const Token& token) const;
  bool is_bare_number(const ClaimReach& reach, const Token& token) const;
  bool is_owned(const Token& token, const ClaimPhrase& behind) const;
  bool is_behind_colon() const;

  const ClaimScene& scene_;
  const Prose& prose_;
  const ClaimWords& words_;
  const PhraseReader& phrases_;
  const ClaimSubjects& subjects_;
};

}  // namespace nianbao

// What a number of the narrative is about, by the words around it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "audit/claim_phrase.h"
#include "audit/prose.h"
#include "schema/claim_words.h"

namespace nianbao {

// What a number is tried with: its predicates and contexts, the nearest first.
struct ClaimReach {
  std::vector<ClaimWord> predicates;  // empty: no predicate
  std::vector<ClaimWord> contexts;
  bool own_context = false;
  bool owned = false;   // the context alone says what is counted
  bool behind = false;  // the predicate stands behind the number
  bool is_apart = false;  // other words stand between them all and the number: 收到申请后主动与申请人沟通30次
  bool is_plain = true;  // nothing between the words narrows what is counted: 收到取水许可申请
};

// What else decides.
struct Surroundings {
  bool is_number = true;  // or words that say that there were none
  bool is_off_topic = false;
  bool is_part = false;           // 其中, or one kind of several: 网上
  bool is_answered = false;       // 新收的12件申请均已答复
  bool is_wider = false;          // a part of it follows, and that is what the report is about
  bool is_share = false;          // its share of a whole stands behind it
  bool names_proactive = false;   // 主动公开 stands in the sentence
  bool names_disclosure = false;  // 信息公开 stands near
  bool has_own_context = false;
  std::optional<int> year;  // the last one that the sentence names
};

class ClaimSubjects {
 public:
  // Keeps references to `prose` and `words`. `report_year` is nothing where the report states none.
  ClaimSubjects(const Prose& prose, const ClaimWords& words, std::optional<int> report_year)
      : prose_(prose), words_(words), report_year_(report_year) {}

  // The subject of the nearest predicate, then those of the other predicates of the clause: 受理并答复 may mean either.
  // `unit` is empty where none is printed; `behind` are the words behind the number.
  std::vector<const Subject*> of(const ClaimReach& reach, const std::u32string& unit, const ClaimPhrase& behind,
                                 const Surroundings& around) const;

  // Of 无 beside a context alone.
  std::vector<const Subject*> of_none(const ClaimReach& reach, const Surroundings& around) const;

  // Of an outcome that all numbers of the sentence had; one at most.
  std::vector<const Subject*> of_outcome(const ClaimReach& reach) const;

  // Whether a subject has a predicate with one of these meanings.
  bool know(Meanings meanings) const;

  // Whether a predicate of the phrase is of no subject.
  bool name_another(const ClaimPhrase& phrase) const;

 private:
  bool matches(const std::vector<Meanings>& alternatives, const std::vector<ClaimWord>& found) const;
  Meanings joined_at_end(const std::vector<ClaimWord>& found) const;
  bool fits(const Subject& subject, const ClaimReach& reach, const Surroundings& around) const;
  bool is_of_year(const Subject& subject, std::optional<int> year) const;

  const Prose& prose_;
  const ClaimWords& words_;
  std::optional<int> report_year_;
};

}  // namespace nianbao

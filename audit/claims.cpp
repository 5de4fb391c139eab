#include "audit/claims.h"

#include <algorithm>

#include "audit/claim_subjects.h"

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

class ClaimFinder {
 public:
  ClaimFinder(const Prose& prose, const ClaimWords& words, std::optional<int> year)
      : prose_(prose), words_(words), subjects_(prose, words, year) {}

  std::vector<Claim> find() {
    for (const auto& [first, second] : sentences_of(prose_)) {
      begin_sentence(first, second);
      for (index_ = first; index_ < second; ++index_) take(prose_.tokens[index_]);
      claim_of_all();
      end_paragraph(prose_.tokens[second - 1]);
    }
    return std::move(claims_);
  }

 private:
  // --- sentence ---------------------------------------------------------------------------------------------------

  // A paragraph of a few words names what the next one is about.
  void end_paragraph(const Token& last) {
    constexpr size_t kLongestHeading = 20;
    if (last.kind != TokenKind::kParagraph) return;
    if (last.end - paragraph_begin_ > kLongestHeading) context_.clear();
    paragraph_begin_ = last.end;
  }

  void begin_sentence(size_t first, size_t second) {
    sentence_begin_ = first == 0 ? 0 : prose_.tokens[first - 1].end;
    sentence_end_ = prose_.tokens[second - 1].end;
    end_ = second;
    first_claim_ = claims_.size();
    reaches_.clear();
    sentence_marks_ = 0;
    for (size_t i = first; i < second; ++i) sentence_marks_ |= prose_.tokens[i].meanings;
    is_shared_ = false;
    outcome_of_all_ = 0;
    year_.reset();
    start_phrase(sentence_begin_);
    before_ = {};
    in_list_ = false;
  }

  void start_phrase(size_t begin) {
    own_ = {};
    own_.begin = begin;
  }

  // --- tokens -----------------------------------------------------------------------------------------------------

  void take(const Token& token) {
    switch (token.kind) {
      case TokenKind::kTerm:
        return take_term(token);
      case TokenKind::kDate:
        return take_date(token);
      case TokenKind::kNumber:
        return take_number(token);
      case TokenKind::kList:
        if (number_end_ == token.begin || is_behind_) end_clause(token), in_list_ = true;
        return;
      default:
        return end_clause(token), void(in_list_ = false);
    }
  }

  void end_clause(const Token& token) {
    is_behind_ = false;
    if (is_colon(prose_.between(token.begin, token.end))) is_shared_ = false;  // 分别为：予以公开20件
    own_.end = token.begin;
    note_outcome_of_all();
    if (own_.has_predicate() || !own_.contexts.empty()) before_ = own_;
    // 收到申请情况：线上：2件: 线上 says which of them.
    else if (is_colon(prose_.between(token.begin, token.end)))
      before_ = {};
    remember_context(own_);
    start_phrase(token.end);
  }

  void remember_context(const ClaimPhrase& phrase) {
    if (!phrase.contexts.empty()) context_ = phrase.contexts;
  }

  void take_date(const Token& token) {
    const TextDate& date = prose_.dates[token.index];
    if (date.year != 0) year_ = date.year;
    date_end_ = token.end;
    if (date.month != 0) own_.has_month = true;
  }

  void take_term(const Token& token) {
    if (words_.has_role(token.meanings, TermRole::kNegation)) return take_negation(token);
    if (words_.has_role(token.meanings, TermRole::kShared)) is_shared_ = true;
    // 2022年结转4件，年内办结70件: the year is over where a number of its own stands between.
    if (words_.has_role(token.meanings, TermRole::kThisYear) && number_end_ > date_end_) year_.reset();
    add(own_, token);
  }

  void add(ClaimPhrase& phrase, const Token& token) const {
    const ClaimWord word{token.meanings, token.begin, token.end};
    if (words_.has_role(token.meanings, TermRole::kPredicate) && !is_absorbed(phrase, word))
      push(phrase.predicates, word);
    if (words_.has_role(token.meanings, TermRole::kContext)) push(phrase.contexts, word);
    if (words_.has_role(token.meanings, TermRole::kOneOfSeveral)) ++phrase.kinds;
    phrase.marks |= token.meanings;
  }

  // 结转下年度|办理: the second word says nothing more.
  bool is_absorbed(ClaimPhrase& phrase, const ClaimWord& word) const {
    if (!phrase.has_predicate() || phrase.predicates.back().end != word.begin) return false;
    const auto absorbs = words_.absorbs.find(phrase.predicates.back().meanings);
    if (absorbs == words_.absorbs.end() || (absorbs->second & word.meanings) == 0) return false;
    phrase.predicates.back().end = word.end;
    return true;
  }

  // The last few words of a phrase are enough, however long it is.
  static void push(std::vector<ClaimWord>& words, const ClaimWord& word) {
    constexpr size_t kMostWords = 8;
    if (words.size() == kMostWords) words.erase(words.begin());
    words.push_back(word);
  }

  // --- numbers ----------------------------------------------------------------------------------------------------

  void take_number(const Token& token) {
    const TextNumber& number = prose_.numbers[token.index];
    own_.end = token.begin;
    is_behind_ = false;
    near_marks_ = own_.marks | before_.marks | (in_list_ ? near_marks_ : 0);
    const ClaimPhrase behind = phrase_behind(index_ + 1);
    if (may_be_claim(number, behind)) {
      const ClaimReach reach = reach_of(token, behind);
      Claim claim{.begin = number.begin, .end = number.end, .value = number.value, .is_about = number.is_about};
      claim.number = token.index;
      claim.subjects = subjects_.of(reach, number.unit, behind, surroundings(behind, true));
      last_predicates_ = reach.predicates;
      is_behind_ = reach.behind;
      keep(std::move(claim), reach);
    }
    remember_context(own_);
    // 受理行政许可申请: what follows is about them too, and they are none of ours.
    if (own_.has_predicate() && !own_.contexts.empty() && !subjects_.know(own_.predicates.back().meanings))
      context_.clear();
    before_ = {};
    number_end_ = token.end;
    start_phrase(token.end);
  }

  static constexpr size_t kFarthestApart = 6;
  static constexpr size_t kMostTokens = 64;  // of a phrase, so that time stays linear

  // The words between a number and the next mark or number.
  ClaimPhrase phrase_behind(size_t from) const {
    ClaimPhrase phrase;
    phrase.begin = prose_.tokens[from - 1].end;
    phrase.end = sentence_end_;
    const size_t last = std::min(end_, from + kMostTokens);
    int kinds = 0;
    for (size_t i = from; i < last; ++i) {
      const Token& token = prose_.tokens[i];
      const bool ends = token.kind == TokenKind::kNumber || token.kind == TokenKind::kClause ||
                        token.kind == TokenKind::kSentence || token.kind == TokenKind::kParagraph ||
                        (token.kind == TokenKind::kList && token.begin == phrase.begin);
      if (ends) {
        phrase.end = token.begin;
        break;
      }
      if (token.kind != TokenKind::kTerm) continue;
      add(phrase, token);
      if (phrase.contexts.empty()) kinds = phrase.kinds;
    }
    phrase.kinds = kinds;  // 3件网上申请 are some of them; 3件申请均为网上提交 are all
    return phrase;
  }

  bool may_be_claim(const TextNumber& number, const ClaimPhrase& behind) const {
    return !number.is_each && !is_shared_ && !words_.has_role(own_.marks, TermRole::kExcludes) && !own_.has_month &&
           !words_.has_role(behind.marks, TermRole::kNegation);
  }

  ClaimReach reach_of(const Token& token, const ClaimPhrase& behind) const {
    ClaimReach reach;
    reach.contexts = own_.contexts;
    if (reach.contexts.empty()) reach.contexts = behind.contexts;
    reach.own_context = !reach.contexts.empty();
    if (reach.contexts.empty()) reach.contexts = context_;
    const bool is_part = words_.has_role(own_.marks, TermRole::kPart);
    if (own_.has_predicate()) {
      constexpr size_t kFarthest = 3;
      reach.predicates = own_.predicates;
      reach.is_far = token.begin - own_.predicates.back().end > kFarthest;
      reach.is_apart = token.begin - end_of_words(own_) > kFarthestApart;
    } else if (in_list_ && !own_.contexts.empty()) {
      reach.predicates = last_predicates_;
    } else if ((!own_.contexts.empty() && is_owned(token, behind)) || names_several(behind)) {
      // The context alone; of 17件为无法提供及不予处理 neither predicate.
    } else if (behind.has_predicate() && !(is_part && subjects_.name_another(behind))) {
      reach.predicates = {behind.predicates.front()};
      reach.behind = true;
    } else if ((own_.end > own_.begin || is_behind_colon()) && is_filler(own_.begin, own_.end) &&
               before_.has_predicate()) {
      reach_back(reach);
    } else if (is_part) {
      reach_on(reach);
    }
    reach.owned = reach.predicates.empty() && is_owned(token, behind);
    return reach;
  }

  bool names_several(const ClaimPhrase& behind) const {
    if (behind.predicates.size() < 2) return false;
    const u32string_view between = prose_.between(behind.predicates[0].end, behind.predicates[1].begin);
    return std::find(words_.connectors.begin(), words_.connectors.end(), between) != words_.connectors.end();
  }

  static size_t end_of_words(const ClaimPhrase& phrase) {
    const size_t predicate = phrase.predicates.empty() ? 0 : phrase.predicates.back().end;
    return std::max(predicate, phrase.contexts.empty() ? 0 : phrase.contexts.back().end);
  }

  // 行政复议共3件 and 3件行政复议, but not 行政诉讼案件中有3件: then the context alone says what is counted.
  bool is_owned(const Token& token, const ClaimPhrase& behind) const {
    constexpr size_t kNear = 2;
    if (!own_.contexts.empty()) return is_filler(own_.contexts.back().end, token.begin);
    return !behind.contexts.empty() && behind.contexts.front().begin - behind.begin <= kNear;
  }

  bool is_filler(size_t begin, size_t end) const {
    const u32string_view text = prose_.between(begin, end);
    return text.empty() || std::find(words_.fillers.begin(), words_.fillers.end(), text) != words_.fillers.end();
  }

  // 新收：12件
  bool is_behind_colon() const { return own_.begin > 0 && is_colon(prose_.between(own_.begin - 1, own_.begin)); }

  static bool is_colon(u32string_view mark) { return mark == U":" || mark == U"："; }

  // 收到政府信息公开申请，共计12件.
  void reach_back(ClaimReach& reach) const {
    if (words_.has_role(before_.marks, TermRole::kExcludes)) return;
    reach.predicates = before_.predicates;
    if (!before_.contexts.empty()) reach.contexts = before_.contexts, reach.own_context = true;
  }

  // 还有1件需要征求意见，结转下年度: a later clause of the sentence, if no number comes before it.
  void reach_on(ClaimReach& reach) const {
    for (size_t i = index_ + 1; i < std::min(end_, index_ + kMostTokens) && prose_.tokens[i].kind != TokenKind::kNumber;
         ++i) {
      const Token& token = prose_.tokens[i];
      if (token.kind != TokenKind::kTerm || !words_.has_role(token.meanings, TermRole::kPredicate) ||
          !subjects_.know(token.meanings))
        continue;
      reach.predicates = {{token.meanings, token.begin, token.end}};
      reach.behind = true;
      return;
    }
  }

  // --- words that say that there were none ------------------------------------------------------------------------

  void take_negation(const Token& token) {
    own_.end = token.begin;
    const ClaimPhrase behind = phrase_behind(index_ + 1);
    const Meanings stands_for = stood_for(token.meanings);
    ClaimReach reach;
    reach.contexts = behind.contexts;
    reach.own_context = !reach.contexts.empty();
    if (reach.contexts.empty()) reach.contexts = context_;
    if (stands_for != 0)
      reach.predicates = {{stands_for, token.begin, token.end}};
    else if (behind.has_predicate())
      reach.predicates = behind.predicates;
    const bool bare = stands_for == 0 && !behind.has_predicate() && is_bare(token, behind, reach);
    if (stands_for != 0 && behind.has_predicate()) return add(own_, token);
    if (words_.has_role(own_.marks | behind.marks, TermRole::kExcludes) || own_.has_month || is_shared_ ||
        (stands_for == 0 && !bare && is_far(token, behind)) || behind.kinds == 1)
      return add(own_, token);
    Claim claim{.begin = token.begin, .end = token.end, .value = "0"};
    claim.is_none = true;
    for (const Subject* subject : subjects_.of(reach, U"", behind, surroundings(behind, false)))
      if (subject->may_be_none) claim.subjects.push_back(subject);
    if (bare) claim.subjects = subjects_.of_none(reach);
    keep(std::move(claim), reach);
    add(own_, token);
  }

  Meanings stood_for(Meanings negation) const {
    Meanings predicates = 0;
    for (const auto& [bit, predicate] : words_.stands_for)
      if ((negation & bit) != 0) predicates |= predicate;
    return predicates;
  }

  static constexpr size_t kFarthestNone = 24;

  static bool is_far(const Token& token, const ClaimPhrase& behind) {
    const ClaimWord* first = behind.has_predicate() ? &behind.predicates.front() : nullptr;
    if (first == nullptr && !behind.contexts.empty()) first = &behind.contexts.front();
    return first == nullptr || first->begin - token.end > kFarthestNone;
  }

  // 无政府信息公开申请。 or 政府信息公开申请无。
  bool is_bare(const Token& token, const ClaimPhrase& behind, ClaimReach& reach) const {
    constexpr size_t kNear = 2;
    if (!behind.contexts.empty())
      return behind.contexts.front().begin - token.end <= kNear && behind.end - behind.contexts.back().end <= kNear;
    if (own_.contexts.empty() || own_.has_predicate() || behind.end != token.end) return false;
    reach.contexts = own_.contexts;
    return token.begin - own_.contexts.back().end <= kNear;
  }

  // 收到389件，占总量的61.7%: a part of what is counted.
  bool is_share() const {
    if (index_ + 2 >= end_) return false;
    const Token& mark = prose_.tokens[index_ + 1];
    const Token& share = prose_.tokens[index_ + 2];
    return mark.kind == TokenKind::kClause && share.kind == TokenKind::kNumber &&
           !word_at_start(prose_.between(mark.end, share.begin), words_.shares.before).empty();
  }

  // What the clauses say beside the words of a reach.
  Surroundings surroundings(const ClaimPhrase& behind, bool is_number) const {
    return {.is_number = is_number,
            .is_off_topic = words_.has_role(sentence_marks_, TermRole::kOffTopic),
            .is_part = words_.has_role(own_.marks, TermRole::kPart) || own_.kinds + behind.kinds == 1,
            .is_share = is_number && is_share(),
            .names_disclosure = words_.has_role(near_marks_ | behind.marks, TermRole::kDisclosure),
            .has_own_context = !own_.contexts.empty(),
            .year = year_};
  }

  // --- claims -----------------------------------------------------------------------------------------------------

  void keep(Claim claim, const ClaimReach& reach) {
    if (claim.subjects.empty()) return;
    claim.sentence_begin = sentence_begin_;
    claim.sentence_end = sentence_end_;
    claims_.push_back(std::move(claim));
    reaches_.push_back(reach);
  }

  // 行政复议7件，诉讼9件，均获维持: the same numbers, claimed of the outcome.
  void claim_of_all() {
    const size_t end = claims_.size();
    for (size_t i = first_claim_; outcome_of_all_ != 0 && i < end; ++i) {
      if (claims_[i].is_none || claims_[i].value == "0") continue;
      ClaimReach reach = reaches_[i - first_claim_];
      if (!reach.predicates.empty()) continue;
      reach.predicates = {{outcome_of_all_, 0, 0}};
      Claim claim = claims_[i];
      claim.subjects = subjects_.of_outcome(reach);
      keep(std::move(claim), reach);
    }
  }

  // 均 and one predicate, a clause of their own behind the numbers of the sentence.
  void note_outcome_of_all() {
    if (words_.has_role(own_.marks, TermRole::kAll) && own_.predicates.size() == 1 && own_.contexts.empty())
      outcome_of_all_ = own_.predicates.front().meanings;
  }

  const Prose& prose_;
  const ClaimWords& words_;
  ClaimSubjects subjects_;

  std::vector<Claim> claims_;
  std::vector<ClaimReach> reaches_;         // of the claims of the sentence
  std::vector<ClaimWord> context_;          // the last ones in the paragraph
  std::vector<ClaimWord> last_predicates_;  // of the last number

  size_t index_ = 0;  // of the token
  size_t end_ = 0;    // of the sentence's tokens
  size_t paragraph_begin_ = 0;
  size_t sentence_begin_ = 0;
  size_t sentence_end_ = 0;
  size_t first_claim_ = 0;
  size_t number_end_ = 0;
  Meanings sentence_marks_ = 0;
  Meanings near_marks_ = 0;  // of the clauses that lead to the number
  std::optional<int> year_;  // the last one in the sentence
  size_t date_end_ = 0;
  Meanings outcome_of_all_ = 0;
  bool is_shared_ = false;
  bool is_behind_ = false;  // the words since the last number belong to it
  bool in_list_ = false;    // the clause follows a number and 、
  ClaimPhrase own_;         // since the last mark or number
  ClaimPhrase before_;      // the clause before, where no number parts them
};

}  // namespace

std::vector<Claim> find_claims(const Prose& prose, const ClaimWords& words, std::optional<int> report_year) {
  return ClaimFinder(prose, words, report_year).find();
}

}  // namespace nianbao

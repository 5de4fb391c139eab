#include "audit/claims.h"

#include <algorithm>

#include "audit/claim_phrase.h"
#include "audit/claim_subjects.h"
#include "audit/claim_time.h"

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

class ClaimFinder {
 public:
  ClaimFinder(const Prose& prose, const ClaimWords& words, std::optional<int> year)
      : prose_(prose), words_(words), phrases_(prose, words), subjects_(prose, words, year), time_(prose, words) {}

  std::vector<Claim> find() {
    for (const Sentence& sentence : sentences_of(prose_)) {
      begin_sentence(sentence);
      for (index_ = sentence.first; index_ < sentence.second; ++index_) take(prose_.tokens[index_]);
      claim_of_all();
      end_paragraph(prose_.tokens[sentence.second - 1]);
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

  void begin_sentence(const Sentence& sentence) {
    sentence_ = sentence;
    first_claim_ = claims_.size();
    other_work_ = false;
    reaches_.clear();
    sentence_marks_ = 0;
    for (size_t i = sentence.first; i < sentence.second; ++i) sentence_marks_ |= prose_.tokens[i].meanings;
    is_shared_ = false;
    outcome_of_all_ = 0;
    time_.begin_sentence();
    start_phrase(sentence_.begin);
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
        return time_.take_date(token);
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
    const Meanings part = part_of_next(own_);
    note_outcome_of_all();
    if (own_.has_predicate() || !own_.contexts.empty()) before_ = own_;
    // 收到申请情况：线上：2件: 线上 says which of them.
    else if (is_colon(prose_.between(token.begin, token.end)))
      before_ = {};
    remember_context(own_);
    start_phrase(token.end);
    own_.marks |= part;
  }

  // 其中，11件在20个工作日内答复; 收到的13件申请中，11件…: what the next clause counts are some of them.
  Meanings part_of_next(const ClaimPhrase& phrase) const {
    constexpr size_t kLongestPart = 3;
    const Meanings part = phrase.marks & words_.roles.at(TermRole::kPart);
    if (part != 0 && phrase.end - phrase.begin <= kLongestPart) return part;
    const bool inside = number_end_ == phrase.begin && number_end_ > sentence_.begin && phrases_.is_inside(phrase);
    return inside ? words_.roles.at(TermRole::kPart) : 0;
  }

  void remember_context(const ClaimPhrase& phrase) {
    if (!phrase.contexts.empty()) context_ = phrase.contexts;
  }

  void take_term(const Token& token) {
    if (words_.has_role(token.meanings, TermRole::kNegation)) return take_negation(token);
    if (words_.has_role(token.meanings, TermRole::kShared)) is_shared_ = true, shared_end_ = token.end;
    // 分别为维持1件、纠正1件: each number has its own word.
    const bool follows_shared = is_shared_ && prose_.between(shared_end_, token.begin) == U"为";
    if (follows_shared && words_.has_role(token.meanings, TermRole::kPredicate)) is_shared_ = false;
    if (words_.has_role(token.meanings, TermRole::kDisowns)) disown();
    if (words_.has_role(token.meanings, TermRole::kThisYear)) time_.take_this_year(token);
    if (words_.has_role(token.meanings, TermRole::kPeriod)) time_.take_period(token);
    phrases_.add(own_, token);
  }

  // --- numbers ----------------------------------------------------------------------------------------------------

  void take_number(const Token& token) {
    const TextNumber& number = prose_.numbers[token.index];
    own_.end = token.begin;
    is_behind_ = false;
    near_marks_ = own_.marks | before_.marks | (in_list_ ? near_marks_ : 0);
    const ClaimPhrase behind = phrases_.behind(index_ + 1, sentence_);
    bool is_plain = true;
    if (may_be_claim(number, behind)) {
      const ClaimReach reach = reach_of(token, behind);
      is_plain = reach.is_plain || !reach.own_context;
      Claim claim{.begin = number.begin, .end = number.end, .value = number.value, .is_about = number.is_about};
      claim.number = token.index;
      claim.subjects = subjects_.of(reach, number.unit, behind, surroundings(behind, true));
      last_predicates_ = reach.predicates;
      is_behind_ = reach.behind;
      // 新收案件812件，上年结转55件: of what, nobody knows.
      if (claim.subjects.empty() && own_.has_predicate() && reach.contexts.empty()) is_plain = false;
      keep(std::move(claim), reach);
    }
    remember_context(own_);
    note_other_work(is_plain);
    before_ = {};
    number_end_ = token.end;
    last_number_ = token.index;
    time_.take_number(token);
    start_phrase(token.end);
  }

  // 受理行政许可申请: what follows is about them too, and they are none of ours. 审查信息1400条，予以公开1356条.
  void note_other_work(bool is_plain) {
    if (!own_.contexts.empty()) other_work_ = false;
    if (!own_.has_predicate()) return;
    const bool other = !is_plain || !subjects_.know(own_.predicates.back().meanings);
    if (other && !own_.contexts.empty()) context_.clear();
    other_work_ = other && context_.empty();
  }

  bool may_be_claim(const TextNumber& number, const ClaimPhrase& behind) const {
    const bool is_whole = number.value.find('.') == std::string::npos;  // an average is no count
    // 从9件增加到13件
    if (!word_at_start(prose_.between(own_.begin, number.begin), words_.shares.before).empty()) return false;
    const bool is_start = words_.has_role(behind.marks, TermRole::kExcludes) &&
                          !word_at_end(prose_.between(own_.begin, number.begin), words_.from).empty();
    return is_whole && !is_start && !number.is_each && !is_shared_ &&
           !words_.has_role(own_.marks, TermRole::kExcludes) && !time_.is_part_of_year() &&
           !words_.has_role(behind.marks, TermRole::kNegation);
  }

  ClaimReach reach_of(const Token& token, const ClaimPhrase& behind) const {
    ClaimReach reach;
    reach.contexts = own_.contexts.empty() ? behind.contexts : own_.contexts;
    reach.own_context = !reach.contexts.empty();
    if (reach.contexts.empty()) reach.contexts = context_;
    find_predicates(token, behind, reach);
    reach.owned = reach.predicates.empty() && is_owned(token, behind);
    reach.is_plain = reach.own_context ? are_plain_between(reach, prose_.numbers[token.index])
                                       : !other_work_ && is_bare_number(reach, token);
    return reach;
  }

  // In front of the number, behind it, in the clause before, or in a later one.
  void find_predicates(const Token& token, const ClaimPhrase& behind, ClaimReach& reach) const {
    constexpr size_t kFarthestApart = 6;
    const bool is_part = words_.has_role(own_.marks, TermRole::kPart);
    if (own_.has_predicate()) {
      reach.predicates = own_.predicates;
      reach.is_apart = token.begin - own_.end_of_words() > kFarthestApart || counts_some(token, behind);
    } else if (in_list_ && !own_.contexts.empty()) {
      reach.predicates = last_predicates_;
    } else if ((!own_.contexts.empty() && is_owned(token, behind)) || phrases_.names_several(behind)) {
      // The context alone; of 17件为无法提供及不予处理 neither predicate.
    } else if (behind.has_predicate() && !phrases_.is_from_inside(behind) &&
               !(is_part && subjects_.name_another(behind))) {
      reach.predicates = {behind.predicates.front()};
      reach.behind = true;
    } else if (goes_on() && before_.has_predicate()) {
      reach_back(reach);
    } else if (is_part) {
      reach_on(reach);
    }
  }

  // 收到的申请中有3件不属于…, 申请有2件延期答复: some of them.
  bool counts_some(const Token& token, const ClaimPhrase& behind) const {
    const u32string_view gap = prose_.between(own_.end_of_words(), token.begin);
    return !word_at_start(gap, words_.inside).empty() || (gap == U"有" && behind.has_predicate());
  }

  bool is_answered(const ClaimPhrase& behind) const {
    return own_.has_predicate() && behind.has_predicate() && subjects_.know(behind.predicates.front().meanings) &&
           prose_.plain.text[own_.predicates.back().end] == U'的';
  }

  // 收到申请，|共计12件; 新收：|12件
  bool goes_on() const {
    return (own_.end > own_.begin || is_behind_colon()) && phrases_.is_filler(own_.begin, own_.end);
  }

  // 收到申请, 收到公民提出的申请; not 收到取水许可申请.
  bool are_plain_between(const ClaimReach& reach, const TextNumber& number) const {
    if (reach.predicates.empty()) return true;
    const ClaimWord& predicate = reach.predicates.back();
    const auto context = std::find_if(reach.contexts.begin(), reach.contexts.end(),
                                      [&](const ClaimWord& word) { return word.begin >= predicate.end; });
    if (context == reach.contexts.end()) return true;
    const size_t begin = std::max(predicate.end, std::min(own_.begin, context->begin));
    if (number.begin < begin || number.begin > context->begin) return phrases_.is_plain(begin, context->begin);
    return phrases_.is_plain(begin, number.begin) && phrases_.is_plain(number.unit_end, context->begin);
  }

  // 涉密文件不予公开12件, 行政许可上年结转12件; not 因涉及个人隐私不予公开1件.
  bool is_of_things(const Token& token) const {
    const u32string_view lead = prose_.between(own_.begin, token.begin);
    return (holds_one_of(lead, words_.things) || subjects_.name_another(own_)) && !holds_one_of(lead, words_.reasons);
  }

  // Without a context the number must follow its predicate: 予以公开5件, not 予以公开信息5条.
  bool is_bare_number(const ClaimReach& reach, const Token& token) const {
    if (is_of_things(token)) return false;
    if (reach.predicates.empty() || reach.behind || reach.predicates.back().end < own_.begin) return true;
    return phrases_.is_made_of_fillers(reach.predicates.back().end, token.begin);
  }

  // 行政复议共3件 and 3件行政复议, but not 行政诉讼案件中有3件: then the context alone says what is counted.
  bool is_owned(const Token& token, const ClaimPhrase& behind) const {
    constexpr size_t kNear = 2;
    if (!own_.contexts.empty()) return phrases_.is_filler(own_.contexts.back().end, token.begin);
    return !behind.contexts.empty() && behind.contexts.front().begin - behind.begin <= kNear;
  }

  // 新收：12件, 新收（12件）
  bool is_behind_colon() const {
    const u32string_view mark = own_.begin == 0 ? u32string_view() : prose_.between(own_.begin - 1, own_.begin);
    return is_colon(mark) || mark == U"(";
  }

  static bool is_colon(u32string_view mark) { return mark == U":" || mark == U"："; }

  // 收到政府信息公开申请，共计12件.
  void reach_back(ClaimReach& reach) const {
    if (words_.has_role(before_.marks, TermRole::kExcludes)) return;
    reach.predicates = before_.predicates;
    if (!before_.contexts.empty()) reach.contexts = before_.contexts, reach.own_context = true;
  }

  static constexpr size_t kFarthestOn = 64;  // tokens, so that time stays linear

  // 还有1件需要征求意见，结转下年度: a later clause of the sentence, if no number comes before it.
  void reach_on(ClaimReach& reach) const {
    for (size_t i = index_ + 1;
         i < std::min(sentence_.second, index_ + kFarthestOn) && prose_.tokens[i].kind != TokenKind::kNumber; ++i) {
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
    claim_none(token, phrases_.behind(index_ + 1, sentence_));
    phrases_.add(own_, token);
  }

  void claim_none(const Token& token, ClaimPhrase behind) {
    const Meanings stands_for = stood_for(token.meanings);
    phrases_.leave_out_list(behind);
    if (stands_for != 0) behind.predicates.clear();  // 未收到关于…的申请
    if (behind.ends_at_number || !phrases_.has_plain_tail(behind)) return;
    if (stands_for == 0 && (is_of_other_work() || follows_number())) return;
    const bool is_plain = phrases_.is_plain_none(token.end, behind);
    if (is_of_part(behind) || (!is_plain && (stands_for != 0 || !behind.contexts.empty()))) return;
    ClaimReach reach = reach_of_none(token, behind, stands_for);
    const bool bare = reach.predicates.empty() && is_bare(token, behind, reach);
    if (stands_for == 0 && !bare && is_far(token, behind)) return;
    Claim claim{.begin = token.begin, .end = token.end, .value = "0"};
    claim.is_none = true;
    for (const Subject* subject : subjects_.of(reach, U"", behind, surroundings(behind, false)))
      if (subject->may_be_none) claim.subjects.push_back(subject);
    if (bare) claim.subjects = subjects_.of_none(reach, surroundings(behind, false));
    keep(std::move(claim), reach);
  }

  // 5件|因信息不存在无法提供
  bool follows_number() const { return number_end_ > sentence_.begin && own_.begin == number_end_; }

  // 行政许可工作|未发生行政复议
  bool is_of_other_work() const {
    return own_.has_predicate() && subjects_.name_another(own_) && !words_.has_role(own_.marks, TermRole::kDisclosure);
  }

  bool is_of_part(const ClaimPhrase& behind) const {
    return words_.has_role(own_.marks | behind.marks, TermRole::kExcludes) || time_.is_part_of_year() || is_shared_ ||
           behind.kinds == 1;
  }

  ClaimReach reach_of_none(const Token& token, const ClaimPhrase& behind, Meanings stands_for) const {
    ClaimReach reach;
    // 行政复议、行政诉讼情况：|无
    const bool is_label = stands_for == 0 && own_.begin == token.begin && behind.end == token.end && is_behind_colon();
    reach.contexts = is_label ? before_.contexts : behind.contexts;
    reach.own_context = !reach.contexts.empty();
    if (!reach.own_context) reach.contexts = context_;
    if (is_label)
      reach.predicates = before_.predicates;
    else if (stands_for != 0)
      reach.predicates = {{stands_for, token.begin, token.end}};
    else
      reach.predicates = behind.predicates;
    return reach;
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
    if (behind.end != token.end || own_.has_predicate()) return false;
    if (own_.contexts.empty()) return is_behind_colon() && reach.own_context;
    reach.contexts = own_.contexts;
    return token.begin - own_.contexts.back().end <= kNear;
  }

  // 收到389件，占总量的61.7%: a part of what is counted.
  bool is_share() const {
    if (index_ + 2 >= sentence_.second) return false;
    const Token& mark = prose_.tokens[index_ + 1];
    const Token& share = prose_.tokens[index_ + 2];
    return mark.kind == TokenKind::kClause && share.kind == TokenKind::kNumber &&
           !word_at_start(prose_.between(mark.end, share.begin), words_.shares.before).empty();
  }

  // 行政复议11件，其中涉及信息公开4件: the cases that the report is about are a later number of the sentence.
  bool is_wider() const {
    Meanings marks = 0;
    for (size_t i = index_ + 1; i < std::min(sentence_.second, index_ + kFarthestOn); ++i) {
      const Token& token = prose_.tokens[i];
      const bool counts =
          token.kind == TokenKind::kNumber && is_one_of(prose_.numbers[token.index].unit, words_.alone_units);
      if (counts && words_.has_role(marks, TermRole::kDisclosure)) return true;
      marks = token.kind == TokenKind::kTerm ? marks | token.meanings : 0;
    }
    return false;
  }

  // What the clauses say beside the words of a reach.
  Surroundings surroundings(const ClaimPhrase& behind, bool is_number) const {
    return {.is_number = is_number,
            .is_off_topic = words_.has_role(sentence_marks_, TermRole::kOffTopic),
            .is_part = words_.has_role(own_.marks, TermRole::kPart) || own_.kinds + behind.kinds == 1,
            .is_answered = is_number && is_answered(behind),
            .is_wider = is_number && is_wider(),
            .is_share = is_number && is_share(),
            .names_proactive = words_.has_role(sentence_marks_, TermRole::kProactive),
            .names_disclosure = words_.has_role(near_marks_ | behind.marks, TermRole::kDisclosure),
            .has_own_context = !own_.contexts.empty(),
            .year = time_.year()};
  }

  // --- claims -----------------------------------------------------------------------------------------------------

  void keep(Claim claim, const ClaimReach& reach) {
    if (claim.subjects.empty()) return;
    claim.sentence_begin = sentence_.begin;
    claim.sentence_end = sentence_.end;
    claims_.push_back(std::move(claim));
    reaches_.push_back(reach);
  }

  // 行政复议13件，均与信息公开无关: the last number of the sentence, or all of them, is of something else. Behind 其中
  // it is said of a part.
  void disown() {
    if (words_.has_role(own_.marks, TermRole::kPart)) return;
    const bool all = words_.has_role(own_.marks, TermRole::kAll);
    while (claims_.size() > first_claim_ && (all || claims_.back().number == last_number_)) {
      claims_.pop_back();
      reaches_.pop_back();
      if (!all) return;
    }
  }

  // 行政复议7件，诉讼9件，均获维持: the same numbers, claimed of the outcome.
  void claim_of_all() {
    const size_t end = claims_.size();
    for (size_t i = first_claim_; outcome_of_all_ != 0 && i < end; ++i) {
      if (claims_[i].is_none || claims_[i].value == "0") continue;
      ClaimReach reach = reaches_[i - first_claim_];
      if (!reach.predicates.empty() || !is_of_outcome(reach)) continue;
      reach.predicates = {{outcome_of_all_, 0, 0}};
      Claim claim = claims_[i];
      claim.subjects = subjects_.of_outcome(reach);
      keep(std::move(claim), reach);
    }
  }

  // 行政复议7件，复议机关均予以维持
  bool is_of_outcome(const ClaimReach& reach) const {
    return outcome_contexts_ == 0 ||
           std::any_of(reach.contexts.begin(), reach.contexts.end(),
                       [&](const ClaimWord& word) { return (word.meanings & outcome_contexts_) != 0; });
  }

  // 均 and one predicate, a clause of their own behind the numbers of the sentence.
  void note_outcome_of_all() {
    if (!words_.has_role(own_.marks, TermRole::kAll) || own_.predicates.size() != 1) return;
    outcome_of_all_ = own_.predicates.front().meanings;
    outcome_contexts_ = 0;
    for (const ClaimWord& word : own_.contexts) outcome_contexts_ |= word.meanings;
  }

  const Prose& prose_;
  const ClaimWords& words_;
  PhraseReader phrases_;
  ClaimSubjects subjects_;
  ClaimTime time_;

  std::vector<Claim> claims_;
  std::vector<ClaimReach> reaches_;         // of the claims of the sentence
  std::vector<ClaimWord> context_;          // the last ones in the paragraph
  std::vector<ClaimWord> last_predicates_;  // of the last number

  size_t index_ = 0;  // of the token
  Sentence sentence_;
  size_t paragraph_begin_ = 0;
  size_t first_claim_ = 0;
  size_t number_end_ = 0;
  std::optional<size_t> last_number_;  // index into Prose::numbers
  Meanings sentence_marks_ = 0;
  Meanings near_marks_ = 0;  // of the clauses that lead to the number
  Meanings outcome_of_all_ = 0;
  Meanings outcome_contexts_ = 0;
  bool is_shared_ = false;
  size_t shared_end_ = 0;    // of 分别
  bool other_work_ = false;  // the last number of the sentence is about something else
  bool is_behind_ = false;   // the words since the last number belong to it
  bool in_list_ = false;     // the clause follows a number and 、
  ClaimPhrase own_;          // since the last mark or number
  ClaimPhrase before_;       // the clause before, where no number parts them
};

}  // namespace

std::vector<Claim> find_claims(const Prose& prose, const ClaimWords& words, std::optional<int> report_year) {
  return ClaimFinder(prose, words, report_year).find();
}

}  // namespace nianbao

#include "audit/claims.h"

#include <algorithm>

#include "audit/claim_phrase.h"
#include "audit/claim_reach.h"
#include "audit/claim_subjects.h"
#include "audit/claim_time.h"

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

class ClaimFinder {
 public:
  ClaimFinder(const Prose& prose, const ClaimWords& words, std::optional<int> year)
      : prose_(prose),
        words_(words),
        phrases_(prose, words),
        subjects_(prose, words, year),
        time_(prose, words),
        reach_(scene_, prose, words, phrases_, subjects_) {}

  std::vector<Claim> find() {
    for (const Sentence& sentence : sentences_of(prose_)) {
      begin_sentence(sentence);
      for (scene_.index = sentence.first; scene_.index < sentence.second; ++scene_.index)
        take(prose_.tokens[scene_.index]);
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
    if (last.end - paragraph_begin_ > kLongestHeading) scene_.context.clear();
    paragraph_begin_ = last.end;
  }

  void begin_sentence(const Sentence& sentence) {
    scene_.sentence = sentence;
    first_claim_ = claims_.size();
    scene_.other_work = false;
    reaches_.clear();
    sentence_marks_ = 0;
    for (size_t i = sentence.first; i < sentence.second; ++i) sentence_marks_ |= prose_.tokens[i].meanings;
    is_shared_ = false;
    outcome_of_all_ = 0;
    time_.begin_sentence();
    start_phrase(scene_.sentence.begin);
    scene_.before = {};
    scene_.in_list = false;
  }

  void start_phrase(size_t begin) {
    scene_.own = {};
    scene_.own.begin = begin;
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
        if (number_end_ == token.begin || is_behind_) end_clause(token), scene_.in_list = true;
        return;
      default:
        return end_clause(token), void(scene_.in_list = false);
    }
  }

  void end_clause(const Token& token) {
    is_behind_ = false;
    if (ends_with_colon(token)) is_shared_ = false;  // 分别为：予以公开20件
    scene_.own.end = token.begin;
    const Meanings part = part_of_next(scene_.own);
    note_outcome_of_all();
    if (scene_.own.has_predicate() || !scene_.own.contexts.empty()) scene_.before = scene_.own;
    // 收到申请情况：线上：2件: 线上 says which of them.
    else if (ends_with_colon(token))
      scene_.before = {};
    remember_context(scene_.own);
    start_phrase(token.end);
    scene_.own.marks |= part;
  }

  bool ends_with_colon(const Token& token) const {
    const u32string_view mark = prose_.between(token.begin, token.end);
    return mark == U":" || mark == U"：";
  }

  // 其中，11件在20个工作日内答复; 收到的13件申请中，11件…: what the next clause counts are some of them.
  Meanings part_of_next(const ClaimPhrase& phrase) const {
    constexpr size_t kLongestPart = 3;
    const Meanings part = phrase.marks & words_.roles.at(TermRole::kPart);
    if (part != 0 && phrase.end - phrase.begin <= kLongestPart) return part;
    const bool inside =
        number_end_ == phrase.begin && number_end_ > scene_.sentence.begin && phrases_.is_inside(phrase);
    return inside ? words_.roles.at(TermRole::kPart) : 0;
  }

  void remember_context(const ClaimPhrase& phrase) {
    if (!phrase.contexts.empty()) scene_.context = phrase.contexts;
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
    phrases_.add(scene_.own, token);
  }

  // --- numbers ----------------------------------------------------------------------------------------------------

  void take_number(const Token& token) {
    const TextNumber& number = prose_.numbers[token.index];
    scene_.own.end = token.begin;
    is_behind_ = false;
    near_marks_ = scene_.own.marks | scene_.before.marks | (scene_.in_list ? near_marks_ : 0);
    const ClaimPhrase behind = phrases_.behind(scene_.index + 1, scene_.sentence);
    bool is_plain = true;
    if (may_be_claim(number, behind)) {
      const ClaimReach reach = reach_.of_number(token, behind);
      is_plain = reach.is_plain || !reach.own_context;
      Claim claim{.begin = number.begin, .end = number.end, .value = number.value, .is_about = number.is_about};
      claim.number = token.index;
      claim.subjects = subjects_.of(reach, number.unit, behind, surroundings(behind, true));
      scene_.last_predicates = reach.predicates;
      is_behind_ = reach.behind;
      // 新收案件812件，上年结转55件: of what, nobody knows.
      if (claim.subjects.empty() && scene_.own.has_predicate() && reach.contexts.empty()) is_plain = false;
      keep(std::move(claim), reach);
    }
    remember_context(scene_.own);
    note_other_work(is_plain);
    scene_.before = {};
    number_end_ = token.end;
    last_number_ = token.index;
    time_.take_number(token);
    start_phrase(token.end);
  }

  // 受理行政许可申请: what follows is about them too, and they are none of ours. 审查信息1400条，予以公开1356条.
  void note_other_work(bool is_plain) {
    if (!scene_.own.contexts.empty()) scene_.other_work = false;
    if (!scene_.own.has_predicate()) return;
    const bool other = !is_plain || !subjects_.know(scene_.own.predicates.back().meanings);
    if (other && !scene_.own.contexts.empty()) scene_.context.clear();
    scene_.other_work = other && scene_.context.empty();
  }

  bool may_be_claim(const TextNumber& number, const ClaimPhrase& behind) const {
    const bool is_whole = number.value.find('.') == std::string::npos;  // an average is no count
    // 占全部案件11件的…
    if (!word_at_start(prose_.between(scene_.own.begin, number.begin), words_.shares.before).empty()) return false;
    // 从9件增加到13件
    const bool is_start = words_.has_role(behind.marks, TermRole::kExcludes) &&
                          !word_at_end(prose_.between(scene_.own.begin, number.begin), words_.from).empty();
    return is_whole && !is_start && !number.is_each && !is_shared_ &&
           !words_.has_role(scene_.own.marks, TermRole::kExcludes) && !time_.is_part_of_year() &&
           !words_.has_role(behind.marks, TermRole::kNegation);
  }

  // --- words that say that there were none ------------------------------------------------------------------------

  void take_negation(const Token& token) {
    scene_.own.end = token.begin;
    claim_none(token, phrases_.behind(scene_.index + 1, scene_.sentence));
    phrases_.add(scene_.own, token);
  }

  void claim_none(const Token& token, ClaimPhrase behind) {
    const Meanings stands_for = stood_for(token.meanings);
    phrases_.leave_out_list(behind);
    if (stands_for != 0) behind.predicates.clear();  // 未收到关于…的申请
    if (behind.ends_at_number || !phrases_.has_plain_tail(behind)) return;
    if (stands_for == 0 && (is_of_other_work() || follows_number())) return;
    const bool is_plain = phrases_.is_plain_none(token.end, behind);
    if (is_of_part(behind) || (!is_plain && (stands_for != 0 || !behind.contexts.empty()))) return;
    ClaimReach reach = reach_.of_none(token, behind, stands_for);
    const bool bare = reach.predicates.empty() && reach_.is_bare(token, behind, reach);
    if (stands_for == 0 && !bare && is_far(token, behind)) return;
    Claim claim{.begin = token.begin, .end = token.end, .value = "0"};
    claim.is_none = true;
    for (const Subject* subject : subjects_.of(reach, U"", behind, surroundings(behind, false)))
      if (subject->may_be_none) claim.subjects.push_back(subject);
    if (bare) claim.subjects = subjects_.of_none(reach, surroundings(behind, false));
    keep(std::move(claim), reach);
  }

  // 5件|因信息不存在无法提供
  bool follows_number() const { return number_end_ > scene_.sentence.begin && scene_.own.begin == number_end_; }

  // 行政许可工作|未发生行政复议
  bool is_of_other_work() const {
    return scene_.own.has_predicate() && subjects_.name_another(scene_.own) &&
           !words_.has_role(scene_.own.marks, TermRole::kDisclosure);
  }

  bool is_of_part(const ClaimPhrase& behind) const {
    return words_.has_role(scene_.own.marks | behind.marks, TermRole::kExcludes) || time_.is_part_of_year() ||
           is_shared_ || behind.kinds == 1;
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

  // 通过县政府平台收到8件; not 通过网上、信函等渠道共收到13件.
  bool comes_one_way() const {
    const u32string_view lead = prose_.between(scene_.own.begin, scene_.own.end);
    return holds_one_of(lead, words_.ways) && !holds_one_of(lead, words_.all_ways);
  }

  // What the clauses say beside the words of a reach.
  Surroundings surroundings(const ClaimPhrase& behind, bool is_number) const {
    return {.is_number = is_number,
            .is_off_topic = words_.has_role(sentence_marks_, TermRole::kOffTopic),
            .is_part = words_.has_role(scene_.own.marks, TermRole::kPart) || scene_.own.kinds + behind.kinds == 1 ||
                       (is_number && comes_one_way()),
            .is_answered = is_number && reach_.is_answered(behind),
            .is_wider = is_number && reach_.is_wider(),
            .is_share = is_number && reach_.is_share(),
            .names_proactive = words_.has_role(sentence_marks_, TermRole::kProactive),
            .names_disclosure = words_.has_role(near_marks_ | behind.marks, TermRole::kDisclosure),
            .has_own_context = !scene_.own.contexts.empty(),
            .year = time_.year()};
  }

  // --- claims -----------------------------------------------------------------------------------------------------

  void keep(Claim claim, const ClaimReach& reach) {
    if (claim.subjects.empty()) return;
    claim.sentence_begin = scene_.sentence.begin;
    claim.sentence_end = scene_.sentence.end;
    claims_.push_back(std::move(claim));
    reaches_.push_back(reach);
  }

  // 行政复议13件，均与信息公开无关: the last number of the sentence, or all of them, is of something else. Behind 其中
  // it is said of a part.
  void disown() {
    if (words_.has_role(scene_.own.marks, TermRole::kPart)) return;
    const bool all = words_.has_role(scene_.own.marks, TermRole::kAll);
    while (claims_.size() > first_claim_ && (all || claims_.back().number == last_number_)) {
      claims_.pop_back();
      reaches_.pop_back();
      if (!all) return;
    }
  }

  // 行政复议7件，诉讼9件，均获维持: the same numbers, claimed of the outcome.
  void claim_of_all() {
    const size_t end = claims_.size();
    // 行政诉讼3件，已审结2件，均维持: it is said of the 2.
    if (outcome_of_all_ == 0 || end == first_claim_ || claims_.back().number != last_number_) return;
    for (size_t i = first_claim_; i < end; ++i) {
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
    if (!words_.has_role(scene_.own.marks, TermRole::kAll) || scene_.own.predicates.size() != 1) return;
    outcome_of_all_ = scene_.own.predicates.front().meanings;
    outcome_contexts_ = 0;
    for (const ClaimWord& word : scene_.own.contexts) outcome_contexts_ |= word.meanings;
  }

  const Prose& prose_;
  const ClaimWords& words_;
  PhraseReader phrases_;
  ClaimSubjects subjects_;
  ClaimTime time_;
  ClaimScene scene_;
  ReachFinder reach_;

  std::vector<Claim> claims_;
  std::vector<ClaimReach> reaches_;  // of the claims of the sentence

  size_t paragraph_begin_ = 0;
  size_t first_claim_ = 0;
  size_t number_end_ = 0;
  std::optional<size_t> last_number_;  // index into Prose::numbers
  Meanings sentence_marks_ = 0;
  Meanings near_marks_ = 0;  // of the clauses that lead to the number
  Meanings outcome_of_all_ = 0;
  Meanings outcome_contexts_ = 0;
  bool is_shared_ = false;
  size_t shared_end_ = 0;   // of 分别
  bool is_behind_ = false;  // the words since the last number belong to it
};

}  // namespace

std::vector<Claim> find_claims(const Prose& prose, const ClaimWords& words, std::optional<int> report_year) {
  return ClaimFinder(prose, words, report_year).find();
}

}  // namespace nianbao

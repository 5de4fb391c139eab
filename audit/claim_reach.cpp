#include "audit/claim_reach.h"

#include <algorithm>

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

constexpr size_t kFarthestOn = 64;  // tokens, so that time stays linear

}  // namespace

ClaimReach ReachFinder::of_number(const Token& token, const ClaimPhrase& behind) const {
  ClaimReach reach;
  reach.contexts = scene_.own.contexts.empty() ? behind.contexts : scene_.own.contexts;
  reach.own_context = !reach.contexts.empty();
  if (reach.contexts.empty()) reach.contexts = scene_.context;
  find_predicates(token, behind, reach);
  reach.owned = reach.predicates.empty() && is_owned(token, behind);
  reach.is_plain = reach.own_context ? are_plain_between(reach, prose_.numbers[token.index])
                                     : !scene_.other_work && is_bare_number(reach, token);
  return reach;
}

// In front of the number, behind it, in the clause before, or in a later one.
void ReachFinder::find_predicates(const Token& token, const ClaimPhrase& behind, ClaimReach& reach) const {
  constexpr size_t kFarthestApart = 6;
  const bool is_part = words_.has_role(scene_.own.marks, TermRole::kPart);
  if (scene_.own.has_predicate()) {
    reach.predicates = scene_.own.predicates;
    reach.is_apart = token.begin - scene_.own.end_of_words() > kFarthestApart || counts_some(token, behind);
  } else if (scene_.in_list && !scene_.own.contexts.empty()) {
    reach.predicates = scene_.last_predicates;
  } else if ((!scene_.own.contexts.empty() && is_owned(token, behind)) || phrases_.names_several(behind)) {
    // The context alone; of 17件为无法提供及不予处理 neither predicate.
  } else if (behind.has_predicate() && !phrases_.is_from_inside(behind) &&
             !(is_part && subjects_.name_another(behind))) {
    reach.predicates = {behind.predicates.front()};
    reach.behind = true;
  } else if (goes_on() && scene_.before.has_predicate()) {
    reach_back(reach);
  } else if (is_part) {
    reach_on(reach);
  }
}

// 收到的申请中有3件不属于…, 申请有2件延期答复: some of them.
bool ReachFinder::counts_some(const Token& token, const ClaimPhrase& behind) const {
  const u32string_view gap = prose_.between(scene_.own.end_of_words(), token.begin);
  return !word_at_start(gap, words_.inside).empty() || (gap == U"有" && behind.has_predicate());
}

// 收到申请，|共计12件; 新收：|12件
bool ReachFinder::goes_on() const {
  return (scene_.own.end > scene_.own.begin || is_behind_colon()) &&
         phrases_.is_filler(scene_.own.begin, scene_.own.end);
}

// 收到申请, 收到公民提出的申请; not 收到取水许可申请.
bool ReachFinder::are_plain_between(const ClaimReach& reach, const TextNumber& number) const {
  if (reach.predicates.empty()) return true;
  const ClaimWord& predicate = reach.predicates.back();
  const auto context = std::find_if(reach.contexts.begin(), reach.contexts.end(),
                                    [&](const ClaimWord& word) { return word.begin >= predicate.end; });
  if (context == reach.contexts.end()) return true;
  const size_t begin = std::max(predicate.end, std::min(scene_.own.begin, context->begin));
  if (number.begin < begin || number.begin > context->begin) return phrases_.is_plain(begin, context->begin);
  return phrases_.is_plain(begin, number.begin) && phrases_.is_plain(number.unit_end, context->begin);
}

// 涉密文件不予公开12件, 行政许可上年结转12件; not 因涉及个人隐私不予公开1件.
bool ReachFinder::is_of_things(const Token& token) const {
  const u32string_view lead = prose_.between(scene_.own.begin, token.begin);
  return (holds_one_of(lead, words_.things) || subjects_.name_another(scene_.own)) &&
         !holds_one_of(lead, words_.reasons);
}

// Without a context the number must follow its predicate: 予以公开5件, not 予以公开信息5条.
bool ReachFinder::is_bare_number(const ClaimReach& reach, const Token& token) const {
  if (is_of_things(token)) return false;
  if (reach.predicates.empty() || reach.behind || reach.predicates.back().end < scene_.own.begin) return true;
  return phrases_.is_made_of_fillers(reach.predicates.back().end, token.begin);
}

// 行政复议共3件 and 3件行政复议, but not 行政诉讼案件中有3件: then the context alone says what is counted.
bool ReachFinder::is_owned(const Token& token, const ClaimPhrase& behind) const {
  constexpr size_t kNear = 2;
  if (!scene_.own.contexts.empty()) return phrases_.is_filler(scene_.own.contexts.back().end, token.begin);
  return !behind.contexts.empty() && behind.contexts.front().begin - behind.begin <= kNear;
}

// 新收：12件, 新收（12件）
bool ReachFinder::is_behind_colon() const {
  const u32string_view mark =
      scene_.own.begin == 0 ? u32string_view() : prose_.between(scene_.own.begin - 1, scene_.own.begin);
  return mark == U":" || mark == U"：" || mark == U"(";
}

// 收到政府信息公开申请，共计12件.
void ReachFinder::reach_back(ClaimReach& reach) const {
  if (words_.has_role(scene_.before.marks, TermRole::kExcludes)) return;
  reach.predicates = scene_.before.predicates;
  if (!scene_.before.contexts.empty()) reach.contexts = scene_.before.contexts, reach.own_context = true;
}

// 还有1件需要征求意见，结转下年度: a later clause of the sentence, if no number comes before it.
void ReachFinder::reach_on(ClaimReach& reach) const {
  for (size_t i = scene_.index + 1;
       i < std::min(scene_.sentence.second, scene_.index + kFarthestOn) && prose_.tokens[i].kind != TokenKind::kNumber;
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

ClaimReach ReachFinder::of_none(const Token& token, const ClaimPhrase& behind, Meanings stands_for) const {
  ClaimReach reach;
  // 行政复议、行政诉讼情况：|无
  const bool is_label =
      stands_for == 0 && scene_.own.begin == token.begin && behind.end == token.end && is_behind_colon();
  reach.contexts = is_label ? scene_.before.contexts : behind.contexts;
  reach.own_context = !reach.contexts.empty();
  if (!reach.own_context) reach.contexts = scene_.context;
  if (is_label)
    reach.predicates = scene_.before.predicates;
  else if (stands_for != 0)
    reach.predicates = {{stands_for, token.begin, token.end}};
  else
    reach.predicates = behind.predicates;
  return reach;
}

// 无政府信息公开申请。 or 政府信息公开申请无。
bool ReachFinder::is_bare(const Token& token, const ClaimPhrase& behind, ClaimReach& reach) const {
  constexpr size_t kNear = 2;
  if (!behind.contexts.empty())
    return behind.contexts.front().begin - token.end <= kNear && behind.end - behind.contexts.back().end <= kNear;
  if (behind.end != token.end || scene_.own.has_predicate()) return false;
  if (scene_.own.contexts.empty()) return is_behind_colon() && reach.own_context;
  reach.contexts = scene_.own.contexts;
  return token.begin - scene_.own.contexts.back().end <= kNear;
}

bool ReachFinder::is_answered(const ClaimPhrase& behind) const {
  return scene_.own.has_predicate() && behind.has_predicate() && subjects_.know(behind.predicates.front().meanings) &&
         prose_.plain.text[scene_.own.predicates.back().end] == U'的';
}

// 收到389件，占总量的61.7%: a part of what is counted.
bool ReachFinder::is_share() const {
  if (scene_.index + 2 >= scene_.sentence.second) return false;
  const Token& mark = prose_.tokens[scene_.index + 1];
  const Token& share = prose_.tokens[scene_.index + 2];
  return mark.kind == TokenKind::kClause && share.kind == TokenKind::kNumber &&
         !word_at_start(prose_.between(mark.end, share.begin), words_.shares.before).empty();
}

// 行政复议11件，其中涉及信息公开4件: the cases that the report is about are a later number of the sentence.
bool ReachFinder::is_wider() const {
  Meanings marks = 0;
  for (size_t i = scene_.index + 1; i < std::min(scene_.sentence.second, scene_.index + kFarthestOn); ++i) {
    const Token& token = prose_.tokens[i];
    const bool counts =
        token.kind == TokenKind::kNumber && is_one_of(prose_.numbers[token.index].unit, words_.alone_units);
    if (counts && words_.has_role(marks, TermRole::kDisclosure)) return true;
    marks = token.kind == TokenKind::kTerm ? marks | token.meanings : 0;
  }
  return false;
}

}  // namespace nianbao

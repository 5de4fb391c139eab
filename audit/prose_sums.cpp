#include "audit/prose_sums.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "audit/claim_readings.h"
#include "audit/text_finding.h"

namespace nianbao {
namespace {

using std::int64_t;
using std::size_t;
using std::u32string_view;

constexpr const char* kRule = "R-T-08";

// One part of a list: the words before its number, and the number.
struct Part {
  u32string_view words;
  const TextNumber* number = nullptr;
  bool behind_list_mark = true;  // nothing but 、 parts it from the one before
};

class SumCheck {
 public:
  SumCheck(const Prose& prose, const ClaimWords& words) : prose_(prose), all_words_(words), words_(words.sums) {}

  std::vector<Finding> findings() {
    for (const Sentence& sentence : sentences_of(prose_)) {
      sentence_ = {sentence.begin, sentence.end};
      const TextNumber* whole = nullptr;
      for (size_t i = sentence.first; i < sentence.second; ++i) {
        const Token& token = prose_.tokens[i];
        if (token.kind == TokenKind::kNumber)
          whole = may_be_whole(i, sentence.first) ? &prose_.numbers[token.index] : nullptr;
        if (token.kind == TokenKind::kTerm && begins_parts(token) && whole != nullptr)
          i = check(*whole, i, sentence.second);
      }
    }
    return std::move(findings_);
  }

 private:
  bool begins_parts(const Token& token) const {
    const u32string_view text = prose_.between(token.begin, token.end);
    return std::find(words_.begin.begin(), words_.begin.end(), text) != words_.begin.end();
  }

  // Not 较上年增加4件, and not the last one of 建议6件、提案9件.
  bool may_be_whole(size_t number, size_t first) const {
    size_t i = number;
    for (; i > first && prose_.tokens[i - 1].kind == TokenKind::kTerm; --i)
      if (all_words_.has_role(prose_.tokens[i - 1].meanings, TermRole::kExcludes)) return false;
    const bool is_listed = i > first + 1 && prose_.tokens[i - 1].kind == TokenKind::kList;
    return !is_listed || prose_.tokens[i - 2].kind != TokenKind::kNumber;
  }

  // The index of the last token looked at.
  size_t check(const TextNumber& whole, size_t begin, size_t end) {
    constexpr size_t kFarthest = 2;  // ， or （
    const Token& word = prose_.tokens[begin];
    if (word.begin - whole.unit_end > kFarthest || whole.is_about) return begin;
    const bool bracketed = prose_.between(whole.unit_end, word.begin).find(U'(') != u32string_view::npos;
    std::vector<Part> parts;
    size_t i = begin + 1;
    size_t from = word.end;
    bool listed = true;
    for (; i < end; ++i) {
      const Token& token = prose_.tokens[i];
      if (token.kind == TokenKind::kSentence || token.kind == TokenKind::kParagraph) break;
      if (token.kind == TokenKind::kClause) {
        const u32string_view mark = prose_.between(token.begin, token.end);
        if (mark == U")" && bracketed) break;
        if (token.begin != word.end) listed = false;
        from = from == token.begin ? token.end : from;
      }
      if (token.kind != TokenKind::kNumber) continue;
      parts.push_back({prose_.between(from, token.begin), &prose_.numbers[token.index], listed});
      from = token.end;
      listed = true;
    }
    const u32string_view rest = prose_.between(from, i < end ? prose_.tokens[i].begin : sentence_.end);
    if (is_list(parts, whole) && rest.empty()) report_if_more(whole, parts);
    return i > begin ? i - 1 : begin;
  }

  bool is_list(const std::vector<Part>& parts, const TextNumber& whole) const {
    if (parts.size() < 2) return false;
    const bool plain = std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
      return part.number->unit == whole.unit && !part.number->is_about && !holds_one_of(part.words, words_.not_all);
    });
    if (!plain) return false;
    const std::set<size_t> kinds = kinds_in(parts);
    if (kinds.size() == 1 && has_different_kinds(parts, words_.kinds[*kinds.begin()])) return true;
    return kinds.size() <= 1 &&
           std::all_of(parts.begin(), parts.end(), [](const Part& p) { return p.behind_list_mark; });
  }

  std::set<size_t> kinds_in(const std::vector<Part>& parts) const {
    std::set<size_t> kinds;
    for (size_t k = 0; k < words_.kinds.size(); ++k)
      if (std::any_of(parts.begin(), parts.end(),
                      [&](const Part& p) { return holds_one_of(p.words, words_.kinds[k]); }))
        kinds.insert(k);
    return kinds;
  }

  static bool has_different_kinds(const std::vector<Part>& parts, const Words& kind) {
    std::set<u32string_view> seen;
    return std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
      const auto word = std::find_if(kind.begin(), kind.end(), [&](const std::u32string& w) {
        return part.words.find(w) != u32string_view::npos;
      });
      return word != kind.end() && seen.insert(*word).second;
    });
  }

  void report_if_more(const TextNumber& whole, const std::vector<Part>& parts) {
    const auto total = whole_number(whole.value);
    int64_t sum = 0;
    std::string shown;
    for (const Part& part : parts) {
      const auto value = whole_number(part.number->value);
      if (!value) return;
      sum += *value;
      shown += (shown.empty() ? "" : " + ") + part.number->value;
    }
    if (!total || sum <= *total || findings_.size() == kMostFindings) return;
    Finding finding = text_finding(prose_, kRule, {whole.begin, whole.end}, sentence_);
    finding.severity = Severity::kWarning;
    finding.expected = shown + " = " + std::to_string(sum);
    finding.message_zh = "文中分项之和 " + std::to_string(sum) + " 大于总数 " + whole.value + "。";
    finding.message_en =
        "The parts in the text add up to " + std::to_string(sum) + ", more than the whole, " + whole.value + ".";
    findings_.push_back(std::move(finding));
  }

  const Prose& prose_;
  const ClaimWords& all_words_;
  const PartWords& words_;
  Span sentence_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_parts(const Narrative& narrative) {
  std::vector<Finding> findings;
  for (const Prose& prose : narrative.prose) {
    if (prose.numbers.empty()) continue;
    if (prose.section->number == narrative.words.fees.section) continue;  // check_fees() looks at its sums
    std::vector<Finding> more = SumCheck(prose, narrative.words).findings();
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace nianbao

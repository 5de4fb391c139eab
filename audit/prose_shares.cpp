#include "audit/prose_shares.h"

#include <algorithm>
#include <cstdlib>

#include "audit/claim_readings.h"
#include "audit/text_finding.h"

namespace nianbao {
namespace {

using std::int64_t;
using std::size_t;

constexpr const char* kRule = "R-T-05";
constexpr int64_t kLargest = 1'000'000'000'000;  // of parts and wholes, so that products stay exact
constexpr size_t kMostDecimals = 4;
constexpr size_t kMostWholes = 30;  // numbers of the section, the last ones before the percentage

struct Count {
  int64_t value = 0;
  std::u32string_view unit;
};

class ShareCheck {
 public:
  ShareCheck(const Narrative& narrative, size_t index)
      : words_(narrative.words),
        prose_(narrative.prose[index]),
        claims_(narrative.claims[index]),
        tables_(narrative.report.record) {}

  std::vector<Finding> findings() {
    for (const Sentence& sentence : sentences_of(prose_)) {
      sentence_ = {sentence.begin, sentence.end};
      counts_in_sentence_ = 0;
      for (size_t i = sentence.first; i < sentence.second; ++i) take(i, sentence.first);
    }
    return std::move(findings_);
  }

 private:
  void take(size_t i, size_t first) {
    const Token& token = prose_.tokens[i];
    if (token.kind != TokenKind::kNumber) return;
    const TextNumber& number = prose_.numbers[token.index];
    if (!is_one_of(number.unit, words_.shares.units)) {
      remember(number);
      last_ = token.index;
      return;
    }
    const std::u32string_view before = words_before(i, first);
    if (is_one_of(before, words_.shares.before))
      check_share(number);
    else if (is_one_of(before, words_.shares.growth) || is_one_of(before, words_.shares.fall))
      check_growth(number);
  }

  void remember(const TextNumber& number) {
    const auto value = whole_number(number.value);
    if (!value || number.is_about) return;
    if (counts_.size() == kMostWholes) counts_.erase(counts_.begin());
    counts_.push_back({*value, number.unit});
    ++counts_in_sentence_;
  }

  // From the last mark or number up to the percentage.
  std::u32string_view words_before(size_t i, size_t first) const {
    size_t begin = sentence_.begin;
    for (size_t k = i; k > first; --k)
      if (prose_.tokens[k - 1].kind != TokenKind::kTerm) {
        begin = prose_.tokens[k - 1].end;
        break;
      }
    return prose_.between(begin, prose_.tokens[i].begin);
  }

  // The claim made with the last number, in this sentence.
  const Claim* last_claim() {
    while (next_claim_ < claims_.size() && last_ && claims_[next_claim_].number.value_or(0) < *last_) ++next_claim_;
    if (next_claim_ == claims_.size() || claims_[next_claim_].number != last_) return nullptr;
    const Claim& claim = claims_[next_claim_];
    return claim.begin >= sentence_.begin && !claim.is_about ? &claim : nullptr;
  }

  void check_share(const TextNumber& percent) {
    const Claim* claim = last_claim();
    if (claim == nullptr || percent.is_about) return;
    const auto& rules = words_.shares.rules;
    if (std::find(rules.begin(), rules.end(), claim->subjects.front()->rule) == rules.end()) return;
    std::vector<int64_t> parts = {whole_number(claim->value).value_or(0)};
    for (const TableReadings::Pair& pair : tables_.readings_of(*claim->subjects.front()))
      for (const TableReading* reading : {&pair.printed, &pair.by_parts}) add(*reading, parts);
    std::vector<int64_t> wholes;
    for (const Count& count : counts_)
      if (is_one_of(count.unit, claim->subjects.front()->units) && count.value >= parts.front())
        wholes.push_back(count.value);
    if (table_wholes().empty()) return;  // no table to hold it against
    wholes.insert(wholes.end(), table_wholes().begin(), table_wholes().end());
    for (const int64_t part : parts)
      for (const int64_t whole : wholes)
        if (is_share(percent.value, part, whole)) return;
    report(percent, std::to_string(parts.front()), wholes);
  }

  static void add(const TableReading& reading, std::vector<int64_t>& values) {
    if (reading.value && !reading.all_blank) values.push_back(*reading.value);
  }

  const std::vector<int64_t>& table_wholes() {
    if (!table_wholes_) {
      table_wholes_.emplace();
      for (const Sum& sum : words_.shares.wholes)
        for (const bool by_parts : {false, true}) add(tables_.of(sum, by_parts), *table_wholes_);
    }
    return *table_wholes_;
  }

  // Two numbers of cases: this year's and last year's, or this year's and the difference.
  void check_growth(const TextNumber& percent) {
    constexpr size_t kBothYears = 2;
    if (counts_in_sentence_ != kBothYears || percent.is_about) return;
    const int64_t a = counts_[counts_.size() - 2].value;
    const int64_t b = counts_.back().value;
    const int64_t difference = std::abs(a - b);
    for (const auto& [part, whole] :
         {std::pair{difference, a}, {difference, b}, {a, difference}, {b, difference}, {a, a + b}, {b, a + b}})
      if (is_share(percent.value, part, whole)) return;
    if (findings_.size() < kMostFindings && has_claim_in_sentence())
      report(percent, std::to_string(difference), {a, b});
  }

  bool has_claim_in_sentence() const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
      return claim.number && claim.begin >= sentence_.begin && claim.end <= sentence_.end;
    });
  }

  void report(const TextNumber& percent, const std::string& part, const std::vector<int64_t>& wholes) {
    if (findings_.size() == kMostFindings) return;
    Finding finding = text_finding(prose_, kRule, {percent.begin, percent.unit_end}, sentence_);
    finding.severity = Severity::kWarning;
    std::vector<int64_t> seen;
    for (const int64_t whole : wholes)
      if (whole > 0 && std::find(seen.begin(), seen.end(), whole) == seen.end()) {
        seen.push_back(whole);
        finding.expected += (finding.expected.empty() ? "" : "; ") + part + " / " + std::to_string(whole);
      }
    finding.message_zh = "文中的百分比与文中及表中的任何分子、分母都不相符。";
    finding.message_en = "The percentage is that of no part and whole in the text or the tables.";
    findings_.push_back(std::move(finding));
  }

  const ClaimWords& words_;
  const Prose& prose_;
  const std::vector<Claim>& claims_;
  TableReadings tables_;
  Span sentence_;
  std::vector<Count> counts_;  // the last numbers of the section that are no percentages
  std::optional<std::vector<int64_t>> table_wholes_;
  size_t next_claim_ = 0;
  size_t counts_in_sentence_ = 0;
  std::optional<size_t> last_;  // the last number that is no percentage
  std::vector<Finding> findings_;
};

}  // namespace

bool is_share(const std::string& percent, int64_t part, int64_t whole) {
  if (whole <= 0 || part < 0 || part > kLargest || whole > kLargest) return false;
  const size_t point = std::min(percent.find('.'), percent.size());
  const size_t decimals = point == percent.size() ? 0 : percent.size() - point - 1;
  const auto scaled = whole_number(percent.substr(0, point) + (decimals == 0 ? "" : percent.substr(point + 1)));
  if (!scaled || decimals > kMostDecimals || *scaled > kLargest) return false;
  int64_t scale = 1;
  for (size_t i = 0; i < decimals; ++i) scale *= 10;
  // Of whole the quotient, then the rest: 100 · part · scale / whole without losing digits or room.
  constexpr int64_t kHundred = 100;
  if (part > kLargest / (kHundred * scale) || *scaled > kLargest / kHundred) return false;
  const int64_t exact_hundredth =
      part * kHundred * scale / whole * kHundred + part * kHundred * scale % whole * kHundred / whole;
  const int64_t off = std::abs(*scaled * kHundred - exact_hundredth);
  constexpr int64_t kHalfOfLastDigit = 51;  // hundredths of it, with the rest that the division drops
  constexpr int64_t kPoints = 5;            // 0.05 points in hundredths of a point
  const bool truncated = exact_hundredth >= *scaled * kHundred && exact_hundredth < (*scaled + 1) * kHundred;
  return off <= kHalfOfLastDigit || off <= kPoints * scale || truncated;
}

std::vector<Finding> check_shares(const Narrative& narrative) {
  std::vector<Finding> findings;
  for (size_t i = 0; i < narrative.prose.size(); ++i) {
    if (narrative.prose[i].numbers.empty()) continue;
    std::vector<Finding> more = ShareCheck(narrative, i).findings();
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace nianbao

#include "audit/prose_fees.h"

#include <algorithm>
#include <optional>

#include "audit/claim_readings.h"
#include "audit/text_finding.h"

namespace nianbao {
namespace {

using std::int64_t;
using std::size_t;
using std::u32string_view;

// An amount of a fee in hundredths of 元.
struct Fee {
  const TextNumber* number = nullptr;
  int64_t cents = 0;
  u32string_view before;  // since the amount before, or the sentence's begin
};

class FeeCheck {
 public:
  FeeCheck(const Prose& prose, const FeeWords& words) : prose_(prose), words_(words) {}

  std::vector<Finding> findings() {
    for (const Sentence& sentence : sentences_of(prose_)) {
      sentence_ = {sentence.begin, sentence.end};
      if (!holds_one_of(prose_.between(sentence_.begin, sentence_.end), words_.charged)) continue;
      const std::vector<Fee> fees = fees_in(sentence.first, sentence.second);
      for (const Fee& fee : fees) check_step(fee);
      check_sum(fees);
    }
    return std::move(findings_);
  }

 private:
  std::vector<Fee> fees_in(size_t first, size_t second) const {
    std::vector<Fee> fees;
    size_t from = sentence_.begin;
    for (size_t i = first; i < second; ++i) {
      const Token& token = prose_.tokens[i];
      if (token.kind != TokenKind::kNumber) continue;
      const TextNumber& number = prose_.numbers[token.index];
      const auto money = words_.money.find(number.unit);
      if (money == words_.money.end() || number.is_about) continue;
      const auto cents = whole_number(shifted(number.value, money->second + 2));
      const u32string_view before = prose_.between(from, token.begin);
      const u32string_view behind = prose_.between(token.begin, std::min(token.end + 1, sentence_.end));
      from = token.end;
      if (cents && !holds_one_of(before, words_.not_charged) && !holds_one_of(behind, words_.not_charged))
        fees.push_back({&number, *cents, before});
    }
    return fees;
  }

  void check_step(const Fee& fee) {
    constexpr int64_t kCents = 100;
    if (fee.cents % (words_.step * kCents) == 0 || findings_.size() >= kMostFindings) return;
    Finding finding = text_finding(prose_, "R-X-06", {fee.number->begin, fee.number->unit_end}, sentence_);
    finding.expected = "n × " + std::to_string(words_.step);
    finding.message_zh = "信息处理费按件、按页计收，金额应为 " + std::to_string(words_.step) + " 元的整数倍。";
    finding.message_en = "Fees are charged by item or page in steps of " + std::to_string(words_.step) +
                         " yuan; this amount is no multiple of it.";
    findings_.push_back(std::move(finding));
  }

  void check_sum(const std::vector<Fee>& fees) {
    constexpr size_t kFewest = 3;     // a total and two parts
    constexpr size_t kPlainList = 4;  // a total and three
    if (fees.size() < kFewest || !holds_one_of(fees[1].before, words_.parts_begin)) return;
    int64_t sum = 0;
    std::string shown;
    for (size_t i = 1; i < fees.size(); ++i) {
      sum += fees[i].cents;
      shown += (i == 1 ? "" : " + ") + fees[i].number->value;
    }
    const int64_t total = fees.front().cents;
    if (findings_.size() >= kMostFindings || sum == total || (sum < total && fees.size() < kPlainList)) return;
    const TextNumber& number = *fees.front().number;
    Finding finding = text_finding(prose_, "R-X-08", {number.begin, number.unit_end}, sentence_);
    finding.expected = shown;
    finding.message_zh = "各项信息处理费之和与总额不相符。";
    finding.message_en = "The single fees do not add up to the total.";
    findings_.push_back(std::move(finding));
  }

  const Prose& prose_;
  const FeeWords& words_;
  Span sentence_;
  std::vector<Finding> findings_;
};

// Fees were asked for and not paid, and the report does not say a word of fees.
std::optional<Finding> unmentioned_fees(const Narrative& narrative) {
  const FeeWords& words = narrative.words.fees;
  const Prose* place = nullptr;
  for (const Prose& prose : narrative.prose) {
    if (prose.section->number == words.section) place = &prose;
    if (holds_one_of(prose.plain.text, words.about)) return std::nullopt;
  }
  const TableReading reading = TableReadings(narrative.report.record).of({{words.unpaid, false}});
  if (place == nullptr || reading.value.value_or(0) <= 0) return std::nullopt;
  Finding finding;
  finding.rule = "R-X-05";
  finding.fields = reading.fields;
  finding.where = place->section->where;
  finding.actual = std::to_string(*reading.value);
  finding.evidence =
      place->section->text.substr(0, place->plain.bytes[std::min<size_t>(place->plain.text.size(), 100)]);
  finding.message_zh = "表中有 " + finding.actual + " 件申请因逾期未缴费不再处理，第 " + std::to_string(words.section) +
                       " 部分没有提到信息处理费。";
  finding.message_en = finding.actual + " applications ended because fees were not paid; section " +
                       std::to_string(words.section) + " names no fee.";
  return finding;
}

}  // namespace

std::vector<Finding> check_fees(const Narrative& narrative) {
  std::vector<Finding> findings;
  if (auto finding = unmentioned_fees(narrative)) findings.push_back(std::move(*finding));
  for (const Prose& prose : narrative.prose) {
    if (prose.section->number != narrative.words.fees.section || prose.numbers.empty()) continue;
    std::vector<Finding> more = FeeCheck(prose, narrative.words.fees).findings();
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace nianbao

#include "audit/prose_period.h"

#include <optional>

#include "audit/text_finding.h"

namespace nianbao {
namespace {

using std::size_t;

// Two dates joined by 至: from the first to the second, of `year` where they name none.
struct Period {
  TextDate from;
  TextDate to;
  Span span;
};

std::optional<Period> period_at(const Prose& prose, size_t first, size_t second, int year) {
  constexpr size_t kFarthest = 6;
  const Token& a = prose.tokens[first];
  const Token& b = prose.tokens[second];
  if (b.begin - a.end > kFarthest) return std::nullopt;
  Period period{prose.dates[a.index], prose.dates[b.index], {a.begin, b.end}};
  if (period.from.year == 0) period.from.year = period.to.year == 0 ? year : period.to.year;
  if (period.to.year == 0) period.to.year = period.from.year;
  const bool whole = period.from.year != 0 && period.from.month != 0 && period.to.month != 0;
  const bool typo = period.from.is_typo || period.to.is_typo;
  return whole && !typo ? std::optional(period) : std::nullopt;
}

bool is_whole_year(const Period& period, int year) {
  return period.from.year == year && period.from.begins_year() && period.to.year == year && period.to.ends_year();
}

std::optional<Period> period_in(const Prose& prose, const Sentence& sentence, int year) {
  std::optional<size_t> last;
  for (size_t i = sentence.first; i < sentence.second; ++i) {
    if (prose.tokens[i].kind != TokenKind::kDate) continue;
    if (last)
      if (const auto period = period_at(prose, *last, i, year)) return period;
    last = i;
  }
  return std::nullopt;
}

std::string iso(const TextDate& date) {
  const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  return std::to_string(date.year) + two(date.month) + (date.day == 0 ? "" : two(date.day));
}

std::u32string_view clause_before(const Prose& prose, const Sentence& sentence, const Token& token) {
  const std::u32string_view before = prose.between(sentence.begin, token.begin);
  const size_t mark = before.find_last_of(U"，,：:；;");
  return mark == std::u32string_view::npos ? before : before.substr(mark + 1);
}

// 数据统计截至2023年11月30日: from the beginning of that year. Nothing where all of the report's year is over by then.
std::optional<Period> period_until(const Prose& prose, const Sentence& sentence, const ClaimWords& words, int year) {
  for (size_t i = sentence.first; i < sentence.second; ++i) {
    const Token& token = prose.tokens[i];
    if (token.kind != TokenKind::kDate) continue;
    const TextDate& date = prose.dates[token.index];
    if (date.is_typo || date.month == 0 || date.year == 0 || date.year > year || date.ends_year()) continue;
    const std::u32string_view before = clause_before(prose, sentence, token);
    if (!word_at_end(before, words.years.until).empty() && holds_one_of(before, words.period))
      return Period{{.year = date.year, .month = 1, .day = 1}, date, {token.begin, token.end}};
  }
  return std::nullopt;
}

Finding finding_of(const Period& period, const Prose& prose, const Sentence& sentence, int year) {
  Finding finding = text_finding(prose, "R-T-11", period.span, {sentence.begin, sentence.end});
  finding.severity = Severity::kWarning;
  finding.expected = std::to_string(year) + "-01-01/" + std::to_string(year) + "-12-31";
  finding.message_zh =
      "统计期限不是 " + std::to_string(year) + " 年全年，而是 " + iso(period.from) + " 至 " + iso(period.to) + "。";
  finding.message_en = "The period stated is not the whole of " + std::to_string(year) + " but " + iso(period.from) +
                       " to " + iso(period.to) + ".";
  return finding;
}

}  // namespace

bool states_period(const Prose& prose, const Sentence& sentence, const ClaimWords& words, int year) {
  return holds_one_of(prose.between(sentence.begin, sentence.end), words.period) &&
         period_in(prose, sentence, year).has_value();
}

std::vector<Finding> check_periods(const Narrative& narrative) {
  std::vector<Finding> findings;
  if (!narrative.report.title.report_year) return findings;
  const int year = *narrative.report.title.report_year;
  for (const Prose& prose : narrative.prose) {
    if (prose.dates.empty()) continue;
    for (const Sentence& sentence : sentences_of(prose)) {
      if (!holds_one_of(prose.between(sentence.begin, sentence.end), narrative.words.period)) continue;
      std::optional<Period> period = period_in(prose, sentence, year);
      if (!period) period = period_until(prose, sentence, narrative.words, year);
      if (!period || is_whole_year(*period, year) || findings.size() == kMostFindings) continue;
      findings.push_back(finding_of(*period, prose, sentence, year));
    }
  }
  return findings;
}

}  // namespace nianbao

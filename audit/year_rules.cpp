#include "audit/year_rules.h"

#include <algorithm>
#include <optional>

#include "audit/text_finding.h"

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

bool has(const std::vector<int>& numbers, int wanted) {
  return std::find(numbers.begin(), numbers.end(), wanted) != numbers.end();
}

bool holds_one_of(u32string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::u32string& word) { return text.find(word) != u32string_view::npos; });
}

struct Sentence {
  size_t first = 0;  // tokens
  size_t second = 0;
  Span span;
};

// What the sentence says as a whole, found out once: a hostile one has any number of years.
struct YearSentence : Sentence {
  bool compares = false;
  bool plans = false;
  bool announces = false;
  bool names_own_year = false;
};

std::vector<Sentence> spans_of(const Prose& prose) {
  std::vector<Sentence> out;
  for (const auto& [first, second] : sentences_of(prose))
    out.push_back({first, second, {first == 0 ? 0 : prose.tokens[first - 1].end, prose.tokens[second - 1].end}});
  return out;
}

// Nothing stands before it but an enumerator: （一） 1. 一是
bool is_beginning(u32string_view before) {
  constexpr size_t kLongestEnumerator = 4;
  constexpr u32string_view kEnumerator = U"()一二三四五六七八九十0123456789.．、是第";
  return before.size() <= kLongestEnumerator && before.find_first_not_of(kEnumerator) == u32string_view::npos;
}

constexpr int kDecember = 12;
constexpr int kLastOfDecember = 31;

class YearCheck {
 public:
  YearCheck(const Prose& prose, const ClaimWords& words, int year)
      : prose_(prose), words_(words.years), half_breaks_(words.half_breaks), year_(year) {}

  std::vector<Finding> findings() {
    for (const Sentence& sentence : spans_of(prose_)) check(sentence);
    return std::move(findings_);
  }

 private:
  static constexpr size_t kFarthest = 200;  // characters from the year; farther words do not speak of it

  void check(const Sentence& sentence) {
    std::optional<YearSentence> read;
    for (size_t i = sentence.first; i < sentence.second; ++i) {
      if (prose_.tokens[i].kind != TokenKind::kDate) continue;
      if (!read) read = read_sentence(sentence);
      check(*read, prose_.tokens[i]);
    }
  }

  YearSentence read_sentence(const Sentence& sentence) const {
    const u32string_view text = prose_.between(sentence.span.begin, sentence.span.end);
    return {sentence, holds_one_of(text, words_.compare), holds_one_of(text, words_.plan),
            holds_one_of(text, words_.announce), names_own_year(sentence)};
  }

  void check(const YearSentence& sentence, const Token& token) {
    const TextDate& date = prose_.dates[token.index];
    if (date.is_typo)
      return report(sentence, {token.begin, token.end}, "年份的数字过多，应为笔误。", "The year has too many digits.");
    const int section = prose_.section->number;
    if (date.year == 0 || date.year == year_ || !has(words_.sections, section)) return;
    if (date.month == 0 ? !is_time_of_report(sentence, token, date) : !is_end_of_older(sentence, token, date)) return;
    if (sentence.names_own_year || is_at_home(sentence, date.year - year_)) return;
    report(sentence, {token.begin, end_of_year(token)}, std::to_string(date.year) + " 年不是本报告的年度。",
           std::to_string(date.year) + " is not the year of this report.");
  }

  u32string_view behind(const Token& token) const { return u32string_view(prose_.plain.text).substr(token.end); }

  // 2019年，我街…; 回顾2019年的工作
  bool is_time_of_work(const YearSentence& sentence, const Token& token) const {
    u32string_view before = prose_.between(sentence.span.begin, token.begin);
    before.remove_suffix(word_at_end(before, words_.leads).size());
    return is_beginning(before) && !word_at_start(behind(token), words_.work).empty();
  }

  // 现将2019年度政府信息公开工作报告如下; 以上为2019年度政府信息公开工作的情况
  bool is_announced(const YearSentence& sentence, const Token& token) const {
    return !word_at_start(behind(token), words_.announced).empty() && sentence.announces;
  }

  bool is_time_of_report(const YearSentence& sentence, const Token& token, const TextDate& date) const {
    if (is_time_of_work(sentence, token) || is_announced(sentence, token)) return true;
    if (date.year > year_ || is_excused(sentence, token)) return false;
    return is_time_of_ours(sentence, token) || is_of_matter(sentence, token) || is_end(token);
  }

  // 2019年印发的, 2019年以来, 针对2019年
  bool is_of_another_thing(const YearSentence& sentence, const Token& token) const {
    return holds_one_of(clause_behind(sentence, token), words_.made) ||
           !word_at_end(prose_.between(sentence.span.begin, token.begin), words_.sources).empty();
  }

  // Another time is meant.
  bool is_excused(const YearSentence& sentence, const Token& token) const {
    return is_of_another_thing(sentence, token) || sentence.compares;
  }

  static constexpr u32string_view kMarks = U"，,：:。；;";

  u32string_view text_behind(const YearSentence& sentence, const Token& token) const {
    return prose_.between(token.end, sentence.span.end).substr(0, kFarthest);
  }

  u32string_view clause_behind(const YearSentence& sentence, const Token& token) const {
    const u32string_view text = text_behind(sentence, token);
    return text.substr(0, text.find_first_of(kMarks));
  }

  u32string_view clause_before(const YearSentence& sentence, const Token& token) const {
    const size_t begin = std::max(sentence.span.begin, token.begin - std::min(token.begin, kFarthest));
    const u32string_view before = prose_.between(begin, token.begin);
    const size_t mark = before.find_last_of(kMarks);
    return mark == u32string_view::npos ? before : before.substr(mark + 1);
  }

  // 平台建设上，2019年重点做好网站巡查; 我局于2019年公开处罚决定书
  bool is_time_of_ours(const YearSentence& sentence, const Token& token) const {
    constexpr size_t kLongestSelf = 6;
    u32string_view before = clause_before(sentence, token);
    before.remove_suffix(word_at_end(before, words_.leads).size());
    const bool is_self = !word_at_start(before, words_.self).empty() && before.size() <= kLongestSelf;
    return (is_beginning(before) || is_self) && holds_one_of(text_behind(sentence, token), words_.matters);
  }

  // 做好2019年度全县政务公开工作; 政务公开工作在2019年
  bool is_of_matter(const YearSentence& sentence, const Token& token) const {
    constexpr size_t kNear = 20;
    const u32string_view before = clause_before(sentence, token);
    return holds_one_of(clause_behind(sentence, token).substr(0, kNear), words_.own) ||
           (!word_at_end(before, words_.leads).empty() && holds_one_of(before, words_.own));
  }

  // 截至2019年底, 截至2019年12月31日
  bool is_end(const Token& token) const {
    return is_until(token) && !word_at_start(behind(token), words_.ends).empty();
  }

  bool is_end_of_older(const YearSentence& sentence, const Token& token, const TextDate& date) const {
    return date.year < year_ && !is_of_another_thing(sentence, token) && date.month == kDecember &&
           date.day == kLastOfDecember && is_until(token);
  }

  bool is_until(const Token& token) const {
    return !word_at_end(u32string_view(prose_.plain.text).substr(0, token.begin), words_.until).empty();
  }

  bool ends_thought(const Token& token) const {
    return token.kind == TokenKind::kParagraph ||
           (token.kind == TokenKind::kSentence &&
            word_at_start(prose_.between(token.begin, token.end), half_breaks_).empty());
  }

  // The sentence goes on behind ；.
  bool names_own_year(const Sentence& sentence) const {
    constexpr size_t kLongestThought = 2'000;  // tokens behind the sentence
    const size_t end = std::min(prose_.tokens.size(), sentence.second + kLongestThought);
    for (size_t i = sentence.first; i < end; ++i) {
      const Token& token = prose_.tokens[i];
      if (token.kind == TokenKind::kDate && prose_.dates[token.index].year == year_) return true;
      if (i + 1 >= sentence.second && ends_thought(token)) break;
    }
    return false;
  }

  bool is_at_home(const YearSentence& sentence, int difference) const {
    if (difference == 1) return has(words_.next_year_sections, prose_.section->number) || sentence.plans;
    return difference == -1 && sentence.compares;
  }

  // Of a date with month and day the year alone.
  size_t end_of_year(const Token& token) const {
    const size_t mark = prose_.between(token.begin, token.end).find(U'年');
    return mark == u32string_view::npos ? token.end : token.begin + mark + 1;
  }

  void report(const YearSentence& sentence, Span span, const std::string& zh, const std::string& en) {
    if (findings_.size() == kMostFindings) return;
    Finding finding = text_finding(prose_, "R-T-10", span, sentence.span);
    finding.severity = Severity::kWarning;
    finding.expected = std::to_string(year_);
    finding.message_zh = zh;
    finding.message_en = en;
    findings_.push_back(std::move(finding));
  }

  const Prose& prose_;
  const YearWords& words_;
  const Words& half_breaks_;
  int year_;
  std::vector<Finding> findings_;
};

// Two dates joined by 至: from the first to the second.
struct Period {
  TextDate from;
  TextDate to;
  Span span;
};

std::optional<Period> period_at(const Prose& prose, size_t first, size_t second) {
  constexpr size_t kFarthest = 6;
  const Token& a = prose.tokens[first];
  const Token& b = prose.tokens[second];
  if (b.begin - a.end > kFarthest) return std::nullopt;
  Period period{prose.dates[a.index], prose.dates[b.index], {a.begin, b.end}};
  if (period.to.year == 0) period.to.year = period.from.year;
  const bool whole = period.from.year != 0 && period.from.month != 0 && period.to.month != 0;
  const bool typo = period.from.is_typo || period.to.is_typo;
  return whole && !typo ? std::optional(period) : std::nullopt;
}

bool is_whole_year(const Period& period, int year) {
  const auto is = [](int value, int wanted) { return value == 0 || value == wanted; };
  return period.from.year == year && period.from.month == 1 && is(period.from.day, 1) && period.to.year == year &&
         period.to.month == kDecember && is(period.to.day, kLastOfDecember);
}

std::optional<Period> period_in(const Prose& prose, const Sentence& sentence) {
  std::optional<size_t> last;
  for (size_t i = sentence.first; i < sentence.second; ++i) {
    if (prose.tokens[i].kind != TokenKind::kDate) continue;
    if (last)
      if (const auto period = period_at(prose, *last, i)) return period;
    last = i;
  }
  return std::nullopt;
}

std::string iso(const TextDate& date) {
  const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  return std::to_string(date.year) + two(date.month) + (date.day == 0 ? "" : two(date.day));
}

}  // namespace

std::vector<Finding> check_years(const Narrative& narrative) {
  std::vector<Finding> findings;
  if (!narrative.report.title.report_year) return findings;
  for (const Prose& prose : narrative.prose) {
    if (prose.dates.empty()) continue;
    std::vector<Finding> more = YearCheck(prose, narrative.words, *narrative.report.title.report_year).findings();
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  }
  return findings;
}

std::vector<Finding> check_periods(const Narrative& narrative) {
  std::vector<Finding> findings;
  if (!narrative.report.title.report_year) return findings;
  const int year = *narrative.report.title.report_year;
  for (const Prose& prose : narrative.prose) {
    if (prose.dates.size() < 2) continue;
    for (const Sentence& sentence : spans_of(prose)) {
      if (!holds_one_of(prose.between(sentence.span.begin, sentence.span.end), narrative.words.period)) continue;
      const auto period = period_in(prose, sentence);
      if (!period || is_whole_year(*period, year) || findings.size() == kMostFindings) continue;
      Finding finding = text_finding(prose, "R-T-11", period->span, sentence.span);
      finding.severity = Severity::kWarning;
      finding.expected = std::to_string(year) + "-01-01/" + std::to_string(year) + "-12-31";
      finding.message_zh = "统计期限不是 " + std::to_string(year) + " 年全年，而是 " + iso(period->from) + " 至 " +
                           iso(period->to) + "。";
      finding.message_en = "The period stated is not the whole of " + std::to_string(year) + " but " +
                           iso(period->from) + " to " + iso(period->to) + ".";
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::vector<Finding> check_bodies(const Narrative& narrative) {
  std::vector<Finding> findings;
  const Title& title = narrative.report.title;
  for (const SelfWords& body : narrative.words.bodies) {
    if (std::find(body.not_of.begin(), body.not_of.end(), title.org_type) == body.not_of.end()) continue;
    for (const Prose& prose : narrative.prose)
      for (const std::u32string& word : body.words) {
        const size_t at = prose.plain.text.find(word);
        if (at == std::u32string::npos) continue;
        Finding finding = text_finding(prose, "R-T-12", {at, at + word.size()}, {0, prose.plain.text.size()});
        finding.severity = Severity::kWarning;
        finding.expected = title.org_name;
        finding.message_zh =
            "「" + finding.actual + "」不像是" + title.org_name + "的自称或上级，可能抄自其他机关的报告。";
        finding.message_en = "\"" + finding.actual + "\" does not suit " + title.org_name +
                             "; it may be copied from another body's report.";
        findings.push_back(std::move(finding));
        break;
      }
  }
  return findings;
}

}  // namespace nianbao

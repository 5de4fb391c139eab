#include "audit/prose_years.h"

#include <algorithm>
#include <optional>

#include "audit/prose_period.h"
#include "audit/text_finding.h"
#include "schema/plain_text.h"

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

bool has(const std::vector<int>& numbers, int wanted) {
  return std::find(numbers.begin(), numbers.end(), wanted) != numbers.end();
}

// What a sentence says as a whole, found out once: a hostile one has any number of years.
struct YearSentence : Sentence {
  bool compares = false;
  bool contrasts = false;
  bool plans = false;
  bool announces = false;
  bool is_of_report = false;   // it speaks of the report itself
  bool states_period = false;  // its dates are looked at by R-T-11
  bool names_own_year = false;
  bool names_next_year = false;
};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Nothing stands before it but an enumerator: （一） 1. 一是
bool is_beginning(u32string_view before) {
  constexpr size_t kLongestEnumerator = 4;
  constexpr u32string_view kEnumerator = U"()一二三四五六七八九十0123456789.．、是第";
  return before.size() <= kLongestEnumerator && before.find_first_not_of(kEnumerator) == u32string_view::npos;
}

class YearCheck {
 public:
  YearCheck(const Prose& prose, const ClaimWords& words, int year)
      : prose_(prose), all_words_(words), words_(words.years), year_(year) {}

  std::vector<Finding> findings() {
    const std::vector<Sentence> sentences = sentences_of(prose_);
    for (size_t i = 0; i < sentences.size(); ++i) {
      before_ = i == 0 ? nullptr : &sentences[i - 1];
      next_ = i + 1 == sentences.size() ? nullptr : &sentences[i + 1];
      check(sentences[i]);
    }
    return std::move(findings_);
  }

 private:
  static constexpr size_t kFarthest = 200;  // characters from the year; farther words do not speak of it
  static constexpr size_t kLongestAnnouncement = 400;
  static constexpr size_t kYearDigits = 4;
  static constexpr u32string_view kMarks = U"，,：:。；;";

  void check(const Sentence& sentence) {
    std::optional<YearSentence> read;
    for (size_t i = sentence.first; i < sentence.second; ++i) {
      if (prose_.tokens[i].kind != TokenKind::kDate) continue;
      if (!read) read = read_sentence(sentence);
      check(*read, prose_.tokens[i]);
    }
    check_titles(sentence);
  }

  // 现将《…局2019年政府信息公开工作年度报告》予以公布: no token stands in a quotation.
  void check_titles(const Sentence& sentence) {
    const u32string_view text = prose_.between(sentence.begin, sentence.end).substr(0, kLongestAnnouncement);
    if (!has(words_.sections, prose_.section->number) || holds_one_of(text, words_.of_older)) return;
    for (size_t open = text.find(U'《'); open != u32string_view::npos; open = text.find(U'《', open + 1)) {
      const size_t close = text.find(U'》', open);
      if (close == u32string_view::npos) return;
      const bool announced =
          holds_one_of(text.substr(0, open), words_.announce) || holds_one_of(text.substr(close), words_.announce);
      if (announced) check_title(sentence, open, text.substr(open, close - open));
    }
  }

  void check_title(const Sentence& sentence, size_t open, u32string_view title) {
    const size_t mark = title.find(U'年');
    if (mark == u32string_view::npos || mark < kYearDigits || !holds_one_of(title.substr(mark), words_.announced))
      return;
    const u32string_view digits = title.substr(mark - kYearDigits, kYearDigits);
    if (digits == code_points(std::to_string(year_)) || !std::all_of(digits.begin(), digits.end(), is_digit)) return;
    const size_t begin = sentence.begin + open + mark - kYearDigits;
    report(sentence, {begin, begin + kYearDigits + 1});
  }

  YearSentence read_sentence(const Sentence& sentence) const {
    const u32string_view text = prose_.between(sentence.begin, sentence.end);
    YearSentence read{sentence};
    read.compares = holds_one_of(text, words_.compare);
    read.contrasts = holds_one_of(text, words_.contrast);
    read.announces = holds_one_of(text, words_.announce);
    read.plans = !read.announces && holds_one_of(text, words_.plan);
    read.is_of_report = holds_one_of(text, words_.of_report) && !holds_one_of(text, words_.of_older);
    read.states_period = states_period(prose_, sentence, all_words_, year_);
    read.names_own_year = names_own_year(sentence) || is_set_against(sentence);
    read.names_next_year = names_year(sentence, year_ + 1);
    return read;
  }

  void check(const YearSentence& sentence, const Token& token) {
    const TextDate& date = prose_.dates[token.index];
    if (date.is_typo)
      return report(sentence, {token.begin, token.end}, "年份的数字过多，应为笔误。", "The year has too many digits.");
    if (date.year == 0 || !has(words_.sections, prose_.section->number)) return;
    if (date.year == year_) return check_plan(sentence, token);
    if (is_excused(sentence, token, date)) return;
    if (date.month == 0 ? !is_time_of_report(sentence, token, date) : !is_limit_of_older(sentence, token, date)) return;
    report(sentence, {token.begin, end_of_year(token)});
  }

  void report(const Sentence& sentence, Span span) {
    report(sentence, span, "「" + source_of(prose_, span) + "」不是本报告的年度。",
           "\"" + source_of(prose_, span) + "\" is not the year of this report.");
  }

  // 下一步，2023年我局将进一步…: a plan for the year that is over, left from the last report.
  void check_plan(const YearSentence& sentence, const Token& token) {
    constexpr size_t kNear = 12;
    if (!has(words_.next_year_sections, prose_.section->number) || prose_.dates[token.index].month != 0) return;
    if (!holds_one_of(text_behind(sentence, token).substr(0, kNear), words_.will)) return;
    report(sentence, {token.begin, token.end}, "计划所指的 " + std::to_string(year_) + " 年已经过去。",
           "The plan is for " + std::to_string(year_) + ", which is over.");
  }

  // --- the words around a year --------------------------------------------------------------------------------------

  u32string_view behind(const Token& token) const { return u32string_view(prose_.plain.text).substr(token.end); }

  u32string_view before(const YearSentence& sentence, const Token& token) const {
    const size_t begin = std::max(sentence.begin, token.begin - std::min(token.begin, kFarthest));
    return prose_.between(begin, token.begin);
  }

  u32string_view text_behind(const YearSentence& sentence, const Token& token) const {
    return prose_.between(token.end, sentence.end).substr(0, kFarthest);
  }

  u32string_view clause_behind(const YearSentence& sentence, const Token& token) const {
    const u32string_view text = text_behind(sentence, token);
    return text.substr(0, text.find_first_of(kMarks));
  }

  u32string_view clause_before(const YearSentence& sentence, const Token& token) const {
    const u32string_view text = before(sentence, token);
    const size_t mark = text.find_last_of(kMarks);
    return mark == u32string_view::npos ? text : text.substr(mark + 1);
  }

  u32string_view without_lead(u32string_view text) const {
    text.remove_suffix(word_at_end(text, words_.leads).size());
    return text;
  }

  // --- what makes a year that of the report -------------------------------------------------------------------------

  bool is_time_of_report(const YearSentence& sentence, const Token& token, const TextDate& date) const {
    if ((is_time_of_work(sentence, token) && !is_made(sentence, token)) || is_announced(sentence, token) ||
        is_this_time(token))
      return true;
    if (date.year > year_ || is_of_another_thing(sentence, token)) return false;
    if (sentence.is_of_report || is_of_ourselves(sentence, token)) return true;
    return !sentence.compares && (is_time_of_ours(sentence, token) || is_of_matter(sentence, token) || is_end(token));
  }

  // 2019年，我街…; 回顾2019年的工作
  bool is_time_of_work(const YearSentence& sentence, const Token& token) const {
    return is_beginning(without_lead(prose_.between(sentence.begin, token.begin))) &&
           !word_at_start(behind(token), words_.work).empty();
  }

  // 现将2019年度政府信息公开工作报告如下; 以上为2019年度政府信息公开工作的情况
  bool is_announced(const YearSentence& sentence, const Token& token) const {
    return !word_at_start(behind(token), words_.announced).empty() && sentence.announces;
  }

  // 本年度（|2019年）
  bool is_this_time(const Token& token) const {
    u32string_view text = u32string_view(prose_.plain.text).substr(0, token.begin);
    if (!text.ends_with(U'(')) return false;
    text.remove_suffix(1);
    const size_t word = word_at_end(text, words_.this_time).size();
    text.remove_suffix(word);
    return word > 0 && word_at_end(text, words_.not_this_time).empty();
  }

  // 与上年相比，2019年我局…; 我厅2019年逐条细化举措
  bool is_of_ourselves(const YearSentence& sentence, const Token& token) const {
    const u32string_view text = without_lead(clause_before(sentence, token));
    if (is_beginning(text)) return !word_at_start(behind(token), all_words_.ourselves).empty();
    constexpr size_t kNear = 10;
    constexpr size_t kLongestName = 4;  // 我管委会; more says what it did
    return is_self(text) && text.size() <= kLongestName &&
           clause_behind(sentence, token).substr(0, kNear).find(U'的') == u32string_view::npos;
  }

  // 我局|2019年
  bool is_self(u32string_view text) const {
    constexpr size_t kLongestSelf = 6;
    return !word_at_start(text, words_.self).empty() && text.size() <= kLongestSelf;
  }

  // 平台建设上，2019年重点做好网站巡查; 我局于2019年公开处罚决定书
  bool is_time_of_ours(const YearSentence& sentence, const Token& token) const {
    const u32string_view text = without_lead(clause_before(sentence, token));
    return (is_beginning(text) || is_self(text)) && holds_one_of(text_behind(sentence, token), words_.matters);
  }

  // 做好2019年度全县政务公开工作; 政务公开工作在2019年
  bool is_of_matter(const YearSentence& sentence, const Token& token) const {
    constexpr size_t kNear = 20;
    const u32string_view text = clause_before(sentence, token);
    return holds_one_of(clause_behind(sentence, token).substr(0, kNear), words_.own) ||
           (!word_at_end(text, words_.leads).empty() && holds_one_of(text, words_.own));
  }

  // 截至2019年底
  bool is_end(const Token& token) const {
    return is_until(token) && !word_at_start(behind(token), words_.ends).empty();
  }

  // 截至2019年12月31日; 2019年1月1日至…
  bool is_limit_of_older(const YearSentence& sentence, const Token& token, const TextDate& date) const {
    if (is_this_time(token)) return true;
    if (sentence.states_period || date.year > year_ || is_made(sentence, token)) return false;
    const bool is_limit = date.begins_year() || date.ends_year();
    if (is_limit && sentence.is_of_report) return true;
    if (has_source(sentence, token)) return false;
    return (date.ends_year() && date.day != 0 && is_until(token)) || (is_limit && is_in_whole_year(sentence, token));
  }

  bool is_until(const Token& token) const {
    return !word_at_end(u32string_view(prose_.plain.text).substr(0, token.begin), words_.until).empty();
  }

  // One of two dates at the beginning of a clause that are the limits of one year.
  bool is_in_whole_year(const YearSentence& sentence, const Token& token) const {
    const Token* first = &token;
    if (prose_.dates[token.index].ends_year()) {
      if (token.index == 0) return false;
      first = token_of_date(token, -1);
    }
    const Token* last = first == nullptr ? nullptr : token_of_date(*first, 1);
    if (last == nullptr || !is_beginning(without_lead(clause_before(sentence, *first)))) return false;
    constexpr size_t kFarthestApart = 3;
    const TextDate& from = prose_.dates[first->index];
    const TextDate& to = prose_.dates[last->index];
    return from.begins_year() && to.ends_year() && (to.year == 0 || to.year == from.year) &&
           last->begin - first->end <= kFarthestApart;
  }

  // The date before (-1) or behind (1) with no other token between; nullptr where there is none.
  const Token* token_of_date(const Token& token, int step) const {
    const auto index = static_cast<size_t>(&token - prose_.tokens.data());
    if ((step < 0 && index == 0) || (step > 0 && index + 1 == prose_.tokens.size())) return nullptr;
    const Token& other = step < 0 ? prose_.tokens[index - 1] : prose_.tokens[index + 1];
    return other.kind == TokenKind::kDate ? &other : nullptr;
  }

  // --- what excuses it ----------------------------------------------------------------------------------------------

  // 2019年印发的, 2019年以来, 针对2019年
  bool is_of_another_thing(const YearSentence& sentence, const Token& token) const {
    return is_made(sentence, token) || has_source(sentence, token);
  }

  bool is_made(const YearSentence& sentence, const Token& token) const {
    return holds_one_of(clause_behind(sentence, token), words_.made);
  }

  bool has_source(const YearSentence& sentence, const Token& token) const {
    return !word_at_end(without_lead(prose_.between(sentence.begin, token.begin)), words_.sources).empty();
  }

  bool names_year(const Sentence& sentence, int year) const {
    for (size_t i = sentence.first; i < sentence.second; ++i)
      if (prose_.tokens[i].kind == TokenKind::kDate && prose_.dates[prose_.tokens[i].index].year == year) return true;
    return false;
  }

  bool is_short_count(const Sentence& sentence) const {
    constexpr size_t kShort = 60;
    return sentence.end - sentence.begin <= kShort &&
           std::any_of(prose_.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.first),
                       prose_.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.second),
                       [](const Token& token) { return token.kind == TokenKind::kNumber; });
  }

  // 2022年收到申请13件。|2021年收到9件。: one of the sentences beside it does so for the report's year.
  bool is_set_against(const Sentence& sentence) const {
    if (!is_short_count(sentence)) return false;
    const auto compares = [&](const Sentence* other) {
      return other != nullptr && is_short_count(*other) && names_year(*other, year_);
    };
    return compares(before_) || compares(next_);
  }

  bool ends_thought(const Token& token) const {
    return token.kind == TokenKind::kParagraph ||
           (token.kind == TokenKind::kSentence &&
            word_at_start(prose_.between(token.begin, token.end), all_words_.half_breaks).empty());
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

  // 本年度（2022年） is wrong whatever else is said.
  bool is_excused(const YearSentence& sentence, const Token& token, const TextDate& date) const {
    if (is_this_time(token)) return false;
    return sentence.names_own_year || is_at_home(sentence, date.year - year_) || is_of_range(token) ||
           follows_bare_year(prose_, token, all_words_.date_joins) || is_of_last_report(sentence, token, date);
  }

  // 按时发布2021年政府信息公开工作年度报告: a duty of the year after. Not where the sentence is of a later day.
  bool is_of_last_report(const YearSentence& sentence, const Token& token, const TextDate& date) const {
    return date.year == year_ - 1 && !sentence.announces && !sentence.is_of_report && !sentence.names_next_year &&
           !word_at_start(behind(token), words_.reports).empty() &&
           holds_one_of(clause_before(sentence, token), words_.publish);
  }

  // 2019年至2022年, 2021年和2022年
  bool is_of_range(const Token& token) const {
    return are_range(token_of_date(token, -1), &token) || are_range(&token, token_of_date(token, 1));
  }

  bool are_range(const Token* from, const Token* to) const {
    if (from == nullptr || to == nullptr) return false;
    const int first = prose_.dates[from->index].year;
    const int last = prose_.dates[to->index].year;
    const u32string_view between = prose_.between(from->end, to->begin);
    return first != 0 && last != 0 && first != last &&
           std::find(all_words_.date_joins.begin(), all_words_.date_joins.end(), between) !=
               all_words_.date_joins.end();
  }

  bool is_at_home(const YearSentence& sentence, int difference) const {
    if (difference == 1) return has(words_.next_year_sections, prose_.section->number) || sentence.plans;
    return difference == -1 && sentence.contrasts;
  }

  // --- findings -----------------------------------------------------------------------------------------------------

  // Of a date with month and day the year alone.
  size_t end_of_year(const Token& token) const {
    const size_t mark = prose_.between(token.begin, token.end).find_first_of(U"年.-/");
    const bool is_word = mark != u32string_view::npos && prose_.plain.text[token.begin + mark] == U'年';
    return mark == u32string_view::npos ? token.end : token.begin + mark + (is_word ? 1 : 0);
  }

  void report(const Sentence& sentence, Span span, const std::string& zh, const std::string& en) {
    if (findings_.size() == kMostFindings) return;
    Finding finding = text_finding(prose_, "R-T-10", span, {sentence.begin, sentence.end});
    finding.severity = Severity::kWarning;
    finding.expected = std::to_string(year_);
    finding.message_zh = zh;
    finding.message_en = en;
    findings_.push_back(std::move(finding));
  }

  const Prose& prose_;
  const ClaimWords& all_words_;
  const YearWords& words_;
  int year_;
  const Sentence* before_ = nullptr;  // the one looked at; nullptr where there is none
  const Sentence* next_ = nullptr;    // behind it
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_years(const Narrative& narrative) {
  std::vector<Finding> findings;
  if (!narrative.report.title.report_year) return findings;
  for (const Prose& prose : narrative.prose) {
    std::vector<Finding> more = YearCheck(prose, narrative.words, *narrative.report.title.report_year).findings();
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace nianbao

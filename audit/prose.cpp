#include "audit/prose.h"

#include <algorithm>

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

constexpr u32string_view kChineseDigits = U"零一二三四五六七八九";
constexpr size_t kLongestQuotation = 80;  // characters; an open bracket that is not closed within them is no bracket
constexpr size_t kYearDigits = 4;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// 0 to 9 for an ASCII or Chinese digit, else -1.
int digit_value(char32_t c) {
  if (!begins_number(c) && c != U'O') return -1;
  if (is_digit(c)) return static_cast<int>(c - U'0');
  if (c == U'〇' || c == U'○' || c == U'O') return 0;
  const size_t at = kChineseDigits.find(c);
  return at == u32string_view::npos ? -1 : static_cast<int>(at);
}

// A day or month: 1, 12, 一, 十二, 三十一; nothing read gives 0.
int small_number(u32string_view text, size_t& at) {
  int value = 0;
  int tens = 0;
  const size_t start = at;
  for (; at < text.size() && at - start < 3; ++at) {
    if (text[at] == U'十') {
      tens = value == 0 ? 10 : value * 10;
      value = 0;
      continue;
    }
    const int digit = digit_value(text[at]);
    if (digit < 0) break;
    value = value * 10 + digit;
  }
  return tens + value;
}

class Scanner {
 public:
  Scanner(Prose& prose, const ClaimWords& words, const TitleWords& titles)
      : prose_(prose), text_(prose.plain.text), words_(words), titles_(titles) {}

  void scan() {
    while (at_ < text_.size())
      if (!skip_quotation() && !take_break() && !take_date() && !take_term() && !take_number()) ++at_;
  }

 private:
  void add(TokenKind kind, size_t end, Meanings meanings = 0, size_t index = 0) {
    prose_.tokens.push_back({kind, at_, end, meanings, index});
    at_ = end;
  }

  bool skip_quotation() {
    const auto quoted = words_.numbers.quoted.find(text_[at_]);
    if (quoted == words_.numbers.quoted.end()) return false;
    const size_t close = text_.substr(at_, kLongestQuotation).find(quoted->second);
    if (close == u32string_view::npos) return false;
    at_ += close + 1;
    return true;
  }

  bool take_break() {
    if (text_[at_] == U'\n') return add(TokenKind::kParagraph, at_ + 1), true;
    const u32string_view rest = text_.substr(at_);
    for (const auto& [words, kind] :
         {std::pair{&words_.sentence_breaks, TokenKind::kSentence},
          std::pair{&words_.clause_breaks, TokenKind::kClause}, std::pair{&words_.list_breaks, TokenKind::kList}})
      if (const u32string_view word = word_at_start(rest, *words); !word.empty())
        return add(kind, at_ + word.size()), true;
    return false;
  }

  bool take_term() {
    const TermMatch match = words_.terms.longest_at(text_, at_);
    if (match.length == 0) return false;
    add(TokenKind::kTerm, at_ + match.length, match.meanings);
    return true;
  }

  bool take_number() {
    if (!begins_number(text_[at_])) return false;
    const NumberAt found = number_at(text_, at_, words_.numbers);
    if (found.number) {
      prose_.numbers.push_back(*found.number);
      add(TokenKind::kNumber, found.end, 0, prose_.numbers.size() - 1);
    }
    at_ = found.end;
    return true;
  }

  // 2023年, 2023年1月1日, 12月31日, 二〇二三年; 202020年 is a date with a typing error.
  bool take_date() {
    if (digit_value(text_[at_]) < 0 && text_[at_] != U'十') return false;
    if (at_ > 0 && (is_digit(text_[at_ - 1]) || text_[at_ - 1] == U'.')) return false;
    size_t end = at_;
    TextDate date;
    if (read_dotted(date, end)) {
    } else if (read_year(date, end)) {
      read_month(date, end);
    } else if (!read_month(date, end)) {
      return false;
    }
    prose_.dates.push_back(date);
    add(TokenKind::kDate, end, 0, prose_.dates.size() - 1);
    return true;
  }

  bool read_year(TextDate& date, size_t& end) const {
    size_t digits = end;
    int year = 0;
    for (; digits < text_.size() && digit_value(text_[digits]) >= 0 && digits - end <= kYearDigits + 2; ++digits)
      if (digits - end < kYearDigits) year = year * 10 + digit_value(text_[digits]);
    if (digits - end < kYearDigits || digits == text_.size() || text_[digits] != U'年') return false;
    if (!is_year(year)) return false;
    date.year = year;
    date.is_typo = digits - end > kYearDigits;
    end = digits + 1;
    return true;
  }

  // 2023.01.01, 2023-1-1
  bool read_dotted(TextDate& date, size_t& end) const {
    size_t at = end;
    const int year = arabic(at, kYearDigits);
    if (at - end != kYearDigits || at == text_.size() || !is_year(year)) return false;
    const char32_t sign = text_[at];
    if (sign != U'.' && sign != U'-' && sign != U'/') return false;
    const int month = arabic(++at, 2);
    if (month < 1 || month > 12 || at == text_.size() || text_[at] != sign) return false;
    const size_t digits = ++at;
    const int day = arabic(at, 2);
    if (at == digits || day < 1 || day > 31 || (at < text_.size() && is_digit(text_[at]))) return false;
    date = {.year = year, .month = month, .day = day};
    end = at;
    return true;
  }

  // The number of at most `most` ASCII digits at `at`, which is moved behind them.
  int arabic(size_t& at, size_t most) const {
    int value = 0;
    for (const size_t begin = at; at < text_.size() && at - begin < most && is_digit(text_[at]); ++at)
      value = value * 10 + static_cast<int>(text_[at] - U'0');
    return value;
  }

  bool is_year(int year) const { return year >= titles_.first_year - 20 && year <= titles_.last_year; }

  bool read_month(TextDate& date, size_t& end) const {
    size_t at = end;
    const int month = small_number(text_, at);
    if (month < 1 || month > 12 || at == text_.size() || text_[at] != U'月') return false;
    date.month = month;
    end = ++at;
    const int day = small_number(text_, at);
    if (day < 1 || day > 31 || at == text_.size() || (text_[at] != U'日' && text_[at] != U'号')) return true;
    date.day = day;
    end = at + 1;
    return true;
  }

  Prose& prose_;
  u32string_view text_;
  const ClaimWords& words_;
  const TitleWords& titles_;
  size_t at_ = 0;
};

}  // namespace

bool TextDate::ends_year() const {
  constexpr int kDecember = 12;
  constexpr int kLast = 31;
  return month == kDecember && (day == 0 || day == kLast);
}

bool follows_bare_year(const Prose& prose, const Token& token, const Words& joins) {
  u32string_view before = prose.between(0, token.begin);
  const size_t join = word_at_end(before, joins).size();
  if (join == 0 || before.size() < join + kYearDigits) return false;
  before = before.substr(before.size() - join - kYearDigits, kYearDigits);
  return std::all_of(before.begin(), before.end(), is_digit);
}

Prose read_prose(const Section& section, const ClaimWords& words, const TitleWords& titles) {
  Prose prose;
  prose.section = &section;
  prose.plain = plain_text(section.text);
  Scanner(prose, words, titles).scan();
  return prose;
}

std::vector<Sentence> sentences_of(const Prose& prose) {
  std::vector<Sentence> sentences;
  Sentence next;
  for (size_t i = 0; i < prose.tokens.size(); ++i) {
    const TokenKind kind = prose.tokens[i].kind;
    const bool ends = kind == TokenKind::kSentence || kind == TokenKind::kParagraph;
    if (!ends && i + 1 < prose.tokens.size()) continue;
    next.second = i + 1;
    next.end = prose.tokens[i].end;
    sentences.push_back(next);
    next.first = i + 1;
    next.begin = next.end;
  }
  if (!sentences.empty()) sentences.back().end = prose.plain.text.size();
  return sentences;
}

}  // namespace nianbao

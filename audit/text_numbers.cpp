#include "audit/text_numbers.h"

#include <algorithm>
#include <array>

#include "schema/numeral.h"
#include "schema/plain_text.h"

namespace nianbao {
namespace {

using std::size_t;
using std::u32string_view;

constexpr size_t kMostDigits = 15;
constexpr size_t kLongestNumeral = 16;  // characters
constexpr u32string_view kNumerals = U"零〇○一二两三四五六七八九十百千万亿";
constexpr u32string_view kRunSigns = U".,:/@_-+=?&#~";  // join digits and letters to addresses, dates, phone numbers

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

constexpr size_t kSlots = 256;

// By the remainder of their code points: few other characters have one of a numeral.
constexpr std::array<bool, kSlots> slots_of(u32string_view characters) {
  std::array<bool, kSlots> slots{};
  for (const char32_t c : characters) slots[c % kSlots] = true;
  return slots;
}

bool is_numeral(char32_t c) {
  static constexpr std::array<bool, kSlots> kOfNumerals = slots_of(kNumerals);
  return kOfNumerals[c % kSlots] && kNumerals.find(c) != u32string_view::npos;
}
bool is_run_sign(char32_t c) { return kRunSigns.find(c) != u32string_view::npos; }

// All that is joined to the digit at `at` by letters and signs; signs at its end are punctuation.
size_t end_of_run(u32string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && (is_digit(text[end]) || is_letter(text[end]) || is_run_sign(text[end]))) ++end;
  while (end > at && is_run_sign(text[end - 1])) --end;
  return end;
}

// `1,204.50` as 1204.5; nothing for all other runs of digits, letters and signs.
std::string arabic_value(u32string_view run) {
  std::string value;
  size_t group = 0;
  bool separated = false;
  size_t at = 0;
  for (; at < run.size() && (is_digit(run[at]) || run[at] == U','); ++at) {
    if (run[at] == U',') {
      if (group == 0 || group > 3 || (separated && group != 3)) return "";
      separated = true;
      group = 0;
    } else {
      value += static_cast<char>(run[at]);
      ++group;
    }
  }
  if ((separated && group != 3) || value.empty() || (value.size() > 1 && value.front() == '0')) return "";
  if (at == run.size()) return value.size() > kMostDigits ? "" : value;
  if (run[at] != U'.' || at + 1 == run.size()) return "";
  value += '.';
  for (++at; at < run.size(); ++at) {
    if (!is_digit(run[at])) return "";
    value += static_cast<char>(run[at]);
  }
  return value.size() > kMostDigits + 1 ? "" : shifted(value, 0);
}

// １，２０４ in full width is 1204 or two numbers: neither is taken.
bool continues_a_number(u32string_view text, size_t at) {
  return at >= 2 && (text[at - 1] == U'，' || text[at - 1] == U',' || text[at - 1] == U' ') && is_digit(text[at - 2]);
}

bool joins_to(u32string_view text, size_t at) {
  return at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]) ||
                    (is_run_sign(text[at - 1]) && text[at - 1] != U':' && text[at - 1] != U','));
}

class Reader {
 public:
  Reader(u32string_view text, size_t at, const NumberWords& words) : text_(text), at_(at), words_(words) {}

  NumberAt read() {
    const bool arabic = is_digit(text_[at_]);
    const size_t run_end = arabic ? end_of_run(text_, at_) : end_of_numeral();
    if (!arabic && run_end == at_) return {std::nullopt, at_ + 1};
    number_.value = arabic ? arabic_value(text_.substr(at_, run_end - at_)) : chinese_value(run_end);
    number_.begin = at_;
    number_.end = run_end;
    if (number_.value.empty() || stands_where_none_can(arabic) || (arabic && is_refused(run_end)))
      return {std::nullopt, run_end};
    if (const size_t end = end_of_time(run_end); end > run_end) return {std::nullopt, end};
    read_unit(arabic);
    if (!is_claim_) return {std::nullopt, run_end};
    number_.is_about = number_.is_about || !word_at_end(before(), words_.about_before).empty() ||
                       !word_at_start(text_.substr(number_.unit_end), words_.about_after).empty();
    number_.is_each = !word_at_end(before(), words_.each_before).empty();
    return {number_, std::max(number_.unit_end, run_end)};
  }

 private:
  static constexpr size_t kFarthestBack = 8;

  u32string_view before() const {
    const size_t from = at_ > kFarthestBack ? at_ - kFarthestBack : 0;
    return text_.substr(from, at_ - from);
  }

  bool is_refused(size_t run_end) const {
    return joins_to(text_, at_) || continues_a_number(text_, at_) || (run_end < text_.size() && text_[run_end] == U' ');
  }

  bool stands_where_none_can(bool arabic) const {
    return !word_at_end(before(), words_.ordinal_before).empty() ||
           (!arabic && !word_at_end(before(), words_.numeral_not_behind).empty());
  }

  // Where 8时30分 ends; `at` where no hour begins there.
  size_t end_of_time(size_t at) const {
    size_t end = at;
    if (!take(words_.hours, end)) return at;
    const size_t digits = end;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end > digits && take(words_.minutes, end) ? end : at;
  }

  size_t end_of_numeral() const {
    size_t end = at_;
    while (end < text_.size() && is_numeral(text_[end])) ++end;
    return end;
  }

  std::string chinese_value(size_t end) const {
    if (end - at_ > kLongestNumeral) return "";
    const auto value = read_chinese_numeral(utf8_of(text_.substr(at_, end - at_)));
    return value ? std::to_string(*value) : "";
  }

  bool take(const Words& words, size_t& at) const {
    const u32string_view word = word_at_start(text_.substr(at), words);
    at += word.size();
    return !word.empty();
  }

  // [余] [万] [余] unit, or nothing behind words such as 数量为.
  void read_unit(bool arabic) {
    size_t at = number_.end;
    if (!word_at_start(text_.substr(at), words_.not_units).empty()) return;
    size_t about = at;
    const bool is_about = take(words_.about_between, about);
    if (arabic && !has_unit_at(about, arabic)) read_multiple(about);
    at = number_.end > at ? number_.end : at;
    if (is_about && number_.end == at && at < about) number_.is_about = true, at = about;
    if (take(words_.about_between, at)) number_.is_about = true;
    if (!word_at_start(text_.substr(at), words_.not_units).empty()) return;
    const u32string_view unit = word_at_start(text_.substr(at), arabic ? words_.units : words_.chinese_units);
    number_.is_about = number_.is_about || is_about;
    number_.unit = unit;
    number_.unit_end = unit.empty() ? number_.end : at + unit.size();
    const Words& bare = number_.value == "0" && !arabic ? words_.zero_before : words_.bare_before;
    const bool may_be_bare = arabic || number_.value == "0";
    is_claim_ = !unit.empty() || (may_be_bare && !word_at_end(before(), bare).empty() && ends_clause(at));
  }

  bool has_unit_at(size_t at, bool arabic) const {
    return !word_at_start(text_.substr(at), arabic ? words_.units : words_.chinese_units).empty();
  }

  void read_multiple(size_t at) {
    const u32string_view multiple = word_at_start(text_.substr(at), words_.multiple_words);
    if (multiple.empty()) return;
    number_.value = shifted(number_.value, words_.multiples.at(std::u32string(multiple)));
    number_.end = at + multiple.size();
  }

  bool ends_clause(size_t at) const {
    return at == text_.size() || u32string_view(U"，。；、,;)\n").find(text_[at]) != u32string_view::npos;
  }

  u32string_view text_;
  size_t at_;
  const NumberWords& words_;
  TextNumber number_;
  bool is_claim_ = false;
};

}  // namespace

bool begins_number(char32_t c) { return is_digit(c) || is_numeral(c); }

std::string shifted(const std::string& value, int power) {
  const size_t point = std::min(value.find('.'), value.size());
  std::string digits = value.substr(0, point);
  std::string decimals = point == value.size() ? "" : value.substr(point + 1);
  for (; power > 0; --power) {
    digits += decimals.empty() ? '0' : decimals.front();
    if (!decimals.empty()) decimals.erase(0, 1);
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  decimals.erase(decimals.find_last_not_of('0') + 1);
  return decimals.empty() ? digits : digits + "." + decimals;
}

NumberAt number_at(u32string_view text, size_t at, const NumberWords& words) { return Reader(text, at, words).read(); }

}  // namespace nianbao

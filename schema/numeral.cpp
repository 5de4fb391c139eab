#include "schema/numeral.h"

#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <stdexcept>

#include "schema/memo.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// A formatter is cheap to use and dear to make; parse() is const but not promised to be thread-safe, hence
// thread_local.
const icu::RuleBasedNumberFormat& speller() {
  thread_local const icu::RuleBasedNumberFormat instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat made(icu::URBNF_SPELLOUT, icu::Locale::getSimplifiedChinese(), status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no Chinese number rules");
    return made;
  }();
  return instance;
}

// 两百 and 二百, 〇 and 零, 一十二 and 十二 are the same numeral.
std::string canonical(std::string text) {
  text = replace_all(std::move(text), "两", "二");
  text = replace_all(std::move(text), "〇", "零");
  return text.rfind("一十", 0) == 0 ? text.substr(std::string_view("一").size()) : text;
}

// What ICU writes numerals with; it takes long to refuse others.
bool is_of_numerals(const icu::UnicodeString& text) {
  static const icu::UnicodeString numerals(u"零一二三四五六七八九十百千万亿兆京");
  for (int32_t i = 0; i < text.length(); ++i)
    if (numerals.indexOf(text[i]) < 0) return false;
  return true;
}

std::optional<std::int64_t> read_anew(std::string_view text) {
  const std::string wanted = canonical(std::string(text));
  if (wanted.empty() || static_cast<unsigned char>(wanted.front()) < 0x80) return std::nullopt;
  const icu::UnicodeString spelled = icu::UnicodeString::fromUTF8(wanted);
  if (!is_of_numerals(spelled)) return std::nullopt;
  icu::Formattable number;
  icu::ParsePosition end(0);
  speller().parse(spelled, number, end);
  UErrorCode status = U_ZERO_ERROR;
  const std::int64_t value = number.getInt64(status);
  if (U_FAILURE(status) || end.getIndex() != spelled.length() || value < 0) return std::nullopt;
  // ICU reads 三四 as something too: only what it would write itself is a numeral.
  if (canonical(write_chinese_numeral(value)) != wanted) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::int64_t> read_chinese_numeral(std::string_view text) {
  constexpr std::size_t kLongestNumeral = 60;  // bytes; ICU takes very long over longer ones
  if (text.size() > kLongestNumeral) return std::nullopt;
  thread_local Memo<std::optional<std::int64_t>> known;
  return known.of(text, read_anew);
}

std::string write_chinese_numeral(std::int64_t number) {
  icu::UnicodeString spelled;
  icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
  speller().format(static_cast<int64_t>(number), spelled, ignored);
  std::string out;
  spelled.toUTF8String(out);
  return replace_all(std::move(out), "〇", "零");
}

}  // namespace nianbao

#include "schema/text.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

#include "schema/direction.h"
#include "schema/memo.h"
#include "schema/traditional.h"

namespace nianbao {
namespace {

using icu::UnicodeString;

constexpr std::u16string_view kQuotes = u"\"'`“”‘’„‟«»‹›「」『』〝〞＂＇";
constexpr std::u16string_view kChineseDigits = u"零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾";
constexpr std::u16string_view kTrailing = u":;,.。、";
constexpr std::u16string_view kSeparators = u":;,.。、·";
constexpr std::array<std::pair<const char16_t*, const char16_t*>, 6> kBrackets = {
    {{u"〔", u"("}, {u"〕", u")"}, {u"【", u"("}, {u"】", u")"}, {u"[", u"("}, {u"]", u")"}}};

bool is_unified_ideograph(UChar32 c) { return c >= 0x4E00 && c <= 0x9FFF; }

bool shows_nothing(UChar32 c) {
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  if (is_unified_ideograph(c)) return false;
  return u_isUWhiteSpace(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_FORMAT_CHAR || c == 0x2800;
}

// What is shown behind depends on it.
bool is_no_margin(UChar32 c) { return !shows_nothing(c) || opens_direction(static_cast<char32_t>(c)); }

// Decodes the code point at `at` and moves past it; U+FFFD for malformed bytes.
UChar32 next_character(std::string_view text, int32_t& at) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const uint8_t*>(text.data()), at, static_cast<int32_t>(text.size()), c);
  return c;
}

const icu::Normalizer2& nfkc() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC data");
    return found;
  }();
  return *instance;
}

void simplify(UnicodeString& text) {
  const int32_t length = text.length();
  if (length == 0) return;
  nianbao::simplify(text.getBuffer(length), static_cast<std::size_t>(length));
  text.releaseBuffer(length);
}

UnicodeString from_utf8(std::string_view text) {
  return UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_one_of(char16_t c, std::u16string_view set) { return set.find(c) != std::u16string_view::npos; }
bool is_ascii_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

UnicodeString visible_only(const UnicodeString& text) {
  UnicodeString out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (shows_nothing(c) || (c < 0x10000 && is_one_of(static_cast<char16_t>(c), kQuotes))) continue;
    out.append(c);
  }
  return out;
}

// Length of the number at the start: `12` or 十二, 0 where there is none.
int32_t leading_number(const UnicodeString& text, bool (*accepts)(char16_t)) {
  int32_t n = 0;
  while (n < text.length() && accepts(text[n])) ++n;
  return n;
}

bool is_chinese_digit(char16_t c) { return is_one_of(c, kChineseDigits); }

// `1、` and `1,` are `1.`, `一.` and `一,` are `一、`: one spelling for each kind of enumerator.
void unify_enumerator(UnicodeString& text) {
  const int32_t arabic = leading_number(text, is_ascii_digit);
  if (arabic > 0 && arabic <= 2 && arabic < text.length() && is_one_of(text[arabic], u"、,"))
    text.setCharAt(arabic, u'.');
  const int32_t chinese = leading_number(text, is_chinese_digit);
  if (chinese > 0 && chinese < text.length() && is_one_of(text[chinese], u".,:;·")) text.setCharAt(chinese, u'、');
}

void drop_trailing_punctuation(UnicodeString& text) {
  while (text.length() > 1 && is_one_of(text[text.length() - 1], kTrailing)) text.truncate(text.length() - 1);
}

// Where the bracket that ends `text` opens, or -1. Brackets nest.
int32_t opening_of_last_bracket(const UnicodeString& text) {
  int32_t depth = 0;
  for (int32_t i = text.length() - 1; i >= 0; --i) {
    if (text[i] == u')') ++depth;
    if (text[i] == u'(') --depth;
    if (depth == 0) return text[i] == u'(' ? i : -1;
  }
  return -1;
}

int32_t enumerator_length(const UnicodeString& text) {
  const int32_t arabic = leading_number(text, is_ascii_digit);
  if (arabic > 0 && arabic <= 2 && arabic < text.length() && text[arabic] == u'.') return arabic + 1;
  const int32_t chinese = leading_number(text, is_chinese_digit);
  if (chinese > 0 && chinese < text.length() && text[chinese] == u'、') return chinese + 1;
  if (text.length() < 3) return 0;
  const UnicodeString inner(text, 1);
  const bool bracket = text[0] == u'(';
  if (!bracket && text[0] != u'第') return 0;
  const int32_t digits = std::max(leading_number(inner, is_chinese_digit), leading_number(inner, is_ascii_digit));
  if (digits == 0) return 0;
  if (bracket && inner[digits] == u')') return digits + 2;
  if (!bracket && inner.tempSubString(digits).startsWith(u"部分")) return digits + 3;
  return 0;
}

// One character as traced_fold() shows it.
std::string folded_character(UChar32 c) {
  if (shows_nothing(c) || (c < 0x10000 && is_one_of(static_cast<char16_t>(c), kQuotes))) return "";
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString folded = visible_only(nfkc().normalize(UnicodeString(c), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise text");
  simplify(folded);
  folded.toLower(icu::Locale::getRoot());
  for (const auto& [from, to] : kBrackets) folded.findAndReplace(from, to);
  for (int32_t i = 0; i < folded.length(); ++i) {
    if (is_one_of(folded[i], kSeparators)) folded.setCharAt(i, u'.');
    if (folded[i] == u'它') folded.setCharAt(i, u'他');
  }
  return to_utf8(folded);
}

// What every character folds to, found out when it first comes: the same few thousand come again and again.
class FoldedCharacters {
 public:
  const std::string& of(UChar32 c) {
    std::unique_ptr<Page>& page = pages_[static_cast<std::size_t>(c) / kPage];
    if (page == nullptr) page = std::make_unique<Page>();
    std::optional<std::string>& folded = (*page)[static_cast<std::size_t>(c) % kPage];
    if (!folded) folded = folded_character(c);
    return *folded;
  }

 private:
  static constexpr std::size_t kPage = 0x100;
  using Page = std::array<std::optional<std::string>, kPage>;

  std::vector<std::unique_ptr<Page>> pages_{0x110000 / kPage};
};

const std::string& known_character(UChar32 c) {
  thread_local FoldedCharacters known;
  return known.of(c);
}

bool is_full_width_digit(UChar32 c) { return c >= u'０' && c <= u'９'; }

// Most texts are: malformed ones are not, for their bytes become U+FFFD.
bool is_simplified(std::string_view text) {
  for (int32_t at = 0; at < static_cast<int32_t>(text.size());) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(text.data()), at, static_cast<int32_t>(text.size()), c);
    if (c < 0 || is_full_width_digit(c) || may_be_traditional(static_cast<char32_t>(c))) return false;
  }
  return true;
}

std::string simplified_anew(std::string_view text) {
  UnicodeString plain = from_utf8(text);
  for (int32_t i = 0; i < plain.length(); ++i)
    if (is_full_width_digit(plain[i])) plain.setCharAt(i, static_cast<char16_t>(plain[i] - u'０' + u'0'));
  simplify(plain);
  return to_utf8(plain);
}

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString plain = visible_only(nfkc().normalize(from_utf8(text), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise text");
  simplify(plain);
  plain.toLower(icu::Locale::getRoot());
  plain.findAndReplace(u"其它", u"其他");
  for (const auto& [from, to] : kBrackets) plain.findAndReplace(from, to);
  unify_enumerator(plain);
  drop_trailing_punctuation(plain);
  return to_utf8(plain);
}

}  // namespace

std::string fold_characters(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (int32_t at = 0; at < static_cast<int32_t>(text.size());) folded += known_character(next_character(text, at));
  return folded;
}

namespace {

// `text` as fold_characters() shows it, without what stands for punctuation at its end.
std::string_view without_points(std::string_view folded) { return folded.substr(0, folded.find_last_not_of('.') + 1); }

std::string_view folded_end(std::string_view text) {
  int32_t at = 0;
  return without_points(known_character(next_character(last_character(text), at)));
}

// In UTF-16, in which characters of two units are none of any rule but count as two here.
std::size_t longest_rule() {
  static const std::size_t longest = [] {
    std::size_t size = 0;
    for (const TraditionalRule& rule : traditional_rules()) size = std::max(size, rule.from.size());
    return size;
  }();
  return longest;
}

// Whether the last character folds as it does alone: it is an ideograph, which no mark joins, and no rule of
// simplifying for several characters (計畫 is 计划, 畫 is 画) reaches it.
bool ends_by_itself(std::string_view text) {
  for (std::size_t i = 0; i < longest_rule() && !text.empty(); ++i) {
    const std::string_view character = last_character(text);
    int32_t at = 0;
    const UChar32 c = next_character(character, at);
    if (may_be_traditional(static_cast<char32_t>(c)) || (i == 0 && !is_unified_ideograph(c))) return false;
    text.remove_suffix(character.size());
  }
  return true;
}

}  // namespace

std::string last_letter(std::string_view text) {
  std::string_view shown = text;
  while (!shown.empty() && folded_end(shown).empty()) shown.remove_suffix(last_character(shown).size());
  if (ends_by_itself(shown)) return std::string(last_character(folded_end(shown)));
  const std::string folded = fold_characters(fold(text));
  return std::string(last_character(without_points(folded)));
}

TracedText traced_fold(std::string_view text) {
  TracedText traced;
  for (int32_t at = 0; at < static_cast<int32_t>(text.size());) {
    const auto origin = static_cast<std::size_t>(at);
    const std::string& folded = known_character(next_character(text, at));
    traced.text += folded;
    traced.origin.insert(traced.origin.end(), folded.size(), origin);
  }
  traced.origin.push_back(text.size());
  return traced;
}

bool is_blank(std::string_view text) {
  for (int32_t at = 0; at < static_cast<int32_t>(text.size());)
    if (!shows_nothing(next_character(text, at))) return false;
  return true;
}

std::string_view trim(std::string_view text) {
  int32_t first = 0;
  const auto size = static_cast<int32_t>(text.size());
  while (first < size) {
    int32_t next = first;
    if (is_no_margin(next_character(text, next))) break;
    first = next;
  }
  int32_t last = size;
  while (last > first) {
    int32_t before = last;
    U8_BACK_1(reinterpret_cast<const uint8_t*>(text.data()), first, before);
    int32_t at = before;
    if (is_no_margin(next_character(text, at))) break;
    last = before;
  }
  return text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

std::string fold(std::string_view text) {
  thread_local Memo<std::string> known;
  return known.of(text, folded);
}

std::string simplified(std::string_view text) {
  return is_simplified(text) ? std::string(text) : simplified_anew(text);
}

std::string without_enumerator(const std::string& folded) {
  const UnicodeString text = from_utf8(folded);
  int32_t length = enumerator_length(text);
  if (length == 0) return folded;
  while (length < text.length() && is_one_of(text[length], kTrailing)) ++length;
  return length < text.length() ? to_utf8(text.tempSubString(length)) : folded;
}

std::string without_explanation(const std::string& folded) {
  if (folded.empty() || folded.back() != ')') return folded;
  const UnicodeString text = from_utf8(folded);
  const int32_t opening = opening_of_last_bracket(text);
  return opening > 0 ? to_utf8(text.tempSubString(0, opening)) : folded;
}

std::string explanation_of(const std::string& folded) {
  if (folded.empty() || folded.back() != ')') return "";
  const UnicodeString text = from_utf8(folded);
  const int32_t opening = opening_of_last_bracket(text);
  return opening < 0 ? "" : to_utf8(text.tempSubString(opening + 1, text.length() - opening - 2));
}

namespace {

// Where the first line of `text` ends. Looked for in windows that grow: the other kind of line end may be far behind.
std::size_t end_of_line(std::string_view text) {
  for (std::size_t size = 256;; size *= 4) {
    const std::string_view window = text.substr(0, size);
    const std::string_view line = window.substr(0, window.find('\n'));
    const std::size_t end = std::min(line.find('\r'), line.size());
    if (end < window.size() || window.size() == text.size()) return end;
  }
}

}  // namespace

std::optional<std::string_view> LineReader::next() {
  if (!rest_) return std::nullopt;
  const std::string_view text = *rest_;
  const std::size_t end = end_of_line(text);
  if (end == text.size()) {
    rest_.reset();
    return text;
  }
  const bool is_pair = text.substr(end, 2) == "\r\n";
  rest_ = text.substr(end + (is_pair ? 2 : 1));
  return text.substr(0, end);
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (LineReader reader(text); const auto line = reader.next();) lines.push_back(*line);
  return lines;
}

std::string joined_lines(std::string_view text) {
  std::string joined;
  for (LineReader reader(text); const auto line = reader.next();) joined += trim(*line);
  return joined;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from, done)) {
    out.append(text.substr(done, at - done)).append(to);
    done = at + from.size();
  }
  return out.append(text.substr(done));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (int32_t at = 0; at < static_cast<int32_t>(text.size());) {
    const UChar32 c = next_character(text, at);
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK ||
        (c != ' ' && c != 0x3000 && c != 0xA0 && shows_nothing(c)))
      continue;
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::string_view first_character(std::string_view text) {
  std::size_t end = text.empty() ? 0 : 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return text.substr(0, end);
}

std::string_view last_character(std::string_view text) {
  std::size_t at = text.empty() ? 0 : text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return text.substr(at);
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (int32_t at = 0; at < static_cast<int32_t>(text.size()); ++count) next_character(text, at);
  return count;
}

std::string valid_utf8(std::string_view bytes) {
  return is_utf8(bytes) ? std::string(bytes) : to_utf8(from_utf8(bytes));
}

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int32_t>(bytes.size());
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace nianbao

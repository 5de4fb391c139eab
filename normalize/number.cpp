#include "normalize/number.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "schema/direction.h"
#include "schema/numeral.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// Bytes; a longer text is no number with a unit and a note.
constexpr std::size_t kLongestNumber = 2'000;

using std::string_view;

constexpr std::size_t kMostDigits = 18;  // fits a 64-bit count; more are not a figure of a report

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The code point of the well-formed three-byte character at the start of `text`, or 0.
unsigned three_byte_character(string_view text) {
  if (text.size() < 3) return 0;
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text[1]);
  const auto third = static_cast<unsigned char>(text[2]);
  if ((lead & 0xF0U) != 0xE0U || (second & 0xC0U) != 0x80U || (third & 0xC0U) != 0x80U) return 0;
  return (lead & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU);
}

// Full-width forms U+FF01–U+FF5E to ASCII, and the minus signs. Nothing else: compatibility folding would turn a
// superscript or circled note mark into a digit.
std::string half_width(string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned code = three_byte_character(text.substr(i));
    if (code >= 0xFF01 && code <= 0xFF5E)
      out += static_cast<char>(code - 0xFF01 + '!'), i += 2;
    else if (code == 0x2212 || code == 0x2010 || code == 0x2011)
      out += '-', i += 2;
    else
      out += text[i];
  }
  return out;
}

// Invisible characters at the ends go; inside, runs of them are one space.
std::string with_single_spaces(string_view text) {
  std::string out;
  string_view rest = trim(text);
  while (!rest.empty()) {
    const string_view character = first_character(rest);
    if (!is_blank(character))
      out += character;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    rest.remove_prefix(character.size());
  }
  return out;
}

// `1,234,567` without its commas; nothing where they do not part groups of three.
std::optional<std::string> without_separators(string_view digits) {
  std::string out;
  std::size_t group = 0;
  bool separated = false;
  for (const char c : digits) {
    if (c == ',') {
      if (group == 0 || group > 3 || (separated && group != 3)) return std::nullopt;
      separated = true;
      group = 0;
      continue;
    }
    out += c;
    ++group;
  }
  if (separated && group != 3) return std::nullopt;
  return out;
}

bool all_digits(string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool leads_with_zero(string_view whole) { return whole.size() > 1 && whole.front() == '0'; }

// A plain ASCII number, the whole of `text`.
Number read_arabic(string_view text) {
  const bool negative = text.starts_with("-");
  if (negative || text.starts_with("+")) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::optional<std::string> whole = without_separators(text.substr(0, point));
  const string_view decimals = point == string_view::npos ? string_view() : text.substr(point + 1);
  if (!whole || !all_digits(*whole) || (point != string_view::npos && !all_digits(decimals))) return {};
  if (leads_with_zero(*whole)) return {.reading = Reading::kAmbiguous};
  if (whole->size() + decimals.size() > kMostDigits) return {};
  const std::string digits = *whole + (decimals.empty() ? "" : "." + std::string(decimals));
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  return {.reading = Reading::kNumber, .digits = (negative && !is_zero ? "-" : "") + digits};
}

// Digits with nothing but spaces and number signs between them: cells run together, or one number broken apart.
bool is_broken_number(string_view text) {
  const bool only_number_signs = std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || c == ' ' || c == '.' || c == ',' || c == '-' || c == '+';
  });
  return only_number_signs && text.find(' ') != string_view::npos && std::any_of(text.begin(), text.end(), is_digit);
}

Number read_figure(string_view text) {
  // A lone 一 in a cell of figures is as often a dash typed wrongly as a 1.
  if (is_broken_number(text) || text == "一") return {.reading = Reading::kAmbiguous};
  Number number = read_arabic(text);
  if (number.reading != Reading::kText) return number;
  if (const auto chinese = read_chinese_numeral(text))
    return {.reading = Reading::kNumber, .digits = std::to_string(*chinese)};
  return {};
}

const std::vector<std::string>& units_of(FieldType type, const Lexicon& lexicon) { return lexicon.units.at(type); }

// A figure with a known unit behind it, or without. 一千五百万元 ends with several units: the longest that leaves a
// number.
Number read_with_unit(string_view text, FieldType type, const Lexicon& lexicon) {
  Number number = read_figure(text);
  for (const std::string& unit : units_of(type, lexicon)) {
    if (number.reading != Reading::kText || text.size() <= unit.size() || !text.ends_with(unit)) continue;
    number = read_figure(trim(text.substr(0, text.size() - unit.size())));
    number.unit = number.reading == Reading::kNumber ? unit : "";
  }
  return number;
}

// Where the bracket that ends `text` opens; npos where none does. Brackets nest.
std::size_t opening_of_last_bracket(string_view text) {
  int depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == ')') ++depth;
    if (text[i] == '(') --depth;
    if (depth == 0) return text[i] == '(' ? i : string_view::npos;
  }
  return string_view::npos;
}

// Cuts a bracket off the end of `text` and gives what is in it.
std::optional<string_view> take_bracket(string_view& text) {
  const std::size_t opens = opening_of_last_bracket(text);
  if (opens == string_view::npos || opens == 0) return std::nullopt;
  const string_view inside = trim(text.substr(opens + 1, text.size() - opens - 2));
  text = trim(text.substr(0, opens));
  return inside;
}

bool holds_one_of(string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != string_view::npos; });
}

// A note says something about the number and nothing about its unit.
bool is_note(string_view text, FieldType type, const Lexicon& lexicon) {
  const bool begins = std::any_of(lexicon.note_starts.begin(), lexicon.note_starts.end(),
                                  [&](const std::string& start) { return text.starts_with(start); });
  const bool states_unit = text.find(lexicon.unit_statement.word) != string_view::npos ||
                           (type == FieldType::kAmount && holds_one_of(text, units_of(type, lexicon)));
  return begins && !states_unit;
}

bool is_damaged(string_view text) { return text.find("\xEF\xBF\xBD") != string_view::npos; }

// Number, unit, bracket: every part understood or none.
Number read_parts(string_view text, FieldType type, const Lexicon& lexicon) {
  std::string unit;
  if (const auto bracket = take_bracket(text); bracket && !is_note(*bracket, type, lexicon)) {
    unit = lexicon.without_unit_word(*bracket);
    if (!lexicon.allows_unit(type, unit)) return {};
  }
  Number number = read_with_unit(text, type, lexicon);
  if (!unit.empty() && !number.unit.empty()) return {};
  if (number.reading == Reading::kNumber) number.unit += unit;
  return number;
}

// What most cells show, and any type of field may: nothing but digits, which are a number however they are read.
bool is_plain_figure(string_view text) {
  return all_digits(text) && text.size() <= kMostDigits && !leads_with_zero(text);
}

}  // namespace

Number read_number(string_view text, FieldType type, const Lexicon& lexicon) {
  if (is_plain_figure(text)) return {.reading = Reading::kNumber, .digits = std::string(text)};
  if (is_blank(text)) return {.reading = Reading::kBlank};
  if (is_damaged(text)) return {.reading = Reading::kDamaged};
  if (text.size() > kLongestNumber) return {.reading = Reading::kText};
  const std::string plain = with_single_spaces(half_width(text));
  Number number = read_parts(plain, type, lexicon);
  // It may be shown with its digits in another order.
  if (number.reading == Reading::kNumber && changes_direction(text)) number = {.reading = Reading::kAmbiguous};
  if (number.reading == Reading::kText && lexicon.marks.contains(fold(text))) number.reading = Reading::kMark;
  return number;
}

}  // namespace nianbao

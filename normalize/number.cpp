#include "normalize/number.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "schema/numeral.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr std::size_t kMostDigits = 18;  // fits a 64-bit count; more are not a figure of a report

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_with(string_view text, string_view head) { return text.substr(0, head.size()) == head; }
bool ends_with(string_view text, string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Full-width forms U+FF01–U+FF5E to ASCII, and the minus signs. Nothing else: compatibility folding would turn a
// superscript or circled note mark into a digit.
std::string half_width(string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const auto second = i + 2 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const auto third = i + 2 < text.size() ? static_cast<unsigned char>(text[i + 2]) : 0U;
    const unsigned code = lead == 0xEF || lead == 0xE2 ? (lead & 0x0FU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU) : 0U;
    if (code >= 0xFF01 && code <= 0xFF5E) out += static_cast<char>(code - 0xFF01 + '!'), i += 2;
    else if (code == 0x2212 || code == 0x2010 || code == 0x2011) out += '-', i += 2;
    else out += text[i];
  }
  return out;
}

// Invisible characters at the ends go; inside, runs of them are one space.
std::string with_single_spaces(string_view text) {
  std::string out;
  string_view rest = trim(text);
  while (!rest.empty()) {
    std::size_t length = 1;
    while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) ++length;
    const string_view character = rest.substr(0, length);
    if (!is_blank(character)) out += character;
    else if (out.back() != ' ') out += ' ';
    rest.remove_prefix(length);
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
  const bool negative = starts_with(text, "-");
  if (negative || starts_with(text, "+")) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::optional<std::string> whole = without_separators(text.substr(0, point));
  const string_view decimals = point == string_view::npos ? string_view() : text.substr(point + 1);
  if (!whole || !all_digits(*whole) || (point != string_view::npos && !all_digits(decimals))) return {};
  if (whole->size() + decimals.size() > kMostDigits) return {};
  if (leads_with_zero(*whole)) return {.reading = Reading::kAmbiguous};
  const std::string digits = *whole + (decimals.empty() ? "" : "." + std::string(decimals));
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  return {.reading = Reading::kNumber, .digits = (negative && !is_zero ? "-" : "") + digits};
}

// Digits with nothing but spaces and number signs between them: cells run together, or one number broken apart.
bool is_broken_number(string_view text) {
  const bool only_number_signs = std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ' ' || c == '.' || c == ',' || c == '-' || c == '+'; });
  return only_number_signs && text.find(' ') != string_view::npos && std::any_of(text.begin(), text.end(), is_digit);
}

Number read_figure(string_view text) {
  if (is_broken_number(text)) return {.reading = Reading::kAmbiguous};
  Number number = read_arabic(text);
  if (number.reading != Reading::kText) return number;
  if (const auto chinese = read_chinese_numeral(text)) return {.reading = Reading::kNumber, .digits = std::to_string(*chinese)};
  return {};
}

// Cuts a known unit off the end of `text`, with the space before it; empty where there is none.
std::string take_unit(string_view& text, FieldType type, const Lexicon& lexicon) {
  const auto units = lexicon.units.find(type);
  if (units == lexicon.units.end()) return "";
  for (const std::string& unit : units->second)
    if (text.size() > unit.size() && ends_with(text, unit)) {
      text = trim(text.substr(0, text.size() - unit.size()));
      return unit;
    }
  return "";
}

// Cuts a bracket off the end of `text` and gives what is in it.
std::optional<string_view> take_bracket(string_view& text) {
  if (!ends_with(text, ")")) return std::nullopt;
  const std::size_t opens = text.find('(');
  if (opens == string_view::npos || opens == 0) return std::nullopt;
  const string_view inside = trim(text.substr(opens + 1, text.size() - opens - 2));
  text = trim(text.substr(0, opens));
  return inside;
}

bool is_note(string_view text, const Lexicon& lexicon) {
  return std::any_of(lexicon.note_starts.begin(), lexicon.note_starts.end(), [&](const std::string& start) { return starts_with(text, start); });
}

string_view without_unit_word(string_view text) {
  for (const string_view word : {"单位:", "单位：", "单位"})
    if (starts_with(text, word)) return trim(text.substr(word.size()));
  return text;
}

bool is_damaged(string_view text) { return text.find("\xEF\xBF\xBD") != string_view::npos; }

// Number, unit, bracket: every part understood or none.
Number read_parts(string_view text, FieldType type, const Lexicon& lexicon) {
  std::string unit;
  if (const auto bracket = take_bracket(text); bracket && !is_note(*bracket, lexicon)) {
    unit = without_unit_word(*bracket);
    if (!lexicon.allows_unit(type, unit)) return {};
  }
  const std::string suffix = take_unit(text, type, lexicon);
  if (!unit.empty() && !suffix.empty()) return {};
  Number number = read_figure(text);
  if (number.reading == Reading::kNumber) number.unit = unit + suffix;
  return number;
}

}  // namespace

Number read_number(string_view text, FieldType type, const Lexicon& lexicon) {
  if (is_blank(text)) return {.reading = Reading::kBlank};
  if (is_damaged(text)) return {.reading = Reading::kDamaged};
  const std::string plain = with_single_spaces(half_width(text));
  Number number = read_parts(plain, type, lexicon);
  if (number.reading == Reading::kText && lexicon.marks.contains(fold(text))) number.reading = Reading::kMark;
  return number;
}

std::string unit_in_label(string_view label, const Lexicon& lexicon) {
  const std::string bracket = explanation_of(fold(label));
  const std::string unit(without_unit_word(bracket));
  const bool named = unit.size() != bracket.size();
  const bool known = lexicon.allows_unit(FieldType::kCount, unit) || lexicon.allows_unit(FieldType::kAmount, unit);
  return named || known ? unit : "";
}

}  // namespace nianbao

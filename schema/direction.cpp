#include "schema/direction.h"

#include <vector>

#include "schema/text.h"

namespace nianbao {
namespace {

constexpr std::string_view kLead = "\xE2";  // of all of them in UTF-8

// The code point of a character of three bytes that begins with kLead; 0 for any other.
char32_t code_of(std::string_view character) {
  if (character.size() != 3 || !character.starts_with(kLead)) return 0;
  return 0x2000U | (static_cast<char32_t>(character[1]) & 0x3FU) << 6U | (static_cast<char32_t>(character[2]) & 0x3FU);
}

bool ends_direction(char32_t character) { return character == 0x202C || character == 0x2069; }

bool is_figure(std::string_view character) {
  const std::string plain = character.size() == 1 ? std::string(character) : simplified(character);
  return plain.size() == 1 && plain.front() >= '0' && plain.front() <= '9';
}

}  // namespace

bool opens_direction(char32_t character) {
  return character == 0x202A || character == 0x202B || character == 0x202D || character == 0x202E ||
         (character >= 0x2066 && character <= 0x2068);
}

bool changes_direction(std::string_view text) {
  for (std::size_t at = text.find(kLead); at != std::string_view::npos; at = text.find(kLead, at + 1))
    if (opens_direction(code_of(text.substr(at, 3)))) return true;
  return false;
}

bool is_gap(std::string_view character) { return is_blank(character) && !changes_direction(character); }

std::string with_direction_repeated(std::string_view line) {
  if (!changes_direction(line)) return std::string(line);
  std::string out;
  std::vector<std::string_view> open;
  bool is_marked = false;  // the figure that goes on here
  while (!line.empty()) {
    const std::string_view character = first_character(line);
    const char32_t code = code_of(character);
    const bool opens = opens_direction(code);
    if (opens) open.push_back(character);
    if (ends_direction(code) && !open.empty()) open.pop_back();
    const bool figure = is_figure(character);
    if (figure && !is_marked && !open.empty()) out += open.back();
    is_marked = figure || opens;
    out += character;
    line.remove_prefix(character.size());
  }
  return out;
}

}  // namespace nianbao

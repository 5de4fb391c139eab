// On which columns of a terminal the characters of a line stand.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao {

// How a program counts columns: East Asian wide characters as two, and what is neither ASCII nor wide (quotes, box
// drawing) as one or, in a Chinese font, as two; or every character as one.
enum class Measure { kNarrow, kWide, kCharacters };

struct Glyph {
  std::string_view text;   // one character
  std::size_t byte = 0;    // where it begins in the line
  std::size_t column = 0;  // from 0
  std::size_t width = 0;   // 0 for what shows nothing

  std::size_t end_byte() const { return byte + text.size(); }
  std::size_t end_column() const { return column + width; }
  bool is_space() const { return text == " " || text == "\xE3\x80\x80" || text == "\xC2\xA0"; }
};

// The characters of `line`, which must outlive the result. A line longer than a table has gives none.
std::vector<Glyph> glyphs_of(std::string_view line, Measure measure);

}  // namespace nianbao

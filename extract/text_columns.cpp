#include "extract/text_columns.h"

#include "schema/text.h"

namespace nianbao {
namespace {

constexpr std::size_t kLongestLine = 100'000;  // bytes

std::size_t width_of(std::string_view character, Measure measure) {
  const bool is_ascii = static_cast<unsigned char>(character.front()) < 0x80;
  const std::size_t shown = is_ascii && character != "\t" ? 1 : display_width(character);
  if (measure == Measure::kCharacters) return shown == 0 ? 0 : 1;
  return measure == Measure::kWide && shown == 1 && !is_ascii ? 2 : shown;
}

}  // namespace

std::vector<Glyph> glyphs_of(std::string_view line, Measure measure) {
  std::vector<Glyph> glyphs;
  if (line.size() > kLongestLine) return glyphs;
  std::size_t column = 0;
  for (std::size_t byte = 0; byte < line.size(); byte += glyphs.back().text.size()) {
    const std::string_view character = first_character(line.substr(byte));
    glyphs.push_back({character, byte, column, width_of(character, measure)});
    column = glyphs.back().end_column();
  }
  return glyphs;
}

}  // namespace nianbao

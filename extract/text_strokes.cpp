#include "extract/text_strokes.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

#include "extract/text_columns.h"

namespace nianbao {
namespace {

using std::string_view;

// The code point of a box-drawing character, or 0.
unsigned box_character(string_view character) {
  if (character.size() != 3 || character[0] != '\xE2' || (character[1] != '\x94' && character[1] != '\x95')) return 0;
  return 0x2500U + (character[1] == '\x95' ? 0x40U : 0U) + (static_cast<unsigned char>(character[2]) & 0x3FU);
}

Stroke stroke_of_box(unsigned code) {
  static const std::set<unsigned> kFlat = {0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D,
                                           0x2550, 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E};
  static const std::set<unsigned> kUpright = {0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F,
                                              0x2551, 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F};
  const bool is_diagonal = code >= 0x2571 && code <= 0x2573;
  if (kFlat.contains(code)) return Stroke::kFlat;
  if (kUpright.contains(code)) return Stroke::kUpright;
  return code == 0 || is_diagonal ? Stroke::kNone : Stroke::kJunction;
}

// Before a line is taken apart.
bool begins_with_stroke(string_view text) {
  const string_view box = text.substr(0, 3);
  return stroke_of(is_box_drawing(box) ? box : text.substr(0, 1)) != Stroke::kNone;
}

bool is_junction(const Glyph& glyph) { return stroke_of(glyph.text) == Stroke::kJunction; }

}  // namespace

Stroke stroke_of(string_view character) {
  if (character == "|") return Stroke::kUpright;
  if (character == "-" || character == "=" || character == ":") return Stroke::kFlat;
  return character == "+" ? Stroke::kJunction : stroke_of_box(box_character(character));
}

bool is_box_drawing(string_view character) { return box_character(character) != 0; }

Stroke box_stroke_at_start(string_view line) {
  return stroke_of_box(box_character(without_padding(line).substr(0, 3)));
}

bool is_border(string_view line) {
  constexpr std::size_t kShortest = 3;
  const string_view text = without_padding(line);
  if (!begins_with_stroke(text)) return false;
  const std::vector<Glyph> glyphs = glyphs_of(text, Measure::kCharacters);
  if (glyphs.size() < kShortest || !is_junction(glyphs.front()) || !is_junction(glyphs.back())) return false;
  const auto count = [&](Stroke stroke) {
    return std::count_if(glyphs.begin(), glyphs.end(), [&](const Glyph& g) { return stroke_of(g.text) == stroke; });
  };
  return count(Stroke::kNone) == 0 && count(Stroke::kUpright) == 0 && count(Stroke::kFlat) > 0;
}

bool is_of_drawn_table(string_view line) {
  const string_view text = without_padding(line);
  return text.starts_with('|') || begins_with_box(line) || is_border(line) || text.starts_with("+-") ||
         text.starts_with("+=");
}

string_view without_padding(string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  return line.substr(begin, line.find_last_not_of(" \t\f") + 1 - begin);
}

}  // namespace nianbao

// The characters that draw the lines of a table, and what a line of text is that has them: + - = | : of pandoc and
// reStructuredText, and box drawing (U+2500 to U+257F).
#pragma once

#include <string_view>

namespace nianbao {

enum class Stroke { kNone, kFlat, kUpright, kJunction };

// Of one character.
Stroke stroke_of(std::string_view character);
bool is_box_drawing(std::string_view character);

// The stroke of box drawing that the line begins with, spaces aside; kNone where another character stands there.
Stroke box_stroke_at_start(std::string_view line);

inline bool begins_with_box(std::string_view line) { return box_stroke_at_start(line) != Stroke::kNone; }

// Begins with a junction, is drawn from end to end, and is no formula such as +-.
bool is_border(std::string_view line);

// A line that goes on with a table: it begins with a stroke. A sentence after + is none.
bool is_of_drawn_table(std::string_view line);

// The line without what pads it: spaces and TABs, and a form feed at its end.
std::string_view without_padding(std::string_view line);

}  // namespace nianbao

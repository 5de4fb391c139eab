// The elements of WordprocessingML by what they do to what is shown (ISO/IEC 29500-1 §17 and §22).
#pragma once

#include <string>
#include <string_view>

#include "extract/xml_names.h"

namespace nianbao {

// Names are local names of w: elements unless something else is said.

// Describes and shows nothing itself: w:pPr, w:rPr …
bool is_property(XmlLocal local);

// Its content is not shown: earlier properties, moved-away content, reading aids, and what is a part of its own in a
// package (headers, footnotes, styles), which Word 2003 XML keeps in one file with the body.
bool is_never_shown(XmlLocal local);

// Of any namespace: shows something that no text of its cell tells, such as a picture or a chart.
bool is_object(XmlLocal local);

// Of a formula (m:, §22.1.2): only holds text. Every other element draws something or arranges its text.
bool is_plain_math(XmlLocal local);

// True if a reader of today understands all prefixes of mc:Choice's Requires, separated by spaces (ISO/IEC 29500-3
// §7.6).
bool is_understood(std::string_view required);

// A field that shows nothing; all others without a result show what the program makes of them (§17.16.5).
bool is_silent_field(std::string_view code);

// Of a glyph that no text can tell.
inline constexpr std::string_view kUnknownGlyph = "\xEF\xBF\xBD";

// A font that draws letters and digits as pictures.
bool is_symbol_font(std::string_view font);

// The character of w:sym by its hexadecimal code (§17.3.3.30). Symbol fonts use the private area: which glyph that is,
// no text can tell, and it is U+FFFD here; so is a digit, which such a font draws as something else.
std::string symbol(std::string_view hex);

}  // namespace nianbao

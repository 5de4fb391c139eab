// Values of CSS properties, as a declaration gives them in lower case (CSS Values 4).
#pragma once

#include <optional>
#include <string_view>

namespace nianbao {

// A length in pixels, roughly: a percentage, a viewport's or a font's share is one of something usual. None where it is
// a keyword or is calculated.
std::optional<double> css_length(std::string_view value);

// Values that leave a property as it is; an empty one is not declared.
bool is_unset(std::string_view value);

// Whether `part` stands anywhere in it.
bool has(std::string_view value, std::string_view part);

// A length that moves what it is given for.
bool is_shift(std::string_view value);

// One of the lengths goes further to the left or above than `allowed`, or much further to the right: off the page, or
// over its neighbour.
bool is_far(std::string_view value, double allowed);

// Below `least`, or not to be told; keywords are no length and not below.
bool is_below(std::string_view value, double least);

}  // namespace nianbao

// Colors of CSS, as far as they decide whether text can be seen on paper (CSS Color 4).
#pragma once

#include <string_view>

namespace nianbao {

// Whether paper has this color, or nearly, or shows through it. `color` in lower case; what is calculated is taken for
// white, a keyword that is not known is not.
bool is_white(std::string_view color);

}  // namespace nianbao

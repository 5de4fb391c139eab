// Style by which the text of an element may not be seen, or not as its characters say.
#pragma once

#include <string_view>

#include "extract/html_style.h"

namespace nianbao {

// Text too small, transparent, pale, cut off, moved out of sight, mirrored, in another order or of a font of symbols;
// and any style that is not found out here. What display and visibility hide is not asked for.
bool may_be_unseen(const HtmlStyle& style);

// Text of this color is that of paper, or of its own background.
bool is_pale(const HtmlStyle& style, std::string_view color);

}  // namespace nianbao

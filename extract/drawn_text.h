// Text as its run is drawn, in any format: what a reader would see that plain characters do not tell.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

struct Drawing {
  bool raised = false;  // superscript or subscript
  bool struck = false;
};

// A raised digit is a note mark and no digit of the number, struck text is no longer meant: 1 with a raised 2 gives 1²,
// struck 12 gives ~~12~~.
std::string drawn(std::string_view text, const Drawing& drawing);

}  // namespace nianbao

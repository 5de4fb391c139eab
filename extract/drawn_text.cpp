#include "extract/drawn_text.h"

#include <array>

#include "schema/text.h"

namespace nianbao {
namespace {

// ASCII digits as superscripts; other characters as they are.
std::string superscript(std::string_view text) {
  constexpr std::array<const char*, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char c : text)
    out += c >= '0' && c <= '9' ? std::string(kRaised.at(static_cast<std::size_t>(c - '0'))) : std::string(1, c);
  return out;
}

}  // namespace

std::string drawn(std::string_view text, const Drawing& drawing) {
  std::string shown = drawing.raised ? superscript(text) : std::string(text);
  return drawing.struck && !is_blank(text) ? "~~" + shown + "~~" : shown;
}

}  // namespace nianbao

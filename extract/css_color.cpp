#include "extract/css_color.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/css_value.h"
#include "extract/one_of.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr std::array<string_view, 17> kWhites = {"white",      "transparent",  "snow",    "ivory",     "ghostwhite",
                                                 "whitesmoke", "floralwhite",  "azure",   "mintcream", "honeydew",
                                                 "seashell",   "aliceblue",    "oldlace", "linen",     "window",
                                                 "canvas",     "lavenderblush"};

constexpr unsigned kNearWhite = 0xE6;

bool is_white_hex(string_view digits) {
  const bool is_short = digits.size() < 6;
  const std::size_t width = is_short ? 1 : 2;
  for (std::size_t at = 0; at < 4 * width && at < digits.size(); at += width) {
    unsigned part = 0;
    const string_view pair = digits.substr(at, width);
    std::from_chars(pair.data(), pair.data() + pair.size(), part, 16);
    if (is_short) part *= 0x11;
    if (at == 3 * width) return part < 0x40;  // alpha
    if (part < kNearWhite) return digits.size() == 4 * width && has(digits.substr(3 * width), "0");
  }
  return true;
}

// rgb() and rgba() with numbers; what else calculates a color is taken for white.
bool is_white_function(string_view color) {
  if (!color.starts_with("rgb") || has(color, "%") || has(color.substr(4), "(")) return true;
  std::array<double, 4> parts = {0, 0, 0, 1};
  std::size_t count = 0;
  for (std::size_t at = color.find('('); count < 4 && at < color.size();) {
    at = std::min(color.find_first_of("0123456789.", at), color.size());
    const auto [stop, error] = std::from_chars(color.data() + at, color.data() + color.size(), parts.at(count));
    if (error != std::errc()) break;
    ++count;
    at = static_cast<std::size_t>(stop - color.data());
  }
  return parts[3] < 0.3 || std::all_of(parts.begin(), parts.begin() + 3, [](double p) { return p >= kNearWhite; });
}

}  // namespace

bool is_white(string_view color) {
  if (color.starts_with('#')) return is_white_hex(color.substr(1));
  return has(color, "(") ? is_white_function(color) : is_one_of(color, kWhites);
}

}  // namespace nianbao

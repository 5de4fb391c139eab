#include "extract/html_unseen.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extract/css_color.h"
#include "extract/css_value.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr std::array<const char*, 3> kOverflows = {"overflow", "overflow-x", "overflow-y"};
constexpr std::array<const char*, 5> kExtents = {"height", "max-height", "width", "max-width", "line-height"};
// Properties that draw text elsewhere, smaller, mirrored or not at all wherever they are set.
constexpr std::array<const char*, 14> kChanging = {"transform",
                                                   "-webkit-transform",
                                                   "-ms-transform",
                                                   "scale",
                                                   "rotate",
                                                   "translate",
                                                   "clip",
                                                   "clip-path",
                                                   "-webkit-clip-path",
                                                   "filter",
                                                   "mask",
                                                   "-webkit-mask",
                                                   "-webkit-text-security",
                                                   "offset-path"};

bool is_tiny(const HtmlStyle& style) {
  constexpr double kLegible = 4;
  const string_view font = style["font"];
  for (std::size_t at = 0; at < font.size();) {
    const std::size_t end = std::min(font.find(' ', at), font.size());
    const string_view size = font.substr(at, std::min(font.find('/', at), end) - at);
    if (const auto length = css_length(size); length && *length < kLegible) return true;
    at = end + 1;
  }
  return is_below(style["font-size"], kLegible) || is_below(style["zoom"], 0.5);
}

bool is_transparent(const HtmlStyle& style) {
  const string_view opacity = style["opacity"];
  if (opacity.empty() || is_unset(opacity)) return false;
  const std::optional<double> share = css_length(opacity);
  constexpr double kSeen = 0.3;
  return !share || *share < (opacity.ends_with('%') ? kSeen * 16 : kSeen);
}

// Nothing, or a box too small for a digit.
bool is_cut_off(const HtmlStyle& style) {
  const bool cut = std::any_of(kOverflows.begin(), kOverflows.end(), [&](const char* property) {
    const string_view overflow = style[property];
    return has(overflow, "hidden") || has(overflow, "clip") || has(overflow, "scroll") || has(overflow, "auto");
  });
  const auto is_small = [&](const char* property) {
    constexpr double kDigit = 12;
    return !is_unset(style[property]) && is_below(style[property], kDigit);
  };
  return cut && std::any_of(kExtents.begin(), kExtents.end(), is_small);
}

bool is_any_set(const HtmlStyle& style) {
  return std::any_of(kChanging.begin(), kChanging.end(),
                     [&](const char* property) { return !is_unset(style[property]); });
}

bool has_odd_font(const HtmlStyle& style) {
  const std::string fonts = std::string(style["font-family"]) + ' ' + std::string(style["font"]);
  const string_view features = style["font-feature-settings"];
  return has(fonts, "wingdings") || has(fonts, "webdings") || has(features, "su") || has(features, "sinf") ||
         has(features, "frac") || has(features, "ordn");
}

bool is_reordered(const HtmlStyle& style) {
  const string_view bidi = style["unicode-bidi"];
  const std::string flex = std::string(style["flex-direction"]) + ' ' + std::string(style["flex-flow"]);
  const bool in_order = is_unset(bidi) || bidi == "embed" || bidi == "isolate";
  return !in_order || style["direction"] == "rtl" || has(flex, "reverse");
}

}  // namespace

bool is_pale(const HtmlStyle& style, string_view color) {
  const string_view given = style["background-color"];
  const string_view background = given.empty() ? style["background"] : given;
  const string_view fill = style["-webkit-text-fill-color"];
  if (!color.empty() && color == background) return true;
  const bool on_color =
      !background.empty() && !is_unset(background) && !is_white(background) && !has(background, "url(");
  return (is_white(color) && (!on_color || color == "transparent")) || is_white(fill);
}

bool may_be_unseen(const HtmlStyle& style) {
  const string_view indent = style["text-indent"];
  const string_view shown = style["content-visibility"];
  return style.is_unclear() || is_tiny(style) || is_transparent(style) || is_pale(style, style["color"]) ||
         is_cut_off(style) || is_any_set(style) || has_odd_font(style) || is_reordered(style) || shown == "hidden" ||
         is_far(indent, 0);
}

}  // namespace nianbao

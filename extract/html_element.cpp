#include "extract/html_element.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/css_value.h"
#include "extract/html_kind.h"
#include "extract/html_unseen.h"
#include "extract/one_of.h"

namespace nianbao {
namespace {

using std::string_view;

bool is_hidden(string_view name, const HtmlAttributes& attributes, const HtmlStyle& style) {
  if (const string_view display = style["display"]; !display.empty()) return display == "none";
  if (style["visibility"] == "collapse" && (name == "tr" || is_row_group(name))) return true;
  return attributes.find("hidden").has_value() || (name == "dialog" && !attributes.find("open"));
}

std::optional<bool> visibility(const HtmlStyle& style) {
  const string_view value = style["visibility"];
  if (value == "hidden" || value == "collapse") return false;
  return value == "visible" || value == "initial" ? std::optional(true) : std::nullopt;
}

bool is_apart(const HtmlStyle& style) {
  constexpr std::array<string_view, 7> kInline = {"", "none", "contents", "inherit", "initial", "inline", "unset"};
  const string_view position = style["position"];
  return !is_one_of(style["display"], kInline) || !is_unset(style["float"]) || position == "absolute" ||
         position == "fixed";
}

bool is_shifted_up(const HtmlStyle& style) {
  const string_view position = style["position"];
  return (position == "relative" || position == "sticky") && (is_shift(style["top"]) || is_shift(style["bottom"]));
}

// vertical-align puts the content of a cell into its place, but raises that of an inline element (CSS 2.2 §10.8.1).
bool is_aligned_off_line(string_view name, const HtmlStyle& style) {
  constexpr std::array<string_view, 4> kOnLine = {"baseline", "middle", "top", "bottom"};
  const string_view align = style["vertical-align"];
  return !is_table_part(name) && name != "table" && is_shift(align) && !is_one_of(align, kOnLine);
}

bool is_variant_raised(const HtmlStyle& style) {
  const std::string variant = std::string(style["font-variant"]) + ' ' + std::string(style["font-variant-position"]);
  return has(variant, "sup") || has(variant, "sub");
}

bool is_raised(string_view name, const HtmlStyle& style) {
  const string_view raise = style["mso-text-raise"];  // Word's own, beside a shift that CSS can express
  return name == "sup" || name == "sub" || is_aligned_off_line(name, style) || is_shifted_up(style) ||
         is_variant_raised(style) || (!raise.empty() && raise.front() != '0');
}

bool is_struck(string_view name, const HtmlStyle& style) {
  constexpr std::array<string_view, 3> kStruck = {"del", "s", "strike"};
  constexpr std::array<const char*, 5> kDecorations = {"text-decoration", "text-decoration-line",
                                                       "-webkit-text-decoration", "-webkit-text-decoration-line",
                                                       "-moz-text-decoration-line"};
  return is_one_of(name, kStruck) || std::any_of(kDecorations.begin(), kDecorations.end(), [&](const char* property) {
           return has(style[property], "line-through");
         });
}

bool is_displaced(string_view name, const HtmlStyle& style) {
  constexpr std::array<const char*, 6> kGaps = {"margin-left",   "margin-right",        "margin-top",
                                                "margin-bottom", "margin-inline-start", "margin"};
  const string_view position = style["position"];
  if (position == "absolute" || position == "fixed") return true;
  if (!is_unset(position) && position != "static")
    for (const char* side : {"left", "right", "inset"})
      if (is_shift(style[side])) return true;
  if (is_shift(style["order"])) return true;
  if (is_far(style["letter-spacing"], 2) || is_far(style["word-spacing"], 2)) return true;
  const double allowed = is_block(name) || is_table_part(name) ? 30 : 0;
  return std::any_of(kGaps.begin(), kGaps.end(),
                     [&](const char* property) { return is_far(style[property], allowed); });
}

// A cell or row with another display, a float and the like leave the table (CSS 2.2 §9.7, §17.2.1).
bool is_moved(string_view name, const HtmlStyle& style) {
  if (!is_table_part(name)) return false;
  const string_view display = style["display"];
  const string_view position = style["position"];
  const bool as_made =
      is_unset(display) || (display.starts_with("table-") && (display == "table-cell") == is_cell(name));
  return (!as_made && display != "none") || !is_unset(style["float"]) || position == "absolute" || position == "fixed";
}

bool draws(string_view name, const HtmlStyle& style) {
  const string_view list = style["list-style"];
  const string_view type = style["list-style-type"];
  constexpr std::array<string_view, 6> kUnnumbered = {"disc", "circle", "square", "inside", "outside", "none inside"};
  const auto numbers = [&](string_view value) { return !is_unset(value) && !is_one_of(value, kUnnumbered); };
  return (style.names_url() && !is_cell(name)) || !is_unset(style["content"]) || numbers(list) || numbers(type) ||
         style["display"] == "list-item";
}

// What the element itself does, by its name and attributes.
void add_attributes(ElementEffects& effects, string_view name, const HtmlAttributes& attributes,
                    const HtmlStyle& style) {
  const std::string color = plain_css(attributes.find("color").value_or(""));
  const std::string type = attributes.find("type").value_or("");
  const bool is_list = name == "li" || name == "ul";
  if (name == "bdo" || name == "marquee" || attributes.find("popover") ||
      plain_css(attributes.find("dir").value_or("")) == "rtl")
    effects.doubtful = true;
  if (name == "font" && style["color"].empty() && is_pale(style, color)) effects.doubtful = true;
  if (name == "details" && !attributes.find("open")) effects.displaced = true;
  if (is_cell(name) && attributes.find("background")) effects.pictured = true;
  if (name == "ol" || name == "q" || (is_list && type.size() == 1)) effects.draws = true;
}

}  // namespace

void ElementEffects::add(const ElementEffects& more) {
  apart = apart || more.apart;
  doubtful = doubtful || more.doubtful;
  displaced = displaced || more.displaced;
  draws = draws || more.draws;
  moves = moves || more.moves;
  pictured = pictured || more.pictured;
  flex = flex || more.flex;
}

ElementEffects effects_of(string_view name, const HtmlStyle& style) {
  ElementEffects effects;
  effects.hidden = style["display"] == "none";
  effects.visible = visibility(style);
  effects.apart = !is_block(name) && !is_table_part(name) && is_apart(style);
  effects.preformatted = name == "pre" || name == "listing" || style["white-space"].starts_with("pre");
  effects.drawing = {.raised = is_raised(name, style), .struck = is_struck(name, style)};
  effects.doubtful = may_be_unseen(style);
  effects.displaced = is_displaced(name, style);
  effects.draws = draws(name, style);
  effects.pictured = is_cell(name) && style.names_url();
  effects.moves = is_moved(name, style);
  effects.flex = has(style["display"], "flex") || has(style["display"], "grid") || has(style["display"], "-box");
  return effects;
}

ElementEffects effects_of(string_view name, const HtmlAttributes& attributes) {
  const HtmlStyle style(plain_css(attributes.find("style").value_or("")));
  ElementEffects effects = effects_of(name, style);
  effects.hidden = is_hidden(name, attributes, style);
  effects.unread = is_unread(name);
  add_attributes(effects, name, attributes, style);
  return effects;
}

ElementEffects doubts_of(string_view name, const HtmlStyle& style) {
  ElementEffects effects = effects_of(name, style);
  const bool collapsed = style["visibility"] == "collapse";
  if (effects.hidden || effects.visible == false || effects.drawing.raised || effects.drawing.struck)
    effects.doubtful = true;
  if (is_table_part(name) && (effects.hidden || collapsed)) effects.moves = true;
  return effects;
}

bool writes_content(const HtmlStyle& style) {
  constexpr std::array<string_view, 4> kNothing = {"\"\"", "''", "\" \"", "' '"};
  const string_view content = style["content"];
  const bool shown = style["display"] != "none" && style["visibility"] != "hidden";
  return shown && !is_unset(content) && !is_one_of(content, kNothing);
}

bool may_change_text(const HtmlStyle& style) {
  const ElementEffects inside = doubts_of("span", style);
  const ElementEffects cell = doubts_of("td", style);
  return inside.doubtful || inside.displaced || inside.draws || inside.apart || inside.flex || cell.doubtful ||
         cell.displaced || cell.moves;
}

}  // namespace nianbao

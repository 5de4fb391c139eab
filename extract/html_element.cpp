#include "extract/html_element.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string>

namespace nianbao {
namespace {

using std::string_view;

template <std::size_t N>
bool is_one_of(string_view name, const std::array<string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<string_view, 43> kBlocks = {
    "address", "article", "aside",   "blockquote", "center",     "dd",     "details", "dialog",    "dir",
    "div",     "dl",      "dt",      "fieldset",   "figcaption", "figure", "footer",  "form",      "h1",
    "h2",      "h3",      "h4",      "h5",         "h6",         "header", "hgroup",  "hr",        "legend",
    "li",      "listing", "main",    "menu",       "nav",        "ol",     "p",       "plaintext", "pre",
    "search",  "section", "summary", "table",      "ul",         "xmp",    "frameset"};
constexpr std::array<string_view, 3> kRowGroups = {"tbody", "tfoot", "thead"};
constexpr std::array<string_view, 19> kVoid = {"area",  "base",  "basefont", "bgsound", "br",    "col",    "embed",
                                               "frame", "hr",    "image",    "img",     "input", "keygen", "link",
                                               "meta",  "param", "source",   "track",   "wbr"};
// The parser puts html, head and body where they belong, wherever their tags stand; pages hide their body until a
// script has run. Options show nothing by themselves, and their end tags are mostly left out.
constexpr std::array<string_view, 5> kIgnored = {"body", "head", "html", "optgroup", "option"};
constexpr std::array<string_view, 14> kFormatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                     "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::array<string_view, 8> kOtherSpecial = {"applet", "button", "caption",  "marquee",
                                                      "object", "select", "template", "colgroup"};
constexpr std::array<string_view, 8> kScopes = {"applet", "caption", "marquee",  "object",
                                                "table",  "td",      "template", "th"};
constexpr std::array<string_view, 16> kUnread = {"applet", "audio",  "canvas",   "datalist", "frameset", "math",
                                                 "meter",  "object", "progress", "rp",       "rt",       "rtc",
                                                 "select", "svg",    "template", "video"};
constexpr std::array<string_view, 19> kObjects = {"applet",   "audio", "canvas", "embed",  "iframe",   "image",  "img",
                                                  "input",    "math",  "meter",  "object", "progress", "select", "svg",
                                                  "textarea", "video", "frame",  "xmp",    "plaintext"};

// Values that leave a property as it is.
bool is_unset(string_view value) {
  constexpr std::array<string_view, 8> kUnset = {"",        "none",    "auto",  "normal",
                                                 "inherit", "initial", "unset", "visible"};
  return is_one_of(value, kUnset);
}

bool is_zero(string_view value) { return css_length(value) == 0.0; }

bool has(string_view text, string_view part) { return text.find(part) != string_view::npos; }

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

// A length that moves what it is given for.
bool is_shift(string_view value) { return !is_unset(value) && !is_zero(value); }

bool is_shifted_up(const HtmlStyle& style) {
  const string_view position = style["position"];
  return (position == "relative" || position == "sticky") && (is_shift(style["top"]) || is_shift(style["bottom"]));
}

// vertical-align puts the content of a cell into its place, but raises that of an inline element (CSS 2.2 §10.8.1).
bool is_aligned_off_line(string_view name, const HtmlStyle& style) {
  constexpr std::array<string_view, 4> kOnLine = {"baseline", "middle", "top", "bottom"};
  const string_view align = style["vertical-align"];
  return !is_table_part(name) && name != "table" && !is_unset(align) && !is_one_of(align, kOnLine) && !is_zero(align);
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

// ---- text that may not be seen

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
constexpr std::array<const char*, 6> kGaps = {"margin-left",   "margin-right",        "margin-top",
                                              "margin-bottom", "margin-inline-start", "margin"};

// Further to the left or above than `allowed`, or much further to the right: off the page, or over its neighbour.
bool is_far(string_view value, double allowed) {
  constexpr double kWide = 200;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    const std::optional<double> length = css_length(value.substr(0, end));
    if (length ? *length < -allowed || *length > kWide : has(value.substr(0, end), "(")) return true;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return false;
}

// Below `least`, or not to be told; font sizes by keyword are legible all.
bool is_below(string_view value, double least) {
  const std::optional<double> length = css_length(value);
  return length ? *length < least : has(value, "(");
}

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

constexpr unsigned kNearWhite = 0xE6;

bool is_white_hex(string_view digits) {
  const bool is_short = digits.size() < 6;
  const std::size_t width = is_short ? 1 : 2;
  for (std::size_t at = 0; at < 4 * width && at < digits.size(); at += width) {
    unsigned part = 0;
    std::from_chars(digits.data() + at, digits.data() + at + width, part, 16);
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

// Paper has this color, or nearly.
bool is_white(string_view color) {
  constexpr std::array<string_view, 17> kWhites = {"white",      "transparent",  "snow",    "ivory",     "ghostwhite",
                                                   "whitesmoke", "floralwhite",  "azure",   "mintcream", "honeydew",
                                                   "seashell",   "aliceblue",    "oldlace", "linen",     "window",
                                                   "canvas",     "lavenderblush"};
  if (color.starts_with('#')) return is_white_hex(color.substr(1));
  return has(color, "(") ? is_white_function(color) : is_one_of(color, kWhites);
}

// Text of the color of paper, or of its own background.
bool is_pale(const HtmlStyle& style, string_view color) {
  const string_view given = style["background-color"];
  const string_view background = given.empty() ? style["background"] : given;
  const string_view fill = style["-webkit-text-fill-color"];
  if (!color.empty() && color == background) return true;
  const bool on_color =
      !background.empty() && !is_unset(background) && !is_white(background) && !has(background, "url(");
  return (is_white(color) && (!on_color || color == "transparent")) || is_white(fill);
}

// Nothing, or a box too small for a digit.
bool is_cut_off(const HtmlStyle& style) {
  const bool cut = std::any_of(std::begin(kOverflows), std::end(kOverflows), [&](const char* property) {
    const string_view overflow = style[property];
    return has(overflow, "hidden") || has(overflow, "clip") || has(overflow, "scroll") || has(overflow, "auto");
  });
  const auto is_small = [&](const char* property) {
    constexpr double kDigit = 12;
    return !is_unset(style[property]) && is_below(style[property], kDigit);
  };
  return cut && std::any_of(std::begin(kExtents), std::end(kExtents), is_small);
}

bool is_any_set(const HtmlStyle& style) {
  return std::any_of(std::begin(kChanging), std::end(kChanging),
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

bool is_doubtful(const HtmlStyle& style) {
  const string_view indent = style["text-indent"];
  const std::string_view shown = style["content-visibility"];
  return style.is_unclear() || is_tiny(style) || is_transparent(style) || is_pale(style, style["color"]) ||
         is_cut_off(style) || is_any_set(style) || has_odd_font(style) || is_reordered(style) || shown == "hidden" ||
         is_far(indent, 0);
}

// ---- text that may be drawn elsewhere

bool is_displaced(string_view name, const HtmlStyle& style) {
  const string_view position = style["position"];
  if (position == "absolute" || position == "fixed") return true;
  if (!is_unset(position) && position != "static")
    for (const char* side : {"left", "right", "inset"})
      if (is_shift(style[side])) return true;
  if (is_shift(style["order"])) return true;
  if (is_far(style["letter-spacing"], 2) || is_far(style["word-spacing"], 2)) return true;
  const double allowed = is_block(name) || is_table_part(name) ? 30 : 0;
  return std::any_of(std::begin(kGaps), std::end(kGaps),
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
  effects.doubtful = is_doubtful(style);
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
  effects.unread = is_one_of(name, kUnread);
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

bool is_block(string_view name) { return is_one_of(name, kBlocks); }

bool is_cell(string_view name) { return name == "td" || name == "th"; }

bool is_row_group(string_view name) { return is_one_of(name, kRowGroups); }

bool is_table_part(string_view name) {
  return is_cell(name) || name == "tr" || is_row_group(name) || name == "caption" || name == "col" ||
         name == "colgroup";
}

bool is_void(string_view name) { return is_one_of(name, kVoid); }

bool is_ignored(string_view name) { return is_one_of(name, kIgnored); }

bool is_formatting(string_view name) { return is_one_of(name, kFormatting); }

bool is_special(string_view name) { return is_block(name) || is_table_part(name) || is_one_of(name, kOtherSpecial); }

bool is_scope(string_view name) { return is_one_of(name, kScopes); }

bool is_object(string_view name, const HtmlAttributes& attributes) {
  const bool unseen = name == "input" && attributes.find("type").value_or("") == "hidden";
  return is_one_of(name, kObjects) && !unseen;
}

}  // namespace nianbao

#include "extract/html_element.h"

#include <algorithm>
#include <array>
#include <map>
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
constexpr std::array<string_view, 17> kObjects = {"applet", "audio", "canvas",   "embed", "iframe", "image",
                                                  "img",    "input", "math",     "meter", "object", "progress",
                                                  "select", "svg",   "textarea", "video", "frame"};

struct Declared {
  std::string value;
  bool important = false;
};

// The declarations of a style attribute; of two for one property the later counts, unless only the first is !important.
class InlineStyle {
 public:
  explicit InlineStyle(string_view style) {
    while (!style.empty()) {
      const std::size_t end = std::min(style.find(';'), style.size());
      declare(style.substr(0, end));
      style.remove_prefix(std::min(end + 1, style.size()));
    }
  }

  string_view operator[](const char* property) const {
    const auto found = declared_.find(property);
    return found == declared_.end() ? string_view() : string_view(found->second.value);
  }

 private:
  // Names and keywords of CSS have no case; spaces do not matter for those looked at here.
  static std::string plain(string_view text) {
    std::string out;
    for (const char c : text)
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }

  void declare(string_view declaration) {
    const std::size_t colon = declaration.find(':');
    if (colon == string_view::npos) return;
    constexpr string_view kImportant = "!important";
    Declared given{plain(declaration.substr(colon + 1)), false};
    if (given.value.ends_with(kImportant)) {
      given.value.resize(given.value.size() - kImportant.size());
      given.important = true;
    }
    Declared& known = declared_[plain(declaration.substr(0, colon))];
    if (given.important || !known.important) known = std::move(given);
  }

  std::map<std::string, Declared, std::less<>> declared_;
};

bool is_hidden(string_view name, const HtmlAttributes& attributes, const InlineStyle& style) {
  if (const string_view display = style["display"]; !display.empty()) return display == "none";
  if (style["visibility"] == "collapse" && (name == "tr" || is_row_group(name))) return true;
  return attributes.find("hidden").has_value() || (name == "dialog" && !attributes.find("open"));
}

std::optional<bool> visibility(const InlineStyle& style) {
  const string_view value = style["visibility"];
  if (value == "hidden" || value == "collapse") return false;
  return value == "visible" ? std::optional(true) : std::nullopt;
}

bool is_apart(const InlineStyle& style) {
  constexpr std::array<string_view, 5> kInline = {"", "contents", "inherit", "initial", "inline"};
  constexpr std::array<string_view, 2> kNoFloat = {"", "none"};
  const string_view position = style["position"];
  return !is_one_of(style["display"], kInline) || !is_one_of(style["float"], kNoFloat) || position == "absolute" ||
         position == "fixed";
}

bool is_raised(string_view name, const InlineStyle& style) {
  const string_view align = style["vertical-align"];
  const string_view raise = style["mso-text-raise"];  // Word's own, beside a shift that CSS can express
  return name == "sup" || name == "sub" || align == "super" || align == "sub" ||
         (!raise.empty() && raise.front() != '0');
}

bool is_struck(string_view name, const InlineStyle& style) {
  constexpr std::array<string_view, 3> kStruck = {"del", "s", "strike"};
  return is_one_of(name, kStruck) || style["text-decoration"].find("line-through") != string_view::npos ||
         style["text-decoration-line"].find("line-through") != string_view::npos;
}

}  // namespace

ElementEffects effects_of(string_view name, const HtmlAttributes& attributes) {
  const InlineStyle style(attributes.find("style").value_or(""));
  ElementEffects effects;
  effects.hidden = is_hidden(name, attributes, style);
  effects.unread = is_one_of(name, kUnread);
  effects.visible = visibility(style);
  effects.apart = !is_block(name) && !is_table_part(name) && is_apart(style);
  effects.preformatted = name == "pre" || name == "listing" || style["white-space"].starts_with("pre");
  effects.drawing = {.raised = is_raised(name, style), .struck = is_struck(name, style)};
  return effects;
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

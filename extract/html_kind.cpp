#include "extract/html_kind.h"

#include <array>

#include "extract/one_of.h"

namespace nianbao {
namespace {

using std::string_view;

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

}  // namespace

bool is_block(string_view name) { return is_one_of(name, kBlocks); }

bool is_heading(string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; }

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

bool is_unread(string_view name) { return is_one_of(name, kUnread); }

bool is_object(string_view name, const HtmlAttributes& attributes) {
  const bool unseen = name == "input" && attributes.find("type").value_or("") == "hidden";
  return is_one_of(name, kObjects) && !unseen;
}

}  // namespace nianbao

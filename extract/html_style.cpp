#include "extract/html_style.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/one_of.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr string_view kSpaces = " \t\n\r\f";

string_view trimmed(string_view text) {
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// Past the string that begins at `at`; a line end or the end of the text ends it too (CSS Syntax 3 §4.3.5).
std::size_t past_string(string_view text, std::size_t at) {
  const char quote = text[at++];
  for (; at < text.size() && text[at] != quote && text[at] != '\n'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

constexpr std::array<string_view, 40> kDisplays = {"none",         "block",
                                                   "inline",       "inline-block",
                                                   "contents",     "flex",
                                                   "inline-flex",  "grid",
                                                   "inline-grid",  "flow-root",
                                                   "list-item",    "table",
                                                   "inline-table", "table-row",
                                                   "table-cell",   "table-row-group",
                                                   "table-column", "table-header-group",
                                                   "ruby",         "table-footer-group",
                                                   "ruby-base",    "table-column-group",
                                                   "ruby-text",    "table-caption",
                                                   "math",         "ruby-base-container",
                                                   "inherit",      "ruby-text-container",
                                                   "initial",      "unset",
                                                   "revert",       "revert-layer",
                                                   "-webkit-box",  "-webkit-inline-box",
                                                   "-webkit-flex", "-webkit-inline-flex",
                                                   "-ms-flexbox",  "-ms-inline-flexbox",
                                                   "-ms-grid",     "-ms-inline-grid"};
constexpr std::array<string_view, 8> kVisibilities = {"visible", "hidden", "collapse", "inherit",
                                                      "initial", "unset",  "revert",   "revert-layer"};

// What is not valid is ignored, and an earlier declaration stays (CSS Syntax 3 §2.2).
bool is_ignored(string_view property, string_view value) {
  if (value.empty() || value.ends_with("\\9") || value.ends_with("\\0")) return true;  // these are for old IE only
  const bool single = value.find_first_of(" (\\") == string_view::npos;
  if (property == "display") return single && !is_one_of(value, kDisplays);
  return property == "visibility" && single && !is_one_of(value, kVisibilities);
}

bool is_of_fonts(string_view property) {
  return property == "font" || property == "font-family" || property == "content" || property.starts_with("mso-");
}

// Whether a declaration means more than its characters tell.
bool is_unclear_pair(string_view property, string_view value) {
  if (property.starts_with("--")) return false;
  const bool two_words = property == "display" || property == "visibility";
  return property == "all" || property.find_first_of("\\{") != string_view::npos ||
         (value.find('\\') != string_view::npos && !is_of_fonts(property)) || value.find("var(") != string_view::npos ||
         value.starts_with("revert") || (two_words && value.find_first_of(" (") != string_view::npos);
}

// Takes !important off, which may have spaces in it.
bool take_important(string_view& value) {
  constexpr string_view kImportant = "important";
  if (!value.ends_with(kImportant)) return false;
  const string_view before = trimmed(value.substr(0, value.size() - kImportant.size()));
  if (!before.ends_with('!')) return false;
  value = trimmed(before.substr(0, before.size() - 1));
  return true;
}

}  // namespace

std::string plain_css(string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "/*") {
      at = std::min(text.find("*/", at + 2), text.size() - 2) + 2;
      continue;
    }
    const std::size_t end = text[at] == '"' || text[at] == '\'' ? past_string(text, at) : at + 1;
    for (; at < end; ++at) out += text[at] >= 'A' && text[at] <= 'Z' ? static_cast<char>(text[at] + 32) : text[at];
  }
  return out;
}

std::size_t end_of_css_piece(string_view text, string_view marks) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = past_string(text, at);
      continue;
    }
    if (depth == 0 && marks.find(c) != string_view::npos) return at;
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    at += c == '\\' ? 2 : 1;
  }
  return text.size();
}

HtmlStyle::HtmlStyle(string_view plain) {
  while (!plain.empty()) {
    const std::size_t end = end_of_css_piece(plain, ";");
    declare(plain.substr(0, end));
    plain.remove_prefix(std::min(end + 1, plain.size()));
  }
}

string_view HtmlStyle::operator[](string_view property) const {
  const auto found = declared_.find(property);
  return found == declared_.end() ? string_view() : string_view(found->second.value);
}

void HtmlStyle::declare(string_view declaration) {
  const std::size_t colon = declaration.find(':');
  if (colon == string_view::npos) return;
  const string_view property = trimmed(declaration.substr(0, colon));
  string_view value = trimmed(declaration.substr(colon + 1));
  const bool important = take_important(value);
  if (is_ignored(property, value)) return;
  is_unclear_ = is_unclear_ || is_unclear_pair(property, value);
  names_url_ = names_url_ || value.find("url(") != string_view::npos;
  Declared& known = declared_[std::string(property)];
  if (important || !known.important) known = {std::string(value), important};
}

}  // namespace nianbao

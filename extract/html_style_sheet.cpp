#include "extract/html_style_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/html_element.h"

namespace nianbao {
namespace {

using std::string_view;

// More rules than these for one name are one that leaves everything in doubt: nobody writes them but to cost time.
constexpr std::size_t kRulesPerName = 32;
constexpr std::size_t kNamesPerSelector = 32;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '\\' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string lower_case(string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// The ASCII character that an escape means (CSS Syntax 3 §4.3.7); `at` goes from behind the backslash to behind it.
char take_escape(string_view text, std::size_t& at) {
  if (!is_hex(text[at])) return text[at++];
  unsigned code = 0;
  const std::size_t limit = std::min(at + 6, text.size());
  const auto [stop, error] = std::from_chars(&text[at], text.data() + limit, code, 16);
  at = static_cast<std::size_t>(stop - text.data());
  if (at < text.size() && is_space(text[at])) ++at;
  return code < 0x80 ? lower_case(std::string(1, static_cast<char>(code))).front() : '?';
}

std::string take_name(string_view text, std::size_t& at) {
  std::string out;
  while (at < text.size() && is_name_character(text[at])) {
    const char c = text[at++];
    if (c != '\\')
      out += c;
    else if (at < text.size())
      out += take_escape(text, at);
  }
  return out;
}

bool is_one_of(string_view name, std::initializer_list<string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// One selector taken apart: what its last compound says of an element, and the classes and ids before it.
struct Selector {
  SelectorNames subject;
  SelectorNames ancestors;
  bool beside = false;
  bool is_none = false;  // holds for nothing as it is first shown, or cannot be told
};

// Where an element after a + or ~ is meant, what stands before it is not around it: such conditions are dropped.
class SelectorReader {
 public:
  explicit SelectorReader(string_view text) : text_(text) {}

  Selector read() {
    while (at_ < text_.size()) read_part();
    return std::move(made_);
  }

 private:
  void read_part() {
    const char c = text_[at_];
    if (is_space(c) || c == '>' || c == '+' || c == '~')
      read_combinator();
    else if (c == '.' || c == '#')
      ++at_, made_.subject.push_back(c + take_name(text_, at_));
    else if (c == ':')
      read_pseudo();
    else if (c == '[')
      read_attribute();
    else if (is_name_character(c))
      made_.subject.push_back(take_name(text_, at_));
    else
      ++at_;  // * and &
  }

  void read_combinator() {
    bool is_sibling = false;
    for (; at_ < text_.size() && (is_space(text_[at_]) || is_one_of(text_.substr(at_, 1), {">", "+", "~"})); ++at_)
      is_sibling = is_sibling || text_[at_] == '+' || text_[at_] == '~';
    if (!is_sibling)
      for (std::string& name : made_.subject)
        if (name[0] == '.' || name[0] == '#') made_.ancestors.push_back(std::move(name));
    made_.subject.clear();
  }

  void read_pseudo() {
    while (at_ < text_.size() && text_[at_] == ':') ++at_;
    const std::string name = take_name(text_, at_);
    if (at_ < text_.size() && text_[at_] == '(')
      at_ = std::min(at_ + end_of_css_piece(text_.substr(at_ + 1), ")") + 2, text_.size());
    made_.beside = made_.beside || is_one_of(name, {"before", "after", "marker"});
    made_.is_none = made_.is_none || name.starts_with('-') || name.starts_with("focus") ||
                    is_one_of(name, {"hover", "active", "target", "visited", "selection", "placeholder", "backdrop"});
  }

  // Attributes other than class and id are not looked at.
  void read_attribute() {
    made_.is_none = true;
    at_ = std::min(at_ + end_of_css_piece(text_.substr(at_), "]") + 1, text_.size());
  }

  string_view text_;
  std::size_t at_ = 0;
  Selector made_;
};

// Whether the rules in this @-block hold for a wide screen.
bool is_for_screen(string_view at_rule) {
  if (is_one_of(at_rule.substr(0, at_rule.find_first_of(" \t\r\n(")), {"@supports", "@layer", "@container", "@scope"}))
    return true;
  if (!at_rule.starts_with("@media")) return false;
  if (at_rule.find("print") != string_view::npos && at_rule.find("screen") == string_view::npos) return false;
  const std::size_t widest = at_rule.find("max-width:");
  if (widest == string_view::npos) return true;
  constexpr std::size_t kNarrow = 1200;
  std::size_t width = kNarrow;
  const string_view number = at_rule.substr(std::min(at_rule.find_first_not_of(' ', widest + 10), at_rule.size()));
  std::from_chars(number.data(), number.data() + number.size(), width);
  return width >= kNarrow;
}

string_view trimmed(string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Old pages hide their sheets from older browsers still in <!-- -->, which CSS ignores.
string_view without_comment_marks(string_view text) {
  text = trimmed(text);
  while (text.starts_with("<!--") || text.starts_with("-->")) text = trimmed(text.substr(text.front() == '<' ? 4 : 3));
  return text;
}

// A rule on a bare element name counts only where it takes it away or writes: most pages set up all elements anew.
bool is_told(const Selector& selector, const HtmlStyle& style) {
  if (selector.is_none || selector.subject.empty()) return false;
  if (selector.beside) return writes_content(style);
  const auto is_bare = [](const std::string& name) { return name[0] != '.' && name[0] != '#'; };
  if (std::all_of(selector.subject.begin(), selector.subject.end(), is_bare))
    return style["display"] == "none" || writes_content(style);
  return may_change_text(style);
}

}  // namespace

void HtmlStyleSheet::add(string_view css) {
  const std::string plain = plain_css(css);
  struct Open {
    string_view prelude;
    std::string declarations;
    bool skipped = false;
  };
  std::vector<Open> open;
  for (string_view rest = plain; !rest.empty();) {
    const std::size_t end = end_of_css_piece(rest, "{};");
    const string_view piece = without_comment_marks(rest.substr(0, end));
    const char mark = end < rest.size() ? rest[end] : '}';
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (mark == '{') {
      const bool skipped = (!open.empty() && open.back().skipped) || (piece.starts_with('@') && !is_for_screen(piece));
      open.push_back({piece, "", skipped});
      continue;
    }
    if (open.empty()) continue;
    open.back().declarations.append(piece) += ';';
    if (mark == ';') continue;
    if (!open.back().skipped && !open.back().prelude.starts_with('@'))
      add_rule(open.back().prelude, open.back().declarations);
    open.pop_back();
  }
}

void HtmlStyleSheet::add_rule(string_view selectors, const std::string& declarations) {
  const HtmlStyle style(declarations);
  if (!may_change_text(style) && !writes_content(style)) return;
  while (!selectors.empty()) {
    const std::size_t end = end_of_css_piece(selectors, ",");
    add_selector(trimmed(selectors.substr(0, end)), style);
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
  }
}

void HtmlStyleSheet::add_selector(string_view selector_text, const HtmlStyle& style) {
  Selector selector = SelectorReader(selector_text).read();
  if (!is_told(selector, style)) return;
  if (selector.subject.size() > kNamesPerSelector) selector.subject.resize(kNamesPerSelector);
  if (selector.ancestors.size() > kNamesPerSelector) selector.ancestors.resize(kNamesPerSelector);
  const std::string& key = selector.subject.back();
  std::vector<Rule>& rules = rules_[key];
  if (rules.size() < kRulesPerName)
    rules.push_back({std::move(selector.subject), std::move(selector.ancestors), selector.beside, style});
  else if (rules.size() == kRulesPerName)
    rules.push_back({{}, {}, false, HtmlStyle("all:unset")});
}

bool HtmlStyleSheet::includes_all(const SelectorNames& names, const SelectorNames& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

SelectorNames selector_names(string_view name, string_view classes, string_view id) {
  SelectorNames names = {lower_case(name)};
  if (!id.empty()) names.push_back("#" + lower_case(id));
  while (!classes.empty() && names.size() < kNamesPerSelector) {
    const auto end = static_cast<std::size_t>(std::find_if(classes.begin(), classes.end(), is_space) - classes.begin());
    if (end > 0) names.push_back("." + lower_case(classes.substr(0, end)));
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return names;
}

}  // namespace nianbao

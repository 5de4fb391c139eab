#include "extract/html_sax.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace nianbao {
namespace {

using std::string_view;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_case(string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

bool equal_but_for_case(string_view a, string_view lower_b) {
  return std::equal(a.begin(), a.end(), lower_b.begin(), lower_b.end(), [](char x, char y) { return lower(x) == y; });
}

// Elements whose content is no markup up to their end tag (§13.2.5.2 to 5, as with scripts enabled). None is a report's
// text: what they hold is code, a form control or a stand-in for what a browser shows.
constexpr std::array<string_view, 10> kRaw = {"script",  "style",    "title",    "textarea", "iframe",
                                              "noembed", "noframes", "noscript", "xmp",      "plaintext"};

std::string utf8_of(unsigned code) {
  std::array<xmlChar, 4> bytes{};
  const int length = xmlCopyCharMultiByte(bytes.data(), static_cast<int>(code));
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

// What numeric references to C1 controls mean: windows-1252 (§13.2.5.80). 0 where it has no character.
constexpr std::array<unsigned, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string numeric_character(unsigned code) {
  if (code >= 0x80 && code < 0xA0 && kWindows1252.at(code - 0x80) != 0) return utf8_of(kWindows1252.at(code - 0x80));
  const bool is_none = code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);
  return is_none ? "\xEF\xBF\xBD" : utf8_of(code);
}

// A reference at the start of `text`, which begins with &: what it stands for and how many bytes it takes; none if 0.
struct Reference {
  std::string character;
  std::size_t length = 0;
};

Reference numeric_reference(string_view text) {
  const bool hex = text.size() > 2 && lower(text[2]) == 'x';
  const char* begin = text.data() + (hex ? 3 : 2);
  const char* end = text.data() + text.size();
  unsigned code = 0;
  const auto [stop, error] = std::from_chars(begin, end, code, hex ? 16 : 10);
  if (stop == begin) return {};
  const auto digits = static_cast<std::size_t>(stop - text.data());
  const bool closed = digits < text.size() && text[digits] == ';';
  return {numeric_character(error == std::errc() ? code : 0), digits + (closed ? 1 : 0)};
}

unsigned named_character(string_view name) {
  const std::string known(name);
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(known.c_str()));
  return entity == nullptr ? 0 : entity->value;
}

// The references of HTML 4; those of Latin-1 also stand without semicolon (§13.5). An unknown one stays as it is typed.
Reference named_reference(string_view text) {
  constexpr std::size_t kLongestName = 8;
  std::size_t length = 0;
  while (length <= kLongestName && length + 1 < text.size() &&
         (is_letter(text[length + 1]) || is_digit(text[length + 1])))
    ++length;
  if (length + 1 < text.size() && text[length + 1] == ';')
    if (const unsigned code = named_character(text.substr(1, length))) return {utf8_of(code), length + 2};
  for (; length >= 2; --length)
    if (const unsigned code = named_character(text.substr(1, length)); code != 0 && code < 0x100 && code != '\'')
      return {utf8_of(code), length + 1};
  return {};
}

std::string resolved(string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const string_view rest = text.substr(at);
    const Reference reference = rest.size() > 1 && rest[1] == '#' ? numeric_reference(rest) : named_reference(rest);
    out += reference.length == 0 ? "&" : reference.character;
    at += std::max<std::size_t>(1, reference.length);
  }
  return out;
}

}  // namespace

std::optional<std::string> HtmlAttributes::find(string_view name) const {
  for (const Attribute& attribute : attributes_)
    if (equal_but_for_case(attribute.name, name)) return resolved(attribute.value);
  return std::nullopt;
}

// Every byte is looked at a bounded number of times, whatever the page.
class HtmlTokenizer {
 public:
  HtmlTokenizer(string_view html, HtmlHandler& handler) : html_(html), handler_(handler) {}

  const char* run() {
    const char* stopped_by = nullptr;
    while (at_ < html_.size() && stopped_by == nullptr) {
      give_text(end_of_text());
      if (at_ < html_.size()) stopped_by = read_markup();
    }
    return stopped_by;
  }

 private:
  char byte(std::size_t at) const { return at < html_.size() ? html_[at] : '\0'; }

  // A < begins markup only before a letter, /, ! or ? (§13.2.5.6).
  std::size_t end_of_text() const {
    for (std::size_t at = html_.find('<', at_); at != string_view::npos; at = html_.find('<', at + 1)) {
      const char next = byte(at + 1);
      if (is_letter(next) || next == '!' || next == '?' || (next == '/' && at + 2 < html_.size())) return at;
    }
    return html_.size();
  }

  void give_text(std::size_t end) {
    if (end > at_) handler_.text(resolved(html_.substr(at_, end - at_)));
    at_ = end;
  }

  const char* read_markup() {
    if (is_letter(byte(at_ + 1))) return read_start_tag();
    if (byte(at_ + 1) == '/' && is_letter(byte(at_ + 2)))
      read_end_tag();
    else if (html_.substr(at_, 4) == "<!--")
      skip_comment();
    else
      skip_past('>');
    return nullptr;
  }

  void skip_past(char mark) {
    const std::size_t found = html_.find(mark, at_);
    at_ = found == string_view::npos ? html_.size() : found + 1;
  }

  // A comment ends at --> or --!>, and <!--> and <!---> are whole ones (§13.2.5.43 to 52).
  void skip_comment() {
    at_ += 2;
    for (std::size_t dashes = at_; dashes != string_view::npos; dashes = html_.find("--", dashes + 1)) {
      const std::size_t mark = byte(dashes + 2) == '!' && dashes > at_ + 1 ? dashes + 3 : dashes + 2;
      if (byte(mark) != '>') continue;
      at_ = mark + 1;
      return;
    }
    at_ = html_.size();
  }

  std::string read_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>') ++at_;
    return lower_case(html_.substr(begin, at_ - begin));
  }

  const char* read_start_tag() {
    ++at_;
    const std::string name = read_name();
    HtmlAttributes attributes;
    if (!read_attributes(attributes)) return nullptr;
    const char* stopped_by = handler_.start(name, attributes);
    if (stopped_by == nullptr && std::find(kRaw.begin(), kRaw.end(), name) != kRaw.end()) skip_raw(name);
    return stopped_by;
  }

  void read_end_tag() {
    at_ += 2;
    const std::string name = read_name();
    HtmlAttributes ignored;
    if (read_attributes(ignored)) handler_.end(name);
  }

  // Up to and with the >; false where the page ends before it, which makes it no tag.
  bool read_attributes(HtmlAttributes& into) {
    for (;;) {
      while (is_space(byte(at_)) || byte(at_) == '/') ++at_;
      if (at_ >= html_.size()) return false;
      if (html_[at_] == '>') break;
      into.attributes_.push_back(read_attribute());
    }
    into.self_closing_ = html_[at_ - 1] == '/';
    ++at_;
    return true;
  }

  HtmlAttributes::Attribute read_attribute() {
    const std::size_t begin = at_++;  // a leading = belongs to the name
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>' && html_[at_] != '=')
      ++at_;
    const string_view name = html_.substr(begin, at_ - begin);
    while (is_space(byte(at_))) ++at_;
    if (byte(at_) != '=') return {name, {}};
    ++at_;
    while (is_space(byte(at_))) ++at_;
    return {name, read_value()};
  }

  string_view read_value() {
    const char quote = byte(at_);
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t begin = quoted ? ++at_ : at_;
    if (quoted)
      at_ = std::min(html_.find(quote, at_), html_.size());
    else
      while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
    const string_view value = html_.substr(begin, at_ - begin);
    if (quoted && at_ < html_.size()) ++at_;
    return value;
  }

  // To the end tag of the same name, which is given as an event; else to the end of the page.
  void skip_raw(const std::string& name) {
    const std::size_t begin = at_;
    find_raw_end(name);
    handler_.raw(name, html_.substr(begin, at_ - begin));
  }

  void find_raw_end(const std::string& name) {
    for (at_ = html_.find("</", at_); at_ != string_view::npos; at_ = html_.find("</", at_ + 2)) {
      const char after = byte(at_ + 2 + name.size());
      if (equal_but_for_case(html_.substr(at_ + 2, name.size()), name) &&
          (is_space(after) || after == '/' || after == '>'))
        return;
    }
    at_ = html_.size();
  }

  string_view html_;
  HtmlHandler& handler_;
  std::size_t at_ = 0;
};

std::optional<Problem> parse_html(string_view html, HtmlHandler& handler) {
  if (const char* code = HtmlTokenizer(html, handler).run()) return Problem{code, ""};
  return std::nullopt;
}

}  // namespace nianbao

#include "extract/xml_scan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "extract/xml_bytes.h"
#include "extract/xml_known_content.h"
#include "extract/xml_known_tags.h"

namespace nianbao {
namespace {

using std::string_view;

// libxml2 has limits of its own: ten million bytes for the names together, a text or a value, 50,000 for a name, 256
// open elements. Honest parts stay far below these.
constexpr std::size_t kLargestPart = 8U << 20U;
constexpr std::size_t kLongestName = 1'000;
constexpr std::size_t kDeepest = 250;
// The attributes of a tag are held against each other, pair by pair.
constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kLongestReference = 10;  // &#x10FFFF;
// Those that no part declares: no default namespace, and xml.
constexpr std::size_t kOwnBindings = 2;

constexpr string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";
constexpr string_view kXmlnsUri = "http://www.w3.org/2000/xmlns/";

// Names and prefixes have a few bytes, for which a call of memcmp takes long.
bool same(string_view a, string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) return false;
  return true;
}

bool all_of_path(string_view text, bool with_colons) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_xml_byte(c, XmlByte::kUri) || (with_colons && c == ':'); });
}

// One that libxml2 finds nothing wrong with, whatever it knows of URIs. Of some others it says that they are damage.
bool is_plain_uri(string_view uri) {
  for (const string_view begin : {"http://", "https://"})
    if (uri.starts_with(begin)) {
      const string_view rest = uri.substr(begin.size());
      return !rest.empty() && is_ascii_letter(rest.front()) && all_of_path(rest, false);
    }
  const string_view rest = uri.substr(std::min<std::size_t>(4, uri.size()));
  return uri.starts_with("urn:") && !rest.empty() && is_ascii_letter(rest.front()) && all_of_path(rest, true);
}

struct QualifiedName {
  string_view whole;  // as written
  string_view prefix;
  string_view local;
};

struct Binding {
  string_view prefix;  // empty for the default namespace
  string_view uri;     // empty where that is none
  XmlSpace space = XmlSpace::kOther;
};

struct OpenElement {
  string_view written_name;
  XmlName name;
  std::size_t bindings_around = 0;
};

// Goes through a part once. A function that returns bool passes what it is named after, and returns false where
// something else stands.
class XmlScan {
 public:
  XmlScan(string_view xml, XmlHandler& handler, const Limits& limits)
      : at_(xml.data()), end_(at_ + xml.size()), handler_(handler), limits_(limits) {}

  bool run() {
    pass_if("\xEF\xBB\xBF");
    return end_at_last_tag() && pass_declaration() && pass_root();
  }

 private:
  // From here on the last byte is '>', which stops every run of bytes of a class: no run has to look for the end.
  bool end_at_last_tag() {
    while (end_ != at_ && is_xml_byte(end_[-1], XmlByte::kBlank)) --end_;
    return end_ != at_ && end_[-1] == '>';
  }

  string_view from(const char* begin) const { return {begin, static_cast<std::size_t>(at_ - begin)}; }

  string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  bool is_at(string_view what) const { return rest().starts_with(what); }

  bool pass_if(string_view what) {
    if (!is_at(what)) return false;
    at_ += what.size();
    return true;
  }

  void pass_all(XmlByte wanted) {
    const char* at = at_;  // in a register: the compiler does not know that at_ is none of the bytes
    while (is_xml_byte(*at, wanted)) ++at;
    at_ = at;
  }

  // At least one.
  bool pass_blanks() {
    const char* begin = at_;
    pass_all(XmlByte::kBlank);
    return at_ != begin;
  }

  bool pass_equals() {
    pass_blanks();
    if (*at_ != '=') return false;
    ++at_;
    pass_blanks();
    return true;
  }

  bool pass_quote(char& quote) {
    quote = *at_;
    if (quote != '"' && quote != '\'') return false;
    ++at_;
    return true;
  }

  // XML 1.0 §2.8; it may be missing. Another version or encoding is not plain.
  bool pass_declaration() {
    if (!pass_if("<?xml")) return true;
    if (declared("version") != "1.0") return false;
    const string_view encoding = declared("encoding").value_or("UTF-8");
    const string_view standalone = declared("standalone").value_or("no");
    if ((encoding != "UTF-8" && encoding != "utf-8") || (standalone != "yes" && standalone != "no")) return false;
    pass_blanks();
    return pass_if("?>") && at_ != end_;
  }

  // The value behind `name`, if that stands here; else nothing is passed.
  std::optional<string_view> declared(string_view name) {
    const char* begin = at_;
    char quote = '\0';
    if (pass_blanks() && pass_if(name) && pass_equals() && pass_quote(quote)) {
      const char* value = at_;
      pass_all(XmlByte::kName);
      if (*at_ == quote) return string_view(value, static_cast<std::size_t>(at_++ - value));
    }
    at_ = begin;
    return std::nullopt;
  }

  bool pass_root() {
    pass_blanks();
    if (*at_ != '<' || !pass_start_tag()) return false;
    while (!open_.empty())
      if (!pass_content()) return false;
    return at_ == end_;
  }

  bool pass_content() {
    if (at_ == end_) return false;
    if (*at_ != '<') return pass_text();
    return at_[1] == '/' ? pass_end_tag() : pass_start_tag();
  }

  bool pass_start_tag() {
    if (open_.size() == kDeepest) return false;
    tag_bindings_ = bindings_.size();
    // Of a tag that is known, only its last byte is '>'.
    const string_view bytes = rest().substr(0, rest().find('>') + 1);
    if (const XmlStartTag* known = known_tags_.find(bytes)) {
      at_ += bytes.size();
      return give(*known);
    }
    const char* begin = at_;
    XmlStartTag tag;
    if (!read_start_tag(tag)) return false;
    const bool declares = bindings_.size() != tag_bindings_;
    if (attributes_.keeps_any()) known_content_.drop();  // they do not live as long
    if (!declares && !attributes_.keeps_any() && from(begin) == bytes) known_tags_.add(bytes, tag);
    return give(tag);
  }

  bool give(const XmlStartTag& tag) {
    if (known_content_.is_open()) known_content_.start(tag, handler_.heeds(tag.name));
    open_.push_back({tag.written_name, tag.name, tag_bindings_});
    if (handler_.start(tag.name, XmlAttributes(tag.attributes)) != nullptr) return false;
    if (tag.is_empty) close_element();
    const bool may_be_known = !tag.is_empty && !known_content_.is_open() && XmlKnownContent::is_wanted(tag.name.local);
    return !may_be_known || give_content();
  }

  // The content of the element that has just begun, if it is known; else what is read from here on will be.
  bool give_content() {
    const string_view element = open_.back().written_name;
    if (const XmlContent* known = known_content_.find(element, rest()); known != nullptr && is_room_for(*known)) {
      if (!give(*known)) return false;
      at_ += known->bytes().size();
      close_element();
    } else if (bindings_.size() == open_.back().bindings_around) {
      known_content_.begin(element);
      content_ = at_;
      content_depth_ = open_.size();
    }
    return true;
  }

  bool is_room_for(const XmlContent& content) const {
    return open_.size() + content.depth() <= std::min(kDeepest, limits_.depth);
  }

  bool give(const XmlContent& content) {
    return std::all_of(content.events().begin(), content.events().end(), [&](const XmlContent::Event& event) {
      if (event.is_end) return handler_.end(event.tag.name), true;
      return handler_.start(event.tag.name, content.attributes(event)) == nullptr;
    });
  }

  bool read_start_tag(XmlStartTag& tag) {
    const char* begin = at_++;
    QualifiedName name;
    if (!pass_name(name) || !pass_attributes()) return false;
    tag.is_empty = *at_ == '/';
    if (tag.is_empty) ++at_;
    if (is_long_tag(begin) || *at_++ != '>') return false;
    const Binding* binding = binding_of(name.prefix);
    if (binding == nullptr || !are_attributes_sound()) return false;
    tag.written_name = name.whole;
    tag.name = XmlName(binding->space, name.local);
    tag.attributes = attributes_.all();
    return true;
  }

  bool pass_end_tag() {
    const char* begin = at_;
    at_ += 2;
    if (!pass_if(open_.back().written_name)) return false;
    pass_blanks();
    if (is_long_tag(begin) || *at_++ != '>') return false;
    close_element();
    return true;
  }

  void close_element() {
    const XmlName& name = open_.back().name;
    handler_.end(name);
    if (known_content_.is_open() && open_.size() == content_depth_)
      known_content_.finish(from(content_));
    else if (known_content_.is_open())
      known_content_.end(name, handler_.heeds(name));
    if (bindings_.size() != open_.back().bindings_around) {
      bindings_.resize(open_.back().bindings_around);
      forget();
    }
    open_.pop_back();
  }

  // What has been read would say something else under other namespaces.
  void forget() {
    known_tags_.forget();
    known_content_.forget();
  }

  bool is_long_tag(const char* begin) const { return from(begin).size() >= limits_.tag_bytes; }

  bool pass_name(QualifiedName& name) {
    const char* begin = at_;
    const char* local = at_;
    if (!pass_part_of_name()) return false;
    if (*at_ == ':') {
      name.prefix = from(begin);
      local = ++at_;
      if (!pass_part_of_name()) return false;
    }
    name.local = from(local);
    name.whole = from(begin);
    return name.whole.size() <= kLongestName;
  }

  bool pass_part_of_name() {
    if (!is_xml_byte(*at_, XmlByte::kNameBegin)) return false;
    pass_all(XmlByte::kName);
    return true;
  }

  // Up to what ends the tag.
  bool pass_attributes() {
    attributes_.clear();
    for (std::size_t count = 0;; ++count) {
      const bool is_apart = pass_blanks();
      if (*at_ == '>' || *at_ == '/') return true;
      if (!is_apart || count == std::min(kMostAttributes, limits_.attributes) || !pass_attribute()) return false;
    }
  }

  bool pass_attribute() {
    QualifiedName name;
    string_view value;
    if (!pass_name(name) || !pass_equals() || !pass_value(value)) return false;
    if (name.prefix == "xmlns") return !value.empty() && declare(name.local, value);
    if (name.whole == "xmlns") return declare("", value);
    // The values of the other xml: attributes are looked into.
    if (name.prefix == "xml" && (name.local != "space" || (value != "preserve" && value != "default"))) return false;
    attributes_.add({name.prefix, name.local, value});
    return true;
  }

  // Namespaces in XML 1.0 §3 binds these two prefixes itself.
  bool declare(string_view prefix, string_view uri) {
    const bool is_decoded = !decoded_.empty();  // then it does not stand in the part
    if (is_decoded || prefix == "xml" || prefix == "xmlns" || uri == kXmlUri || uri == kXmlnsUri) return false;
    if (!uri.empty() && !is_plain_uri(uri)) return false;
    for (std::size_t i = tag_bindings_; i < bindings_.size(); ++i)
      if (bindings_[i].prefix == prefix) return false;
    bindings_.push_back({prefix, uri, space_of_uri(uri)});
    last_binding_ = bindings_.size() - 1;
    forget();
    return bindings_.size() - kOwnBindings <= limits_.attributes;
  }

  // The innermost one of this prefix, or nullptr. Mostly it is that of the tag before.
  const Binding* binding_of(string_view prefix) {
    if (last_binding_ < bindings_.size() && same(bindings_[last_binding_].prefix, prefix))
      return &bindings_[last_binding_];
    for (std::size_t i = bindings_.size(); i-- > 0;)
      if (same(bindings_[i].prefix, prefix)) return &bindings_[last_binding_ = i];
    return nullptr;
  }

  // All prefixes are declared, and no name is there twice, with whatever prefixes (Namespaces in XML 1.0 §6.3).
  bool are_attributes_sound() {
    const std::span<const XmlAttribute> all = attributes_.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].prefix.empty() && binding_of(all[i].prefix) == nullptr) return false;
      for (std::size_t j = 0; j < i; ++j)
        if (same(all[i].local, all[j].local) && uri_of(all[i]) == uri_of(all[j])) return false;
    }
    return true;
  }

  // An attribute without prefix is in no namespace, whatever the default is.
  string_view uri_of(const XmlAttribute& attribute) {
    return attribute.prefix.empty() ? string_view() : binding_of(attribute.prefix)->uri;
  }

  bool pass_value(string_view& value) {
    decoded_.clear();
    char quote = '\0';
    if (!pass_quote(quote)) return false;
    const char* begin = at_;
    for (pass_all(XmlByte::kValue); *at_ != quote; pass_all(XmlByte::kValue))
      if (!pass_in_value(begin)) return false;
    value = from(begin);
    if (!decoded_.empty()) value = attributes_.keep(decoded_.append(value));
    ++at_;
    return true;
  }

  // What does not simply stand for itself in a value that begins, or goes on from what is decoded, at `begin`.
  bool pass_in_value(const char*& begin) {
    if (*at_ == '"' || *at_ == '\'') return ++at_, true;
    if (is_xml_byte(*at_, XmlByte::kBlank)) return decode_line_end(begin, ' '), true;
    return pass_anywhere(begin);
  }

  bool pass_text() {
    known_content_.drop();
    decoded_.clear();
    const char* begin = at_;
    for (pass_all(XmlByte::kText); *at_ != '<'; pass_all(XmlByte::kText))
      if (!pass_in_text(begin)) return false;
    handler_.text(decoded_.empty() ? from(begin) : decoded_.append(from(begin)));
    return true;
  }

  // As pass_in_value(), of text.
  bool pass_in_text(const char*& begin) {
    if (*at_ == ']') return !is_at("]]>") && (++at_, true);
    if (*at_ == '\r') return decode_line_end(begin, '\n'), true;
    return pass_anywhere(begin);
  }

  bool pass_anywhere(const char*& begin) {
    if (*at_ == '>') return ++at_ != end_;
    if (*at_ == '&') return decode_reference(begin);
    const std::size_t size = xml_character_size(at_);
    at_ += size;
    return size > 0;
  }

  // A blank or, as one, a carriage return and a line feed (XML 1.0 §2.11).
  void decode_line_end(const char*& begin, char as) {
    decoded_.append(from(begin)) += as;
    if (!pass_if("\r\n")) ++at_;
    begin = at_;
  }

  // XML 1.0 §4.1, §4.6.
  bool decode_reference(const char*& begin) {
    decoded_.append(from(begin));
    const std::size_t end = rest().substr(0, kLongestReference).find(';');
    if (end == string_view::npos || !decode(rest().substr(1, end - 1))) return false;
    at_ += end + 1;
    begin = at_;
    return true;
  }

  bool decode(string_view name) {
    if (name.starts_with('#')) return decode_number(name.substr(1));
    static constexpr std::array<std::pair<string_view, char>, 5> kEntities = {
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto& [entity, character] : kEntities)
      if (entity == name) return decoded_ += character, true;
    return false;
  }

  bool decode_number(string_view number) {
    const bool is_hexadecimal = number.starts_with('x');
    if (is_hexadecimal) number.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), code, is_hexadecimal ? 16 : 10);
    if (error != std::errc() || end != number.data() + number.size() || !is_xml_character(code)) return false;
    append_utf8(decoded_, code);
    return true;
  }

  const char* at_;
  const char* end_;
  XmlHandler& handler_;
  const Limits& limits_;
  std::vector<OpenElement> open_;
  std::vector<Binding> bindings_ = {{"", "", XmlSpace::kNone}, {"xml", kXmlUri, XmlSpace::kOther}};
  std::size_t last_binding_ = 0;
  std::size_t tag_bindings_ = 0;  // those in force around the tag that is read
  XmlAttributeList attributes_;
  XmlKnownTags known_tags_;
  XmlKnownContent known_content_;
  const char* content_ = nullptr;  // where the content that known_content_ is told begins
  std::size_t content_depth_ = 0;  // open elements around it
  std::string decoded_;            // the text or value being read, up to what stands in the part as it is
};

}  // namespace

bool scan_xml(string_view xml, XmlHandler& handler, const Limits& limits) {
  return xml.size() <= std::min(limits.xml_bytes, kLargestPart) && XmlScan(xml, handler, limits).run();
}

}  // namespace nianbao

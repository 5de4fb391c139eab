#include "extract/xml_guard.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "extract/encoding.h"

namespace nianbao {
namespace {

using std::string_view;
using namespace std::string_view_literals;

// libxml2 2.9 refuses larger ones unless all its limits are lifted.
constexpr std::size_t kLongestKept = 1U << 20U;
// The shortest attribute is ` a=""`.
constexpr std::size_t kShortestAttribute = 5;

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool has_at(string_view xml, std::size_t at, string_view what) { return xml.substr(at, what.size()) == what; }

// Where `mark` ends at or after `from`; the end of the bytes where it does not come.
std::size_t end_of(string_view xml, std::size_t from, string_view mark) {
  const std::size_t at = xml.find(mark, from);
  return at == string_view::npos ? xml.size() : at + mark.size();
}

// Walks from tag to tag. All encodings that XML parts come in here keep ASCII bytes to themselves, GB18030 included for
// those that matter: its trailing bytes are digits, letters and above (GB 18030-2005 §5).
class TagWalk {
 public:
  TagWalk(string_view xml, const Limits& limits) : xml_(xml), limits_(limits) {}

  std::optional<Problem> run() {
    for (std::size_t at = xml_.find('<'); at != string_view::npos && !problem_; at = xml_.find('<', at)) at = pass(at);
    return problem_;
  }

  const std::vector<Span>& long_comments() const { return long_comments_; }

 private:
  // The place behind what begins at `at`.
  std::size_t pass(std::size_t at) {
    const char first = at + 1 < xml_.size() ? xml_[at + 1] : '\0';
    if (first == '!' && has_at(xml_, at, "<!--")) return pass_comment(at, end_of(xml_, at + 4, "-->"));
    if (first == '!' && has_at(xml_, at, "<![CDATA[")) return end_of(xml_, at, "]]>");
    if (first == '?') return pass_comment(at, end_of(xml_, at + 2, "?>"));
    // No tag contains another "<", so what is short up to the next one is harmless.
    const std::size_t next = std::min(xml_.find('<', at + 1), xml_.size());
    if (next - at > std::min(limits_.attributes * kShortestAttribute, limits_.tag_bytes)) check_tag({at, next});
    return next;
  }

  std::size_t pass_comment(std::size_t at, std::size_t end) {
    if (end - at > kLongestKept) long_comments_.push_back({at, end});
    return end;
  }

  void check_tag(Span tag) {
    std::size_t attributes = 0;
    char quote = '\0';
    std::size_t at = tag.begin;
    for (; at < tag.end; ++at) {
      const char c = xml_[at];
      if (quote == '\0' && c == '>') break;
      if (quote == '\0' && c == '=') ++attributes;
      if (quote == '\0' && (c == '"' || c == '\''))
        quote = c;
      else if (c == quote)
        quote = '\0';
    }
    if (at - tag.begin > limits_.tag_bytes) problem_ = beyond(limits_, &Limits::tag_bytes, place(tag.begin));
    if (attributes > limits_.attributes) problem_ = beyond(limits_, &Limits::attributes, place(tag.begin));
  }

  static std::string place(std::size_t at) { return "byte " + std::to_string(at); }

  string_view xml_;
  const Limits& limits_;
  std::vector<Span> long_comments_;
  std::optional<Problem> problem_;
};

// XML 1.0 appendix F: a BOM, or the first character "<" of the declaration.
const char* utf16_of(string_view xml) {
  if (has_at(xml, 0, "\xFF\xFE"sv) || has_at(xml, 0, "<\0"sv)) return "UTF-16LE";
  if (has_at(xml, 0, "\xFE\xFF"sv) || has_at(xml, 0, "\0<"sv)) return "UTF-16BE";
  return nullptr;
}

// The declaration names an encoding that the decoded text no longer has.
std::string without_declaration(const std::string& xml) {
  return xml.rfind("<?xml", 0) == 0 ? xml.substr(end_of(xml, 0, "?>")) : xml;
}

std::string without(string_view xml, const std::vector<Span>& spans) {
  std::string kept;
  std::size_t at = 0;
  for (const Span& span : spans) {
    kept.append(xml.substr(at, span.begin - at));
    at = span.end;
  }
  return kept.append(xml.substr(at));
}

}  // namespace

Result<GuardedXml> GuardedXml::guard(string_view xml, const Limits& limits) {
  GuardedXml guarded;
  guarded.given_ = xml;
  if (xml.size() > limits.xml_bytes) return beyond(limits, &Limits::xml_bytes, "");
  if (const char* encoding = utf16_of(xml)) {
    Result<DecodedText> decoded = decode_text(xml, encoding);
    if (!decoded) return decoded.problem();
    guarded.copy_ = without_declaration(decoded->text);
    guarded.is_copy_ = true;
  }
  TagWalk walk(guarded.bytes(), limits);
  if (const std::optional<Problem> problem = walk.run()) return *problem;
  if (!walk.long_comments().empty()) {
    guarded.copy_ = without(guarded.bytes(), walk.long_comments());
    guarded.is_copy_ = true;
  }
  return guarded;
}

}  // namespace nianbao

#include "extract/html_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/encoding.h"
#include "extract/encoding_guess.h"
#include "extract/html_body.h"
#include "extract/html_sax.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

std::string plain_name(string_view name) {
  std::string out(trim(name));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// The value of `charset=` in `content`, up to a quote, semicolon or space.
std::string charset_in(const std::string& content) {
  const std::string text = plain_name(content);
  const std::size_t found = text.find("charset");
  const std::size_t equals = text.find('=', std::min(found, text.size()));
  if (found == std::string::npos || equals == std::string::npos) return "";
  const std::size_t begin = std::min(text.find_first_not_of(" \t\"'", equals + 1), text.size());
  return text.substr(begin, text.find_first_of(" \t\"';", begin) - begin);
}

// The first encoding that a <meta> names (§13.2.3.2).
class CharsetFinder : public HtmlHandler {
 public:
  const char* start(const std::string& name, const HtmlAttributes& attributes) override {
    if (name != "meta" || !charset_.empty()) return nullptr;
    charset_ = plain_name(attributes.find("charset").value_or(""));
    if (charset_.empty() && plain_name(attributes.find("http-equiv").value_or("")) == "content-type")
      charset_ = charset_in(attributes.find("content").value_or(""));
    return nullptr;
  }
  void end(const std::string& /*name*/) override {}
  void text(string_view /*text*/) override {}

  const std::string& charset() const { return charset_; }

 private:
  std::string charset_;
};

struct Label {
  string_view label;
  const char* encoding;
};

// Where a label means more than its own name says (Encoding Standard §4.2); GB18030 contains GBK and GB 2312.
constexpr std::array kLabels = {
    Label{"gb2312", "GB18030"},      Label{"gbk", "GB18030"},
    Label{"x-gbk", "GB18030"},       Label{"gb_2312-80", "GB18030"},
    Label{"gb_2312", "GB18030"},     Label{"gb18030", "GB18030"},
    Label{"utf-8", "UTF-8"},         Label{"utf8", "UTF-8"},
    Label{"utf-16", "UTF-8"},        Label{"iso-8859-1", "windows-1252"},
    Label{"latin1", "windows-1252"}, Label{"us-ascii", "windows-1252"},
    Label{"ascii", "windows-1252"},  Label{"big5", "Big5"},
};

// Empty where the page names none.
std::string named_encoding(string_view bytes) {
  constexpr std::size_t kLooked = 8192;
  CharsetFinder finder;
  parse_html(bytes.substr(0, kLooked), finder);
  for (const Label& known : kLabels)
    if (known.label == finder.charset()) return known.encoding;
  return finder.charset();
}

// A page saved again often has another encoding than it names.
Result<DecodedText> decode_page(string_view bytes, const std::string& asked_for) {
  const bool has_bom = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!asked_for.empty() || has_bom || is_chinese_utf8(bytes)) return decode_text(bytes, asked_for);
  Result<DecodedText> decoded = decode_text(bytes, named_encoding(bytes));
  const bool is_known = decoded.ok() || decoded.problem().code != "encoding_unknown";
  return is_known ? std::move(decoded) : decode_text(bytes, "");
}

}  // namespace

Result<Document> read_html(const Source& source, const ReadOptions& options) {
  if (source.bytes.size() > options.limits.text_bytes) return beyond(options.limits, &Limits::text_bytes, "");
  const Result<DecodedText> decoded = decode_page(source.bytes, options.encoding);
  if (!decoded) return decoded.problem();
  Result<HtmlBody> body = read_html_body(decoded->text, options.limits);
  if (!body) return body.problem();
  Document document;
  document.part = "html";
  document.encoding = decoded->encoding;
  if (decoded->has_nuls) document.damage.push_back({"nul_characters", ""});
  document.blocks = std::move(body->blocks);
  document.counts = body->counts;
  if (document.counts.refused > 0) document.damage.push_back({"cell_refused", document.part});
  return document;
}

}  // namespace nianbao

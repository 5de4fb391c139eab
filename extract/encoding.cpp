#include "extract/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "schema/text.h"

namespace nianbao {
namespace {

using namespace std::string_view_literals;

struct Bom {
  std::string_view bytes;
  const char* encoding;
};
constexpr Bom kBoms[] = {{"\xEF\xBB\xBF"sv, "UTF-8"}, {"\xFF\xFE"sv, "UTF-16LE"}, {"\xFE\xFF"sv, "UTF-16BE"}};

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Strict: the first byte sequence that is not of the encoding ends it.
Result<std::string> convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterClose> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return Problem{"encoding_unknown", encoding};
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const auto size = static_cast<int32_t>(bytes.size());
  icu::UnicodeString decoded;
  char16_t* room = decoded.getBuffer(size + 1);
  const int32_t length = ucnv_toUChars(converter.get(), room, size + 1, bytes.data(), size, &status);
  decoded.releaseBuffer(U_SUCCESS(status) ? length : 0);
  if (U_FAILURE(status)) return Problem{"encoding", std::string(encoding) + ": " + u_errorName(status)};
  std::string text;
  decoded.toUTF8String(text);
  return text;
}

const Bom* find_bom(std::string_view bytes) {
  for (const Bom& bom : kBoms)
    if (bytes.substr(0, bom.bytes.size()) == bom.bytes) return &bom;
  return nullptr;
}

Result<DecodedText> decode_as(std::string_view bytes, const std::string& encoding) {
  if (encoding == "UTF-8") {
    if (!is_utf8(bytes)) return Problem{"encoding", "UTF-8"};
    return DecodedText{std::string(bytes), encoding};
  }
  Result<std::string> text = convert(bytes, encoding.c_str());
  if (!text) return text.problem();
  return DecodedText{std::move(*text), encoding};
}

std::string likely_encoding(std::string_view bytes) {
  if (const auto utf16 = utf16_by_nuls(bytes)) return *utf16;
  return is_utf8(bytes) ? "UTF-8" : "GB18030";
}

}  // namespace

std::optional<std::string> utf16_by_nuls(std::string_view bytes) {
  std::size_t at_even = 0;
  std::size_t at_odd = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\0') ++(i % 2 == 0 ? at_even : at_odd);
  const bool dense = (at_even + at_odd) * 20 > bytes.size();
  if (!dense || bytes.size() % 2 != 0) return std::nullopt;
  if (at_odd > 2 * at_even) return "UTF-16LE";
  if (at_even > 2 * at_odd) return "UTF-16BE";
  return std::nullopt;
}

Result<DecodedText> decode_text(std::string_view bytes, const std::string& encoding) {
  const Bom* bom = find_bom(bytes);
  const std::string_view body = bom != nullptr ? bytes.substr(bom->bytes.size()) : bytes;
  const bool bom_decides = bom != nullptr && (encoding.empty() || encoding == "UTF-16");
  if (!encoding.empty() && !bom_decides) return decode_as(body, encoding);
  Result<DecodedText> decoded = decode_as(body, bom != nullptr ? bom->encoding : likely_encoding(body));
  if (decoded && !encoding.empty()) decoded->encoding = encoding;
  return decoded;
}

std::string decode_name(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  if (const Result<std::string> name = convert(bytes, "GB18030")) return *name;
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), static_cast<int32_t>(bytes.size()))).toUTF8String(out);
  return out;
}

}  // namespace nianbao

#include "extract/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

#include "extract/encoding_guess.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using namespace std::string_view_literals;

struct Bom {
  std::string_view bytes;
  const char* encoding;
};
// The BOM of UTF-32LE begins with that of UTF-16LE.
constexpr Bom kBoms[] = {{"\xEF\xBB\xBF"sv, "UTF-8"},
                         {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                         {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                         {"\xFF\xFE"sv, "UTF-16LE"},
                         {"\xFE\xFF"sv, "UTF-16BE"}};

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

// The first that fits the encoding that was asked for; UTF-16 and UTF-32 name both orders of bytes.
const Bom* find_bom(std::string_view bytes, std::string_view encoding) {
  for (const Bom& bom : kBoms)
    if (bytes.starts_with(bom.bytes) && std::string_view(bom.encoding).starts_with(encoding)) return &bom;
  return encoding.empty() ? nullptr : find_bom(bytes, "");
}

bool is_of_figure(std::string_view character) {
  return !character.empty() && simplified(character).find_first_not_of("0123456789.,+-%") == std::string::npos;
}

// A NUL may stand for a figure, or part of one, beside a figure and where nothing stands on both sides of it.
bool may_hide_figure(std::string_view before, std::string_view after) {
  const std::string_view last = last_character(before);
  const std::string_view first = first_character(after);
  return is_of_figure(last) || is_of_figure(first) || (is_blank(last) && is_blank(first) && !after.empty());
}

// NULs beside words and at the end of a file are dropped: labels are not to be cut by them. U+FFFD stands for the
// others, so that nothing beside them is taken for a whole number or a blank cell.
DecodedText without_nuls(DecodedText decoded) {
  std::string_view rest = decoded.text;
  std::string out;
  for (std::size_t at = rest.find('\0'); at != std::string_view::npos; at = rest.find('\0')) {
    out += rest.substr(0, at);
    rest.remove_prefix(std::min(rest.find_first_not_of('\0', at), rest.size()));
    if (may_hide_figure(out, rest)) out += "\xEF\xBF\xBD";
    decoded.has_nuls = true;
  }
  if (decoded.has_nuls) decoded.text = out.append(rest);
  return decoded;
}

Result<DecodedText> decode_as(std::string_view bytes, const std::string& encoding) {
  if (encoding == "UTF-8") {
    if (!is_utf8(bytes)) return Problem{"encoding", "UTF-8"};
    return without_nuls({std::string(bytes), encoding});
  }
  Result<std::string> text = convert(bytes, encoding.c_str());
  if (!text) return text.problem();
  return without_nuls({std::move(*text), encoding});
}

// Where Chinese in UTF-8 stands in front of bytes that are none: their line.
std::string place_of_malformed(std::string_view bytes) {
  std::size_t lines = 0;
  bool is_chinese = false;
  for (LineReader reader(bytes); const auto line = reader.next(); ++lines) {
    if (!is_utf8(*line)) return is_chinese ? "UTF-8, L" + std::to_string(lines + 1) : "";
    is_chinese = is_chinese || is_chinese_utf8(*line);
  }
  return "";
}

// The first of the likely encodings in which all bytes are well-formed.
Result<DecodedText> decode_likely(std::string_view bytes) {
  for (const std::string& encoding : likely_encodings(bytes))
    if (Result<DecodedText> decoded = decode_as(bytes, encoding)) return decoded;
  const std::string closed = closed_up(bytes);
  if (closed.size() == bytes.size()) return Problem{"encoding", place_of_malformed(bytes)};
  Result<DecodedText> decoded = decode_likely(closed);
  if (decoded) decoded->has_nuls = true;
  return decoded;
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes, const std::string& encoding) {
  const Bom* bom = find_bom(bytes, encoding);
  const std::string_view body = bom != nullptr ? bytes.substr(bom->bytes.size()) : bytes;
  const bool bom_decides = bom != nullptr && (encoding.empty() || encoding == "UTF-16" || encoding == "UTF-32");
  if (!encoding.empty() && !bom_decides) return decode_as(body, encoding);
  Result<DecodedText> decoded = bom != nullptr ? decode_as(body, bom->encoding) : decode_likely(body);
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

namespace {

using Converter = std::unique_ptr<UConverter, ConverterClose>;

Converter open_encoder(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status));
  if (U_SUCCESS(status)) ucnv_setSubstChars(converter.get(), "\x1A", 1, &status);
  if (U_FAILURE(status)) throw std::logic_error("unknown encoding " + encoding);
  return converter;
}

// Opened once a thread; there are three or four.
UConverter* encoder(const std::string& encoding) {
  thread_local std::map<std::string, Converter> known;
  Converter& converter = known[encoding];
  if (!converter) converter = open_encoder(encoding);
  return converter.get();
}

}  // namespace

std::string encode_text(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = encoder(encoding);
  const auto units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string bytes(
      static_cast<std::size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(units.length(), ucnv_getMaxCharSize(converter))), '\0');
  const int32_t length = ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()), units.getBuffer(),
                                         units.length(), &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("cannot write text in ") + encoding);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

}  // namespace nianbao

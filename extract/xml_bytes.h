// The bytes of XML in UTF-8: which of them may stand where, and the characters that they make up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao {

// What an ASCII byte may be part of. No class holds '>'.
enum class XmlByte : std::uint8_t {
  kNameBegin = 1,  // of a name without a colon, as far as it is ASCII (Namespaces in XML 1.0 §3)
  kName = 2,
  kBlank = 4,   // XML 1.0 §2.3, S
  kText = 8,    // stands for itself in text and ends nothing
  kValue = 16,  // stands for itself in a value in quotes of either kind
  kUri = 32,    // in the path of a URI, needs no escape (RFC 3986 §2.3); and '/'
};

constexpr bool is_ascii_letter(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::uint8_t xml_byte_classes(int c) {
  const bool is_alphanumeric = is_ascii_letter(c) || (c >= '0' && c <= '9');
  const bool is_markup = c == '<' || c == '>' || c == '&';
  const bool is_printed = c >= ' ' && c <= 0x7F && !is_markup;
  unsigned classes = 0;
  const auto add = [&](XmlByte one, bool belongs) { classes |= belongs ? static_cast<unsigned>(one) : 0U; };
  add(XmlByte::kNameBegin, is_ascii_letter(c) || c == '_');
  add(XmlByte::kName, is_alphanumeric || c == '_' || c == '-' || c == '.');
  add(XmlByte::kBlank, c == ' ' || c == '\t' || c == '\n' || c == '\r');
  add(XmlByte::kText, (is_printed && c != ']') || c == '\t' || c == '\n');
  add(XmlByte::kValue, is_printed && c != '"' && c != '\'');
  add(XmlByte::kUri, is_alphanumeric || c == '_' || c == '-' || c == '.' || c == '/');
  return static_cast<std::uint8_t>(classes);
}

inline constexpr std::array<std::uint8_t, 256> kXmlByteClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) classes[static_cast<std::size_t>(c)] = xml_byte_classes(c);
  return classes;
}();

constexpr bool is_xml_byte(char c, XmlByte wanted) {
  return (kXmlByteClasses[static_cast<unsigned char>(c)] & static_cast<unsigned>(wanted)) != 0;
}

// XML 1.0 §2.2, Char.
constexpr bool is_xml_character(std::uint32_t code) {
  if (code < 0x20) return code == 0x9 || code == 0xA || code == 0xD;
  return code <= 0xD7FF || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

// How many bytes the character beyond ASCII takes that begins at `bytes`; 0 where none that XML allows does, or not in
// its shortest form. Reads no further than the first byte that cannot belong to it.
std::size_t xml_character_size(const char* bytes);

// Appends the character; `code` is one of Unicode.
void append_utf8(std::string& out, std::uint32_t code);

}  // namespace nianbao

#include "extract/xml_bytes.h"

namespace nianbao {
namespace {

// Bytes of a character by its first byte, and the least code that needs so many.
struct Form {
  std::size_t size = 0;
  std::uint32_t least = 0;
};

Form form_of(unsigned first) {
  if (first < 0xC2) return {};
  if (first < 0xE0) return {2, 0x80};
  if (first < 0xF0) return {3, 0x800};
  return first < 0xF5 ? Form{4, 0x10000} : Form{};
}

}  // namespace

std::size_t xml_character_size(const char* bytes) {
  const auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(bytes[i]); };
  const Form form = form_of(byte(0));
  std::uint32_t code = byte(0) & (0x7FU >> form.size);
  for (std::size_t i = 1; i < form.size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
    code = code << 6U | (byte(i) & 0x3FU);
  }
  return code >= form.least && is_xml_character(code) ? form.size : 0;
}

void append_utf8(std::string& out, std::uint32_t code) {
  const auto trail = [&](unsigned shift) { out += static_cast<char>(0x80U | (code >> shift & 0x3FU)); };
  if (code < 0x80)
    out += static_cast<char>(code);
  else if (code < 0x800)
    out += static_cast<char>(0xC0U | code >> 6U), trail(0);
  else if (code < 0x10000)
    out += static_cast<char>(0xE0U | code >> 12U), trail(6), trail(0);
  else
    out += static_cast<char>(0xF0U | code >> 18U), trail(12), trail(6), trail(0);
}

}  // namespace nianbao

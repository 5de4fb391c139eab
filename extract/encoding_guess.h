// Which encoding the bytes of a text are of, where nothing names it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// How many of a text's characters outside ASCII are common ones and how many are rare, read as one encoding.
// Punctuation counts as neither.
struct Commonness {
  std::size_t common = 0;
  std::size_t rare = 0;

  std::size_t judged() const { return common + rare; }
  // Of a thousand judged characters; 0 where there are none.
  std::size_t permille() const { return judged() == 0 ? 0 : common * 1000 / judged(); }
};

// As GB18030: the 3,755 characters of the first level of GB 2312 are common. Linear, and lenient about malformed bytes.
Commonness commonness_as_gb18030(std::string_view bytes);

// Chinese characters have three bytes in UTF-8: bytes that are well-formed so are nothing else, while the reverse,
// UTF-8 read as another encoding, may pass unnoticed.
bool is_chinese_utf8(std::string_view bytes);

// The encodings that `bytes` may be of, the likeliest first, by their names; empty where none is plausible. Chinese in
// well-formed UTF-8 is nothing else; then NULs tell UTF-16; then comes other UTF-8; else it counts how common the
// characters are. Whether the bytes are well-formed in one of the others is not looked at.
std::vector<std::string> likely_encodings(std::string_view bytes);

// UTF-16LE or UTF-16BE where the NULs of its ASCII characters show it: dense, and nearly all at odd or at even offsets
// (a few others are low bytes: 一 is U+4E00). Nothing for any other bytes.
std::optional<std::string> utf16_by_nuls(std::string_view bytes);

// `bytes` without the NULs that stand inside a character of UTF-8, or else of two bytes. Linear.
std::string closed_up(std::string_view bytes);

// True for text in which some NULs stand where none belong, or that is filled up with them, and for UTF-16 with so few
// ASCII characters that utf16_by_nuls() cannot tell it. A binary file also has other control characters.
bool is_text_with_nuls(std::string_view bytes);

}  // namespace nianbao

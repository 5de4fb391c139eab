// Running text as it is searched for numbers and phrases: code point by code point, each traced back to the source.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

// UTF-8 to code points and back; malformed bytes count as U+FFFD.
std::u32string code_points(std::string_view text);
std::string utf8_of(std::u32string_view text);

// Simplified, letters, digits and signs of number (％ ： （ …) half-width; without quotes and what shows nothing. A
// space stays between two digits that something invisible parts. LF stays where a paragraph ends: not where a
// converter broke a line, that is after twenty characters without a full stop before a line that has no enumerator.
struct PlainText {
  std::u32string text;
  std::vector<std::size_t> origin;  // by character of `text`: its code point in the source; one more for the end
  std::vector<std::size_t> bytes;   // likewise: its first byte in the source
};

PlainText plain_text(std::string_view text);

}  // namespace nianbao

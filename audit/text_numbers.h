// Numbers in running text: exact values with their units, and nothing that only looks like a number.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "schema/claim_words.h"

namespace nianbao {

struct TextNumber {
  std::size_t begin = 0;  // characters of the plain text; 余 and the unit are not part of it, 万 in 1.2万件 is
  std::size_t end = 0;
  std::size_t unit_end = 0;  // behind the unit; `end` where there is none
  std::string value;         // exact decimal without sign, separators and needless zeros: 12000
  std::u32string unit;       // empty only where the words before it say that a number follows (数量为)
  bool is_about = false;     // 约, 余, 左右
  bool is_each = false;      // 各3件
};

// What stands at a place of a text where a digit or Chinese numeral begins.
struct NumberAt {
  std::optional<TextNumber> number;  // nothing for years, dates, ordinals, telephone numbers, addresses, hours …
  std::size_t end = 0;               // behind all characters that belong together
};

// `text` is a PlainText; `at` must not be inside a number. Numbers of more than fifteen digits are none.
NumberAt number_at(std::u32string_view text, std::size_t at, const NumberWords& words);

// True if a number may begin with `c`.
bool begins_number(char32_t c);

// `value` (an exact decimal) times a power of ten.
std::string shifted(const std::string& value, int power);

}  // namespace nianbao

// Chinese numerals through ICU's spell-out rules, both ways.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// The number that `text` (UTF-8, the whole of it) writes out in Chinese: 一百二十 is 120, 两 and 〇 are understood.
// Nothing where it is not exactly one well-formed numeral (三四, 12, empty).
std::optional<std::int64_t> read_chinese_numeral(std::string_view text);

// `number` (≥ 0) in Chinese counting numerals: 12 gives 十二.
std::string write_chinese_numeral(std::int64_t number);

}  // namespace nianbao

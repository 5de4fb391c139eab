// Characters that change the direction in which the text behind them is shown (UAX #9): digits may then be shown in
// another order than the one in which they are stored.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// LRE, RLE, LRO, RLO, LRI, RLI or FSI. Marks without extent (LRM, RLM) and what ends an extent (PDF, PDI) change
// nothing by themselves.
bool opens_direction(char32_t character);

// True where a character of `text`, of well-formed UTF-8, opens a direction.
bool changes_direction(std::string_view text);

// A line in which the character that opens a direction stands again before every figure of its extent: cells cut from
// the line keep it. The extent ends with the line. Lines without such characters stay as they are. Linear.
std::string with_direction_repeated(std::string_view line);

// True for a character that is blank and opens no direction: only such ones part figures.
bool is_gap(std::string_view character);

}  // namespace nianbao

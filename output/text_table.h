// A table drawn in a terminal, columns aligned by display width.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

using TextRow = std::vector<std::string>;

// `rows` with every column padded to its widest cell, two spaces between, the first row underlined where `has_header`.
// Line breaks inside cells become spaces. Each line ends with LF and has no trailing spaces.
std::string text_table(const std::vector<TextRow>& rows, bool has_header);

}  // namespace nianbao

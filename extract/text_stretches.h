// The lines of a text between the tables that are found already.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "extract/document.h"

namespace nianbao {

// One stretch of lines; they must not be kept.
using TextStretch = std::vector<const Paragraph*>;

// Puts what `read` makes of every stretch of lines in its place, leaves all other blocks as they are, and numbers the
// tables again. `read` is called in the order of the document, never for no lines. A stretch ends before each of
// `starts`, indexes of blocks in their order.
void replace_stretches(Document& document, const std::function<std::vector<Block>(const TextStretch&)>& read,
                       const std::vector<std::size_t>& starts = {});

// The lines as they are.
std::vector<Block> unchanged(const TextStretch& stretch);

}  // namespace nianbao

// Style parts that have been read before: that of a writer's template comes again, byte by byte, in most of its files.
#pragma once

#include <string>

#include "extract/docx_styles.h"
#include "extract/limits.h"
#include "extract/problem.h"

namespace nianbao {

// Styles::read() of the part with these bytes. Every thread remembers the last few parts, some MiB at most; a part is
// known by all its bytes and by the limits it was read under. Problems: those of parse_xml(); they are not remembered.
Result<Styles> read_styles(std::string bytes, const Limits& limits);

}  // namespace nianbao

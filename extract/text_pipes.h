// Tables whose cells stand between pipes, a row a line: those of Markdown and Org, with or without outer pipes and a
// line of dashes, and those of antiword, whose rows have one width and merged cells the width of what they cover.
#pragma once

#include "extract/text_dialect.h"

namespace nianbao {

extern const TextDialect kPipesDialect;

}  // namespace nianbao

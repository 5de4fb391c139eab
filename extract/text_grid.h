// Tables drawn with lines: pandoc's and reStructuredText's grid tables (+---+---+) and box drawing (┌──┬──┐). A border
// that does not run through the whole width, and a wall that is missing, are merged cells.
#pragma once

#include "extract/text_dialect.h"

namespace nianbao {

extern const TextDialect kGridDialect;

}  // namespace nianbao

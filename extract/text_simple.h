// Tables whose columns are told by a line of dashes, as pandoc writes them: simple ones with a row a line, multiline
// ones whose rows are parted by empty lines. The header stands above the dashes, or there is none.
#pragma once

#include "extract/text_dialect.h"

namespace nianbao {

extern const TextDialect kSimpleDialect;

}  // namespace nianbao

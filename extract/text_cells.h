// Text as Word exports it with one cell a line: a line that starts with TAB is a cell, an empty line ends the row, a
// cell may go on in lines without TAB. Spans are lost, so its tables are ragged.
#pragma once

#include "extract/text_dialect.h"

namespace nianbao {

extern const TextDialect kCellsDialect;

}  // namespace nianbao

// Tables that a text, such as Markdown, writes as HTML: from <table to its </table>.
#pragma once

#include "extract/text_dialect.h"

namespace nianbao {

// Read as a page is. Every cell has the line of its tag where that can be told, else that of the <table.
extern const TextDialect kHtmlDialect;

}  // namespace nianbao

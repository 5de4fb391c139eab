// Tables that a text shows without borders: one value a line, rows of TABs or spaces, cells run together.
#pragma once

#include <string>

#include "extract/document.h"
#include "schema/schema.h"

namespace nianbao {

// Puts a table in the place of the lines of a text that show one, and leaves all other blocks as they are; documents
// of other kinds it leaves alone. A table is where the labels of a block's header stand one after another, complete and
// in the form's order, and labels of its rows follow; what stands between one label and the next is the row. A row
// whose cells cannot be told apart is one cell over all columns. `only` names the one separation that is looked for;
// empty: any. Cells beyond limits are counted by the caller.
void find_flow_tables(Document& document, const Schema& schema, const std::string& only);

// The names that `only` may have.
const std::vector<std::string>& flow_dialects();

}  // namespace nianbao

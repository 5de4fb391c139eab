// Tables that a text shows without borders: one value a line, rows of TABs or spaces, cells run together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/reader.h"
#include "schema/schema.h"

namespace nianbao {

// Puts a table in the place of the lines of a text that show one, and leaves all other blocks as they are; documents
// of other kinds it leaves alone. A table is where the labels of a block's header stand one after another, complete and
// in the form's order, and labels of its rows follow; what stands between one label and the next is the row. A row
// whose cells cannot be told apart is one cell over all columns. Of options the dialect and the limits count. Gives the
// limit that the document is beyond, if there is one.
std::optional<Problem> find_flow_tables(Document& document, const Schema& schema, const ReadOptions& options);

// What ReadOptions::text_dialect may name of them.
const std::vector<std::string>& flow_dialects();

}  // namespace nianbao

// Tables of forms in a text whose columns are told by place, as `pdftotext -layout` writes it.
#pragma once

#include <optional>

#include "extract/document.h"
#include "extract/limits.h"
#include "extract/problem.h"
#include "schema/schema.h"

namespace nianbao {

// The name of this dialect for ReadOptions::text_dialect.
inline constexpr const char* kLayoutDialect = "layout";

// Puts a table in the place of the lines that show one, and leaves all other blocks as they are. Labels are found over
// several lines of narrow cells; a value belongs to the row whose label stands beside it and to the column that rows
// with a value for every column show on the same page. Where that is not clear, one cell stands for the whole row.
// `is_asked_for`: even where the lines do not look like such a text. Gives the limit that the document is beyond, if
// there is one.
std::optional<Problem> find_layout_tables(Document& document, const Schema& schema, const Limits& limits,
                                          bool is_asked_for);

}  // namespace nianbao

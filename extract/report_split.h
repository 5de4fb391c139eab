// A file that holds several reports, cut into them.
#pragma once

#include <vector>

#include "extract/document.h"
#include "schema/schema.h"

namespace nianbao {

// The reports of `document` in their order, at least one; all its blocks are in one of them, with the places that they
// have in the file. Each keeps what is said of the file as a whole (kind, encoding, damage, counts).
//
// A report begins at a title that names another body or another year than the title before, where sections or tables of
// the form stand before it, and behind it those begin again that were there already. So a page header, a table of
// contents, a list of links and a title that names the same report never cut: where the sections of one title begin
// again, match_report() tells that there may be two.
//
// Where such a title stands in a report whose sections go on, with tables behind it, Document::damage says so
// (title_differs). Those tables are marked as ones of another report (Table::is_of_other_report) unless the title
// stands in the first sections, above all tables, in a list of titles, or again and again as a page header.
std::vector<Document> split_reports(Document document, const Schema& schema);

}  // namespace nianbao

// Texts with tables, in one line as a test expects them.
#pragma once

#include <string>

namespace nianbao::test {

// What the reader of texts makes of `text`, asked for one dialect or for any: paragraphs in quotes, tables as
// [a|b / c|d] by rows, LF as \n. ^2 behind a cell that covers two columns, _2 two rows; ! before a cell that stands
// where no other cell can be above it; # before a table in which merged cells are blank.
std::string shown(const std::string& text, const std::string& dialect = "");

// The lines of the cells, a row after another: "3 3 / 5 5".
std::string lines_of_cells(const std::string& text);

// The fields of a table of the form that the first table of `text` gives, in order, those named `without` left out: the
// text of the cell, ? where it is ambiguous, - where there is none, "" where it is blank. Joined with spaces, blank
// cells as _.
std::string fields_shown(const std::string& text, const std::string& form, const std::string& table,
                         const std::string& first_field, std::size_t count);

}  // namespace nianbao::test

// Rows of digits without borders, solved by the sums that the form demands.
#pragma once

#include "normalize/record.h"

namespace nianbao {

// Gives those ambiguous fields of `record` a value whose cells the text runs together and which have the same number in
// every reading of their table that all its sums allow; blank cells are among the readings. A field keeps its status
// where more than one reading is left, where none is, or where nothing but the number of digits speaks for it: it needs
// a row that can be read in one way only, whatever the sums of other rows say, or sums over its row and over its column
// that can all be checked. Where the form has no sums over columns (section 四) the whole section 三 must be read that
// way, and no reading with one blank cell may be possible. `record` is what make_record() has made of `match` so far.
void solve_run_together(const ReportMatch& match, Record& record, const Lexicon& lexicon);

}  // namespace nianbao

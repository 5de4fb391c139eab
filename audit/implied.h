// R-C-02: cells without a number whose number the sums of the form force. It is never written into the value.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "audit/report.h"
#include "audit/table_proof.h"

namespace nianbao {

// An error where a blank cell or a mark must be another number than 0: its value is missing. A note where it must be 0,
// row by row, or for the whole table where that leaves all its zeros blank; and where other text, or no cell, stands
// for a number that is forced. Expected are the numbers, evidence the sums that force them.
std::vector<Finding> check_implied(const Report& report, const std::vector<TableProof>& proofs);

// True for a blank cell or a mark whose number is forced.
bool is_implied_blank(const RecordField& field, const std::vector<TableProof>& proofs);

// Tables (by section) in which blanks stand for zeros: two or more blanks and not one printed 0.
std::map<int, bool> leaves_zeros_blank(const Record& record);

// "272", "0..12", "3..".
std::string written(const Range& range);

}  // namespace nianbao

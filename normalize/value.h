// What is read for a field: a number, or why there is none.
#pragma once

#include <array>
#include <string>

namespace nianbao {

// Design section 3. The order is that of the counts in reports.csv.
enum class Status { kValue, kBlank, kMark, kText, kAmbiguous, kUnreadable, kNoCell, kNoRow, kNoTable };

inline constexpr std::array kStatuses = {Status::kValue,  Status::kBlank,     Status::kMark,
                                         Status::kText,   Status::kAmbiguous, Status::kUnreadable,
                                         Status::kNoCell, Status::kNoRow,     Status::kNoTable};

// "value", "blank" … "no_table".
const char* name_of(Status status);

struct Value {
  Status status = Status::kNoTable;
  std::string number;  // kValue only: the number as printed, in ASCII digits
  std::string unit;    // kValue only: stated by the cell, else its column or row, its table, or the form; else empty
  std::string raw;     // what the cell shows, untouched; cells that cannot be told apart are joined with " | "
};

}  // namespace nianbao

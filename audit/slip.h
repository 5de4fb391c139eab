// How a number comes to be wrong: the slips of people who fill in tables, and how they are recognised.
#pragma once

#include <cstdint>

namespace nianbao {

// In order of how much they explain.
enum class Slip {
  kRowShifted,     // the numbers of a row stand one column beside theirs
  kMoved,          // a number stands in the next cell, and 0 in its own
  kSwapped,        // the numbers of two neighbours are exchanged
  kDigitsSwapped,  // two neighbouring digits are exchanged
  kDigitDropped,   // a digit is missing
  kDigitAdded,     // a digit is there twice, or too much
  kScale,          // zeros are missing or too many: another unit
  kDigitChanged,   // one digit is another one
  kCopied,         // the number of a neighbour, or of a total of the cell, stands in its place
  kLeftOut,        // 0 stands in its place
  kOther,
};

const char* name_of(Slip slip);  // "row_shifted", "moved" …
const char* zh_of(Slip slip);
const char* en_of(Slip slip);

// What made `printed` of `meant`, looking at the two numbers alone. Numbers differ.
Slip slip_between(std::int64_t printed, std::int64_t meant);

}  // namespace nianbao

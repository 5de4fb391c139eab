// The one number parser: what a cell that should hold a number shows.
#pragma once

#include <string>
#include <string_view>

#include "schema/lexicon.h"

namespace nianbao {

enum class Reading { kNumber, kBlank, kMark, kAmbiguous, kDamaged, kText };

struct Number {
  Reading reading = Reading::kText;
  std::string digits;  // kNumber: sign only if negative, digits, optional decimals exactly as printed: -11, 477.35
  std::string unit;    // kNumber: as printed in the cell, empty where it prints none
};

// Reads the whole of a cell's text, or nothing of it. Understood: full-width digits, thousands separators in groups of
// three, one sign before the digits, decimals, a Chinese numeral, a unit of `lexicon` that suits `type` behind the
// number, a note in brackets that begins like one (其中…). kAmbiguous: digits apart by spaces or line breaks, or led by
// zeros, which may be several cells' run together, and a number with characters that change its direction. Everything
// else is kText.
Number read_number(std::string_view text, FieldType type, const Lexicon& lexicon);

}  // namespace nianbao

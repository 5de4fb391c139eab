// How Word writes the number of a list level: w:numFmt (ISO/IEC 29500-1 §17.18.59).
#pragma once

#include <string>

namespace nianbao {

// The largest number that Word counts to; beyond it, and below 1, numbers are written in decimal.
inline constexpr int kMaxListNumber = 32'767;

// `number` as the w:numFmt value `format` prints it; decimal where the format is not known.
std::string format_number(int number, const std::string& format);

}  // namespace nianbao

// Values as integers, for sums.
#pragma once

#include <cstdint>
#include <optional>

#include "normalize/value.h"

namespace nianbao {

// The number of a value that is whole and has at most 15 digits, so that sums of thousands of them are exact; nothing
// for any other value or status. `-0` and `5.0` are whole.
std::optional<std::int64_t> whole_number(const Value& value);

}  // namespace nianbao

// Reads `licensing_items_prev + licensing_items_change < 0`.
#pragma once

#include <stdexcept>
#include <string>

#include "schema/alarm.h"

namespace nianbao {

// What is wrong with a comparison.
class ComparisonError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Sums of `FIELD`, `prev.FIELD`, `3 * FIELD` and numbers, joined by + and -, on both sides of one of < <= = != >= >;
// everything parted by spaces. Throws ComparisonError for anything else, and for fields that no form has.
Comparison parse_comparison(const std::string& text, const FieldIndex& fields);

}  // namespace nianbao

// The text of a cell, as every type of field.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "normalize/number.h"
#include "normalize/unit.h"
#include "schema/schema.h"
#include "schema/text.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"

namespace {

using nianbao::fuzz::require;

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// -11, 477.35: sign only if negative, digits, optional decimals.
bool is_plain_number(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative && text.find_first_of("123456789") == std::string_view::npos) return false;
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  return all_digits(text.substr(0, point)) && (point == std::string_view::npos || all_digits(text.substr(point + 1)));
}

void check(std::string_view text, nianbao::FieldType type, const nianbao::Lexicon& lexicon) {
  const nianbao::Number number = read_number(text, type, lexicon);
  const bool is_number = number.reading == nianbao::Reading::kNumber;
  require(is_number ? is_plain_number(number.digits) : number.digits.empty(), "a number, and nothing else, has digits");
  require(number.unit.empty() || (is_number && lexicon.allows_unit(type, number.unit)), "its unit suits the field");
  require((number.reading == nianbao::Reading::kBlank) == nianbao::is_blank(text), "what shows nothing is blank");
  if (!is_number) return;
  const nianbao::Number again = read_number(number.digits, type, lexicon);
  require(again.digits == number.digits && again.unit.empty(), "a number as printed is that number");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const nianbao::Schema schema = nianbao::load_schema();
  const nianbao::fuzz::Budget budget(size);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto type : {nianbao::FieldType::kCount, nianbao::FieldType::kChange, nianbao::FieldType::kAmount})
    check(text, type, schema.lexicon);
  unit_in_label(text, schema.lexicon);
  units_in_statement(text, schema.lexicon);
  return 0;
}

// The text of a cell, as every type of field.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "normalize/number.h"
#include "schema/schema.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const nianbao::Schema schema = nianbao::load_schema();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto type : {nianbao::FieldType::kCount, nianbao::FieldType::kChange, nianbao::FieldType::kAmount}) {
    const nianbao::Number number = nianbao::read_number(text, type, schema.lexicon);
    if ((number.reading == nianbao::Reading::kNumber) == number.digits.empty()) std::abort();
  }
  nianbao::unit_in_label(text, schema.lexicon);
  return 0;
}

#include "schema/form.h"

namespace nianbao {

const char* name_of(FieldType type) {
  switch (type) {
    case FieldType::kCount:
      return "count";
    case FieldType::kChange:
      return "change";
    case FieldType::kAmount:
      return "amount";
  }
  return "";
}

std::size_t Form::field_count() const {
  std::size_t count = 0;
  for (const FormTable& table : tables) count += table.fields.size();
  return count;
}

}  // namespace nianbao

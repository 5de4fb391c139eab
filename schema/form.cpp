#include "schema/form.h"

#include <algorithm>

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

bool Form::is_total(const std::string& field_id) const {
  return std::any_of(identities.begin(), identities.end(), [&](const Identity& identity) {
    return identity.left.size() == 1 && identity.left.front() == field_id;
  });
}

}  // namespace nianbao

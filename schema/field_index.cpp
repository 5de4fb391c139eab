#include "schema/field_index.h"

namespace nianbao {

FieldIndex::FieldIndex(const std::vector<Form>& forms, const std::vector<std::string>& further) {
  for (const Form& form : forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields)
        if (numbers_.emplace(field.id, static_cast<FieldNumber>(fields_.size())).second) fields_.push_back(&field);
  further_ = further;
  for (const std::string& id : further_)
    if (numbers_.emplace(id, static_cast<FieldNumber>(fields_.size())).second) fields_.push_back(nullptr);
}

std::optional<FieldNumber> FieldIndex::find(std::string_view id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace nianbao

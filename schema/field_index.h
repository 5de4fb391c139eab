// All fields of all forms in one row, each with a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/form.h"

namespace nianbao {

using FieldNumber = std::uint16_t;

// Points into the forms, which must stay where they are. A field of several forms has one number.
class FieldIndex {
 public:
  FieldIndex() = default;
  FieldIndex(FieldIndex&&) = default;
  FieldIndex& operator=(FieldIndex&&) = default;
  // `further` are ids that rules may name although none of the forms has them any more: their fields are absent from
  // every report, and at() must not be asked for them.
  explicit FieldIndex(const std::vector<Form>& forms, const std::vector<std::string>& further = {});

  std::size_t size() const { return fields_.size(); }
  // As the first form that has it describes it.
  const Field& at(FieldNumber number) const { return *fields_.at(number); }
  std::optional<FieldNumber> find(std::string_view id) const;

 private:
  std::vector<const Field*> fields_;
  std::vector<std::string> further_;
  std::unordered_map<std::string_view, FieldNumber> numbers_;  // by id, which a field or further_ holds
};

}  // namespace nianbao

#include "audit/claim_readings.h"

#include <algorithm>
#include <charconv>

namespace nianbao {
namespace {

constexpr std::size_t kMostDigits = 15;

// True if `id` has the form of `pattern`, in which one * stands for any characters.
bool is_like(const std::string& id, const std::string& pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string::npos) return id == pattern;
  const std::string_view head = std::string_view(pattern).substr(0, star);
  const std::string_view tail = std::string_view(pattern).substr(star + 1);
  return id.size() >= head.size() + tail.size() && id.starts_with(head) && id.ends_with(tail);
}

}  // namespace

std::optional<std::int64_t> whole_number(const std::string& digits) {
  std::int64_t value = 0;
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

const RecordField* TableReadings::find(const std::string& id) const {
  if (by_id_.empty())
    for (const RecordField& field : record_.fields) by_id_.emplace(field.field->id, &field);
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::vector<const RecordField*> TableReadings::fields_of(const std::string& pattern) const {
  std::vector<const RecordField*> fields;
  if (pattern.find('*') == std::string::npos) {
    if (const RecordField* field = find(pattern)) fields.push_back(field);
    return fields;
  }
  for (const RecordField& field : record_.fields)
    if (is_like(field.field->id, pattern)) fields.push_back(&field);
  return fields;
}

std::optional<std::int64_t> TableReadings::sum_of_parts(const RecordField& field) const {
  for (const Identity& identity : field.form->identities) {
    if (identity.left.size() != 1 || identity.left.front() != field.field->id) continue;
    std::int64_t sum = 0;
    bool any = false;
    bool all_readable = true;
    for (const std::string& id : identity.right) {
      const RecordField* part = find(id);
      if (part == nullptr || part->value.status == Status::kBlank) continue;
      const auto number = part->value.status == Status::kValue ? whole_number(part->value.number) : std::nullopt;
      all_readable = all_readable && number.has_value();
      any = any || number.has_value();
      sum += number.value_or(0);
    }
    if (any && all_readable) return sum;
  }
  return std::nullopt;
}

bool TableReadings::add(const RecordField& field, bool negative, bool by_parts, TableReading& reading) const {
  std::optional<std::int64_t> number;
  const bool is_value = field.value.status == Status::kValue;
  if (is_value) number = whole_number(field.value.number);
  if (by_parts || field.value.status == Status::kBlank) {
    const auto parts = sum_of_parts(field);
    reading.all_blank = reading.all_blank && !parts && !is_value;
    if (parts) number = parts;
    if (!is_value) reading.assumed = true;
    if (!number && field.value.status == Status::kBlank) number = 0;
  }
  if (is_value) reading.all_blank = false;
  if (!number) {
    reading.obstacle = field.field->id + ": " + name_of(field.value.status);
    return false;
  }
  reading.value = reading.value.value_or(0) + (negative ? -*number : *number);
  return true;
}

TableReading TableReadings::of(const Sum& sum, bool by_parts) const {
  TableReading reading{.all_blank = true};
  for (const SignedField& operand : sum) {
    const std::vector<const RecordField*> fields = fields_of(operand.field);
    if (fields.empty()) return {};
    for (const RecordField* field : fields) reading.fields.push_back(field->field->id);
    if (reading.obstacle.empty())
      for (const RecordField* field : fields)
        if (!add(*field, operand.negative, by_parts, reading)) break;
  }
  if (!reading.obstacle.empty()) reading.value.reset();
  return reading;
}

const std::vector<TableReadings::Pair>& TableReadings::readings_of(const Subject& subject) const {
  const auto [at, is_new] = by_subject_.try_emplace(&subject);
  if (!is_new) return at->second;
  for (const Sum& sum : subject.readings)
    if (TableReading printed = of(sum); !printed.fields.empty())
      at->second.push_back({std::move(printed), of(sum, true)});
  return at->second;
}

}  // namespace nianbao

#include "audit/whole_number.h"

#include <charconv>
#include <string_view>

namespace nianbao {
namespace {

constexpr std::size_t kMostDigits = 15;

// Without decimals that are all 0.
std::string_view whole_part(std::string_view number) {
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos || number.find_first_not_of('0', point + 1) != std::string_view::npos)
    return number;
  return number.substr(0, point);
}

}  // namespace

std::optional<std::int64_t> whole_number(const Value& value) {
  if (value.status != Status::kValue) return std::nullopt;
  const std::string_view digits = whole_part(value.number);
  if (digits.size() > kMostDigits) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace nianbao

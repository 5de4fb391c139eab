#include "schema/decimal.h"

#include <algorithm>

namespace nianbao {
namespace {

constexpr std::int64_t kOne = 1'000'000;
constexpr std::size_t kDecimals = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits as one number, or nothing where it is too large or something else stands among them.
std::optional<std::int64_t> digits_of(std::string_view text) {
  std::int64_t number = 0;
  for (const char c : text)
    if (!is_digit(c) || __builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, c - '0', &number))
      return std::nullopt;
  return text.empty() ? std::nullopt : std::optional(number);
}

}  // namespace

Decimal Decimal::of_millionths(std::int64_t millionths) {
  Decimal decimal;
  decimal.millionths_ = millionths;
  return decimal;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  std::string decimals(point == std::string_view::npos ? "0" : text.substr(point + 1));
  const std::size_t last = std::min(decimals.size(), std::max(decimals.find_last_not_of('0') + 1, kDecimals));
  if (decimals.empty() || last > kDecimals) return std::nullopt;
  decimals.resize(kDecimals, '0');
  const auto whole = digits_of(text.substr(0, point));
  const auto rest = digits_of(decimals);
  std::int64_t sum = 0;
  if (!whole || !rest || __builtin_mul_overflow(*whole, kOne, &sum) || __builtin_add_overflow(sum, *rest, &sum))
    return std::nullopt;
  return of_millionths(negative ? -sum : sum);
}

std::string Decimal::text() const {
  const bool negative = millionths_ < 0;
  // As unsigned: the least number has no positive counterpart.
  const auto magnitude =
      negative ? 0 - static_cast<std::uint64_t>(millionths_) : static_cast<std::uint64_t>(millionths_);
  const auto one = static_cast<std::uint64_t>(kOne);
  std::string text = (negative ? "-" : "") + std::to_string(magnitude / one);
  std::string decimals = std::to_string(one + magnitude % one).substr(1);
  decimals.resize(decimals.find_last_not_of('0') + 1);
  return decimals.empty() ? text : text + "." + decimals;
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(millionths_, other.millionths_, &sum)) return std::nullopt;
  return of_millionths(sum);
}

std::optional<Decimal> Decimal::minus(Decimal other) const {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(millionths_, other.millionths_, &difference)) return std::nullopt;
  return of_millionths(difference);
}

std::optional<Decimal> Decimal::times(std::int64_t factor) const {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(millionths_, factor, &product)) return std::nullopt;
  return of_millionths(product);
}

}  // namespace nianbao

// Exact decimal numbers: counts and amounts of money as printed, never binary floats.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// A number in millionths, so up to 9.2 × 10^12 with six decimals. Whatever does not fit is no Decimal.
class Decimal {
 public:
  Decimal() = default;
  static Decimal of_millionths(std::int64_t millionths);

  // Optional sign, digits, optional decimals (`-11`, `477.35`); nothing for any other text, more than six decimals that
  // are not 0, or a number that is too large.
  static std::optional<Decimal> parse(std::string_view text);

  std::int64_t millionths() const { return millionths_; }
  bool is_zero() const { return millionths_ == 0; }
  // Without decimals that are 0.
  std::string text() const;

  // Nothing where the result is too large.
  std::optional<Decimal> plus(Decimal other) const;
  std::optional<Decimal> minus(Decimal other) const;
  std::optional<Decimal> times(std::int64_t factor) const;

  auto operator<=>(const Decimal&) const = default;  // NOLINT(modernize-use-nullptr)

 private:
  std::int64_t millionths_ = 0;
};

}  // namespace nianbao

#include "extract/css_value.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/one_of.h"

namespace nianbao {
namespace {

using std::string_view;

struct Unit {
  string_view name;
  double pixels;
};

constexpr std::array kUnits = {Unit{"", 1},      Unit{"px", 1},    Unit{"pt", 1.33}, Unit{"pc", 16},  Unit{"in", 96},
                               Unit{"cm", 37.8}, Unit{"mm", 3.78}, Unit{"em", 16},   Unit{"%", 0.16}, Unit{"rem", 16},
                               Unit{"ex", 8},    Unit{"ch", 8},    Unit{"vw", 10},   Unit{"vh", 10}};

constexpr std::array<string_view, 8> kUnset = {"", "none", "auto", "normal", "inherit", "initial", "unset", "visible"};

bool is_zero(string_view value) { return css_length(value) == 0.0; }

}  // namespace

std::optional<double> css_length(string_view value) {
  if (value.starts_with('+')) value.remove_prefix(1);
  double number = 0;
  const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc()) return std::nullopt;
  value.remove_prefix(static_cast<std::size_t>(stop - value.data()));
  const auto* unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& known) { return known.name == value; });
  return unit == kUnits.end() ? std::nullopt : std::optional(number * unit->pixels);
}

bool is_unset(string_view value) { return is_one_of(value, kUnset); }

bool has(string_view value, string_view part) { return value.find(part) != string_view::npos; }

bool is_shift(string_view value) { return !is_unset(value) && !is_zero(value); }

bool is_far(string_view value, double allowed) {
  constexpr double kWide = 200;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    const std::optional<double> length = css_length(value.substr(0, end));
    if (length ? *length < -allowed || *length > kWide : has(value.substr(0, end), "(")) return true;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return false;
}

bool is_below(string_view value, double least) {
  const std::optional<double> length = css_length(value);
  return length ? *length < least : has(value, "(");
}

}  // namespace nianbao

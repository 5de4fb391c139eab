// The whole numbers that something can be.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace nianbao {

// All whole numbers from `least` to `most`, or to any height.
struct Range {
  std::int64_t least = 0;
  std::optional<std::int64_t> most;

  bool is_forced() const { return most == least; }
  bool operator==(const Range&) const = default;
};

inline std::optional<std::int64_t> lower_of(const std::optional<std::int64_t>& a,
                                            const std::optional<std::int64_t>& b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

// What is in each of them.
inline Range both(const Range& a, const Range& b) { return {std::max(a.least, b.least), lower_of(a.most, b.most)}; }

}  // namespace nianbao

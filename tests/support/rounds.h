// How long tests with random numbers try.
#pragma once

#include <algorithm>
#include <cstdlib>

namespace nianbao::test {

// NIANBAO_ROUNDS where that is set, else so many as take a moment.
inline int rounds(int usual) {
  const char* const asked = std::getenv("NIANBAO_ROUNDS");
  return asked == nullptr ? usual : std::max(1, std::atoi(asked));
}

}  // namespace nianbao::test

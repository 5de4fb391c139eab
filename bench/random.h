#pragma once

#include <random>

namespace nianbao::bench {

inline unsigned below(unsigned limit, std::mt19937& random) { return static_cast<unsigned>(random() % limit); }

}  // namespace nianbao::bench

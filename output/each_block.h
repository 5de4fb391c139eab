// A stream that is larger than memory, piece by piece.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace nianbao {

// Calls take(block) for all of `in`, 256 KiB at a time. Whether it came to its end is in.eof().
template <typename Take>
void each_block(std::istream& in, Take take) {
  constexpr std::size_t kBlock = std::size_t{1} << 18U;
  for (std::string block(kBlock, '\0'); in; take(block)) {
    in.read(block.data(), static_cast<std::streamsize>(kBlock));
    block.resize(static_cast<std::size_t>(in.gcount()));
  }
}

}  // namespace nianbao

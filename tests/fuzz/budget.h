// How much memory an input may take: a sanitizer sees wrong use of memory, not too much of it.
#pragma once

#include <cstddef>

#include "extract/limits.h"

namespace nianbao::fuzz {

// While it lives (one at a time), aborts when more bytes are held than an input of `size` bytes explains: `base` plus
// kBytesPerByte for every byte of it.
class Budget {
 public:
  // Measured: 2 MiB and 235 bytes for a byte at most.
  static constexpr std::size_t kBase = 16U << 20U;
  static constexpr std::size_t kBytesPerByte = 400;
  // Of archives: one member at a time is unpacked, to the reader's limit at most.
  static constexpr std::size_t kArchiveBase = Limits{}.part_bytes + kBase;

  explicit Budget(std::size_t size, std::size_t base = kBase);
  Budget(const Budget&) = delete;
  Budget& operator=(const Budget&) = delete;
  ~Budget();
};

}  // namespace nianbao::fuzz

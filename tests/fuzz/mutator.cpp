#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao::fuzz {
namespace {

constexpr std::size_t kMostChanges = 4;

Bytes::difference_type offset(std::size_t at) { return static_cast<Bytes::difference_type>(at); }

}  // namespace

Mutator::Mutator(std::vector<Bytes> seeds, std::vector<Bytes> words, std::uint64_t seed)
    : seeds_(std::move(seeds)), words_(std::move(words)), random_(seed) {}

Bytes Mutator::next() {
  Bytes bytes = seeds_[below(seeds_.size())];
  const std::size_t changes = 1 + below(kMostChanges);
  for (std::size_t i = 0; i < changes; ++i) change(bytes);
  return bytes;
}

// Not std::uniform_int_distribution: what it gives is left to the library.
std::size_t Mutator::below(std::size_t end) { return random_() % end; }

// Short ones mostly, now and then a large part of all.
Mutator::Span Mutator::span_of(const Bytes& bytes) {
  if (bytes.empty()) return {};
  constexpr std::array<std::size_t, 5> kLongest = {1, 4, 16, 256, 1U << 30U};
  const std::size_t at = below(bytes.size());
  return {at, 1 + below(std::min(kLongest.at(below(kLongest.size())), bytes.size() - at))};
}

Bytes Mutator::block_of(const Bytes& bytes) {
  const Span span = span_of(bytes);
  return {bytes.begin() + offset(span.at), bytes.begin() + offset(span.at + span.length)};
}

void Mutator::insert(Bytes& bytes, const Bytes& block) {
  bytes.insert(bytes.begin() + offset(below(bytes.size() + 1)), block.begin(), block.end());
}

void Mutator::replace(Bytes& bytes, const Bytes& block) {
  const std::size_t at = below(bytes.size() + 1);
  const std::size_t length = std::min(block.size(), bytes.size() - at);
  std::copy_n(block.begin(), length, bytes.begin() + offset(at));
}

void Mutator::change(Bytes& bytes) {
  const Span span = span_of(bytes);
  switch (below(words_.empty() ? 7 : 9)) {
    case 0:
      if (!bytes.empty()) bytes[span.at] ^= static_cast<std::uint8_t>(1U << below(8));
      return;
    case 1:
      if (!bytes.empty()) bytes[span.at] = static_cast<std::uint8_t>(below(256));
      return;
    case 2:
      return insert(bytes, {static_cast<std::uint8_t>(below(256))});
    case 3:
      bytes.erase(bytes.begin() + offset(span.at), bytes.begin() + offset(span.at + span.length));
      return;
    case 4:
      return insert(bytes, block_of(bytes));
    case 5:
      return insert(bytes, block_of(seeds_[below(seeds_.size())]));
    case 6:
      return replace(bytes, block_of(seeds_[below(seeds_.size())]));
    case 7:
      return insert(bytes, words_[below(words_.size())]);
    default:
      return replace(bytes, words_[below(words_.size())]);
  }
}

}  // namespace nianbao::fuzz

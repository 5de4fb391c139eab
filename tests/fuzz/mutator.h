// Inputs near the seeds: the same ones for the same seeds, words and number, on any machine.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace nianbao::fuzz {

using Bytes = std::vector<std::uint8_t>;

class Mutator {
 public:
  // `seeds` must not be empty; `words` are those of a dictionary and may be.
  Mutator(std::vector<Bytes> seeds, std::vector<Bytes> words, std::uint64_t seed);

  // A seed after one to four changes.
  Bytes next();

 private:
  struct Span {
    std::size_t at = 0;
    std::size_t length = 0;
  };

  std::size_t below(std::size_t end);
  Span span_of(const Bytes& bytes);
  void change(Bytes& bytes);
  void insert(Bytes& bytes, const Bytes& block);
  void replace(Bytes& bytes, const Bytes& block);
  Bytes block_of(const Bytes& bytes);

  std::vector<Bytes> seeds_;
  std::vector<Bytes> words_;
  std::mt19937_64 random_;
};

}  // namespace nianbao::fuzz

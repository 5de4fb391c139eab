// Words and what they mean, found in running text: at each place the longest one.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nianbao {

// A set of up to 64 meanings, one bit each.
using Meanings = std::uint64_t;

struct TermMatch {
  std::size_t length = 0;  // characters; 0 where no word begins
  Meanings meanings = 0;
};

class TermIndex {
 public:
  // A word may be added several times; its meanings add up.
  void add(const std::u32string& word, Meanings meanings);

  // The longest word that begins at `at`.
  TermMatch longest_at(std::u32string_view text, std::size_t at) const;

 private:
  struct Term {
    std::u32string word;
    Meanings meanings = 0;
  };

  static constexpr std::size_t kSlots = 4096;

  static std::uint64_t key(char32_t first, char32_t second) { return std::uint64_t{first} << 32U | second; }
  static std::size_t slot(std::uint64_t key) { return (key >> 32U ^ key * 0x9E5) % kSlots; }
  const std::vector<Term>* terms_with(std::uint64_t key) const;

  // By their first two characters, longest first; those of one character by that and 0.
  std::unordered_map<std::uint64_t, std::vector<Term>> terms_;
  // Of their first characters and of their keys: at most places no word begins.
  std::bitset<kSlots> firsts_;
  std::bitset<kSlots> keys_;
};

}  // namespace nianbao

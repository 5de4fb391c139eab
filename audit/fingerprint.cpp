#include "audit/fingerprint.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

#include "schema/text.h"

namespace nianbao {
namespace {

constexpr std::size_t kMostBytes = 64U << 10U;
constexpr std::size_t kStretch = 6;  // characters: longer than most words, shorter than most sentences

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// `text` with # for four digits that stand alone.
std::string without_years(const std::string& text) {
  constexpr std::size_t kDigitsOfYear = 4;
  std::string masked;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == at) {
      while (end < text.size() && !is_digit(text[end])) ++end;
      masked.append(text, at, end - at);
    } else if (end - at == kDigitsOfYear) {
      masked += '#';
    } else {
      masked.append(text, at, end - at);
    }
    at = end;
  }
  return masked;
}

std::string prose_of(const std::vector<Section>& sections) {
  std::string prose;
  for (const Section& section : sections)
    if (section.number > 0 && prose.size() < kMostBytes) prose += section.text.substr(0, kMostBytes - prose.size());
  return without_years(fold_characters(prose));
}

// SplitMix64: every bit of the result depends on every bit of `x`.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

constexpr std::size_t kFunctions = std::tuple_size_v<decltype(Fingerprint::least)>;

// Each maps a hash to the upper half of hash × factor + summand.
struct HashFunctions {
  std::array<std::uint64_t, kFunctions> factors{};  // odd
  std::array<std::uint64_t, kFunctions> summands{};
};

HashFunctions hash_functions() {
  HashFunctions functions;
  for (std::size_t k = 0; k < kFunctions; ++k) {
    functions.factors[k] = mixed(2 * k) | 1U;
    functions.summands[k] = mixed(2 * k + 1);
  }
  return functions;
}

// Lowers the least hashes to those of `hashes`. Inlined where it is called, for the processor that the caller is for.
[[gnu::always_inline]] inline void lower(Fingerprint& print, const HashFunctions& functions,
                                         const std::vector<std::uint64_t>& hashes) {
  for (const std::uint64_t hash : hashes)
    for (std::size_t k = 0; k < kFunctions; ++k) {
      const std::uint64_t mapped = hash * functions.factors[k] + functions.summands[k];
      print.least[k] = std::min(print.least[k], static_cast<std::uint32_t>(mapped >> 32U));
    }
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void lower_by_avx2(Fingerprint& print, const HashFunctions& functions,
                                           const std::vector<std::uint64_t>& hashes) {
  lower(print, functions, hashes);
}
#endif

void lower_anyhow(Fingerprint& print, const HashFunctions& functions, const std::vector<std::uint64_t>& hashes) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") != 0) return lower_by_avx2(print, functions, hashes);
#endif
  lower(print, functions, hashes);
}

// Where the characters of `text` begin, and its end.
std::vector<std::size_t> starts_of(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) starts.push_back(at);
  starts.push_back(text.size());
  return starts;
}

}  // namespace

Fingerprint fingerprint_of(const std::vector<Section>& sections) {
  const std::string prose = prose_of(sections);
  const std::vector<std::size_t> starts = starts_of(prose);
  static const HashFunctions kHashFunctions = hash_functions();
  Fingerprint print;
  print.characters = static_cast<std::uint32_t>(starts.size() - 1);
  print.least.fill(std::numeric_limits<std::uint32_t>::max());
  std::vector<std::uint64_t> hashes;
  hashes.reserve(starts.size());
  for (std::size_t i = 0; i + kStretch < starts.size(); ++i)
    hashes.push_back(mixed(hash_of(std::string_view(prose).substr(starts[i], starts[i + kStretch] - starts[i]))));
  lower_anyhow(print, kHashFunctions, hashes);
  return print;
}

int alike(const Fingerprint& a, const Fingerprint& b) {
  if (a.characters == 0 || b.characters == 0) return 0;
  std::size_t equal = 0;
  for (std::size_t k = 0; k < a.least.size(); ++k) equal += a.least[k] == b.least[k] ? 1U : 0U;
  return static_cast<int>(100 * equal / a.least.size());
}

}  // namespace nianbao

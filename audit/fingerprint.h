// How alike the prose of two reports is, without the prose.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/sections.h"

namespace nianbao {

// The least hashes of all stretches of a few characters, one for each of 64 hash functions: as many of them are equal
// in two texts as stretches are common to both, by and large.
struct Fingerprint {
  std::uint32_t characters = 0;  // of the prose, folded; 0 where there is none
  std::array<std::uint32_t, 64> least{};
};

// Of the prose below the headings; years (any four digits) count as equal, spaces and widths for nothing. Looks at no
// more than 64 KiB.
Fingerprint fingerprint_of(const std::vector<Section>& sections);

// Of two texts, in percent.
int alike(const Fingerprint& a, const Fingerprint& b);

}  // namespace nianbao

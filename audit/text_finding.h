// Findings about a place in the prose.
#pragma once

#include <cstddef>
#include <string>

#include "audit/finding.h"
#include "audit/prose.h"

namespace nianbao {

// Findings that one check gives of one section: a narrative has a few dozen numbers, hostile text any number.
inline constexpr std::size_t kMostFindings = 100;

// Characters [begin, end) of a plain text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What the section shows there, untouched.
std::string source_of(const Prose& prose, Span span);

// A possible note: `where` is the section's address and the span in code points of its text (L4@12-15), `actual` what
// stands there, `evidence` the sentence around it, at most some two hundred characters of it.
Finding text_finding(const Prose& prose, const char* rule, Span span, Span sentence);

}  // namespace nianbao

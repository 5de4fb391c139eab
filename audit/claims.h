// Numbers of the narrative that say something about the tables.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "audit/prose.h"
#include "schema/claim_words.h"

namespace nianbao {

struct Claim {
  std::size_t begin = 0;  // characters of the plain text: the number, or the words that say that there were none
  std::size_t end = 0;
  std::string value;
  bool is_about = false;
  bool is_none = false;                  // 未收到: no number stands there
  std::vector<const Subject*> subjects;  // what it may be about, the likeliest first; never empty
  std::size_t sentence_begin = 0;        // characters of its sentence
  std::size_t sentence_end = 0;
  std::optional<std::size_t> number;  // index into Prose::numbers
};

// The claims of a section in order of their sentences. A number without words that decide what it is about gives none,
// and so does one about another year, a change, a part of a whole or another body's work. `report_year` is nothing
// where the report states none: then no year in the text keeps a number from being a claim.
std::vector<Claim> find_claims(const Prose& prose, const ClaimWords& words, std::optional<int> report_year);

}  // namespace nianbao

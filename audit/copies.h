// Reports that show what another one shows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audit/body_name.h"
#include "audit/report_facts.h"

namespace nianbao {

// Enough numbers that are not 0, and enough different ones, so that two reports hardly agree in all by chance: the
// settings least_numbers and least_different_numbers of a rule.
bool says_enough(const ReportFacts& facts, const RuleSpec& rule);

// The same for reports that show the same numbers, and hardly for others.
std::string key_of_numbers(const ReportFacts& facts);

struct Copy {
  std::size_t original = 0;
  std::size_t copy = 0;
};

// R-P-10: for each report that says enough, the first one, by year and id, of another body with the same numbers; none
// for the first one itself. `names`: of each report. Linear. Reports without a body's name take no part, and one name
// with a larger place before it is no other body.
std::vector<Copy> copies_among(const std::vector<ReportFacts>& reports, const std::vector<BodyName>& names,
                               const RuleSpec& rule);

}  // namespace nianbao

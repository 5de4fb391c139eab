// The prose of a report against its tables and against itself: rules R-T-01 to R-T-12, R-X-05, R-X-06 and R-X-08.
#pragma once

#include <vector>

#include "audit/claims.h"
#include "audit/finding.h"
#include "audit/prose.h"
#include "audit/report.h"
#include "schema/schema.h"

namespace nianbao {

// The prose of all sections, read once for all rules.
struct Narrative {
  const Report& report;
  const ClaimWords& words;
  std::vector<Prose> prose;
  std::vector<std::vector<Claim>> claims;  // of each prose
};

Narrative read_narrative(const Report& report, const Schema& schema);

// All findings about the prose; each names its rule. Wording varies and so does what a number covers: none of them is
// an error, and a number is named only if no reading of the tables gives it. A rule has at most a hundred findings of a
// report: a narrative has a few dozen numbers.
std::vector<Finding> check_narrative(const Report& report, const Schema& schema);

}  // namespace nianbao

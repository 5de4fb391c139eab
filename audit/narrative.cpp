#include "audit/narrative.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "audit/prose_bodies.h"
#include "audit/prose_claims.h"
#include "audit/prose_fees.h"
#include "audit/prose_period.h"
#include "audit/prose_shares.h"
#include "audit/prose_sums.h"
#include "audit/prose_years.h"
#include "audit/text_finding.h"

namespace nianbao {

Narrative read_narrative(const Report& report, const Schema& schema) {
  Narrative narrative{.report = report, .words = schema.claims, .prose = {}, .claims = {}};
  for (const Section& section : report.sections) {
    narrative.prose.push_back(read_prose(section, schema.claims, schema.lexicon.titles));
    narrative.claims.push_back(find_claims(narrative.prose.back(), schema.claims, report.title.report_year));
  }
  return narrative;
}

std::vector<Finding> check_narrative(const Report& report, const Schema& schema) {
  if (report.record.forms.empty()) return {};
  const Narrative narrative = read_narrative(report, schema);
  std::vector<Finding> findings;
  std::map<std::string, std::size_t> count;
  for (const auto check :
       {check_claims, check_shares, check_parts, check_years, check_periods, check_bodies, check_fees})
    for (Finding& finding : check(narrative))
      if (++count[finding.rule] <= kMostFindings) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace nianbao

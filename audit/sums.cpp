#include "audit/sums.h"

#include "audit/completeness.h"
#include "audit/identities.h"
#include "audit/implied.h"
#include "audit/suspects.h"

namespace nianbao {
namespace {

// check_blanks() and check_implied() give the findings of one rule each.
void add(std::vector<Finding>& findings, std::vector<Finding> more, const char* rule) {
  for (Finding& finding : more) {
    if (finding.rule.empty()) finding.rule = rule;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

std::vector<Finding> check_sums(const Report& report, const Schema& /*schema*/) {
  const std::vector<TableProof> proofs = prove_sums(report.record);
  std::vector<Finding> findings;
  add(findings, check_blanks(report, proofs), "R-C-01");
  add(findings, check_implied(report, proofs), "R-C-02");
  for (const TableProof& proof : proofs) {
    const std::vector<Repair> repairs = find_repairs(proof);
    // The broken sums of a shifted row are in its own finding.
    add(findings, check_identities(proof, !is_shifted_row(repairs)), "");
    add(findings, check_suspects(proof, repairs), "R-3-07");
  }
  return findings;
}

}  // namespace nianbao

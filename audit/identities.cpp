#include "audit/identities.h"

#include <cstdint>
#include <optional>

#include "audit/whole_number.h"

namespace nianbao {
namespace {

// One side of an identity: its fields and their sum.
struct Side {
  std::int64_t sum = 0;
  std::string terms;  // those that are not 0, joined with " + "
};

std::optional<Side> side_of(const std::vector<std::string>& ids, const Record& record) {
  Side side;
  for (const std::string& id : ids) {
    const RecordField* field = record.find(id);
    const auto number = field == nullptr ? std::nullopt : whole_number(field->value);
    if (!number) return std::nullopt;
    side.sum += *number;
    if (*number != 0) side.terms += (side.terms.empty() ? "" : " + ") + std::to_string(*number);
  }
  if (side.terms.empty()) side.terms = "0";
  return side;
}

}  // namespace

std::vector<Finding> check_identities(const Report& report, const Schema& schema) {
  (void)schema;
  std::vector<Finding> findings;
  for (const Form* form : report.record.forms)
    for (const Identity& identity : form->identities) {
      const auto left = side_of(identity.left, report.record);
      const auto right = side_of(identity.right, report.record);
      if (!left || !right || left->sum == right->sum) continue;
      Finding finding{.rule = identity.rule, .outcome = Outcome::kViolated};
      finding.fields = identity.left;
      finding.fields.insert(finding.fields.end(), identity.right.begin(), identity.right.end());
      finding.expected = std::to_string(right->sum);
      finding.actual = std::to_string(left->sum);
      finding.difference = std::to_string(left->sum - right->sum);
      finding.evidence = left->terms + " ≠ " + right->terms;
      finding.message_zh = identity.line_zh + "：" + finding.evidence + "。";
      finding.message_en = identity.line_en + ": " + finding.evidence + ".";
      findings.push_back(std::move(finding));
    }
  return findings;
}

}  // namespace nianbao

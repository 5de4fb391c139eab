#include "audit/solved.h"

#include <algorithm>
#include <set>

namespace nianbao {
namespace {

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The rules of all sums in which one of the fields stands, joined with spaces.
std::string rules_over(const std::vector<std::string>& fields, const Form& form) {
  std::set<std::string> rules;
  for (const Identity& identity : form.identities)
    if (std::any_of(fields.begin(), fields.end(),
                    [&](const std::string& id) { return has(identity.left, id) || has(identity.right, id); }))
      rules.insert(identity.rule);
  std::string joined;
  for (const std::string& rule : rules) joined += (joined.empty() ? "" : " ") + rule;
  return joined;
}

bool is_same_cell(const RecordField& a, const RecordField& b) {
  return a.form == b.form && a.where == b.where && a.value.raw == b.value.raw;
}

}  // namespace

std::vector<Finding> check_solved(const Report& report, const Schema& /*schema*/) {
  std::vector<Finding> findings;
  const RecordField* first = nullptr;
  for (const RecordField& field : report.record.fields) {
    if (field.how != How::kSolved) {
      first = nullptr;
      continue;
    }
    if (first == nullptr || !is_same_cell(*first, field)) {
      first = &field;
      Finding finding{.where = field.where, .evidence = field.value.raw};
      finding.message_zh = "数字连写，按格式的勾稽关系只有一种读法。";
      finding.message_en = "Digits of several cells run together; the sums of the form allow one reading only.";
      findings.push_back(std::move(finding));
    }
    Finding& finding = findings.back();
    finding.fields.push_back(field.field->id);
    finding.expected += (finding.expected.empty() ? "" : " ") + field.value.number;
    finding.actual = rules_over(finding.fields, *field.form);
  }
  return findings;
}

}  // namespace nianbao

#include "audit/implied.h"

#include <algorithm>
#include <set>

#include "audit/field_group.h"

namespace nianbao {
namespace {

bool is_zero(const Value& value) {
  return value.status == Status::kValue && value.number.find_first_not_of("0.") == std::string::npos;
}

bool is_blank(const RecordField& field) {
  return field.value.status == Status::kBlank || field.value.status == Status::kMark;
}

// The number that a field without one must have.
std::optional<std::int64_t> forced(const RecordField& field, const std::vector<TableProof>& proofs) {
  const Implied* implied = find_implied(proofs, field);
  if (implied == nullptr || !implied->range.is_forced()) return std::nullopt;
  return implied->range.least;
}

// The sums that force the fields of a group, each once: "R-3-03 予以公开: ? = 272".
std::string evidence_for(const FieldGroup& group, const std::vector<TableProof>& proofs) {
  std::string evidence;
  std::set<const Identity*> said;
  for (const RecordField* field : group.fields)
    for (const Identity* identity : find_implied(proofs, *field)->proof)
      if (said.insert(identity).second)
        evidence += (evidence.empty() ? "" : "; ") + proof_of(proofs, *field)->table.said(*identity);
  return evidence;
}

std::string numbers_of(const FieldGroup& group, const std::vector<TableProof>& proofs) {
  std::string numbers;
  for (const RecordField* field : group.fields)
    numbers += (numbers.empty() ? "" : " ") + std::to_string(*forced(*field, proofs));
  return numbers;
}

// What the cells of a group show: one status, each once.
std::string statuses_of(const FieldGroup& group) {
  std::string statuses;
  std::set<Status> seen;
  for (const RecordField* field : group.fields)
    if (seen.insert(field->value.status).second)
      statuses += (statuses.empty() ? "" : " ") + std::string(name_of(field->value.status));
  return statuses;
}

Finding implied_finding(const FieldGroup& group, const std::vector<TableProof>& proofs) {
  Finding finding = finding_about(group);
  const std::string numbers = numbers_of(group, proofs);
  finding.expected = numbers.find_first_not_of("0 ") == std::string::npos ? "0" : numbers;
  finding.actual = statuses_of(group);
  finding.evidence = evidence_for(group, proofs);
  finding.message_zh = group.label() + "：没有数字，按勾稽关系必为 " + finding.expected + "；未作填补。";
  finding.message_en = group.label_en() + ": no number; by the sums of the form it must be " + finding.expected +
                       ". Nothing was filled in.";
  return finding;
}

Finding missing_value(const FieldGroup& group, const std::vector<TableProof>& proofs) {
  Finding finding = implied_finding(group, proofs);
  finding.severity = Severity::kError;
  finding.outcome = Outcome::kViolated;
  return finding;
}

}  // namespace

std::vector<Finding> check_implied(const Report& report, const std::vector<TableProof>& proofs) {
  const std::map<int, bool> zeros_blank = leaves_zeros_blank(report.record);
  const auto must_be = [&](const RecordField& f, bool zero) {
    const auto number = forced(f, proofs);
    return number && (*number == 0) == zero;
  };
  const auto is_missing = [&](const RecordField& f) { return is_blank(f) && must_be(f, false); };
  const auto is_style = [&](const RecordField& f) {
    return f.value.status == Status::kBlank && must_be(f, true) && zeros_blank.at(f.field->section);
  };
  const auto is_left = [&](const RecordField& f) {
    return !is_missing(f) && !is_style(f) && forced(f, proofs).has_value();
  };
  std::vector<Finding> findings;
  for (const FieldGroup& group : groups_by_row(report.record, is_missing))
    findings.push_back(missing_value(group, proofs));
  for (const FieldGroup& group : groups_by_section(report.record, is_style))
    findings.push_back(implied_finding(group, proofs));
  for (const FieldGroup& group : groups_by_row(report.record, is_left))
    findings.push_back(implied_finding(group, proofs));
  return findings;
}

bool is_implied_blank(const RecordField& field, const std::vector<TableProof>& proofs) {
  return is_blank(field) && forced(field, proofs).has_value();
}

std::map<int, bool> leaves_zeros_blank(const Record& record) {
  std::map<int, int> blanks;
  std::map<int, int> zeros;
  for (const RecordField& field : record.fields) {
    if (field.value.status == Status::kBlank) ++blanks[field.field->section];
    if (is_zero(field.value)) ++zeros[field.field->section];
  }
  std::map<int, bool> leaves;
  for (const auto& [section, count] : blanks) leaves[section] = count >= 2 && zeros[section] == 0;
  return leaves;
}

std::string written(const Range& range) {
  if (range.is_forced()) return std::to_string(range.least);
  return std::to_string(range.least) + ".." + (range.most ? std::to_string(*range.most) : "");
}

}  // namespace nianbao

#include "audit/suspects.h"

#include <algorithm>

#include "audit/field_group.h"
#include "audit/implied.h"

namespace nianbao {
namespace {

constexpr std::size_t kMostNamed = 5;

// Before each item but the first.
void append(std::string& list, const char* between, const std::string& item) {
  list += (list.empty() ? "" : between) + item;
}

// "req_new__natural: 17 -> 71 (digits_swapped)"
std::string said(const TableProof& proof, const Repair& repair) {
  std::string changes;
  for (const CellChange& change : repair.changes)
    append(changes, ", ",
           proof.table.cells[change.cell]->field->id + ": " + std::to_string(change.printed) + " -> " +
               written(change.meant));
  return changes + " (" + name_of(repair.slip) + ")";
}

std::string said(const TableProof& proof, const std::vector<Repair>& repairs) {
  std::string text;
  for (std::size_t i = 0; i < std::min(repairs.size(), kMostNamed); ++i) append(text, "; ", said(proof, repairs[i]));
  if (repairs.size() > kMostNamed) append(text, "; ", "+ " + std::to_string(repairs.size() - kMostNamed));
  return text;
}

std::string broken_sums(const TableProof& proof) {
  std::string text;
  for (const Identity* identity : proof.broken) append(text, "; ", proof.table.said(*identity));
  return text;
}

FieldGroup cells_of(const TableProof& proof, const Repair& repair) {
  FieldGroup group;
  for (const CellChange& change : repair.changes) group.fields.push_back(proof.table.cells[change.cell]);
  return group;
}

std::string labels_of(const FieldGroup& group, bool zh) {
  std::string labels;
  for (const RecordField* field : group.fields)
    append(labels, zh ? "、" : ", ", zh ? field->field->description_zh : field->field->description_en);
  return labels;
}

Finding suspect(const TableProof& proof, const std::vector<Repair>& repairs) {
  const Repair& likeliest = repairs.front();
  const FieldGroup group = cells_of(proof, likeliest);
  Finding finding = finding_about(group);
  for (const CellChange& change : likeliest.changes) {
    append(finding.expected, " ", written(change.meant));
    append(finding.actual, " ", std::to_string(change.printed));
  }
  finding.evidence = said(proof, repairs);
  const std::string count = std::to_string(repairs.size());
  const std::string others_zh = repairs.size() > 1 ? "（共 " + count + " 种可能）" : "";
  const std::string others_en = repairs.size() > 1 ? " (one of " + count + " possibilities)" : "";
  finding.message_zh = "最可能有误：" + labels_of(group, true) + "，印作 " + finding.actual + "，按勾稽关系应为 " +
                       finding.expected + "；" + zh_of(likeliest.slip) + others_zh + "。";
  finding.message_en = "Most likely wrong: " + labels_of(group, false) + ", printed " + finding.actual +
                       ", by the sums " + finding.expected + "; " + en_of(likeliest.slip) + others_en + ".";
  return finding;
}

Finding shifted_row(const TableProof& proof, const std::vector<Repair>& repairs) {
  Finding finding = suspect(proof, {repairs.front()});
  finding.severity = Severity::kError;
  finding.outcome = Outcome::kViolated;
  append(finding.evidence, "; ", broken_sums(proof));
  return finding;
}

Finding no_suspect(const TableProof& proof) {
  Finding finding;
  finding.outcome = Outcome::kCannotCheck;
  finding.where = proof.table.place();
  finding.evidence = broken_sums(proof);
  finding.message_zh = "改动一两个单元格不能使勾稽关系成立，无法指出哪里有误。";
  finding.message_en = "No change of one or two cells makes the sums hold; which cells are wrong cannot be told.";
  return finding;
}

}  // namespace

std::vector<Finding> check_suspects(const TableProof& proof, const std::vector<Repair>& repairs) {
  if (proof.is_consistent()) return {};
  if (repairs.empty()) return {no_suspect(proof)};
  return {is_shifted_row(repairs) ? shifted_row(proof, repairs) : suspect(proof, repairs)};
}

bool is_shifted_row(const std::vector<Repair>& repairs) {
  return !repairs.empty() && repairs.front().slip == Slip::kRowShifted;
}

}  // namespace nianbao

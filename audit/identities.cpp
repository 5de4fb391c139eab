#include "audit/identities.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "audit/field_group.h"

namespace nianbao {
namespace {

using Identities = std::vector<const Identity*>;

// The cells of some sums, each once, in the form's order; all of them or those without a number.
std::set<std::size_t> cells_of(const SumTable& table, const Identities& identities, bool only_unknown) {
  std::set<std::size_t> cells;
  for (const Identity* identity : identities)
    for (const auto& [cell, sign] : identity->terms)
      if (!only_unknown || !table.numbers[cell]) cells.insert(cell);
  return cells;
}

FieldGroup fields_of(const SumTable& table, const std::set<std::size_t>& cells) {
  FieldGroup group;
  for (const std::size_t cell : cells)
    if (table.cells[cell] != nullptr) group.fields.push_back(table.cells[cell]);
  return group;
}

Finding finding_over(const SumTable& table, const Identities& identities, bool only_unknown) {
  Finding finding = finding_about(fields_of(table, cells_of(table, identities, only_unknown)));
  finding.evidence.clear();
  finding.rule = identities.front()->rule;
  for (const Identity* identity : identities)
    finding.evidence += (finding.evidence.empty() ? "" : "; ") + table.said(*identity);
  return finding;
}

std::string lines_of(const Identities& identities, std::string Identity::*line) {
  std::string lines;
  for (const Identity* identity : identities)
    if (!(identity->*line).empty()) lines += (lines.empty() ? "" : ", ") + identity->*line;
  return lines;
}

std::string with_line(const std::string& line, const char* colon, const std::string& text) {
  return line.empty() ? text : line + colon + text;
}

Finding broken(const SumTable& table, const Identity& identity) {
  Finding finding = finding_over(table, {&identity}, false);
  const std::int64_t difference = table.difference(identity);
  std::int64_t left = 0;
  for (const auto& [cell, sign] : identity.terms)
    if (sign > 0) left += *table.numbers[cell];
  finding.outcome = Outcome::kViolated;
  finding.expected = std::to_string(left - difference);
  finding.actual = std::to_string(left);
  finding.difference = std::to_string(difference);
  const std::string sums = table.written(identity);
  finding.message_zh = with_line(identity.line_zh, "：", sums + "，相差 " + finding.difference + "。");
  finding.message_en = with_line(identity.line_en, ": ", sums + ", a difference of " + finding.difference + ".");
  return finding;
}

// One part, alone, is above the whole: its number, or nothing.
bool has_part_above_whole(const SumTable& table, const Identity& identity) {
  std::int64_t whole = 0;
  for (const auto& [cell, sign] : identity.terms) {
    if (sign < 0) continue;
    if (!table.numbers[cell]) return false;
    whole += *table.numbers[cell];
  }
  return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const auto& term) {
    return term.second < 0 && table.numbers[term.first] && *table.numbers[term.first] > whole;
  });
}

Finding contradiction(const SumTable& table, const Identities& identities) {
  Finding finding = finding_over(table, identities, false);
  const Identity& first = *identities.front();
  if (identities.size() == 1 && !first.part_rule.empty() && has_part_above_whole(table, first))
    finding.rule = first.part_rule;
  finding.outcome = Outcome::kViolated;
  finding.message_zh = "无论没有数字的单元格是多少，勾稽关系都不能成立：" + finding.evidence + "。";
  finding.message_en = "Whatever the cells without a number are, the sums cannot hold: " + finding.evidence + ".";
  return finding;
}

Finding not_checked(const SumTable& table, const Identities& identities) {
  Finding finding = finding_over(table, identities, true);
  finding.outcome = Outcome::kCannotCheck;
  finding.evidence.clear();
  const std::string count = std::to_string(cells_of(table, identities, true).size());
  finding.message_zh =
      with_line(lines_of(identities, &Identity::line_zh), "：", "无法核对，有 " + count + " 个单元格没有数字。");
  finding.message_en = with_line(lines_of(identities, &Identity::line_en), ": ",
                                 "cannot be checked, for " + count + " cells have no number.");
  return finding;
}

// The open sums by rule, in the order of the form.
std::vector<Identities> by_rule(const Identities& identities) {
  std::vector<Identities> groups;
  for (const Identity* identity : identities) {
    if (groups.empty() || groups.back().front()->rule != identity->rule) groups.emplace_back();
    groups.back().push_back(identity);
  }
  return groups;
}

}  // namespace

std::vector<Finding> check_identities(const TableProof& proof, bool broken_too) {
  std::vector<Finding> findings;
  if (broken_too)
    for (const Identity* identity : proof.broken) findings.push_back(broken(proof.table, *identity));
  for (const Identities& group : proof.contradictions) findings.push_back(contradiction(proof.table, group));
  for (const Identities& group : by_rule(proof.open)) findings.push_back(not_checked(proof.table, group));
  return findings;
}

}  // namespace nianbao

#include "audit/patterns.h"

#include <map>
#include <set>

#include "audit/field_group.h"
#include "audit/whole_number.h"

namespace nianbao {
namespace {

// A count that is no sum of others, and what it shows.
std::optional<std::int64_t> count_of(const RecordField& field) {
  if (field.field->type != FieldType::kCount || field.field->is_total) return std::nullopt;
  return whole_number(field.value);
}

// The fields of a row that show the same number, at least `least_number`, where there are enough of them.
FieldGroup most_equal(const FieldGroup& row, std::int64_t least_number, std::size_t least_columns) {
  std::map<std::int64_t, FieldGroup> by_number;
  for (const RecordField* field : row.fields)
    if (const auto number = count_of(*field); number && *number >= least_number)
      by_number[*number].fields.push_back(field);
  for (auto& [number, group] : by_number)
    if (group.fields.size() >= least_columns) return std::move(group);
  return {};
}

// One finding for all such rows.
Finding same_numbers(const std::vector<FieldGroup>& rows) {
  FieldGroup all;
  for (const FieldGroup& row : rows) all.fields.insert(all.fields.end(), row.fields.begin(), row.fields.end());
  Finding finding = finding_about(all);
  const std::string number = rows.front().fields.front()->value.number;
  const std::string count = std::to_string(rows.size());
  finding.actual = number;
  finding.message_zh =
      rows.front().label() + "：多栏都是 " + number + "（这样的行共 " + count + " 行），可能是误填或错列。";
  finding.message_en = rows.front().label_en() + ": many columns show " + number + " (rows of this kind: " + count +
                       "); they may have been filled in or shifted by mistake.";
  return finding;
}

Finding round_numbers(const std::set<std::int64_t>& numbers) {
  Finding finding;
  for (const std::int64_t number : numbers)
    finding.evidence += (finding.evidence.empty() ? "" : ", ") + std::to_string(number);
  finding.message_zh = "两位以上的数字全部以 0 或 5 结尾，可能是估计数。";
  finding.message_en = "All numbers of two and more digits end in 0 or 5; they may be estimates.";
  return finding;
}

}  // namespace

std::vector<Finding> check_patterns(const Report& report, const Schema& schema) {
  const RuleSpec* rule = schema.rules.find("R-P-08");
  if (rule == nullptr) return {};
  std::vector<Finding> findings;
  std::vector<FieldGroup> equal_rows;
  const auto is_number = [](const RecordField& field) { return field.value.status == Status::kValue; };
  for (const FieldGroup& row : groups_by_row(report.record, is_number)) {
    const FieldGroup equal =
        most_equal(row, rule->number("least_number"), static_cast<std::size_t>(rule->number("least_columns")));
    if (!equal.fields.empty()) equal_rows.push_back(equal);
  }
  if (!equal_rows.empty()) findings.push_back(same_numbers(equal_rows));
  constexpr std::int64_t kTwoDigits = 10;
  constexpr std::int64_t kHalf = 5;
  std::set<std::int64_t> numbers;
  bool are_round = true;
  for (const RecordField& field : report.record.fields)
    if (const auto number = count_of(field); number && *number >= kTwoDigits) {
      numbers.insert(*number);
      are_round = are_round && *number % kHalf == 0;
    }
  if (are_round && numbers.size() >= static_cast<std::size_t>(rule->number("least_round_numbers")))
    findings.push_back(round_numbers(numbers));
  return findings;
}

}  // namespace nianbao

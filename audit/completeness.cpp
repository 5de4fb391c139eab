#include "audit/completeness.h"

#include <algorithm>
#include <map>

#include "audit/field_group.h"
#include "audit/implied.h"

namespace nianbao {
namespace {

struct StatusWords {
  Status status;
  const char* zh;
  const char* en;
};

constexpr StatusWords kDoubtful[] = {
    {Status::kBlank, "空白，是否为 0 无从得知", "blank; whether it means 0 is not known"},
    {Status::kMark, "只有记号，没有数字", "only a mark, no number"},
    {Status::kText, "不是可以完整读出的数字", "not wholly a number"},
    {Status::kAmbiguous, "可以有多种读法，未取值", "can be read in more than one way; no value is taken"},
    {Status::kUnreadable, "是图片、对象或损坏的文字，无法读取", "a picture, an object or damaged text"},
};

bool includes_total(const FieldGroup& group) {
  return std::any_of(group.fields.begin(), group.fields.end(), [](const RecordField* f) { return f->field->is_total; });
}

// What the sums allow, cell by cell; nothing where no sum says anything of any of them.
std::string bounds_of(const FieldGroup& group, const std::vector<TableProof>& proofs) {
  std::string bounds;
  bool says_something = false;
  for (const RecordField* field : group.fields) {
    const Implied* implied = find_implied(proofs, *field);
    const Range range = implied == nullptr ? Range{} : implied->range;
    says_something = says_something || range != Range{};
    bounds += (bounds.empty() ? "" : " ") + written(range);
  }
  return says_something ? bounds : "";
}

Finding blank_finding(const FieldGroup& group, const StatusWords& words, const std::vector<TableProof>& proofs) {
  Finding finding = finding_about(group);
  finding.expected = bounds_of(group, proofs);
  finding.severity = words.status == Status::kBlank || words.status == Status::kMark
                         ? (includes_total(group) ? Severity::kWarning : Severity::kNote)
                         : Severity::kWarning;
  finding.actual = name_of(words.status);
  finding.message_zh = group.label() + "：" + words.zh + "。";
  finding.message_en = group.label_en() + ": " + words.en + ".";
  return finding;
}

Finding style_finding(const FieldGroup& group) {
  Finding finding = finding_about(group);
  const std::string count = std::to_string(group.fields.size());
  finding.actual = name_of(Status::kBlank);
  finding.message_zh = "本表有 " + count + " 个空白单元格而没有一个 0，可能以空白表示 0；未作任何填补。";
  finding.message_en =
      "The table has " + count + " blank cells and no 0; blanks may stand for zeros. Nothing was filled in.";
  return finding;
}

bool suits(const std::string& number, FieldType type) {
  if (type == FieldType::kAmount) return number.front() != '-';
  return number.find('.') == std::string::npos && (type == FieldType::kChange || number.front() != '-');
}

}  // namespace

std::vector<Finding> check_blanks(const Report& report, const std::vector<TableProof>& proofs) {
  const std::map<int, bool> zeros_blank = leaves_zeros_blank(report.record);
  const auto is_style = [&](const RecordField& f) {
    return f.value.status == Status::kBlank && zeros_blank.at(f.field->section);
  };
  const auto is_left = [&](const RecordField& f) { return !is_implied_blank(f, proofs); };
  std::vector<Finding> findings;
  for (const FieldGroup& group :
       groups_by_section(report.record, [&](const RecordField& f) { return is_style(f) && is_left(f); }))
    findings.push_back(style_finding(group));
  for (const StatusWords& words : kDoubtful) {
    const auto wanted = [&](const RecordField& f) {
      return f.value.status == words.status && is_left(f) && !(words.status == Status::kBlank && is_style(f));
    };
    for (const FieldGroup& group : groups_by_row(report.record, wanted))
      findings.push_back(blank_finding(group, words, proofs));
  }
  return findings;
}

std::vector<Finding> check_number_types(const Report& report, const Schema& /*schema*/) {
  std::vector<Finding> findings;
  for (const RecordField& field : report.record.fields) {
    if (field.value.status != Status::kValue || suits(field.value.number, field.field->type)) continue;
    Finding finding = finding_about({{&field}});
    finding.rule = field.field->number_rule;
    finding.severity = Severity::kError;
    finding.outcome = Outcome::kViolated;
    finding.expected = name_of(field.field->type);
    finding.actual = field.value.number;
    finding.message_zh =
        field.field->description_zh + "：" + field.value.number + " 不是该栏应有的数（件数应为非负整数）。";
    finding.message_en =
        field.field->description_en + ": " + field.value.number + " is not a number this column can hold.";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace nianbao

#include "audit/completeness.h"

#include <algorithm>
#include <map>

#include "audit/field_group.h"

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
  return std::any_of(group.fields.begin(), group.fields.end(),
                     [](const RecordField* f) { return f->form->is_total(f->field->id); });
}

bool is_zero(const Value& value) {
  return value.status == Status::kValue && value.number.find_first_not_of("0.") == std::string::npos;
}

// Tables (by section) in which blanks stand for zeros: two or more blanks and not one printed 0.
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

Finding blank_finding(const FieldGroup& group, const StatusWords& words) {
  Finding finding = finding_about(group);
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

std::vector<Finding> check_blanks(const Report& report, const Schema& /*schema*/) {
  const std::map<int, bool> zeros_blank = leaves_zeros_blank(report.record);
  const auto is_style = [&](const RecordField& f) {
    return f.value.status == Status::kBlank && zeros_blank.at(f.field->section);
  };
  std::vector<Finding> findings;
  for (const FieldGroup& group : groups_by_section(report.record, is_style)) findings.push_back(style_finding(group));
  for (const StatusWords& words : kDoubtful) {
    const auto wanted = [&](const RecordField& f) {
      return f.value.status == words.status && !(words.status == Status::kBlank && is_style(f));
    };
    for (const FieldGroup& group : groups_by_row(report.record, wanted))
      findings.push_back(blank_finding(group, words));
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

std::vector<Finding> check_units(const Report& report, const Schema& /*schema*/) {
  std::vector<Finding> findings;
  for (const RecordField& field : report.record.fields) {
    const bool states_another =
        field.field->type == FieldType::kAmount && !field.field->unit.empty() && field.value.unit != field.field->unit;
    if (field.value.status != Status::kValue || !states_another) continue;
    Finding finding = finding_about({{&field}});
    finding.severity = Severity::kWarning;
    finding.expected = field.field->unit;
    finding.actual = field.value.unit;
    finding.message_zh = field.field->description_zh + "：文档所示单位是" + field.value.unit + "，格式规定的是" +
                         field.field->unit + "；数字未换算。";
    finding.message_en = field.field->description_en + ": the document states " + field.value.unit + ", the form " +
                         field.field->unit + "; the number is not converted.";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace nianbao

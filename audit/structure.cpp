#include "audit/structure.h"

#include <algorithm>
#include <set>

#include "audit/field_group.h"

namespace nianbao {
namespace {

Finding error(std::string zh, std::string en) {
  Finding finding;
  finding.severity = Severity::kError;
  finding.outcome = Outcome::kViolated;
  finding.message_zh = std::move(zh);
  finding.message_en = std::move(en);
  return finding;
}

std::vector<const Section*> numbered(const Report& report) {
  std::vector<const Section*> sections;
  for (const Section& section : report.sections)
    if (section.number > 0) sections.push_back(&section);
  return sections;
}

void add_missing_sections(const Report& report, std::vector<Finding>& findings) {
  for (const FormSection& wanted : report.record.forms.front()->sections) {
    const bool there = std::any_of(report.sections.begin(), report.sections.end(),
                                   [&](const Section& s) { return s.number == wanted.number; });
    if (there) continue;
    findings.push_back(
        error("没有找到第 " + std::to_string(wanted.number) + " 部分「" + wanted.heading + "」的标题。",
              "The heading of section " + std::to_string(wanted.number) + " (" + wanted.heading + ") was not found."));
    findings.back().expected = wanted.heading;
  }
}

void add_misplaced_sections(const Report& report, std::vector<Finding>& findings) {
  std::set<int> seen;
  int highest = 0;
  for (const Section* section : numbered(report)) {
    const bool repeated = !seen.insert(section->number).second;
    if (repeated || section->number < highest) {
      findings.push_back(repeated ? error("标题「" + section->heading + "」重复出现。",
                                          "The heading " + section->heading + " occurs again.")
                                  : error("标题「" + section->heading + "」的顺序不对。",
                                          "The heading " + section->heading + " is out of order."));
      findings.back().severity = Severity::kWarning;
      findings.back().where = section->where;
      findings.back().evidence = section->heading;
      findings.back().actual = repeated ? "repeated" : "out_of_order";
    }
    highest = std::max(highest, section->number);
  }
}

struct MissingWords {
  Status status;
  std::vector<FieldGroup> (*group)(const Record&, const FieldTest&);
  const char* zh;
  const char* en;
};

void add_missing_fields(const Report& report, std::vector<Finding>& findings) {
  static const MissingWords kMissing[] = {
      {Status::kNoTable, groups_by_section, "没有找到这张表", "this table was not found"},
      {Status::kNoRow, groups_by_row, "表中没有这一行", "the table has no such row"},
      {Status::kNoCell, groups_by_row, "这一行缺少单元格", "the row lacks cells"},
  };
  for (const MissingWords& words : kMissing)
    for (const FieldGroup& group :
         words.group(report.record, [&](const RecordField& f) { return f.value.status == words.status; })) {
      const int section = group.fields.front()->field->section;
      const bool whole_table = words.status == Status::kNoTable;
      Finding finding = finding_about(group);
      finding.severity = Severity::kError;
      finding.outcome = Outcome::kViolated;
      finding.actual = name_of(words.status);
      if (finding.where.empty()) finding.where = group.fields.front()->table;
      finding.message_zh =
          (whole_table ? "第 " + std::to_string(section) + " 部分" : group.label()) + "：" + words.zh + "。";
      finding.message_en =
          (whole_table ? "Section " + std::to_string(section) : group.label_en()) + ": " + words.en + ".";
      findings.push_back(std::move(finding));
    }
}

const Form* form_due_in(int year, const Schema& schema) {
  const auto due =
      std::find_if(schema.forms.begin(), schema.forms.end(), [&](const Form& form) { return form.is_due_in(year); });
  return due == schema.forms.end() ? nullptr : &*due;
}

// The values of `get` over the fields whose table is on this form, each once, joined.
template <typename Get>
std::string each_once(const Form& form, const Record& record, const char* between, Get get) {
  std::string text;
  std::set<std::string> seen;
  for (const RecordField& field : record.fields)
    if (field.form == &form && !field.table.empty() && seen.insert(get(field)).second)
      text += (text.empty() ? "" : between) + get(field);
  return text;
}

std::string sections_on(const Form& form, const Record& record) {
  return each_once(form, record, ", ", [](const RecordField& field) { return std::to_string(field.field->section); });
}

std::string tables_on(const Form& form, const Record& record) {
  return each_once(form, record, "; ", [](const RecordField& field) { return field.table; });
}

std::string title_evidence(const Report& report) { return report.title.text; }

Finding beyond_form(const RecordExtra& extra) {
  Finding finding{.rule = "R-S-03", .where = extra.where};
  finding.evidence = extra.label.empty() || extra.raw.find(extra.label) != std::string::npos
                         ? extra.raw
                         : extra.label + ": " + extra.raw;
  finding.message_zh = "格式之外的内容，已保留在 extras.csv。";
  finding.message_en = "Beyond the form; kept in extras.csv.";
  return finding;
}

Finding left_mark(const RecordExtra& extra) {
  Finding finding{.rule = "R-S-04", .severity = Severity::kNote, .where = extra.where, .evidence = extra.raw};
  finding.message_zh = "表格中留有软件的标记，读取时已略去，不属于标签和数字。";
  finding.message_en = "A program left a mark in the table; it is read as no part of a label or number.";
  return finding;
}

}  // namespace

std::vector<Finding> check_structure(const Report& report, const Schema& /*schema*/) {
  std::vector<Finding> findings;
  if (report.record.forms.empty()) return findings;
  add_missing_sections(report, findings);
  add_misplaced_sections(report, findings);
  add_missing_fields(report, findings);
  return findings;
}

std::vector<Finding> check_form_year(const Report& report, const Schema& schema) {
  std::vector<Finding> findings;
  if (!report.title.report_year) {
    Finding finding;
    finding.severity = Severity::kWarning;
    finding.outcome = Outcome::kCannotCheck;
    finding.evidence = title_evidence(report);
    finding.message_zh = "文档没有明确的报告年度，无法核对格式与年度。";
    finding.message_en = "The document does not state one report year, so its form cannot be held against it.";
    return {finding};
  }
  const int year = *report.title.report_year;
  const Form* due = form_due_in(year, schema);
  for (const Form* form : report.record.forms) {
    if (form->is_due_in(year)) continue;
    const std::string tables = sections_on(*form, report.record);
    findings.push_back(
        error(std::to_string(year) + " 年度报告的第 " + tables + " 部分用了 " + form->id + " 格式。",
              "The report for " + std::to_string(year) + " uses form " + form->id + " in section " + tables + "."));
    findings.back().where = tables_on(*form, report.record);
    findings.back().expected = due == nullptr ? "" : due->id;
    findings.back().actual = form->id;
    findings.back().evidence = title_evidence(report);
  }
  return findings;
}

std::vector<Finding> check_extras(const Report& report, const Schema& /*schema*/) {
  std::vector<Finding> findings;
  const RecordExtra* previous = nullptr;
  for (const RecordExtra& extra : report.record.extras) {
    const bool same_row = previous != nullptr && !extra.label.empty() && previous->label == extra.label &&
                          extra.label != kLeftMark && previous->section == extra.section;
    previous = &extra;
    if (same_row) {
      findings.back().where += "; " + extra.where;
      findings.back().evidence += " | " + extra.raw;
    } else {
      findings.push_back(extra.label == kLeftMark ? left_mark(extra) : beyond_form(extra));
    }
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
    finding.rule = "R-S-04";
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

std::vector<Finding> check_beyond_form(const Report& report, const Schema& schema) {
  std::vector<Finding> findings = check_extras(report, schema);
  for (Finding& finding : check_units(report, schema)) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace nianbao

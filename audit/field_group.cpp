#include "audit/field_group.h"

#include "schema/text.h"

namespace nianbao {
namespace {

using SameGroup = bool (*)(const RecordField& a, const RecordField& b);

std::vector<FieldGroup> group(const Record& record, const FieldTest& passes, SameGroup same) {
  std::vector<FieldGroup> groups;
  for (const RecordField& field : record.fields) {
    if (!passes(field)) continue;
    if (groups.empty() || !same(*groups.back().fields.back(), field)) groups.emplace_back();
    groups.back().fields.push_back(&field);
  }
  return groups;
}

// Adds what is not the same as the item before it.
void append(std::string& list, std::string& last, const std::string& item) {
  if (item.empty() || item == last) return;
  if (!list.empty()) list += "; ";
  list += item;
  last = item;
}

std::string one_line(const std::string& text) { return replace_all(std::string(trim(text)), "\n", " "); }

}  // namespace

std::string FieldGroup::label() const {
  const Field& first = *fields.front()->field;
  if (fields.size() == 1) return first.description_zh;
  return first.row_label.empty() ? "本表" : first.row_label;
}

std::string FieldGroup::label_en() const {
  const Field& first = *fields.front()->field;
  if (fields.size() == 1) return first.description_en;
  return first.row_label_en.empty() ? "The table" : first.row_label_en;
}

std::vector<FieldGroup> groups_by_row(const Record& record, const FieldTest& passes) {
  return group(record, passes, [](const RecordField& a, const RecordField& b) {
    return a.field->section == b.field->section && a.field->row_label == b.field->row_label &&
           !a.field->row_label.empty();
  });
}

std::vector<FieldGroup> groups_by_section(const Record& record, const FieldTest& passes) {
  return group(record, passes,
               [](const RecordField& a, const RecordField& b) { return a.field->section == b.field->section; });
}

Finding finding_about(const FieldGroup& group) {
  Finding finding;
  std::string last_where;
  std::string last_evidence;
  for (const RecordField* field : group.fields) {
    finding.fields.push_back(field->field->id);
    append(finding.where, last_where, field->where);
    append(finding.evidence, last_evidence, one_line(field->value.raw));
  }
  return finding;
}

}  // namespace nianbao

#include "output/report_rows.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "schema/text.h"

namespace nianbao {
namespace {

std::string joined(const std::vector<std::string>& items, const char* between) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : between) + item;
  return text;
}

std::string year_text(const Title& title) { return title.report_year ? std::to_string(*title.report_year) : ""; }

std::string count_of(const Record& record, Status status) {
  return std::to_string(std::count_if(record.fields.begin(), record.fields.end(),
                                      [&](const RecordField& f) { return f.value.status == status; }));
}

std::string count_of(const std::vector<Finding>& findings, Severity severity) {
  return std::to_string(
      std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; }));
}

using Values = std::vector<std::string_view>;

// cells.csv: the report, what the form says of the field, what the report shows.
std::span<const CsvColumn> of_report(const CsvTable& cells) { return std::span(cells.columns).first(1); }
std::span<const CsvColumn> of_form(const CsvTable& cells) { return std::span(cells.columns).subspan(1, 5); }
std::span<const CsvColumn> of_cell(const CsvTable& cells) { return std::span(cells.columns).subspan(6); }

}  // namespace

std::string joined_damage(const std::vector<Problem>& damage) {
  std::vector<std::string> lines;
  lines.reserve(damage.size());
  for (const Problem& problem : damage)
    lines.push_back(problem.code + (problem.detail.empty() ? "" : ": " + replace_all(problem.detail, "\n", " ")));
  return joined(lines, "\n");
}

std::string joined_forms(const Record& record) {
  std::vector<std::string> ids;
  for (const Form* form : record.forms) ids.push_back(form->id);
  return joined(ids, "+");
}

ReportRows::ReportRows(const Schema& schema)
    : rules_(schema.rules),
      dictionary_(dictionary(schema)),
      reports_(reports_table()),
      cells_(cells_table()),
      records_(records_table(schema)),
      extras_(extras_table()),
      sections_(sections_table()),
      findings_(findings_table()) {
  add_fields_of(schema);
}

void ReportRows::add_fields_of(const Schema& schema) {
  std::unordered_map<std::string_view, std::size_t> entries;
  for (std::size_t i = 0; i < dictionary_.size(); ++i) entries.emplace(dictionary_[i].field->id, i);
  for (const Form& form : schema.forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields) {
        FieldColumns columns{entries.at(field.id), ""};
        append_csv_values(
            columns.values, of_form(cells_),
            Values{field.id, std::to_string(field.section), form.id, field.row_label, field.column_label});
        fields_.emplace(&field, std::move(columns));
      }
}

CsvLines ReportRows::lines_of(const Report& report) const {
  return {{reports_.name, reports(report)}, {cells_.name, cells(report)},       {records_.name, records(report)},
          {extras_.name, extras(report)},   {sections_.name, sections(report)}, {findings_.name, findings(report)}};
}

CsvLines ReportRows::lines_of_audit(const Report& report) const {
  return {{reports_.name, reports(report)}, {findings_.name, findings(report)}};
}

std::string ReportRows::reports(const Report& report) const {
  std::vector<std::string> values = {report.id,
                                     report.path,
                                     report.title.text,
                                     report.title.org_name,
                                     report.title.org_type,
                                     year_text(report.title),
                                     joined_forms(report.record),
                                     report.title.scope};
  for (const Status status : kStatuses) values.push_back(count_of(report.record, status));
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
    values.push_back(count_of(report.findings, severity));
  values.push_back(joined_damage(report.damage));
  return csv_line(reports_.columns, values);
}

std::string ReportRows::cells(const Report& report) const {
  std::string id;
  append_csv_values(id, of_report(cells_), Values{report.id});
  std::string lines;
  for (const RecordField& cell : report.record.fields) {
    lines.append(id).append(1, ',').append(fields_.at(cell.field).values).append(1, ',');
    const std::array<std::string_view, 8> shown = {cell.value.raw,
                                                   cell.value.number,
                                                   cell.value.unit,
                                                   name_of(cell.value.status),
                                                   cell.where.empty() ? "" : name_of(cell.how),
                                                   cell.where,
                                                   cell.table,
                                                   ""};
    append_csv_values(lines, of_cell(cells_), shown);
    lines += '\n';
  }
  return lines;
}

std::string ReportRows::records(const Report& report) const {
  std::vector<const Value*> shown(dictionary_.size());
  for (const RecordField& cell : report.record.fields)
    if (const Value*& of_entry = shown[fields_.at(cell.field).entry]; of_entry == nullptr) of_entry = &cell.value;
  const std::string year = year_text(report.title);
  const std::string forms = joined_forms(report.record);
  Values values = {report.id, report.path, report.title.org_name, year, forms};
  for (std::size_t i = 0; i < dictionary_.size(); ++i) {
    values.push_back(shown[i] == nullptr ? std::string_view() : shown[i]->number);
    if (has_unit_column(*dictionary_[i].field))
      values.push_back(shown[i] == nullptr ? std::string_view() : shown[i]->unit);
  }
  std::string line;
  append_csv_values(line, records_.columns, values);
  return line + "\n";
}

std::string ReportRows::extras(const Report& report) const {
  std::string lines;
  for (const RecordExtra& extra : report.record.extras)
    lines += csv_line(extras_.columns,
                      {report.id, std::to_string(extra.section), extra.where, extra.label, extra.raw, extra.number});
  return lines;
}

std::string ReportRows::sections(const Report& report) const {
  std::string lines;
  for (std::size_t i = 0; i < report.sections.size(); ++i) {
    const Section& section = report.sections[i];
    lines += csv_line(sections_.columns, {report.id, std::to_string(i), section.heading, section.where, section.text,
                                          std::to_string(section.number)});
  }
  return lines;
}

std::string ReportRows::findings(const Report& report) const {
  std::string lines;
  for (const Finding& finding : report.findings) lines += csv_line(findings_.columns, finding_row(report.id, finding));
  return lines;
}

std::vector<std::string> ReportRows::finding_row(const std::string& report_id, const Finding& finding) const {
  const RuleSpec* rule = rules_.find(finding.rule);
  return {finding.id,
          report_id,
          finding.rule,
          name_of(finding.severity),
          kNewState,
          name_of(finding.outcome),
          joined(finding.fields, " "),
          finding.where,
          finding.expected,
          finding.actual,
          finding.evidence,
          finding.message_zh,
          finding.message_en,
          finding.difference,
          rule == nullptr ? "" : rule->basis,
          "",
          ""};
}

std::string dictionary_lines(const Schema& schema) {
  const CsvTable table = dictionary_table();
  std::string lines;
  for (const DictionaryEntry& entry : dictionary(schema)) {
    const Field& field = *entry.field;
    lines += csv_line(table.columns, {field.id, std::to_string(field.section), field.row_label, field.column_label,
                                      name_of(field.type), field.unit, joined(entry.forms, " "), field.description_zh,
                                      field.description_en});
  }
  return lines;
}

}  // namespace nianbao

#include "audit/report_facts.h"

#include <algorithm>

namespace nianbao {
namespace {

std::string name_of_table(const Form& form, const FormTable& table) { return form.id + "/" + table.id; }

const FormTable* table_of(const RecordField& field) {
  for (const FormTable& table : field.form->tables)
    if (table.section == field.field->section) return &table;
  return nullptr;
}

void add_table(ReportFacts& facts, const RecordField& field) {
  const FormTable* table = table_of(field);
  if (table == nullptr) return;
  std::string name = name_of_table(*field.form, *table);
  if (std::find(facts.tables.begin(), facts.tables.end(), name) == facts.tables.end())
    facts.tables.push_back(std::move(name));
}

void add_operand(ReportFacts& facts, FieldNumber number, const Operand& operand) {
  if (operand.known == Known::kBlank) facts.blanks.push_back(number);
  if (operand.known == Known::kOther) facts.others.push_back(number);
  if (operand.known != Known::kNumber) return;
  if (!operand.number.is_zero()) facts.numbers.emplace_back(number, operand.number.millionths());
  if (operand.field->type == FieldType::kAmount && !operand.unit.empty())
    facts.units.emplace_back(number, operand.unit);
}

bool is_there(const Numbers& numbers, FieldNumber number) {
  return number < numbers.fields.size() && numbers.fields[number].field != nullptr;
}

}  // namespace

ReportFacts facts_of(const Report& report, const Schema& schema) {
  ReportFacts facts{.id = report.id,
                    .org_name = report.title.org_name,
                    .org_type = report.title.org_type,
                    .scope = report.title.scope,
                    .year = report.title.report_year.value_or(0)};
  for (const RecordField& field : report.record.fields)
    if (field.value.status != Status::kNoTable) add_table(facts, field);
  const Numbers numbers = numbers_of(report, schema);
  for (std::size_t i = 0; i < numbers.fields.size(); ++i)
    add_operand(facts, static_cast<FieldNumber>(i), numbers.fields[i]);
  facts.prose = fingerprint_of(report.sections);
  return facts;
}

FactsReader::FactsReader(const Schema& schema) : field_count_(schema.fields.size()) {
  for (const Form& form : schema.forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields)
        if (const auto number = schema.fields.find(field.id))
          tables_[name_of_table(form, table)].emplace_back(*number, &field);
}

Numbers FactsReader::numbers_of(const ReportFacts& facts) const {
  Numbers numbers{.fields = std::vector<Operand>(field_count_),
                  .org_name = facts.org_name,
                  .org_type = facts.org_type,
                  .year = facts.year == 0 ? std::nullopt : std::optional(facts.year)};
  for (const std::string& name : facts.tables)
    if (const auto table = tables_.find(name); table != tables_.end())
      for (const auto& [number, field] : table->second)
        numbers.fields[number] = {.known = Known::kNumber, .is_whole = true, .field = field};
  for (const FieldNumber field : facts.blanks)
    if (is_there(numbers, field)) numbers.fields[field].known = Known::kBlank;
  for (const FieldNumber field : facts.others)
    if (is_there(numbers, field)) numbers.fields[field].known = Known::kOther;
  for (const auto& [field, millionths] : facts.numbers)
    if (is_there(numbers, field)) numbers.fields[field].number = Decimal::of_millionths(millionths);
  for (const auto& [field, unit] : facts.units)
    if (is_there(numbers, field)) numbers.fields[field].unit = unit;
  return numbers;
}

}  // namespace nianbao

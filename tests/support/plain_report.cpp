#include "tests/support/plain_report.h"

#include <algorithm>
#include <stdexcept>

#include "tests/support/places.h"

namespace nianbao::test {

Report plain_report(const std::string& form_id, const std::map<std::string, int>& numbers) {
  const Form* form = built_in_schema().find_form(form_id);
  Report report;
  report.title.org_name = "清河县水务局";
  report.title.report_year = form->first_year;
  report.record.forms = {form};
  for (const FormTable& table : form->tables)
    for (const Field& field : table.fields) {
      const std::string number = std::to_string(numbers.at(field.id));
      report.record.fields.push_back({.form = form,
                                      .field = &field,
                                      .value = {.status = Status::kValue, .number = number, .unit = "", .raw = number},
                                      .where = "L" + std::to_string(report.record.fields.size() + 1),
                                      .table = "T" + std::to_string(table.section)});
    }
  return report;
}

void set_value(Report& report, const std::string& field_id, const Value& value) {
  const auto field = std::find_if(report.record.fields.begin(), report.record.fields.end(),
                                  [&](const RecordField& f) { return f.field->id == field_id; });
  if (field == report.record.fields.end()) throw std::runtime_error("no field " + field_id);
  field->value = value;
}

void set_number(Report& report, const std::string& field_id, const std::string& number) {
  set_value(report, field_id, {.status = Status::kValue, .number = number, .unit = "", .raw = number});
}

void set_blank(Report& report, const std::string& field_id) {
  set_value(report, field_id, {.status = Status::kBlank, .number = "", .unit = "", .raw = ""});
}

}  // namespace nianbao::test

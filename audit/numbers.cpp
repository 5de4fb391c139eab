#include "audit/numbers.h"

namespace nianbao {
namespace {

Known known_from(Status status) {
  switch (status) {
    case Status::kValue:
      return Known::kNumber;
    case Status::kBlank:
    case Status::kMark:
      return Known::kBlank;
    case Status::kNoTable:
      return Known::kTable;
    default:
      return Known::kOther;
  }
}

Operand operand_of(const RecordField& field) {
  Operand operand{.known = known_from(field.value.status), .field = field.field, .shown = &field};
  if (operand.known != Known::kNumber) return operand;
  const auto number = Decimal::parse(field.value.number);
  if (!number) operand.known = Known::kOther;
  operand.number = number.value_or(Decimal());
  operand.is_whole = field.value.number.find('.') == std::string::npos;
  operand.unit = field.value.unit;
  return operand;
}

}  // namespace

Numbers numbers_of(const Report& report, const Schema& schema) {
  Numbers numbers{.fields = std::vector<Operand>(schema.fields.size()),
                  .org_name = report.title.org_name,
                  .org_type = report.title.org_type,
                  .year = report.title.report_year};
  for (const RecordField& field : report.record.fields)
    if (const auto number = schema.fields.find(field.field->id)) numbers.fields[*number] = operand_of(field);
  return numbers;
}

}  // namespace nianbao

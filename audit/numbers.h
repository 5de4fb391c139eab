// The numbers of one report, by field, as comparisons need them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/report.h"
#include "schema/decimal.h"
#include "schema/schema.h"

namespace nianbao {

// What is known of a field.
enum class Known {
  kAbsent,  // the report's forms do not have it
  kTable,   // its table is not there
  kBlank,   // the cell shows nothing, or a mark
  kOther,   // no number for another reason
  kNumber,
};

struct Operand {
  Known known = Known::kAbsent;
  Decimal number;                      // kNumber
  bool is_whole = false;               // kNumber: printed without decimals
  std::string_view unit;               // kNumber; of the report, which must outlive this
  const Field* field = nullptr;        // as the report's form describes it; nullptr where it is absent
  const RecordField* shown = nullptr;  // the cell, where the report is at hand
};

struct Numbers {
  std::vector<Operand> fields;  // by FieldNumber: as many as the schema has
  std::string org_name;
  std::string org_type;
  std::optional<int> year;

  const Operand& at(FieldNumber number) const { return fields[number]; }
};

// A number that is too long for a Decimal is kOther.
Numbers numbers_of(const Report& report, const Schema& schema);

}  // namespace nianbao

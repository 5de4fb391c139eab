// Fields that share a reason for a finding, so that a whole row is one finding and not seven.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audit/finding.h"
#include "normalize/record.h"

namespace nianbao {

struct FieldGroup {
  std::vector<const RecordField*> fields;  // at least one

  // "row label · column label", or the row label alone where there are several.
  std::string label() const;
  std::string label_en() const;
};

using FieldTest = std::function<bool(const RecordField&)>;

// The fields that pass, grouped by consecutive ones of one row, or by section.
std::vector<FieldGroup> groups_by_row(const Record& record, const FieldTest& passes);
std::vector<FieldGroup> groups_by_section(const Record& record, const FieldTest& passes);

// A possible note about these fields: ids, addresses and raw texts filled in (the same one after another once),
// messages not.
Finding finding_about(const FieldGroup& group);

}  // namespace nianbao

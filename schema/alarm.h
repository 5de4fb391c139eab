// Comparisons between numbers of a report, or of two years of one body, as data of schema/rules.json: what must not be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/decimal.h"
#include "schema/field_index.h"

namespace nianbao {

enum class RuleKind;

// `factor` × a field, or a number alone. A field of the year before is written `prev.FIELD`.
struct Term {
  std::int64_t factor = 1;  // with its sign; for fields
  std::optional<FieldNumber> field;
  bool is_previous = false;
  Decimal number;  // where there is no field
};

enum class Relation { kLess, kAtMost, kEqual, kDifferent, kAtLeast, kMore };

// "<", "<=", "=", "!=", ">=", ">".
const char* name_of(Relation relation);
// The one that holds exactly where this does not.
Relation opposite_of(Relation relation);

// Two sums of terms and how they must stand to each other for the alarm.
struct Comparison {
  std::vector<Term> left;
  Relation relation = Relation::kEqual;
  std::vector<Term> right;
};

// All of its conditions together raise the alarm.
struct AlarmCase {
  std::vector<Comparison> when;
  std::vector<FieldNumber> blank;         // cells that show nothing, or a mark
  std::vector<FieldNumber> whole;         // numbers printed without decimals
  std::vector<FieldNumber> without_unit;  // numbers whose unit neither cell nor label states
  std::vector<int> zero_sections;         // tables in which every cell is 0 or shows nothing, and some are 0
  std::optional<RuleKind> kind;           // of this breach, where the rule is graded
  std::string zh;  // what is the matter, in words; {body} and {type} stand for those of the report
  std::string en;
};

// Of which bodies and years something is asked. Empty lists ask nothing.
struct AlarmScope {
  std::vector<std::string> types;           // of organisations
  std::vector<std::string> names;           // words of which the name holds one
  std::vector<std::string> but_offices_of;  // types: the office of such a body is as good as the body
  std::optional<int> first_year;
};

// The first case that applies and holds is the finding.
struct Alarm {
  AlarmScope scope;
  std::vector<AlarmCase> cases;

  // True if a comparison needs the year before.
  bool compares_years() const;
};

}  // namespace nianbao

#include "schema/alarm.h"

#include <algorithm>

namespace nianbao {
namespace {

bool has_previous(const std::vector<Term>& terms) {
  return std::any_of(terms.begin(), terms.end(), [](const Term& term) { return term.is_previous; });
}

}  // namespace

const char* name_of(Relation relation) {
  switch (relation) {
    case Relation::kLess:
      return "<";
    case Relation::kAtMost:
      return "<=";
    case Relation::kEqual:
      return "=";
    case Relation::kDifferent:
      return "!=";
    case Relation::kAtLeast:
      return ">=";
    case Relation::kMore:
      return ">";
  }
  return "";
}

Relation opposite_of(Relation relation) {
  switch (relation) {
    case Relation::kLess:
      return Relation::kAtLeast;
    case Relation::kAtMost:
      return Relation::kMore;
    case Relation::kEqual:
      return Relation::kDifferent;
    case Relation::kDifferent:
      return Relation::kEqual;
    case Relation::kAtLeast:
      return Relation::kLess;
    case Relation::kMore:
      return Relation::kAtMost;
  }
  return relation;
}

bool Alarm::compares_years() const {
  return std::any_of(cases.begin(), cases.end(), [](const AlarmCase& one) {
    return std::any_of(one.when.begin(), one.when.end(),
                       [](const Comparison& c) { return has_previous(c.left) || has_previous(c.right); });
  });
}

}  // namespace nianbao

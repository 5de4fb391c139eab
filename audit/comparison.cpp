#include "audit/comparison.h"

#include <algorithm>
#include <optional>

#include "audit/alarm_finding.h"
#include "audit/body_name.h"

namespace nianbao {
namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool applies(const AlarmScope& scope, const Numbers& report, const Lexicon& lexicon) {
  if (!scope.types.empty() && !has(scope.types, report.org_type)) return false;
  if (!scope.names.empty() && std::none_of(scope.names.begin(), scope.names.end(), [&](const std::string& word) {
        return report.org_name.find(word) != std::string::npos;
      }))
    return false;
  if (!scope.but_offices_of.empty() && has(scope.but_offices_of, body_type_of_office(report.org_name, lexicon)))
    return false;
  return !scope.first_year || (report.year && *report.year >= *scope.first_year);
}

// Three-valued: what is not known may still be decided by another comparison.
Truth all_of(Truth a, Truth b) {
  if (a == Truth::kNotAsked || b == Truth::kNotAsked) return Truth::kNotAsked;
  if (a == Truth::kFails || b == Truth::kFails) return Truth::kFails;
  return a == Truth::kUnknown || b == Truth::kUnknown ? Truth::kUnknown : Truth::kHolds;
}

Truth truth_of(bool holds) { return holds ? Truth::kHolds : Truth::kFails; }

bool stand(Decimal left, Relation relation, Decimal right) {
  switch (relation) {
    case Relation::kLess:
      return left < right;
    case Relation::kAtMost:
      return left <= right;
    case Relation::kEqual:
      return left == right;
    case Relation::kDifferent:
      return left != right;
    case Relation::kAtLeast:
      return left >= right;
    case Relation::kMore:
      return left > right;
  }
  return false;
}

class CaseEvaluator {
 public:
  explicit CaseEvaluator(const Years& years) : years_(years) {}

  Truth evaluate(const AlarmCase& one) {
    Truth truth = Truth::kHolds;
    for (const Comparison& comparison : one.when) truth = all_of(truth, holds(comparison));
    for (const FieldNumber field : one.blank) truth = all_of(truth, is_blank(field));
    for (const FieldNumber field : one.whole)
      truth = all_of(truth, asked_of(field, years_.current->at(field).is_whole));
    for (const FieldNumber field : one.without_unit)
      truth = all_of(truth, asked_of(field, years_.current->at(field).unit.empty()));
    for (const int section : one.zero_sections) truth = all_of(truth, is_zero(section));
    return truth == Truth::kUnknown && !has_number_ ? Truth::kNotAsked : truth;
  }

  const std::vector<FieldOfYear>& unknown() const { return unknown_; }

 private:
  const Operand* operand(const Term& term) const {
    const Numbers* year = term.is_previous ? years_.previous : years_.current;
    return year == nullptr ? nullptr : &year->at(*term.field);
  }

  Truth holds(const Comparison& comparison) {
    std::optional<Decimal> left = Decimal();
    std::optional<Decimal> right = Decimal();
    const Truth known = all_of(add(comparison.left, left), add(comparison.right, right));
    if (known == Truth::kNotAsked || has_two_units(comparison)) return Truth::kNotAsked;
    if (known != Truth::kHolds || !left || !right) return Truth::kUnknown;
    return truth_of(stand(*left, comparison.relation, *right));
  }

  // kHolds: the sum is known, and nothing where it is too large.
  Truth add(const std::vector<Term>& terms, std::optional<Decimal>& sum) {
    Truth truth = Truth::kHolds;
    for (const Term& term : terms) {
      std::optional<Decimal> number = term.number;
      if (term.field) {
        truth = all_of(truth, look_at(term));
        if (truth == Truth::kNotAsked) return truth;
        number = operand(term)->number.times(term.factor);
      }
      if (sum) sum = number ? sum->plus(*number) : std::nullopt;
    }
    return truth;
  }

  Truth look_at(const Term& term) {
    const Operand* value = operand(term);
    if (value == nullptr || value->known == Known::kAbsent || value->known == Known::kTable) return Truth::kNotAsked;
    if (value->known == Known::kNumber) {
      has_number_ = true;
      return Truth::kHolds;
    }
    unknown_.push_back({*term.field, term.is_previous});
    return Truth::kUnknown;
  }

  // Amounts of two years in different units say nothing about each other.
  bool has_two_units(const Comparison& comparison) const {
    if (years_.previous == nullptr) return false;
    const auto differs = [&](const Term& term) {
      return term.field && term.is_previous &&
             years_.previous->at(*term.field).unit != years_.current->at(*term.field).unit &&
             (is_current_in(comparison.left, *term.field) || is_current_in(comparison.right, *term.field));
    };
    return std::any_of(comparison.left.begin(), comparison.left.end(), differs) ||
           std::any_of(comparison.right.begin(), comparison.right.end(), differs);
  }

  static bool is_current_in(const std::vector<Term>& terms, FieldNumber field) {
    return std::any_of(terms.begin(), terms.end(),
                       [&](const Term& term) { return term.field == field && !term.is_previous; });
  }

  Truth is_blank(FieldNumber field) const {
    const Known known = years_.current->at(field).known;
    return known == Known::kAbsent ? Truth::kNotAsked : truth_of(known == Known::kBlank);
  }

  Truth asked_of(FieldNumber field, bool holds) const {
    return years_.current->at(field).known == Known::kNumber ? truth_of(holds) : Truth::kNotAsked;
  }

  Truth is_zero(int section) const {
    bool has_zero = false;
    for (const Operand& operand : years_.current->fields) {
      if (operand.field == nullptr || operand.field->section != section || operand.known == Known::kBlank) continue;
      if (operand.known != Known::kNumber || !operand.number.is_zero()) return Truth::kFails;
      has_zero = true;
    }
    return truth_of(has_zero);
  }

  const Years& years_;
  bool has_number_ = false;
  std::vector<FieldOfYear> unknown_;
};

void append(std::vector<Finding>& all, std::vector<Finding> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

AlarmResult evaluate(const Alarm& alarm, const Years& years, const Schema& schema) {
  AlarmResult result;
  if (!applies(alarm.scope, *years.current, schema.lexicon)) return result;
  for (const AlarmCase& one : alarm.cases) {
    CaseEvaluator evaluator(years);
    const Truth truth = evaluator.evaluate(one);
    if (truth == Truth::kHolds) return {truth, &one, {}};
    if (truth == Truth::kUnknown)
      result.unknown.insert(result.unknown.end(), evaluator.unknown().begin(), evaluator.unknown().end());
    result.truth = std::max(result.truth, truth);
  }
  return result;
}

std::vector<Finding> findings_of(const RuleSpec& rule, const Years& years, const Schema& schema) {
  std::vector<Finding> findings;
  std::vector<FieldOfYear> unknown;
  for (const Alarm& alarm : rule.alarms) {
    const AlarmResult result = evaluate(alarm, years, schema);
    if (result.truth == Truth::kHolds) findings.push_back(alarm_finding(rule, *result.which, years));
    unknown.insert(unknown.end(), result.unknown.begin(), result.unknown.end());
  }
  if (!unknown.empty()) findings.push_back(unknown_finding(rule, unknown, years));
  return findings;
}

std::vector<Finding> check_alarms(const Report& report, const Schema& schema) {
  const Numbers numbers = numbers_of(report, schema);
  std::vector<Finding> findings;
  for (const RuleSpec& rule : schema.rules.rules)
    if (!rule.compares_years) append(findings, findings_of(rule, {&numbers, nullptr}, schema));
  return findings;
}

}  // namespace nianbao

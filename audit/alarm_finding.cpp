#include "audit/alarm_finding.h"

#include <algorithm>

#include "audit/rules.h"
#include "schema/text.h"

namespace nianbao {
namespace {

const Operand& operand_of(const FieldOfYear& field, const Years& years) {
  return (field.is_previous ? years.previous : years.current)->at(field.field);
}

bool is_same(const FieldOfYear& a, const FieldOfYear& b) {
  return a.field == b.field && a.is_previous == b.is_previous;
}

void add_once(std::vector<FieldOfYear>& fields, const FieldOfYear& field) {
  if (std::none_of(fields.begin(), fields.end(), [&](const FieldOfYear& f) { return is_same(f, field); }))
    fields.push_back(field);
}

// All fields of the comparisons, each once, in their order.
std::vector<FieldOfYear> fields_of(const std::vector<Comparison>& when) {
  std::vector<FieldOfYear> fields;
  for (const Comparison& comparison : when)
    for (const auto* side : {&comparison.left, &comparison.right})
      for (const Term& term : *side)
        if (term.field) add_once(fields, {*term.field, term.is_previous});
  return fields;
}

void join(std::string& list, const std::string& separator, const std::string& item) {
  if (!item.empty()) list += (list.empty() ? "" : separator) + item;
}

std::string id_of(const FieldOfYear& field, const Years& years) {
  return (field.is_previous ? "prev." : "") + operand_of(field, years).field->id;
}

void name_fields(Finding& finding, const std::vector<FieldOfYear>& fields, const Years& years) {
  for (const FieldOfYear& field : fields) {
    const Operand& operand = operand_of(field, years);
    const std::string& id = operand.field->id;
    if (std::find(finding.fields.begin(), finding.fields.end(), id) == finding.fields.end())
      finding.fields.push_back(id);
    if (operand.shown != nullptr && !operand.shown->where.empty()) join(finding.where, "; ", operand.shown->where);
  }
}

enum class Tongue { kChinese, kEnglish };

std::string name_of(const FieldOfYear& field, const Years& years, Tongue tongue) {
  const Field& described = *operand_of(field, years).field;
  if (tongue == Tongue::kChinese) return (field.is_previous ? "上年 " : "") + described.description_zh;
  return (field.is_previous ? "last year's " : "") + described.description_en;
}

std::string factor_of(const Term& term, bool is_first) {
  const std::string sign = term.factor < 0 ? (is_first ? "-" : " - ") : (is_first ? "" : " + ");
  const std::int64_t size = term.factor < 0 ? -term.factor : term.factor;
  return sign + (size == 1 ? "" : std::to_string(size) + " × ");
}

std::string side_text(const std::vector<Term>& terms, const Years& years, Tongue tongue) {
  std::string text;
  for (const Term& term : terms) {
    if (!term.field) {
      text += (text.empty() ? "" : " + ") + term.number.text();
      continue;
    }
    const FieldOfYear field{*term.field, term.is_previous};
    text +=
        factor_of(term, text.empty()) + name_of(field, years, tongue) + " " + operand_of(field, years).number.text();
  }
  return text;
}

std::string comparisons_text(const AlarmCase& one, const Years& years, Tongue tongue) {
  std::string text;
  for (const Comparison& comparison : one.when)
    join(text, tongue == Tongue::kChinese ? "；" : "; ",
         side_text(comparison.left, years, tongue) + " " + name_of(comparison.relation) + " " +
             side_text(comparison.right, years, tongue));
  return text;
}

// Of sums that were found to be known and not too large.
Decimal sum_of(const std::vector<Term>& terms, const Years& years) {
  Decimal sum;
  for (const Term& term : terms) {
    const Decimal number = term.field ? operand_of({*term.field, term.is_previous}, years).number : term.number;
    sum = sum.plus(term.field ? number.times(term.factor).value_or(number) : number).value_or(sum);
  }
  return sum;
}

void state_sides(Finding& finding, const Comparison& comparison, const Years& years) {
  const Decimal left = sum_of(comparison.left, years);
  const Decimal right = sum_of(comparison.right, years);
  const Relation wanted = opposite_of(comparison.relation);
  finding.actual = left.text();
  finding.expected = (wanted == Relation::kEqual ? "" : name_of(wanted) + std::string(" ")) + right.text();
  finding.difference = left.minus(right).value_or(Decimal()).text();
}

std::string number_text(const FieldOfYear& field, const Years& years) {
  const Operand& operand = operand_of(field, years);
  return id_of(field, years) + "=" + operand.number.text() +
         (operand.field->type == FieldType::kAmount && !operand.unit.empty() ? " " + std::string(operand.unit) : "");
}

// "section 3: 160 × 0, 1 × blank".
std::string zeros_text(int section, const Numbers& numbers) {
  int zeros = 0;
  int blanks = 0;
  for (const Operand& operand : numbers.fields)
    if (operand.field != nullptr && operand.field->section == section)
      ++(operand.known == Known::kBlank ? blanks : zeros);
  std::string text = "section " + std::to_string(section) + ": " + std::to_string(zeros) + " × 0";
  return blanks == 0 ? text : text + ", " + std::to_string(blanks) + " × blank";
}

// The words of a case about this body.
std::string words_about(const Numbers& report, const std::string& words) {
  return replace_all(replace_all(words, "{body}", report.org_name), "{type}", report.org_type);
}

std::string sentence(const std::string& words, const std::string& numbers, Tongue tongue) {
  if (numbers.empty()) return words + (tongue == Tongue::kChinese ? "。" : ".");
  return words + (tongue == Tongue::kChinese ? "：" : ": ") + numbers + (tongue == Tongue::kChinese ? "。" : ".");
}

std::string why_unknown(const Operand& operand) {
  if (operand.shown != nullptr) return name_of(operand.shown->value.status);
  return operand.known == Known::kBlank ? "blank" : "no number";
}

}  // namespace

Finding alarm_finding(const RuleSpec& rule, const AlarmCase& one, const Years& years) {
  const RuleKind kind = one.kind.value_or(rule.kind);
  Finding finding{.rule = rule.id, .severity = severity_of(kind)};
  finding.outcome = kind == RuleKind::kPlausible ? Outcome::kPossible : Outcome::kViolated;
  const std::vector<FieldOfYear> fields = fields_of(one.when);
  name_fields(finding, fields, years);
  for (const FieldOfYear& field : fields) join(finding.evidence, "; ", number_text(field, years));
  for (const int section : one.zero_sections) join(finding.evidence, "; ", zeros_text(section, *years.current));
  if (!one.when.empty()) state_sides(finding, one.when.back(), years);
  finding.message_zh =
      sentence(words_about(*years.current, one.zh), comparisons_text(one, years, Tongue::kChinese), Tongue::kChinese);
  finding.message_en =
      sentence(words_about(*years.current, one.en), comparisons_text(one, years, Tongue::kEnglish), Tongue::kEnglish);
  return finding;
}

Finding unknown_finding(const RuleSpec& rule, const std::vector<FieldOfYear>& unknown, const Years& years) {
  std::vector<FieldOfYear> fields;
  for (const FieldOfYear& field : unknown) add_once(fields, field);
  Finding finding{.rule = rule.id, .severity = Severity::kNote, .outcome = Outcome::kCannotCheck};
  name_fields(finding, fields, years);
  std::string zh;
  std::string en;
  for (const FieldOfYear& field : fields) {
    join(finding.evidence, "; ", id_of(field, years) + ": " + why_unknown(operand_of(field, years)));
    join(zh, "、", name_of(field, years, Tongue::kChinese));
    join(en, ", ", name_of(field, years, Tongue::kEnglish));
  }
  finding.message_zh = "无法核对「" + rule.zh + "」没有数字：" + zh + "。";
  finding.message_en = "Cannot be checked (" + rule.en + ") for there is no number: " + en + ".";
  return finding;
}

}  // namespace nianbao

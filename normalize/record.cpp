#include "normalize/record.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "extract/labelled_table.h"
#include "normalize/number.h"
#include "normalize/run_together.h"
#include "normalize/unit.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// What a picture beside the text shows, the text cannot tell.
Status status_of(Reading reading, bool holds_object) {
  if (holds_object) return Status::kUnreadable;
  switch (reading) {
    case Reading::kNumber:
      return Status::kValue;
    case Reading::kBlank:
      return Status::kBlank;
    case Reading::kMark:
      return Status::kMark;
    case Reading::kAmbiguous:
      return Status::kAmbiguous;
    case Reading::kDamaged:
      return Status::kUnreadable;
    case Reading::kText:
      return Status::kText;
  }
  return Status::kText;
}

Status status_of(Absence absence) {
  switch (absence) {
    case Absence::kCell:
      return Status::kNoCell;
    case Absence::kRow:
      return Status::kNoRow;
    case Absence::kTable:
    case Absence::kNone:
      return Status::kNoTable;
  }
  return Status::kNoTable;
}

// Bytes. A cell may stand for many fields, so what is said of many cells together is cut.
constexpr std::size_t kLongestJoined = 16U << 10U;

std::string joined_raw(const std::vector<const Cell*>& cells) {
  std::string raw;
  for (const Cell* cell : cells) {
    if (raw.size() > kLongestJoined) return raw + " | …";
    raw += (cell == cells.front() ? "" : " | ") + cell->text;
  }
  return raw;
}

// What labels and statements say, once for each: a report has few and many fields under them.
class LabelUnits {
 public:
  explicit LabelUnits(const Lexicon& words) : lexicon(words) {}

  const std::string& of(const std::string& label) {
    const auto [at, is_new] = labels_.try_emplace(label);
    if (is_new) at->second = unit_in_label(label, lexicon);
    return at->second;
  }

  const std::vector<std::string>& of_statement(const std::string& text) {
    const auto [at, is_new] = statements_.try_emplace(text);
    if (is_new) at->second = units_in_statement(text, lexicon);
    return at->second;
  }

  const Lexicon& lexicon;

 private:
  std::unordered_map<std::string, std::string> labels_;
  std::unordered_map<std::string, std::vector<std::string>> statements_;
};

// Whether all units are those of counts: 件 and 个 are one size.
bool are_counts(const std::set<std::string>& units, const Lexicon& lexicon) {
  return std::all_of(units.begin(), units.end(),
                     [&](const std::string& unit) { return lexicon.allows_unit(FieldType::kCount, unit); });
}

// The units that a table's texts state for a field of this type. Money is not the unit of counts, nor the other way.
std::set<std::string> table_units(const FieldMatch& match, LabelUnits& labels) {
  const bool amount = match.field->type == FieldType::kAmount;
  std::set<std::string> units;
  for (const std::string& statement : match.statements)
    for (const std::string& unit : labels.of_statement(statement)) {
      if (!(amount ? counts_something(unit, labels.lexicon) : labels.lexicon.allows_unit(FieldType::kAmount, unit)))
        units.insert(unit);
    }
  if (!amount && units.size() > 1 && are_counts(units, labels.lexicon)) units.clear();
  return units;
}

// The units stated for a value that prints none: by its column, its row, or its table; the nearest ones that state any.
std::set<std::string> stated_units(const FieldMatch& match, LabelUnits& labels) {
  std::set<std::string> units;
  for (const std::string* label : {&match.header, &match.row_label})
    if (const std::string& unit = labels.of(*label); !unit.empty()) units.insert(unit);
  return units.empty() ? table_units(match, labels) : units;
}

// A unit that is stated and that the field cannot have (万件 over a count), or several, make the number another one.
void state_unit(Value& value, const FieldMatch& match, LabelUnits& labels) {
  if (!value.unit.empty()) return;
  const std::set<std::string> stated = stated_units(match, labels);
  if (stated.empty()) {
    value.unit = match.field->unit;
  } else if (stated.size() == 1 && labels.lexicon.allows_unit(match.field->type, *stated.begin())) {
    value.unit = *stated.begin();
  } else {
    value.status = Status::kText;
    value.number.clear();
  }
}

// Of an ambiguous field all cells that it may be.
std::string joined_addresses(const FieldMatch& match, Addresses& addresses) {
  std::string where;
  for (const Cell* cell : match.cells) {
    if (where.size() > kLongestJoined) return where + "; …";
    where += (where.empty() ? "" : "; ") + addresses.of(table_with(match.tables, *cell), *cell);
  }
  return where;
}

// `发布总数量：61` shows 61.
RecordExtra extra_from(const ExtraMatch& match, const Document& document, const Lexicon& lexicon) {
  RecordExtra extra{.section = match.section,
                    .where = address_of(document, *match.table, *match.cell),
                    .label = match.label,
                    .raw = match.cell->text,
                    .number = ""};
  std::string_view shown = trim(extra.raw);
  for (const std::string_view colon : {std::string_view("："), std::string_view(":")}) {
    const std::size_t at = shown.rfind(colon);
    // 1:2 and 8:30 are no label with a number.
    const bool between_figures = at != std::string_view::npos && at > 0 && shown[at - 1] >= '0' && shown[at - 1] <= '9';
    if (at == std::string_view::npos || between_figures || !extra.label.empty()) continue;
    extra.label = std::string(trim(shown.substr(0, at)));
    shown = trim(shown.substr(at + colon.size()));
  }
  const Number number = read_number(shown, FieldType::kCount, lexicon);
  if (number.reading == Reading::kNumber) extra.number = number.digits;
  return extra;
}

Value value_of(const FieldMatch& match, LabelUnits& labels) {
  if (match.cells.empty()) return {.status = status_of(match.absence)};
  if (match.ambiguous || match.cells.size() > 1) return {.status = Status::kAmbiguous, .raw = joined_raw(match.cells)};
  const Cell& cell = *match.cells.front();
  const Number number = read_number(cell.text, match.field->type, labels.lexicon);
  Value value{.status = status_of(number.reading, cell.holds_object), .raw = cell.text};
  if (value.status != Status::kValue) return value;
  value.number = number.digits;
  value.unit = number.unit;
  state_unit(value, match, labels);
  return value;
}

}  // namespace

Value read_value(const FieldMatch& match, const Lexicon& lexicon) {
  LabelUnits labels(lexicon);
  return value_of(match, labels);
}

const RecordField* Record::find(const std::string& field_id) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const RecordField& f) { return f.field->id == field_id; });
  return found == fields.end() ? nullptr : &*found;
}

Record make_record(const ReportMatch& match, const Document& document, const Lexicon& lexicon) {
  Record record{.forms = match.forms, .fields = {}, .extras = {}};
  LabelUnits labels(lexicon);
  Addresses addresses(document);
  record.fields.reserve(match.fields.size());
  for (const FieldMatch& field : match.fields) {
    record.fields.push_back({.form = field.form,
                             .field = field.field,
                             .value = value_of(field, labels),
                             .how = field.how,
                             .where = "",
                             .table = ""});
    if (const Table* table = field.table()) record.fields.back().table = addresses.of(*table);
    record.fields.back().where = joined_addresses(field, addresses);
  }
  solve_run_together(match, record, lexicon);
  for (const ExtraMatch& extra : match.extras) record.extras.push_back(extra_from(extra, document, lexicon));
  for (const MarkMatch& mark : match.marks)
    record.extras.push_back(
        {.section = mark.section, .where = mark.where, .label = kLeftMark, .raw = mark.text, .number = ""});
  return record;
}

}  // namespace nianbao

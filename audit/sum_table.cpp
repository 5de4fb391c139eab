#include "audit/sum_table.h"

#include <algorithm>
#include <functional>

#include "audit/whole_number.h"

namespace nianbao {
namespace {

// Where in `table` the field stands that `field` is of.
std::optional<std::size_t> place_of(const Form& form, const FormTable& table, const RecordField& field) {
  const std::less<> before;
  const Field* first = table.fields.data();
  if (field.form != &form || before(field.field, first) || !before(field.field, first + table.fields.size()))
    return std::nullopt;
  return static_cast<std::size_t>(field.field - first);
}

// The fields of one table of a form in the record; none where the record has the table from another form.
std::vector<const RecordField*> cells_of(const Record& record, const Form& form, const FormTable& table) {
  std::vector<const RecordField*> cells(table.fields.size());
  bool is_there = false;
  for (const RecordField& field : record.fields)
    if (const auto place = place_of(form, table, field)) {
      cells[*place] = &field;
      is_there = true;
    }
  if (!is_there) cells.clear();
  return cells;
}

// Numbers that are not 0, then the count of cells that are not known: "272 + 3 + 17 × ?".
std::string side(const SumTable& table, const Identity& identity, int sign) {
  std::string text;
  int unknown = 0;
  for (const auto& [cell, own] : identity.terms) {
    if (own != sign || table.numbers[cell] == 0) continue;
    if (table.numbers[cell])
      text += (text.empty() ? "" : " + ") + std::to_string(*table.numbers[cell]);
    else
      ++unknown;
  }
  if (unknown > 0) text += (text.empty() ? "" : " + ") + (unknown > 1 ? std::to_string(unknown) + " × ?" : "?");
  return text.empty() ? "0" : text;
}

}  // namespace

const std::string& SumTable::place() const {
  return (*std::find_if(cells.begin(), cells.end(), [](const RecordField* cell) { return cell != nullptr; }))->table;
}

std::optional<std::size_t> SumTable::index_of(const RecordField& field) const { return place_of(*form, *table, field); }

bool SumTable::is_complete(const Identity& identity) const {
  return std::all_of(identity.terms.begin(), identity.terms.end(),
                     [&](const auto& term) { return numbers[term.first].has_value(); });
}

bool SumTable::has_unknown() const {
  return std::any_of(numbers.begin(), numbers.end(), [](const auto& number) { return !number; });
}

bool SumTable::is_empty() const {
  return std::none_of(numbers.begin(), numbers.end(), [](const auto& number) { return number.has_value(); });
}

std::int64_t SumTable::difference(const Identity& identity) const {
  std::int64_t sum = 0;
  for (const auto& [cell, sign] : identity.terms) sum += sign * numbers[cell].value_or(0);
  return sum;
}

std::string SumTable::written(const Identity& identity) const {
  const bool breaks = is_complete(identity) && difference(identity) != 0;
  return side(*this, identity, +1) + (breaks ? " ≠ " : " = ") + side(*this, identity, -1);
}

std::string SumTable::said(const Identity& identity) const {
  return identity.rule + (identity.line_zh.empty() ? "" : " " + identity.line_zh) + ": " + written(identity);
}

std::vector<SumTable> sum_tables(const Record& record) {
  std::vector<SumTable> tables;
  for (const Form* form : record.forms)
    for (std::size_t i = 0; i < form->tables.size(); ++i) {
      SumTable table{.form = form, .table = &form->tables[i]};
      for (const Identity& identity : form->identities)
        if (identity.table == i) table.identities.push_back(&identity);
      if (table.identities.empty()) continue;
      table.cells = cells_of(record, *form, form->tables[i]);
      if (table.cells.empty()) continue;
      for (const RecordField* cell : table.cells)
        table.numbers.push_back(cell == nullptr ? std::nullopt : whole_number(cell->value));
      tables.push_back(std::move(table));
    }
  return tables;
}

TableSystem::TableSystem(const SumTable& table, const std::vector<const Identity*>& identities) {
  std::vector<std::size_t> places(table.numbers.size());
  for (std::size_t i = 0; i < table.numbers.size(); ++i)
    if (!table.numbers[i]) {
      places[i] = cells_.size();
      cells_.push_back(i);
    }
  std::vector<LinearRow> rows;
  rows.reserve(identities.size());
  for (const Identity* identity : identities) {
    LinearRow& row = rows.emplace_back();
    for (const auto& [cell, sign] : identity->terms)
      if (table.numbers[cell]) {
        row.total -= sign * *table.numbers[cell];
      } else {
        if (row.terms.empty()) row.terms.reserve(identity->terms.size());
        row.terms.emplace_back(places[cell], sign);
      }
  }
  system_ = {cells_.size(), std::move(rows)};
}

}  // namespace nianbao

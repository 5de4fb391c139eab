#include "extract/known_choices.h"

#include <algorithm>
#include <utility>

namespace nianbao {
namespace {

constexpr std::size_t kMostCells = 2'000;
constexpr std::size_t kLargestShape = 64U << 10U;
constexpr std::size_t kLargestNumber = 0xFFFF;

// As so many bytes; false where it needs more.
bool append_number(std::string& to, std::size_t number) {
  if (number > kLargestNumber) return false;
  to += static_cast<char>(number & 0xFFU);
  to += static_cast<char>(number >> 8U);
  return true;
}

bool append_place(std::string& to, const Cell& cell) {
  return append_number(to, cell.row) && append_number(to, cell.column) && append_number(to, cell.rows) &&
         append_number(to, cell.columns);
}

// Each ends with a byte that no text has.
void append_keys(std::string& to, const LabelKeys& keys) {
  constexpr char kEndOfKey = '\xFE';
  constexpr char kEndOfKeys = '\xFF';
  for (std::size_t i = 0; i < keys.size(); ++i) (to += keys[i]) += kEndOfKey;
  to += kEndOfKeys;
}

bool append_part(std::string& to, const Table& part) {
  to += part.is_grid ? 'g' : 'r';
  to += part.merged_is_blank ? 'm' : '-';
  if (!append_number(to, part.row_count) || !append_number(to, part.cells.size())) return false;
  if (!append_number(to, part.after.size())) return false;
  return std::all_of(part.after.begin(), part.after.end(), [&](const auto& after) {
    return append_number(to, after.first) && append_number(to, after.second);
  });
}

bool append_cell(std::string& to, const LabelledTable& table, const Cell& cell) {
  const auto flag = [](bool is_set, unsigned bit) { return is_set ? 1U << bit : 0U; };
  to += static_cast<char>(flag(table.is_blank(cell), 0) | flag(cell.holds_object, 1) | flag(cell.is_whole_row, 2) |
                          flag(cell.run_together, 3));
  append_keys(to, table.keys(cell));
  return append_place(to, cell);
}

}  // namespace

std::optional<std::string> shape_of(const LabelledTable& table) {
  if (table.cell_count() > kMostCells) return std::nullopt;
  std::string shape;
  for (const Table* part : table.parts()) {
    if (!append_part(shape, *part)) return std::nullopt;
    for (const Cell& cell : part->cells)
      if (!append_cell(shape, table, cell) || shape.size() > kLargestShape) return std::nullopt;
  }
  return shape;
}

std::uint32_t KnownChoices::place_of(const LabelledTable& table, const Cell* cell) {
  return cell == nullptr ? kNoCell : static_cast<std::uint32_t>(table.index(*cell));
}

const Cell* KnownChoices::cell_at(const LabelledTable& table, std::uint32_t place) {
  return place == kNoCell ? nullptr : &table.cell(place);
}

KnownChoices::KnownChoice KnownChoices::known_of(const LabelledTable& table, const Schema& schema,
                                                 const FormChoice& choice) {
  KnownChoice known{.form = static_cast<std::size_t>(choice.form - schema.forms.data()),
                    .table = static_cast<std::size_t>(choice.match.table - choice.form->tables.data()),
                    .fields = {},
                    .extras = {},
                    .counts = choice.match};
  known.counts.fields.clear();
  known.counts.extras.clear();
  for (const FieldCells& field : choice.match.fields) {
    KnownField& of = known.fields.emplace_back(KnownField{.cells = {},
                                                          .header = place_of(table, field.header),
                                                          .row_label = place_of(table, field.row_label),
                                                          .without_cells = field});
    of.without_cells.cells.clear();
    for (const Cell* cell : field.cells) of.cells.push_back(place_of(table, cell));
  }
  for (const ExtraCell& extra : choice.match.extras)
    known.extras.push_back({place_of(table, extra.cell), place_of(table, extra.row), place_of(table, extra.column)});
  return known;
}

FormChoice KnownChoices::choice_of(const LabelledTable& table, const Schema& schema, const KnownChoice& known) {
  FormChoice choice{.form = &schema.forms[known.form], .match = known.counts};
  choice.match.table = &choice.form->tables[known.table];
  choice.match.fields.reserve(known.fields.size());
  for (const KnownField& field : known.fields) {
    FieldCells& made = choice.match.fields.emplace_back(field.without_cells);
    made.header = cell_at(table, field.header);
    made.row_label = cell_at(table, field.row_label);
    for (const std::uint32_t place : field.cells) made.cells.push_back(cell_at(table, place));
  }
  for (const KnownExtra& extra : known.extras)
    choice.match.extras.push_back(
        {cell_at(table, extra.cell), cell_at(table, extra.row), cell_at(table, extra.column)});
  return choice;
}

std::optional<std::vector<FormChoice>> KnownChoices::find(const std::string& shape, const LabelledTable& table,
                                                          const Schema& schema) const {
  if (schema_ != schema.reading_digest) return std::nullopt;
  const auto found = by_shape_.find(shape);
  if (found == by_shape_.end()) return std::nullopt;
  std::vector<FormChoice> choices;
  choices.reserve(found->second.size());
  for (const KnownChoice& known : found->second) choices.push_back(choice_of(table, schema, known));
  return choices;
}

void KnownChoices::add(std::string shape, const LabelledTable& table, const Schema& schema,
                       const std::vector<FormChoice>& choices) {
  if (schema_ != schema.reading_digest || by_shape_.size() == kMostShapes) by_shape_.clear();
  schema_ = schema.reading_digest;
  std::vector<KnownChoice> known;
  known.reserve(choices.size());
  for (const FormChoice& choice : choices) known.push_back(known_of(table, schema, choice));
  by_shape_.emplace(std::move(shape), std::move(known));
}

}  // namespace nianbao

#include "extract/report_match.h"

#include <algorithm>
#include <map>
#include <optional>

#include "schema/text.h"

namespace nianbao {
namespace {

struct FormChoice {
  const Form* form = nullptr;
  TableMatch match;
};

// A table of the document with the forms that fit it best, all equally.
struct TableChoice {
  const Table* table = nullptr;
  std::size_t block = 0;  // index into Document::blocks
  std::vector<FormChoice> best;
  const FormChoice* chosen = nullptr;
};

std::vector<FormChoice> best_choices(const Table& table, const Schema& schema) {
  const LabelledTable labelled(table);
  std::vector<FormChoice> best;
  for (const Form& form : schema.forms)
    for (const FormTable& form_table : form.tables) {
      TableMatch match = match_table(labelled, form_table);
      if (!match.is_plausible()) continue;
      if (!best.empty() && match.score() < best.front().match.score()) continue;
      if (!best.empty() && match.score() > best.front().match.score()) best.clear();
      best.push_back({&form, std::move(match)});
    }
  return best;
}

std::vector<TableChoice> choices_of(const Document& document, const Schema& schema) {
  std::vector<TableChoice> choices;
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    if (const auto* table = std::get_if<Table>(&document.blocks[i]))
      choices.push_back({table, i, best_choices(*table, schema), nullptr});
  return choices;
}

// The form that most of the decided tables follow, the earlier one of two; nullptr where nothing is decided.
const Form* leading_form(const std::vector<TableChoice>& choices) {
  std::map<const Form*, int> votes;
  for (const TableChoice& choice : choices)
    if (choice.best.size() == 1) ++votes[choice.best.front().form];
  const Form* leading = nullptr;
  for (const TableChoice& choice : choices) {
    if (choice.best.size() != 1) continue;
    const Form* form = choice.best.front().form;
    if (leading == nullptr || votes[form] > votes[leading]) leading = form;
  }
  return leading;
}

void decide(std::vector<TableChoice>& choices) {
  const Form* leading = leading_form(choices);
  for (TableChoice& choice : choices) {
    if (choice.best.empty()) continue;
    const auto same =
        std::find_if(choice.best.begin(), choice.best.end(), [&](const FormChoice& c) { return c.form == leading; });
    // Where nothing else decides, the latest of the forms that fit alike.
    choice.chosen = same == choice.best.end() ? &choice.best.back() : &*same;
  }
}

std::string shown_text(const Cell* cell) {
  std::string text;
  if (cell != nullptr)
    for (const std::string_view line : split_lines(cell->text)) text += trim(line);
  return text;
}

FieldMatch field_from(const TableChoice& choice, std::size_t index) {
  const FieldCells& from = choice.chosen->match.fields[index];
  FieldMatch field{.form = choice.chosen->form,
                   .field = &choice.chosen->match.table->fields[index],
                   .table = choice.table,
                   .cells = from.cells,
                   .ambiguous = from.ambiguous,
                   .how = from.how,
                   .header = shown_text(from.header)};
  if (field.cells.empty()) field.absence = from.row_found ? Absence::kCell : Absence::kRow;
  return field;
}

// Two tables have the same field: what is there wins over what is not; two that differ are ambiguous.
void merge(FieldMatch& into, const FieldMatch& other) {
  if (other.absence != Absence::kNone) {
    into.absence = std::min(into.absence, other.absence);
    return;
  }
  if (into.absence != Absence::kNone) {
    into = other;
    return;
  }
  const bool same =
      !into.ambiguous && !other.ambiguous && trim(into.cells.front()->text) == trim(other.cells.front()->text);
  if (same) return;
  into.ambiguous = true;
  into.cells.insert(into.cells.end(), other.cells.begin(), other.cells.end());
}

class FieldList {
 public:
  void add(FieldMatch field) {
    const auto [at, is_new] = index_.try_emplace(field.field->id, fields_.size());
    if (is_new)
      fields_.push_back(std::move(field));
    else
      merge(fields_[at->second], field);
  }

  void add_missing(const Form& form, const FormTable& table) {
    for (const Field& field : table.fields) add({.form = &form, .field = &field, .absence = Absence::kTable});
  }

  std::vector<FieldMatch> take() { return std::move(fields_); }

 private:
  std::map<std::string, std::size_t> index_;
  std::vector<FieldMatch> fields_;
};

bool is_chosen_for(const TableChoice& choice, const FormTable& table) {
  return choice.chosen != nullptr && choice.chosen->match.table->id == table.id;
}

// The fields in the order of the leading form's tables, then those of tables that only other forms have.
std::vector<FieldMatch> fields_of(const std::vector<TableChoice>& choices, const Form& leading) {
  FieldList fields;
  const auto add_table = [&](const TableChoice& choice) {
    for (std::size_t i = 0; i < choice.chosen->match.fields.size(); ++i) fields.add(field_from(choice, i));
  };
  for (const FormTable& table : leading.tables) {
    bool found = false;
    for (const TableChoice& choice : choices)
      if (is_chosen_for(choice, table)) add_table(choice), found = true;
    if (!found) fields.add_missing(leading, table);
  }
  for (const TableChoice& choice : choices) {
    const bool known =
        choice.chosen == nullptr || std::any_of(leading.tables.begin(), leading.tables.end(),
                                                [&](const FormTable& table) { return is_chosen_for(choice, table); });
    if (!known) add_table(choice);
  }
  return fields.take();
}

void add_extras(const TableChoice& choice, int section, ReportMatch& report) {
  if (choice.chosen != nullptr) {
    for (const ExtraCell& extra : choice.chosen->match.extras)
      report.extras.push_back({section, choice.table, extra.cell, extra.label});
    return;
  }
  for (const Cell& cell : choice.table->cells)
    if (!is_blank(cell.text)) report.extras.push_back({section, choice.table, &cell, ""});
}

}  // namespace

ReportMatch match_report(const Document& document, const std::vector<Section>& sections, const Schema& schema) {
  std::vector<TableChoice> choices = choices_of(document, schema);
  decide(choices);
  ReportMatch report;
  for (const TableChoice& choice : choices) {
    if (choice.chosen == nullptr) continue;
    if (std::find(report.forms.begin(), report.forms.end(), choice.chosen->form) == report.forms.end())
      report.forms.push_back(choice.chosen->form);
  }
  if (!report.has_tables()) return report;
  const Form* leading = leading_form(choices);
  report.fields = fields_of(choices, leading == nullptr ? *report.forms.front() : *leading);
  for (const TableChoice& choice : choices) add_extras(choice, section_of(sections, choice.block), report);
  return report;
}

}  // namespace nianbao

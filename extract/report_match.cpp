#include "extract/report_match.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "extract/table_choices.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// A table of the document with the forms that fit it best, all equally.
struct TableChoice {
  std::vector<const Table*> parts;  // one, or several where a page break or an editor has cut it
  std::size_t block = 0;            // index of the first part in Document::blocks
  std::size_t last_block = 0;       // of the last
  std::vector<FormChoice> best;
  const FormChoice* chosen = nullptr;
  std::vector<std::string> statements;  // texts about the whole table with the word for unit in them
};

// However the word is spaced or spelt (單 位).
bool has_unit_word(std::string_view text, const Lexicon& lexicon) {
  constexpr std::size_t kLongestStatement = 4'000;  // bytes
  const std::string_view last = last_character(lexicon.unit_statement.word);
  return text.size() <= kLongestStatement && text.find(last) != std::string_view::npos &&
         fold(text).find(lexicon.unit_statement.word) != std::string::npos;
}

// What is said of the whole table: the paragraphs between it and what comes before, and cells that head no column.
std::vector<std::string> statements_about(const Document& document, const TableChoice& choice, const Lexicon& lexicon) {
  constexpr std::size_t kParagraphsAbove = 3;
  std::vector<std::string> statements;
  for (std::size_t i = choice.block; i-- > 0 && i + kParagraphsAbove >= choice.block;) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr) break;
    if (has_unit_word(paragraph->text, lexicon)) statements.push_back(joined_lines(paragraph->text));
  }
  std::set<const Cell*> headers;
  for (const FieldCells& field : choice.chosen->match.fields) headers.insert(field.header);
  for (const Table* part : choice.parts)
    for (const Cell& cell : part->cells)
      if (has_unit_word(cell.text, lexicon) && !headers.contains(&cell)) statements.push_back(joined_lines(cell.text));
  return statements;
}

long score_of(const TableChoice& choice) {
  return choice.best.empty() ? 0 : std::max(0L, choice.best.front().match.score());
}

bool is_next_table(const Document& document, const TableChoice& upper, const TableChoice& lower) {
  for (std::size_t i = upper.last_block + 1; i < lower.block; ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr || !is_blank(paragraph->text)) return false;
  }
  return upper.parts.back()->is_grid == lower.parts.front()->is_grid;
}

// A part of a table goes on with a row of numbers; what begins with anything else may be a table of its own.
bool begins_with_numbers(const Table& table) {
  const LabelledTable labelled(table);
  if (labelled.rows().empty()) return false;
  const std::vector<const Cell*>& first = labelled.rows().front();
  return std::any_of(first.begin(), first.end(),
                     [&](const Cell* cell) { return !labelled.is_blank(*cell) && labelled.keys(*cell).empty(); });
}

// The lower part of a table often has no header of its own. Two tables that follow each other are one where more
// becomes clear that way than from both apart.
std::optional<TableChoice> joined(const Document& document, const TableChoice& upper, const TableChoice& lower,
                                  const Schema& schema) {
  if (upper.best.empty() || !is_next_table(document, upper, lower)) return std::nullopt;
  if (!begins_with_numbers(*lower.parts.front())) return std::nullopt;
  TableChoice both{.parts = upper.parts, .block = upper.block, .last_block = lower.last_block};
  both.parts.insert(both.parts.end(), lower.parts.begin(), lower.parts.end());
  both.best = best_choices(both.parts, schema);
  return score_of(both) > score_of(upper) + score_of(lower) ? std::optional(std::move(both)) : std::nullopt;
}

std::vector<TableChoice> choices_of(const Document& document, const Schema& schema) {
  std::vector<TableChoice> choices;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* table = std::get_if<Table>(&document.blocks[i]);
    if (table == nullptr) continue;
    TableChoice choice{.parts = {table}, .block = i, .last_block = i, .best = best_choices({table}, schema)};
    std::optional<TableChoice> both;
    if (!choices.empty()) both = joined(document, choices.back(), choice, schema);
    if (both)
      choices.back() = std::move(*both);
    else
      choices.push_back(std::move(choice));
  }
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

// The part of the table where these cells stand; the first for no cells.
const Table* part_with(const TableChoice& choice, const std::vector<const Cell*>& cells) {
  return cells.empty() ? choice.parts.front() : &table_with(choice.parts, *cells.front());
}

bool is_of_other_report(const TableChoice& choice) {
  return std::any_of(choice.parts.begin(), choice.parts.end(),
                     [](const Table* part) { return part->is_of_other_report; });
}

// The texts of cells as they read; the label of a row or column is asked for by every field of it.
class ReadableTexts {
 public:
  const std::string& of(const Cell* cell) {
    static const std::string kNone;
    if (cell == nullptr) return kNone;
    const auto [at, is_new] = texts_.try_emplace(cell);
    if (is_new) at->second = joined_lines(cell->text);
    return at->second;
  }

 private:
  std::unordered_map<const Cell*, std::string> texts_;
};

FieldMatch field_from(const TableChoice& choice, std::size_t index, ReadableTexts& texts) {
  const FieldCells& from = choice.chosen->match.fields[index];
  FieldMatch field{.form = choice.chosen->form,
                   .field = &choice.chosen->match.table->fields[index],
                   .tables = choice.parts,
                   .cells = from.cells,
                   .ambiguous = from.ambiguous || is_of_other_report(choice),
                   .how = from.how,
                   .header = texts.of(from.header),
                   .row_label = texts.of(from.row_label),
                   .statements = choice.statements};
  if (field.cells.empty()) field.absence = from.row_found ? Absence::kCell : Absence::kRow;
  return field;
}

bool shows_the_same(const FieldMatch& a, const FieldMatch& b) {
  return !a.ambiguous && !b.ambiguous && trim(a.cells.front()->text) == trim(b.cells.front()->text);
}

// The fields of a report, each once. Two tables for the same fields are parts of one where nothing contradicts (a page
// break cut it). Where they show different things they are rivals, such as another year's table, and then no field
// that only one of them has, or that differs, is known to be the report's.
class FieldList {
 public:
  void add(FieldMatch field, const std::string& table_id) {
    const auto [at, is_new] = index_.try_emplace(field.field->id, entries_.size());
    if (is_new)
      entries_.push_back({std::move(field), table_id});
    else
      merge(entries_[at->second], field);
  }

  // Two tables with fields in common and something said between them: the later one may be another year's.
  void add_rival(const std::string& table_id) { rivals_.insert(table_id); }

  void add_missing(const Form& form, const FormTable& table) {
    for (const Field& field : table.fields) add({.form = &form, .field = &field, .absence = Absence::kTable}, table.id);
  }

  std::vector<FieldMatch> take() {
    std::vector<FieldMatch> fields;
    fields.reserve(entries_.size());
    for (Entry& entry : entries_) {
      const bool there = entry.match.absence == Absence::kNone;
      const bool believed = entry.agreed && !entry.differs;
      if (there && !believed && rivals_.contains(entry.table_id)) entry.match.ambiguous = true;
      fields.push_back(std::move(entry.match));
    }
    return fields;
  }

 private:
  struct Entry {
    FieldMatch match;
    std::string table_id;
    bool agreed = false;   // two tables show the same
    bool differs = false;  // two tables show different things
  };

  void merge(Entry& entry, const FieldMatch& other) {
    FieldMatch& into = entry.match;
    if (other.absence != Absence::kNone) {
      into.absence = std::min(into.absence, other.absence);
    } else if (into.absence != Absence::kNone) {
      into = other;
    } else if (shows_the_same(into, other)) {
      entry.agreed = true;
    } else {
      entry.differs = true;
      rivals_.insert(entry.table_id);
      into.cells.insert(into.cells.end(), other.cells.begin(), other.cells.end());
      into.tables.insert(into.tables.end(), other.tables.begin(), other.tables.end());
    }
  }

  std::unordered_map<std::string_view, std::size_t> index_;  // by field id
  std::vector<Entry> entries_;
  std::set<std::string> rivals_;  // tables of the form for which the document has rivals
};

bool is_chosen_for(const TableChoice& choice, const FormTable& table) {
  return choice.chosen != nullptr && choice.chosen->match.table->id == table.id;
}

bool repeat_fields(const TableChoice& upper, const TableChoice& lower) {
  if (upper.chosen->match.table != lower.chosen->match.table) return true;
  const std::vector<FieldCells>& a = upper.chosen->match.fields;
  const std::vector<FieldCells>& b = lower.chosen->match.fields;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!a[i].cells.empty() && !b[i].cells.empty()) return true;
  return false;
}

// A page number or 续表 between two parts of a table says nothing.
bool says_something_between(const Document& document, const TableChoice& upper, const TableChoice& lower) {
  constexpr std::size_t kSaysNothing = 6;  // characters
  for (std::size_t i = upper.last_block + 1; i < lower.block; ++i)
    if (const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]))
      if (character_count(trim(paragraph->text)) > kSaysNothing) return true;
  return false;
}

bool has_form_table(const std::vector<TableChoice>& choices, std::size_t from, std::size_t to) {
  return std::any_of(choices.begin(), choices.end(), [&](const TableChoice& choice) {
    return choice.chosen != nullptr && choice.block >= from && choice.block < to;
  });
}

// Whether what stands from heading `at` on begins again: with a section that comes before the last one, or with two
// sections that were there.
bool begins_again(const std::vector<Section>& sections, std::vector<Section>::const_iterator at,
                  const std::set<int>& before) {
  constexpr std::size_t kFewestRepeated = 2;
  std::set<int> again;
  for (auto later = at; later != sections.end(); ++later)
    if (before.contains(later->number)) again.insert(later->number);
  return again.size() >= kFewestRepeated || at->number < std::prev(at)->number;
}

// A heading that is there already and begins again, with tables of forms before and behind.
const Section* repeated_heading(const std::vector<Section>& sections, const std::vector<TableChoice>& choices) {
  std::set<int> before;
  for (auto at = sections.begin(); at != sections.end(); ++at)
    if (!before.insert(at->number).second && begins_again(sections, at, before) &&
        has_form_table(choices, 0, at->first_block) &&
        has_form_table(choices, at->first_block, sections.back().end_block))
      return &*at;
  return nullptr;
}

// A table that shows fields again after one for other fields, and not alone: one table more may be that of another
// year, for comparison.
const TableChoice* repeated_table(const Document& document, const std::vector<TableChoice>& choices) {
  std::map<std::string, const TableChoice*> last;  // by table of the form
  const TableChoice* before = nullptr;
  const TableChoice* repeated = nullptr;
  for (const TableChoice& choice : choices) {
    if (choice.chosen == nullptr) continue;
    if (repeated != nullptr && repeated->chosen->match.table != choice.chosen->match.table) return repeated;
    const TableChoice*& same = last[choice.chosen->match.table->id];
    if (repeated == nullptr && same != nullptr && same != before && repeat_fields(*same, choice) &&
        says_something_between(document, *same, choice))
      repeated = &choice;
    before = same = &choice;
  }
  return nullptr;
}

// Where a second report seems to begin.
std::string place_of_second(const Document& document, const std::vector<Section>& sections,
                            const std::vector<TableChoice>& choices) {
  if (const Section* heading = repeated_heading(sections, choices)) return heading->where;
  const TableChoice* table = repeated_table(document, choices);
  return table == nullptr ? "" : address_of(document, *table->parts.front());
}

// The fields in the order of the leading form's tables, then those of tables that only other forms have.
std::vector<FieldMatch> fields_of(const Document& document, const std::vector<TableChoice>& choices,
                                  const Form& leading, bool may_be_several) {
  FieldList fields;
  ReadableTexts texts;
  std::map<std::string, const TableChoice*> last;  // by table of the form
  const auto add_table = [&](const TableChoice& choice) {
    const TableChoice*& before = last[choice.chosen->match.table->id];
    const bool is_rival =
        before != nullptr && repeat_fields(*before, choice) && says_something_between(document, *before, choice);
    if (is_rival || may_be_several) fields.add_rival(choice.chosen->match.table->id);
    before = &choice;
    for (std::size_t i = 0; i < choice.chosen->match.fields.size(); ++i)
      fields.add(field_from(choice, i, texts), choice.chosen->match.table->id);
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
      report.extras.push_back({section, part_with(choice, {extra.cell}), extra.cell, extra.label()});
    return;
  }
  for (const Table* part : choice.parts)
    for (const Cell& cell : part->cells)
      if (!is_blank(cell.text)) report.extras.push_back({section, part, &cell, ""});
}

std::size_t last_line(const Table& table) {
  const Cell& last = table.cells.back();
  return last.line + static_cast<std::size_t>(std::count(last.text.begin(), last.text.end(), '\n'));
}

// Marks and tables are both in the order of their lines.
void add_marks(const Document& document, const std::vector<Section>& sections, std::vector<MarkMatch>& found) {
  auto mark = document.left_marks.begin();
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const auto* table = std::get_if<Table>(&document.blocks[block]);
    if (table == nullptr || table->cells.empty()) continue;
    while (mark != document.left_marks.end() && mark->line < table->cells.front().line) ++mark;
    const std::size_t last = last_line(*table);
    for (; mark != document.left_marks.end() && mark->line <= last; ++mark)
      found.push_back({section_of(sections, block), "L" + std::to_string(mark->line), mark->text});
  }
}

}  // namespace

const Table* FieldMatch::table() const {
  if (tables.empty()) return nullptr;
  return cells.empty() ? tables.front() : &table_with(tables, *cells.front());
}

ReportMatch match_report(const Document& document, const std::vector<Section>& sections, const Schema& schema) {
  std::vector<TableChoice> choices = choices_of(document, schema);
  decide(choices);
  for (TableChoice& choice : choices)
    if (choice.chosen != nullptr) choice.statements = statements_about(document, choice, schema.lexicon);
  ReportMatch report;
  for (const TableChoice& choice : choices) {
    if (choice.chosen == nullptr) continue;
    if (std::find(report.forms.begin(), report.forms.end(), choice.chosen->form) == report.forms.end())
      report.forms.push_back(choice.chosen->form);
  }
  if (!report.has_tables()) return report;
  const Form* leading = leading_form(choices);
  report.begins_again = place_of_second(document, sections, choices);
  report.fields =
      fields_of(document, choices, leading == nullptr ? *report.forms.front() : *leading, !report.begins_again.empty());
  for (const TableChoice& choice : choices) add_extras(choice, section_of(sections, choice.block), report);
  add_marks(document, sections, report.marks);
  return report;
}

}  // namespace nianbao

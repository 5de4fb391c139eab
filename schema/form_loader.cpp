#include "schema/form_loader.h"

#include <algorithm>
#include <map>
#include <set>

#include "schema/digest.h"
#include "schema/json_node.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using Aliases = std::map<std::string, std::vector<std::string>>;

// The labels that the form prints, and which of the aliases have been used: one that no label owns is a mistake.
struct LabelBook {
  Aliases aliases;
  std::set<std::string> printed;

  void add(LabelIndex& index, const std::string& label, std::size_t id) {
    index.add(label, id, Spelling::kLabel);
    printed.insert(label);
    for (const std::string& alias : aliases[label]) index.add(alias, id, Spelling::kAlias);
  }
};

std::string joined(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& label : path) text += (text.empty() ? "" : " > ") + label;
  return text;
}

FieldType type_from(const JsonNode& node) {
  for (const FieldType type : {FieldType::kCount, FieldType::kChange, FieldType::kAmount})
    if (node.string() == name_of(type)) return type;
  node.fail("one of count, change, amount is expected");
}

std::string text_or(const JsonNode& node, const char* key, std::string otherwise) {
  const std::optional<JsonNode> member = node.find(key);
  return member ? member->string() : std::move(otherwise);
}

FormLine row_from(const JsonNode& node) {
  node.expect_only({"id", "path", "en"});
  FormLine line{.id = node.at("id").string(), .path = node.at("path").strings()};
  if (!line.path.empty()) line.en = node.at("en").string();
  return line;
}

FormLine column_from(const JsonNode& column, const JsonNode& defaults) {
  column.expect_only({"id", "path", "en", "type", "unit"});
  FormLine line{.id = column.at("id").string(), .path = column.at("path").strings(), .en = column.at("en").string()};
  if (line.path.empty()) column.at("path").fail("a column needs a label");
  const std::optional<JsonNode> own_type = column.find("type");
  line.type = type_from(own_type ? *own_type : defaults.at("type"));
  line.unit = text_or(column, "unit", text_or(defaults, "unit", ""));
  return line;
}

void refuse_equal_paths(const std::vector<FormLine>& lines, const JsonNode& node) {
  std::set<std::vector<std::string>> seen;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::string> folded;
    for (const std::string& label : lines[i].path) folded.push_back(fold(label));
    if (!seen.insert(folded).second)
      node.items()[i].fail("another line folds to the same labels: " + joined(lines[i].path));
  }
}

void index_groups(const std::vector<FormLine>& lines, LabelIndex& index, std::vector<std::string>& groups,
                  LabelBook& book) {
  for (const FormLine& line : lines)
    for (std::size_t i = 0; i + 1 < line.path.size(); ++i) {
      if (std::find(groups.begin(), groups.end(), line.path[i]) != groups.end()) continue;
      groups.push_back(line.path[i]);
      book.add(index, line.path[i], groups.size() - 1);
    }
}

void index_labels(FormBlock& block, LabelBook& book) {
  for (std::size_t i = 0; i < block.rows.size(); ++i)
    if (!block.rows[i].path.empty()) book.add(block.row_labels, block.rows[i].path.back(), i);
  for (std::size_t i = 0; i < block.columns.size(); ++i) book.add(block.column_labels, block.columns[i].path.back(), i);
  index_groups(block.rows, block.row_groups, block.groups, book);
  index_groups(block.columns, block.column_groups, block.groups, book);
}

FormBlock block_from(const JsonNode& node, LabelBook& book) {
  node.expect_only({"banner", "corner", "type", "unit", "columns", "rows"});
  FormBlock block{.banner = text_or(node, "banner", ""), .corner = fold(text_or(node, "corner", ""))};
  for (const JsonNode& column : node.at("columns").items()) block.columns.push_back(column_from(column, node));
  for (const JsonNode& row : node.at("rows").items()) block.rows.push_back(row_from(row));
  if (block.columns.empty()) node.at("columns").fail("a block needs a column");
  if (block.rows.empty()) node.at("rows").fail("a block needs a row");
  refuse_equal_paths(block.columns, node.at("columns"));
  refuse_equal_paths(block.rows, node.at("rows"));
  index_labels(block, book);
  return block;
}

std::string field_id(const std::string& pattern, const FormLine& row, const FormLine& column) {
  return replace_all(replace_all(pattern, "{row}", row.id), "{column}", column.id);
}

// Labels as a reader says them: "规章 · 本年新制作数量", or the column alone where the row has no label.
std::string description(const std::string& row, const std::string& column, const char* between) {
  return row.empty() ? column : row + between + column;
}

void multiply(FormTable& table, FormBlock& block, const std::string& pattern) {
  block.first_field = table.fields.size();
  for (const FormLine& row : block.rows)
    for (const FormLine& column : block.columns) {
      Field field{.id = field_id(pattern, row, column),
                  .section = table.section,
                  .row_label = joined(row.path),
                  .column_label = joined(column.path),
                  .type = column.type,
                  .unit = column.unit};
      field.row_label_en = row.en;
      field.number_rule = table.number_rule;
      field.description_zh = description(field.row_label, field.column_label, " · ");
      field.description_en = description(row.en, column.en, ": ");
      table.fields.push_back(std::move(field));
    }
}

FormTable table_from(const JsonNode& node, LabelBook& book) {
  node.expect_only({"id", "section", "fields", "number_rule", "blocks"});
  FormTable table{.id = node.at("id").string(),
                  .section = node.at("section").integer(),
                  .blocks = {},
                  .banners = {},
                  .number_rule = node.at("number_rule").string()};
  const std::string pattern = node.at("fields").string();
  for (const JsonNode& block : node.at("blocks").items()) {
    table.blocks.push_back(block_from(block, book));
    multiply(table, table.blocks.back(), pattern);
    if (!table.blocks.back().banner.empty())
      book.add(table.banners, table.blocks.back().banner, table.blocks.size() - 1);
  }
  if (table.blocks.empty()) node.at("blocks").fail("a table needs a block");
  return table;
}

FormSection section_from(const JsonNode& node) {
  node.expect_only({"number", "heading", "aliases"});
  FormSection section{.number = node.at("number").integer(), .heading = node.at("heading").string()};
  section.headings.push_back(fold(section.heading));
  if (const auto aliases = node.find("aliases"))
    for (const std::string& alias : aliases->strings()) section.headings.push_back(fold(alias));
  return section;
}

void refuse_repeated_fields(const Form& form, const JsonNode& node) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < form.tables.size(); ++i)
    for (const Field& field : form.tables[i].fields)
      if (!seen.insert(field.id).second) node.items()[i].fail("field id \"" + field.id + "\" is used twice");
}

// The field that an operand names: with "each" it is the id of a row or column, to be joined with the line across; the
// block that has it supplies the field.
std::optional<std::size_t> operand_field(const FormTable& table, const std::string& row_id,
                                         const std::string& column_id) {
  for (const FormBlock& block : table.blocks)
    for (std::size_t r = 0; r < block.rows.size(); ++r)
      for (std::size_t c = 0; c < block.columns.size(); ++c)
        if (block.rows[r].id == row_id && block.columns[c].id == column_id) return block.field_at(r, c);
  return std::nullopt;
}

// The fields of one side, by id, and as terms with this sign.
std::vector<std::string> operands(const JsonNode& node, const FormTable& table, const std::string& across,
                                  bool by_column, int sign, Identity& identity) {
  std::vector<std::string> ids;
  for (const JsonNode& item : node.items()) {
    const auto field =
        by_column ? operand_field(table, item.string(), across) : operand_field(table, across, item.string());
    if (!field) item.fail("\"" + item.string() + "\" is no line of table \"" + table.id + "\"");
    ids.push_back(table.fields[*field].id);
    identity.terms.emplace_back(*field, sign);
  }
  if (ids.empty()) node.fail("an operand is expected");
  return ids;
}

const FormTable& table_named(const Form& form, const JsonNode& node) {
  for (const FormTable& table : form.tables)
    if (table.id == node.string()) return table;
  node.fail("no such table");
}

Identity identity_from(const JsonNode& node, const Form& form, const FormTable& table, const FormLine& line,
                       bool by_column) {
  Identity identity{.rule = node.at("rule").string(), .part_rule = text_or(node, "part_rule", "")};
  identity.basis = text_or(node, "basis", "");
  if (!line.path.empty()) identity.line_zh = line.path.back();
  identity.line_en = line.en;
  identity.table = static_cast<std::size_t>(&table - form.tables.data());
  identity.left = operands(node.at("left"), table, line.id, by_column, +1, identity);
  identity.right = operands(node.at("right"), table, line.id, by_column, -1, identity);
  return identity;
}

// Both sides may be sums; one field alone on the left is their total.
void mark_totals(Form& form) {
  for (const Identity& identity : form.identities)
    if (identity.left.size() == 1) form.tables[identity.table].fields[identity.terms.front().first].is_total = true;
}

void add_identities(Form& form, const JsonNode& node) {
  node.expect_only({"rule", "part_rule", "table", "each", "left", "right", "basis"});
  const FormTable& table = table_named(form, node.at("table"));
  const std::string each = node.at("each").string();
  if (each != "row" && each != "column") node.at("each").fail("row or column is expected");
  for (const FormBlock& block : table.blocks)
    for (const FormLine& line : each == "column" ? block.columns : block.rows)
      form.identities.push_back(identity_from(node, form, table, line, each == "column"));
}

void read_years(Form& form, const JsonNode& node) {
  node.expect_only({"from", "to"});
  form.first_year = node.at("from").integer();
  if (const auto last = node.find("to")) form.last_year = last->integer();
  if (form.last_year && *form.last_year < form.first_year) node.at("to").fail("is before the first year");
}

LabelBook label_book(const JsonNode& root) {
  LabelBook book;
  if (const auto aliases = root.find("aliases"))
    for (const std::string& label : aliases->keys()) book.aliases[label] = aliases->at(label).strings();
  return book;
}

void refuse_stray_aliases(const LabelBook& book, const JsonNode& root) {
  for (const auto& [label, spellings] : book.aliases)
    if (!book.printed.contains(label)) root.at("aliases").at(label).fail("the form has no such label");
}

std::vector<std::string> longest_first(std::vector<std::string> words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

UnitStatement unit_statement_from(const JsonNode& node) {
  node.expect_only(
      {"word", "colons", "nouns", "between", "of_bodies", "makes", "takes", "counted", "before_money", "multiples"});
  return {.word = node.at("word").string(),
          .colons = longest_first(node.at("colons").strings()),
          .nouns = node.at("nouns").strings(),
          .between = node.at("between").strings(),
          .of_bodies = node.at("of_bodies").strings(),
          .makes = longest_first(node.at("makes").strings()),
          .takes = node.at("takes").strings(),
          .counted = node.at("counted").strings(),
          .before_money = node.at("before_money").strings(),
          .multiples = node.at("multiples").strings()};
}

OrganisationKind organisation_from(const JsonNode& node) {
  node.expect_only({"type", "starts", "ends"});
  OrganisationKind kind{.type = node.at("type").string(), .starts = {}, .ends = node.at("ends").strings()};
  if (const auto starts = node.find("starts")) kind.starts = starts->strings();
  return kind;
}

TitleWords titles_from(const JsonNode& node) {
  node.expect_only({"subjects", "endings", "prefixes", "suffixes", "name_ends", "name_completions", "period", "years"});
  TitleWords words{.subjects = longest_first(node.at("subjects").strings()),
                   .endings = longest_first(node.at("endings").strings()),
                   .prefixes = longest_first(node.at("prefixes").strings()),
                   .suffixes = longest_first(node.at("suffixes").strings()),
                   .name_ends = longest_first(node.at("name_ends").strings()),
                   .name_completions = {},
                   .period = node.at("period").strings()};
  const JsonNode completions = node.at("name_completions");
  for (const std::string& end : completions.keys()) words.name_completions[end] = completions.at(end).string();
  const JsonNode years = node.at("years");
  years.expect_only({"from", "to"});
  words.first_year = years.at("from").integer();
  words.last_year = years.at("to").integer();
  return words;
}

BodyWords bodies_from(const JsonNode& node) {
  node.expect_only({"spellings", "dropped_ends", "places", "not_places", "offices", "national"});
  BodyWords words{.spellings = {},
                  .dropped_ends = node.at("dropped_ends").strings(),
                  .places = longest_first(node.at("places").strings()),
                  .not_places = longest_first(node.at("not_places").strings()),
                  .offices = longest_first(node.at("offices").strings()),
                  .national = node.at("national").strings()};
  for (const JsonNode& pair : node.at("spellings").items()) {
    const std::vector<std::string> both = pair.strings();
    if (both.size() != 2) pair.fail("two words are expected");
    words.spellings.emplace_back(both.front(), both.back());
  }
  return words;
}

}  // namespace

Form load_form(const SchemaFile& file) {
  const JsonNode root = JsonNode::parse(file.name, file.json);
  root.expect_only({"id", "title", "source", "years", "sections", "tables", "aliases", "identities"});
  Form form{.id = root.at("id").string(),
            .title_zh = root.at("title").at("zh").string(),
            .title_en = root.at("title").at("en").string(),
            .source = root.at("source").string()};
  root.at("title").expect_only({"zh", "en"});
  read_years(form, root.at("years"));
  LabelBook book = label_book(root);
  for (const JsonNode& section : root.at("sections").items()) form.sections.push_back(section_from(section));
  for (const JsonNode& table : root.at("tables").items()) form.tables.push_back(table_from(table, book));
  refuse_stray_aliases(book, root);
  refuse_repeated_fields(form, root.at("tables"));
  if (const auto identities = root.find("identities"))
    for (const JsonNode& identity : identities->items()) add_identities(form, identity);
  mark_totals(form);
  form.digest = sha256_hex(file.json);
  return form;
}

Lexicon load_lexicon(const SchemaFile& file) {
  const JsonNode root = JsonNode::parse(file.name, file.json);
  root.expect_only({"marks", "units", "unit_statement", "note_starts", "page_numbers", "titles", "organisations",
                    "bodies", "scope"});
  Lexicon lexicon;
  for (const std::string& mark : root.at("marks").strings()) lexicon.marks.insert(fold(mark));
  root.at("units").expect_only({"count", "amount"});
  root.at("scope").expect_only({"consolidated", "organ"});
  lexicon.units[FieldType::kCount] = longest_first(root.at("units").at("count").strings());
  lexicon.units[FieldType::kChange] = lexicon.units[FieldType::kCount];
  lexicon.units[FieldType::kAmount] = longest_first(root.at("units").at("amount").strings());
  lexicon.unit_statement = unit_statement_from(root.at("unit_statement"));
  lexicon.note_starts = root.at("note_starts").strings();
  for (const std::string& look : root.at("page_numbers").strings()) lexicon.page_numbers.insert(fold_characters(look));
  lexicon.titles = titles_from(root.at("titles"));
  for (const JsonNode& kind : root.at("organisations").items())
    lexicon.organisations.push_back(organisation_from(kind));
  lexicon.bodies = bodies_from(root.at("bodies"));
  lexicon.consolidated_words = root.at("scope").at("consolidated").strings();
  lexicon.organ_words = root.at("scope").at("organ").strings();
  return lexicon;
}

}  // namespace nianbao

#include "output/dataset_reader.h"

#include <algorithm>
#include <charconv>

#include "normalize/number.h"
#include "schema/text.h"

namespace nianbao {
namespace {

[[noreturn]] void fail(const StoredReport& stored, const std::string& reason) {
  throw CsvError("report " + stored.id() + ": " + reason +
                 "; use the forms and the version that extract used, or run extract again");
}

int number_of(const StoredReport& stored, const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) fail(stored, "\"" + text + "\" is no whole number");
  return number;
}

// The value of an enumeration with this name.
template <typename Values>
auto named(const StoredReport& stored, const Values& values, const std::string& name) {
  const auto found = std::find_if(std::begin(values), std::end(values), [&](auto v) { return name_of(v) == name; });
  if (found == std::end(values)) fail(stored, "\"" + name + "\" is not known");
  return *found;
}

constexpr How kHows[] = {How::kLabel, How::kAlias, How::kPosition, How::kSolved};

// What a cell shows and its value must agree: nobody may have changed one of them by hand. A row's numbers that stand
// in one cell (kSolved) cannot be told from it alone.
bool agrees(const RecordField& field, const Lexicon& lexicon) {
  const Value& value = field.value;
  if ((value.status == Status::kValue) == value.number.empty()) return false;
  const Number shown = read_number(value.raw, field.field->type, lexicon);
  switch (value.status) {
    case Status::kValue:
      return field.how == How::kSolved || (shown.reading == Reading::kNumber && shown.digits == value.number &&
                                           (shown.unit.empty() || shown.unit == value.unit));
    case Status::kBlank:
      return field.how == How::kSolved || shown.reading == Reading::kBlank;
    case Status::kMark:
      return shown.reading == Reading::kMark;
    default:
      return true;
  }
}

// Columns, by the order of csv_tables.cpp.
struct Columns {
  std::size_t title, org_name, org_type, year, form, scope, damage, path;
  std::size_t field, cell_form, raw, value, unit, status, how, where, table, corrected;

  Columns() {
    const CsvTable reports = reports_table();
    path = reports.column("path");
    title = reports.column("title");
    org_name = reports.column("org_name");
    org_type = reports.column("org_type");
    year = reports.column("report_year");
    form = reports.column("form");
    scope = reports.column("scope");
    damage = reports.column("damage");
    const CsvTable cells = cells_table();
    field = cells.column("field_id");
    cell_form = cells.column("form");
    raw = cells.column("raw");
    value = cells.column("value");
    unit = cells.column("unit");
    status = cells.column("status");
    how = cells.column("how");
    where = cells.column("where");
    table = cells.column("table");
    corrected = cells.column("corrected");
  }
};

const Columns& columns() {
  static const Columns all;
  return all;
}

Title title_of(const StoredReport& stored) {
  const CsvRow& row = stored.report;
  Title title;
  title.text = row[columns().title];
  title.org_name = row[columns().org_name];
  title.org_type = row[columns().org_type];
  title.scope = row[columns().scope];
  if (const std::string& year = row[columns().year]; !year.empty()) title.report_year = number_of(stored, year);
  return title;
}

std::vector<Problem> damage_of(const StoredReport& stored) {
  std::vector<Problem> damage;
  const std::string& lines = stored.report[columns().damage];
  if (lines.empty()) return damage;
  for (const std::string_view line : split_lines(lines)) {
    const std::size_t colon = line.find(": ");
    damage.push_back({std::string(line.substr(0, colon)),
                      colon == std::string_view::npos ? "" : std::string(line.substr(colon + 2))});
  }
  return damage;
}

// report_id, ordinal, heading, where, text, section
Section section_of(const StoredReport& stored, const CsvRow& row) {
  return {.number = number_of(stored, row[5]), .heading = row[2], .where = row[3], .text = row[4]};
}

// report_id, section, where, label, raw, value
RecordExtra extra_of(const StoredReport& stored, const CsvRow& row) {
  return {.section = number_of(stored, row[1]), .where = row[2], .label = row[3], .raw = row[4], .number = row[5]};
}

std::vector<CsvRow> rows_in(const CsvLines& lines, const CsvTable& table) {
  const auto found = lines.find(table.name);
  return found == lines.end() ? std::vector<CsvRow>() : rows_of_lines(found->second, table);
}

}  // namespace

std::map<std::string, std::string> StoredReport::corrections() const {
  std::map<std::string, std::string> corrections;
  for (const CsvRow& cell : cells)
    if (!cell[columns().corrected].empty()) corrections[cell[columns().field]] = cell[columns().corrected];
  return corrections;
}

StoredReport stored_report(const CsvLines& lines, const std::string& encoding) {
  StoredReport stored;
  stored.encoding = encoding;
  stored.report = rows_in(lines, reports_table()).at(0);
  stored.cells = rows_in(lines, cells_table());
  stored.extras = rows_in(lines, extras_table());
  stored.sections = rows_in(lines, sections_table());
  return stored;
}

RowsByReport::RowsByReport(const std::filesystem::path& directory, const CsvTable& table)
    : reader_(directory, table), id_(reader_.column("report_id")) {
  advance();
}

void RowsByReport::advance() {
  if (!next_) next_.emplace();
  if (!reader_.next(*next_)) next_.reset();
}

std::vector<CsvRow> RowsByReport::take(const std::string& report_id) {
  std::vector<CsvRow> rows;
  for (; next_ && (*next_)[id_] == report_id; advance()) rows.push_back(std::move(*next_));
  return rows;
}

void RowsByReport::expect_end() {
  if (next_)
    reader_.fail("report " + (*next_)[id_] + " is not in reports.csv, or stands elsewhere there; run extract again");
}

DatasetReader::DatasetReader(const std::filesystem::path& directory)
    : reports_(directory, reports_table()),
      inputs_(directory, inputs_table()),
      cells_(directory, cells_table()),
      extras_(directory, extras_table()),
      sections_(directory, sections_table()) {}

std::optional<StoredReport> DatasetReader::next() {
  StoredReport stored;
  if (!reports_.next(stored.report)) {
    for (RowsByReport* rows : {&cells_, &extras_, &sections_}) rows->expect_end();
    return std::nullopt;
  }
  stored.encoding = encoding_of(stored.report[columns().path]);
  stored.cells = cells_.take(stored.id());
  stored.extras = extras_.take(stored.id());
  stored.sections = sections_.take(stored.id());
  return stored;
}

// Several reports may come from one input, so the row that was read last may be the one again.
std::string DatasetReader::encoding_of(const std::string& path) {
  while (input_.empty() || input_[inputs_.column("path")] != path)
    if (!inputs_.next(input_)) reports_.fail(path + " is not in inputs.csv; run extract again");
  return input_[inputs_.column("encoding")];
}

std::size_t report_count(const std::filesystem::path& directory) {
  TableReader reports(directory, reports_table());
  std::size_t count = 0;
  for (CsvRow row; reports.next(row);) ++count;
  return count;
}

ReportBuilder::ReportBuilder(const Schema& schema) : schema_(schema) {
  for (const Form& form : schema.forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields) fields_[form.id][field.id] = &field;
}

std::vector<const Form*> ReportBuilder::forms_of(const StoredReport& stored) const {
  std::vector<const Form*> forms;
  std::string_view rest = stored.report[columns().form];
  while (!rest.empty()) {
    const std::size_t plus = std::min(rest.find('+'), rest.size());
    forms.push_back(schema_.find_form(rest.substr(0, plus)));
    if (forms.back() == nullptr) fail(stored, "form " + std::string(rest.substr(0, plus)) + " is not known");
    rest.remove_prefix(std::min(plus + 1, rest.size()));
  }
  return forms;
}

RecordField ReportBuilder::field_of(const StoredReport& stored, const CsvRow& row) const {
  const std::string& form = row[columns().cell_form];
  const std::string& id = row[columns().field];
  const auto fields = fields_.find(form);
  if (fields == fields_.end()) fail(stored, "form " + form + " is not known");
  const auto field = fields->second.find(id);
  if (field == fields->second.end()) fail(stored, "field " + id + " is not in form " + form);
  RecordField made{.form = schema_.find_form(form), .field = field->second};
  made.value = {.status = named(stored, kStatuses, row[columns().status]),
                .number = row[columns().value],
                .unit = row[columns().unit],
                .raw = row[columns().raw]};
  if (const std::string& how = row[columns().how]; !how.empty()) made.how = named(stored, kHows, how);
  made.where = row[columns().where];
  made.table = row[columns().table];
  if (!agrees(made, schema_.lexicon))
    fail(stored, id + " is " + name_of(made.value.status) + " \"" + made.value.number + "\" and shows \"" +
                     made.value.raw + "\"");
  return made;
}

Report ReportBuilder::build(const StoredReport& stored) const {
  Report report;
  report.id = stored.id();
  report.path = stored.report[columns().path];
  report.encoding = stored.encoding;
  report.damage = damage_of(stored);
  report.title = title_of(stored);
  for (const CsvRow& row : stored.sections) report.sections.push_back(section_of(stored, row));
  report.record.forms = forms_of(stored);
  for (const CsvRow& row : stored.cells) report.record.fields.push_back(field_of(stored, row));
  for (const CsvRow& row : stored.extras) report.record.extras.push_back(extra_of(stored, row));
  return report;
}

}  // namespace nianbao

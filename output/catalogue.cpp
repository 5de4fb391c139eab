#include "output/catalogue.h"

#include <vector>

#include "audit/rule_level.h"
#include "output/csv_tables.h"
#include "output/json.h"
#include "output/text_table.h"

namespace nianbao {
namespace {

// A catalogue as columns and rows; every format is a rendering of it.
struct Catalogue {
  std::vector<CsvColumn> columns;
  std::vector<TextRow> rows;
};

std::string as_csv(const Catalogue& catalogue) {
  std::string text = csv_header(catalogue.columns);
  for (const TextRow& row : catalogue.rows) text += csv_line(catalogue.columns, row);
  return text;
}

Json typed(const CsvColumn& column, const std::string& text) {
  if (column.type != ColumnType::kInteger) return text;
  return text.empty() ? Json(nullptr) : Json(static_cast<std::int64_t>(std::stoll(text)));
}

std::string as_json(const Catalogue& catalogue) {
  Json::List items;
  for (const TextRow& row : catalogue.rows) {
    Json::Members members;
    for (std::size_t i = 0; i < row.size(); ++i) {
      members.emplace_back(catalogue.columns[i].name, typed(catalogue.columns[i], row[i]));
    }
    items.emplace_back(std::move(members));
  }
  return to_text(Json(std::move(items)));
}

std::string as_text(const Catalogue& catalogue) {
  std::vector<TextRow> rows(1);
  for (const CsvColumn& column : catalogue.columns) rows.front().push_back(column.name);
  rows.insert(rows.end(), catalogue.rows.begin(), catalogue.rows.end());
  return text_table(rows, true);
}

std::string render(const Catalogue& catalogue, CatalogueFormat format) {
  switch (format) {
    case CatalogueFormat::kCsv:
      return as_csv(catalogue);
    case CatalogueFormat::kJson:
      return as_json(catalogue);
    case CatalogueFormat::kText:
      return as_text(catalogue);
  }
  return "";
}

CsvColumn text_column(const char* name) { return {name, ColumnType::kText, "", ""}; }
CsvColumn integer_column(const char* name) { return {name, ColumnType::kInteger, "", ""}; }

}  // namespace

std::string forms_catalogue(const Schema& schema, CatalogueFormat format, Language language) {
  Catalogue catalogue{
      {text_column("form"), integer_column("first_year"), integer_column("last_year"), integer_column("fields"),
       integer_column("identities"), text_column("source"), text_column("title")},
      {}};
  for (const Form& form : schema.forms)
    catalogue.rows.push_back({form.id, std::to_string(form.first_year),
                              form.last_year ? std::to_string(*form.last_year) : "", std::to_string(form.field_count()),
                              std::to_string(form.identities.size()), form.source,
                              say(language, form.title_zh.c_str(), form.title_en.c_str())});
  return render(catalogue, format);
}

std::string fields_catalogue(const Schema& schema, CatalogueFormat format, Language language) {
  Catalogue catalogue{{text_column("field_id"), integer_column("section"), text_column("type"), text_column("unit"),
                       text_column("forms"), text_column("description")},
                      {}};
  for (const DictionaryEntry& entry : dictionary(schema)) {
    std::string forms;
    for (const std::string& form : entry.forms) forms += (forms.empty() ? "" : " ") + form;
    const Field& field = *entry.field;
    catalogue.rows.push_back({field.id, std::to_string(field.section), name_of(field.type), field.unit, forms,
                              say(language, field.description_zh.c_str(), field.description_en.c_str())});
  }
  return render(catalogue, format);
}

std::string rules_catalogue(const Schema& schema, CatalogueFormat format, Language language) {
  Catalogue catalogue{{text_column("rule_id"), text_column("severity"), text_column("demands"), text_column("basis")},
                      {}};
  for (const RuleSpec& rule : schema.rules.rules)
    catalogue.rows.push_back(
        {rule.id, severity_words(rule), say(language, rule.zh.c_str(), rule.en.c_str()), rule.basis});
  return render(catalogue, format);
}

}  // namespace nianbao

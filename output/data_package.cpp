#include "output/data_package.h"

#include <algorithm>

#include "output/csv_tables.h"
#include "output/json.h"

namespace nianbao {
namespace {

const char* type_name(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "string";
    case ColumnType::kInteger:
      return "integer";
    case ColumnType::kNumber:
      return "number";
    case ColumnType::kYear:
      return "year";
  }
  return "";
}

Json field_json(const CsvColumn& column) {
  return Json::Members{
      {"name", column.name}, {"type", type_name(column.type)}, {"title", column.zh}, {"description", column.en}};
}

bool has_column(const CsvTable& table, const std::string& name) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const CsvColumn& column) { return column.name == name; });
}

// Every table about reports of this run refers to reports.csv.
Json foreign_keys(const CsvTable& table) {
  if (table.name == "reports" || table.name == "gone" || !has_column(table, "report_id")) return Json::List{};
  return Json::List{
      Json::Members{{"fields", json_strings({"report_id"})},
                    {"reference", Json::Members{{"resource", "reports"}, {"fields", json_strings({"report_id"})}}}}};
}

Json schema_json(const CsvTable& table) {
  Json::List fields;
  for (const CsvColumn& column : table.columns) fields.push_back(field_json(column));
  return Json::Members{
      {"fieldsMatch", "equal"},
      {"fields", std::move(fields)},
      {"primaryKey", json_strings(table.key)},
      {"foreignKeys", foreign_keys(table)},
      {"missingValues",
       Json::List{Json::Members{{"value", ""}, {"label", "null; the reason is the status in cells.csv"}}}}};
}

Json resource_json(const CsvTable& table) {
  return Json::Members{
      {"name", table.name},
      {"type", "table"},
      {"path", table.name + ".csv"},
      {"title", table.zh},
      {"description", table.en},
      {"format", "csv"},
      {"mediatype", "text/csv"},
      {"encoding", "utf-8"},
      {"dialect",
       Json::Members{
           {"delimiter", ","}, {"lineTerminator", "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}}},
      {"schema", schema_json(table)}};
}

}  // namespace

std::string data_package(const Schema& schema) {
  Json::List resources;
  for (const CsvTable& table : csv_tables(schema)) resources.push_back(resource_json(table));
  return to_text(Json::Members{{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                               {"name", "nianbao"},
                               {"title", "政府信息公开工作年度报告"},
                               {"description",
                                "Text that a spreadsheet would take for a formula has an apostrophe in front, one more "
                                "where it had some. A null "
                                "number is never zero."},
                               {"resources", std::move(resources)}});
}

}  // namespace nianbao

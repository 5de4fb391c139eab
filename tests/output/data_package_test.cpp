#include "output/data_package.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "output/csv_tables.h"
#include "schema/json_node.h"
#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

JsonNode package() { return JsonNode::parse("datapackage.json", data_package(built_in_schema())); }

std::vector<std::string> field_names(const JsonNode& resource) {
  std::vector<std::string> names;
  for (const JsonNode& field : resource.at("schema").at("fields").items()) names.push_back(field.at("name").string());
  return names;
}

TEST(DataPackage, IsUtf8JsonOfVersion2) {
  const std::string text = data_package(built_in_schema());
  EXPECT_TRUE(is_utf8(text));
  EXPECT_NE(text.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_EQ(package().at("$schema").string(), "https://datapackage.org/profiles/2.0/datapackage.json");
  EXPECT_EQ(package().at("name").string(), "nianbao");
}

TEST(DataPackage, DescribesEveryCsvFile) {
  std::vector<std::string> paths;
  for (const JsonNode& resource : package().at("resources").items()) {
    paths.push_back(resource.at("path").string());
    EXPECT_EQ(resource.at("name").string() + ".csv", paths.back());
    EXPECT_EQ(resource.at("type").string(), "table");
    EXPECT_EQ(resource.at("format").string(), "csv");
    EXPECT_EQ(resource.at("encoding").string(), "utf-8");
    EXPECT_EQ(resource.at("dialect").at("delimiter").string(), ",");
    EXPECT_EQ(resource.at("dialect").at("lineTerminator").string(), "\n");
  }
  EXPECT_EQ(paths,
            (std::vector<std::string>{"inputs.csv", "reports.csv", "cells.csv", "records.csv", "extras.csv",
                                      "sections.csv", "findings.csv", "dictionary.csv", "decisions.csv", "gone.csv"}));
}

TEST(DataPackage, ListsExactlyTheColumnsOfEachHeader) {
  std::map<std::string, std::string> headers;
  for (const CsvTable& table : csv_tables(built_in_schema())) headers[table.name] = csv_header(table.columns);
  for (const JsonNode& resource : package().at("resources").items()) {
    std::string header;
    for (const std::string& name : field_names(resource)) header += (header.empty() ? "" : ",") + name;
    EXPECT_EQ(header + "\n", headers.at(resource.at("name").string()));
  }
}

TEST(DataPackage, KeysAreFields) {
  std::map<std::string, std::vector<std::string>> fields;
  for (const JsonNode& resource : package().at("resources").items())
    fields[resource.at("name").string()] = field_names(resource);
  const auto has = [&](const std::string& resource, const std::string& field) {
    return std::count(fields[resource].begin(), fields[resource].end(), field) == 1;
  };
  for (const JsonNode& resource : package().at("resources").items()) {
    const std::string name = resource.at("name").string();
    const std::vector<std::string> key = resource.at("schema").at("primaryKey").strings();
    EXPECT_FALSE(key.empty()) << name;
    for (const std::string& field : key) EXPECT_TRUE(has(name, field)) << name << "." << field;
    if (!resource.at("schema").find("foreignKeys")) continue;
    for (const JsonNode& foreign : resource.at("schema").at("foreignKeys").items()) {
      const std::string other = foreign.at("reference").at("resource").string();
      EXPECT_TRUE(fields.contains(other)) << name << " refers to " << other;
      for (const std::string& field : foreign.at("fields").strings())
        EXPECT_TRUE(has(name, field)) << name << "." << field;
      for (const std::string& field : foreign.at("reference").at("fields").strings())
        EXPECT_TRUE(has(other, field)) << other << "." << field;
    }
  }
}

TEST(DataPackage, TablesAboutReportsReferToReports) {
  std::set<std::string> referring;
  for (const JsonNode& resource : package().at("resources").items())
    if (const auto keys = resource.at("schema").find("foreignKeys"))
      if (!keys->items().empty()) referring.insert(resource.at("name").string());
  EXPECT_EQ(referring, (std::set<std::string>{"cells", "records", "extras", "sections", "findings"}));
}

TEST(DataPackage, TypesAreThoseOfTableSchema) {
  const std::set<std::string> known = {"string", "integer", "number", "year"};
  std::map<std::string, std::string> types;
  for (const JsonNode& resource : package().at("resources").items())
    for (const JsonNode& field : resource.at("schema").at("fields").items()) {
      EXPECT_TRUE(known.contains(field.at("type").string()));
      EXPECT_FALSE(field.at("title").string().empty());
      EXPECT_FALSE(field.at("description").string().empty());
      types[resource.at("name").string() + "." + field.at("name").string()] = field.at("type").string();
    }
  const std::map<std::string, std::string> expected = {
      {"cells.value", "number"},          {"cells.raw", "string"},
      {"records.rules_issued", "number"}, {"records.fee_amount_wan__unit", "string"},
      {"reports.report_year", "year"},    {"reports.n_blank", "integer"},
      {"inputs.bytes", "integer"},        {"reports.report_id", "string"}};
  for (const auto& [column, type] : expected) EXPECT_EQ(types[column], type) << column;
}

TEST(DataPackage, SaysThatEmptyIsNull) {
  for (const JsonNode& resource : package().at("resources").items()) {
    const std::vector<JsonNode> missing = resource.at("schema").at("missingValues").items();
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_TRUE(missing[0].at("value").is_empty_text());
  }
}

}  // namespace
}  // namespace nianbao::test

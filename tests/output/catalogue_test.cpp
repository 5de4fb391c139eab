#include "output/catalogue.h"

#include <gtest/gtest.h>

#include <set>

#include "audit/rules.h"
#include "output/csv_tables.h"
#include "schema/json_node.h"
#include "schema/text.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

struct Case {
  const char* name;
  std::string (*make)(CatalogueFormat, Language);
  std::vector<std::string> columns;
  std::size_t rows;
};

std::vector<Case> cases() {
  return {
      {"forms", [](CatalogueFormat f, Language l) { return forms_catalogue(built_in_schema(), f, l); }, {"form"}, 2},
      {"fields",
       [](CatalogueFormat f, Language l) { return fields_catalogue(built_in_schema(), f, l); },
       {"field_id", "section", "type", "unit", "forms"},
       224},
      {"rules",
       [](CatalogueFormat f, Language l) { return rules_catalogue(built_in_schema(), f, l); },
       {"rule_id"},
       built_in_schema().rules.rules.size()},
  };
}

bool has_chinese(const std::string& text) { return text.size() > character_count(text); }

TEST(Catalogue, CsvHasOneRowAnEntry) {
  for (const Case& c : cases()) {
    const std::vector<CsvRecord> rows = parse_csv(c.make(CatalogueFormat::kCsv, Language::kEnglish));
    ASSERT_EQ(rows.size(), c.rows) << c.name;
    std::set<std::string> ids;
    for (const CsvRecord& row : rows) {
      for (const std::string& column : c.columns) EXPECT_TRUE(row.contains(column)) << c.name << " " << column;
      EXPECT_TRUE(ids.insert(row.at(c.columns.front())).second) << c.name;
    }
  }
}

TEST(Catalogue, JsonSaysTheSameAsCsv) {
  for (const Case& c : cases()) {
    const std::vector<CsvRecord> rows = parse_csv(c.make(CatalogueFormat::kCsv, Language::kChinese));
    const std::vector<JsonNode> items =
        JsonNode::parse(c.name, c.make(CatalogueFormat::kJson, Language::kChinese)).items();
    ASSERT_EQ(items.size(), rows.size()) << c.name;
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_EQ(items[i].keys().size(), rows[i].size());
      EXPECT_EQ(items[i].at(c.columns.front()).string(), rows[i].at(c.columns.front())) << c.name;
    }
  }
}

TEST(Catalogue, TextHasAHeaderAndALineAnEntry) {
  for (const Case& c : cases()) {
    const std::string text = c.make(CatalogueFormat::kText, Language::kEnglish);
    const std::vector<std::string_view> lines = split_lines(text);
    ASSERT_EQ(lines.size(), c.rows + 3) << c.name;  // header, rule, entries, the end after the last LF
    EXPECT_EQ(lines[0].substr(0, c.columns.front().size()), c.columns.front());
    EXPECT_EQ(lines[1].substr(0, 2), "--");
  }
}

TEST(Catalogue, FormsSayYearsFieldsAndSource) {
  const std::vector<CsvRecord> rows =
      parse_csv(forms_catalogue(built_in_schema(), CatalogueFormat::kCsv, Language::kChinese));
  ASSERT_EQ(rows.size(), 2U);
  const CsvRecord expected[] = {{{"form", "2019"},
                                 {"first_year", "2019"},
                                 {"last_year", "2020"},
                                 {"fields", "198"},
                                 {"source", "国办公开办函〔2019〕60号"}},
                                {{"form", "2021"},
                                 {"first_year", "2021"},
                                 {"last_year", ""},
                                 {"fields", "200"},
                                 {"source", "国办公开办函〔2021〕30号"}}};
  for (std::size_t i = 0; i < 2; ++i)
    for (const auto& [column, value] : expected[i]) EXPECT_EQ(rows[i].at(column), value) << column;
}

TEST(Catalogue, NumbersInJsonAreNumbers) {
  const JsonNode form =
      JsonNode::parse("forms", forms_catalogue(built_in_schema(), CatalogueFormat::kJson, Language::kEnglish))
          .items()
          .at(0);
  EXPECT_EQ(form.at("first_year").integer(), 2019);
  EXPECT_EQ(form.at("fields").integer(), 198);
  const JsonNode field =
      JsonNode::parse("fields", fields_catalogue(built_in_schema(), CatalogueFormat::kJson, Language::kEnglish))
          .items()
          .at(0);
  EXPECT_EQ(field.at("section").integer(), 2);
  EXPECT_EQ(field.at("field_id").string(), "rules_issued");
}

// A last year that is not known is null: neither "" nor 0 is a year.
TEST(Catalogue, UnknownLastYearIsNoNumberAndNoText) {
  const std::vector<JsonNode> items =
      JsonNode::parse("forms", forms_catalogue(built_in_schema(), CatalogueFormat::kJson, Language::kEnglish)).items();
  const std::string json = forms_catalogue(built_in_schema(), CatalogueFormat::kJson, Language::kEnglish);
  const std::size_t at = json.rfind("\"last_year\"");
  if (at == std::string::npos) return;  // left out is null too
  const std::string rest = json.substr(at, json.find('\n', at) - at);
  EXPECT_NE(rest.find("null"), std::string::npos) << rest;
}

TEST(Catalogue, LanguageChangesDescriptionsOnly) {
  const std::vector<CsvRecord> zh =
      parse_csv(fields_catalogue(built_in_schema(), CatalogueFormat::kCsv, Language::kChinese));
  const std::vector<CsvRecord> en =
      parse_csv(fields_catalogue(built_in_schema(), CatalogueFormat::kCsv, Language::kEnglish));
  ASSERT_EQ(zh.size(), en.size());
  for (std::size_t i = 0; i < zh.size(); ++i) {
    EXPECT_TRUE(has_chinese(zh[i].at("description")));
    EXPECT_FALSE(has_chinese(en[i].at("description"))) << en[i].at("description");
    for (const char* column : {"field_id", "section", "type", "unit", "forms"})
      EXPECT_EQ(zh[i].at(column), en[i].at(column));
  }
}

}  // namespace
}  // namespace nianbao::test

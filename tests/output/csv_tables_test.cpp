#include "output/csv_tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "normalize/value.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Names = std::vector<std::string>;

// Design section 5, word for word; more columns may follow.
const std::vector<std::pair<std::string, Names>> kContract = {
    {"inputs", {"input_id", "path", "sha256", "bytes", "kind", "status", "code", "message"}},
    {"reports", {"report_id", "path",     "title",      "org_name", "org_type",  "report_year", "form",
                 "scope",     "n_value",  "n_blank",    "n_mark",   "n_text",    "n_ambiguous", "n_unreadable",
                 "n_no_cell", "n_no_row", "n_no_table", "n_error",  "n_warning", "n_note"}},
    {"cells",
     {"report_id", "field_id", "section", "form", "row_label", "column_label", "raw", "value", "unit", "status", "how",
      "where"}},
    {"records", {"report_id", "path", "org_name", "report_year", "form"}},
    {"extras", {"report_id", "section", "where", "label", "raw"}},
    {"sections", {"report_id", "ordinal", "heading", "where", "text"}},
    {"findings",
     {"finding_id", "report_id", "rule_id", "severity", "state", "result", "fields", "where", "expected", "actual",
      "evidence", "message_zh", "message_en"}},
    {"dictionary",
     {"field_id", "section", "row_label", "column_label", "type", "unit", "forms", "description_zh", "description_en"}},
    {"decisions", {"finding_id", "decision", "corrected", "reason", "by", "until", "outcome"}},
    {"gone", {"finding_id", "report_id", "rule_id", "severity"}},
};

Names column_names(const CsvTable& table) {
  Names names;
  for (const CsvColumn& column : table.columns) names.push_back(column.name);
  return names;
}

TEST(CsvTables, AreThoseOfTheDesignInItsOrder) {
  Names names;
  Names expected;
  for (const CsvTable& table : csv_tables(built_in_schema())) names.push_back(table.name);
  for (const auto& [name, columns] : kContract) expected.push_back(name);
  EXPECT_EQ(names, expected);
}

TEST(CsvTables, BeginWithTheColumnsOfTheDesign) {
  const std::vector<CsvTable> tables = csv_tables(built_in_schema());
  ASSERT_EQ(tables.size(), kContract.size());
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const Names& expected = kContract[i].second;
    Names names = column_names(tables[i]);
    ASSERT_GE(names.size(), expected.size()) << tables[i].name;
    names.resize(expected.size());
    EXPECT_EQ(names, expected) << tables[i].name;
  }
}

TEST(CsvTables, DescribeEveryColumnOnceInBothLanguages) {
  for (const CsvTable& table : csv_tables(built_in_schema())) {
    EXPECT_FALSE(table.zh.empty()) << table.name;
    EXPECT_FALSE(table.en.empty()) << table.name;
    std::set<std::string> seen;
    for (const CsvColumn& column : table.columns) {
      EXPECT_TRUE(seen.insert(column.name).second) << table.name << "." << column.name;
      EXPECT_FALSE(column.zh.empty()) << table.name << "." << column.name;
      EXPECT_FALSE(column.en.empty()) << table.name << "." << column.name;
      EXPECT_EQ(column.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos)
          << column.name;
    }
  }
}

TEST(CsvTables, KeysAreColumns) {
  const std::map<std::string, Names> expected = {
      {"inputs", {"input_id"}},
      {"reports", {"report_id"}},
      {"cells", {"report_id", "field_id"}},
      {"records", {"report_id"}},
      {"extras", {"report_id", "where"}},
      {"sections", {"report_id", "ordinal"}},
      {"dictionary", {"field_id"}},
      {"decisions", {"line"}},
      {"gone", {"finding_id", "report_id"}},
  };
  for (const CsvTable& table : csv_tables(built_in_schema())) {
    EXPECT_FALSE(table.key.empty()) << table.name;
    const Names names = column_names(table);
    for (const std::string& column : table.key)
      EXPECT_EQ(std::count(names.begin(), names.end(), column), 1) << table.name << "." << column;
    if (const auto known = expected.find(table.name); known != expected.end()) {
      EXPECT_EQ(table.key, known->second) << table.name;
    }
  }
  const Names key = findings_table().key;
  EXPECT_EQ(std::count(key.begin(), key.end(), "finding_id"), 1);
}

TEST(CsvTables, TypesOfColumns) {
  const struct {
    const char* table;
    const char* column;
    ColumnType type;
  } cases[] = {
      {"inputs", "bytes", ColumnType::kInteger},
      {"inputs", "path", ColumnType::kText},
      {"reports", "report_year", ColumnType::kYear},
      {"reports", "n_blank", ColumnType::kInteger},
      {"reports", "report_id", ColumnType::kText},
      {"cells", "value", ColumnType::kNumber},
      {"cells", "raw", ColumnType::kText},
      {"cells", "section", ColumnType::kInteger},
      {"cells", "form", ColumnType::kText},
      {"records", "rules_issued", ColumnType::kNumber},
      {"records", "fee_amount_wan", ColumnType::kNumber},
      {"records", "fee_amount_wan__unit", ColumnType::kText},
      {"sections", "ordinal", ColumnType::kInteger},
      {"findings", "actual", ColumnType::kText},
      {"dictionary", "unit", ColumnType::kText},
  };
  std::map<std::string, ColumnType> types;
  for (const CsvTable& table : csv_tables(built_in_schema()))
    for (const CsvColumn& column : table.columns) types[table.name + "." + column.name] = column.type;
  for (const auto& c : cases) {
    const std::string name = std::string(c.table) + "." + c.column;
    ASSERT_TRUE(types.contains(name)) << name;
    EXPECT_EQ(types[name], c.type) << name;
  }
}

TEST(CsvTables, ReportsCountEveryStatus) {
  const Names names = column_names(reports_table());
  for (const Status status : kStatuses)
    EXPECT_EQ(std::count(names.begin(), names.end(), std::string("n_") + name_of(status)), 1) << name_of(status);
}

// One column a field over all forms: 198 and 200 fields, of which 22 rows of seven columns, section 四 and five of
// section 二 are shared.
constexpr std::size_t kFields = 198 + 200 - (22 * 7 + 15 + 5);

TEST(Records, HaveOneColumnAFieldAndUnitsBehindMoney) {
  Names names = column_names(records_table(built_in_schema()));
  names.erase(names.begin(), names.begin() + 5);
  EXPECT_EQ(names.size(), kFields + 2);
  Names expected;
  for (const DictionaryEntry& entry : dictionary(built_in_schema())) {
    expected.push_back(entry.field->id);
    if (entry.field->id == "procurement_amount" || entry.field->id == "fee_amount_wan")
      expected.push_back(entry.field->id + "__unit");
  }
  EXPECT_EQ(names, expected);
}

TEST(Dictionary, HasEveryFieldOfEveryFormOnce) {
  std::map<std::string, Names> forms;
  std::size_t entries = 0;
  for (const DictionaryEntry& entry : dictionary(built_in_schema())) {
    ++entries;
    EXPECT_TRUE(forms.try_emplace(entry.field->id, entry.forms).second) << entry.field->id << " twice";
  }
  EXPECT_EQ(entries, kFields);
  for (const Form& form : built_in_schema().forms)
    for (const FormTable& table : form.tables)
      for (const Field& field : table.fields) {
        ASSERT_TRUE(forms.contains(field.id)) << field.id;
        EXPECT_EQ(std::count(forms[field.id].begin(), forms[field.id].end(), form.id), 1)
            << field.id << " in " << form.id;
      }
}

TEST(Dictionary, NamesTheFormsOfAField) {
  const std::map<std::string, Names> expected = {
      {"rules_issued", {"2019", "2021"}},
      {"rules_disclosed_total", {"2019"}},
      {"rules_in_force", {"2021"}},
      {"procurement_amount", {"2019"}},
      {"fee_amount_wan", {"2021"}},
      {"licensing_decisions", {"2019", "2021"}},
      {"res_other__total", {"2019"}},
      {"res_other_misc__total", {"2021"}},
      {"req_carried_out__natural", {"2019", "2021"}},
      {"recon_total", {"2019", "2021"}},
  };
  std::map<std::string, Names> found;
  for (const DictionaryEntry& entry : dictionary(built_in_schema()))
    if (expected.contains(entry.field->id)) found[entry.field->id] = entry.forms;
  EXPECT_EQ(found, expected);
}

TEST(HasUnitColumn, OnlyMoney) {
  for (const DictionaryEntry& entry : dictionary(built_in_schema()))
    EXPECT_EQ(has_unit_column(*entry.field),
              entry.field->id == "procurement_amount" || entry.field->id == "fee_amount_wan")
        << entry.field->id;
}

}  // namespace
}  // namespace nianbao::test

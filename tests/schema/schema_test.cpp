// The forms that the program is built with, held against forms.md, and form files that do not hold together.
#include "schema/schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "schema/form_loader.h"
#include "schema/json_node.h"
#include "schema/text.h"
#include "tests/support/form_ids.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Ids = std::vector<std::string>;

const Form& form(const std::string& id) { return *built_in_schema().find_form(id); }

// forms.md 5.1, by block and row.
const Ids kDisclosure2019 = {
    "rules_issued",
    "rules_newly_disclosed",
    "rules_disclosed_total",
    "normdocs_issued",
    "normdocs_newly_disclosed",
    "normdocs_disclosed_total",
    "licensing_items_prev",
    "licensing_items_change",
    "licensing_decisions",
    "other_services_items_prev",
    "other_services_items_change",
    "other_services_decisions",
    "penalty_items_prev",
    "penalty_items_change",
    "penalty_decisions",
    "coercion_items_prev",
    "coercion_items_change",
    "coercion_decisions",
    "fee_items_prev",
    "fee_items_change",
    "procurement_projects",
    "procurement_amount",
};

const Ids kDisclosure2021 = {
    "rules_issued",      "rules_repealed",      "rules_in_force",    "normdocs_issued",    "normdocs_repealed",
    "normdocs_in_force", "licensing_decisions", "penalty_decisions", "coercion_decisions", "fee_amount_wan",
};

const std::map<std::string, Ids> kOtherResults = {
    {"2019", {"res_other"}},
    {"2021", {"res_other_no_correction", "res_other_fee_unpaid", "res_other_misc"}},
};

// forms.md 5.3.
const Ids kDisputes = {
    "recon_upheld",       "recon_corrected",       "recon_other",       "recon_pending",       "recon_total",
    "suit_direct_upheld", "suit_direct_corrected", "suit_direct_other", "suit_direct_pending", "suit_direct_total",
    "suit_after_upheld",  "suit_after_corrected",  "suit_after_other",  "suit_after_pending",  "suit_after_total",
};

Ids result_rows(const std::string& form_id) {
  Ids rows = kResults;
  const Ids& others = kOtherResults.at(form_id);
  rows.insert(rows.end(), others.begin(), others.end());
  return rows;
}

Ids application_rows(const std::string& form_id) {
  Ids rows = {"req_new", "req_carried_in"};
  for (const std::string& row : result_rows(form_id)) rows.push_back(row);
  rows.insert(rows.end(), {"res_total", "req_carried_out"});
  return rows;
}

Ids expected_fields(const std::string& form_id) {
  Ids ids = form_id == "2019" ? kDisclosure2019 : kDisclosure2021;
  for (const std::string& row : application_rows(form_id))
    for (const std::string& applicant : kApplicants) ids.push_back(row + "__" + applicant);
  ids.insert(ids.end(), kDisputes.begin(), kDisputes.end());
  return ids;
}

std::vector<Field> fields_of(const Form& form) {
  std::vector<Field> fields;
  for (const FormTable& table : form.tables) fields.insert(fields.end(), table.fields.begin(), table.fields.end());
  return fields;
}

Ids ids_of(const Form& form) {
  Ids ids;
  for (const Field& field : fields_of(form)) ids.push_back(field.id);
  return ids;
}

const Field& field(const std::string& form_id, const std::string& id) {
  for (const FormTable& table : form(form_id).tables)
    for (const Field& field : table.fields)
      if (field.id == id) return field;
  throw std::logic_error("no field " + id);
}

class BuiltInForm : public testing::TestWithParam<const char*> {
 protected:
  static std::string id() { return GetParam(); }
};

INSTANTIATE_TEST_SUITE_P(Schema, BuiltInForm, testing::Values("2019", "2021"),
                         [](const auto& made) { return std::string(made.param); });

TEST(SchemaTest, FormsInOrderOfTheirFirstYear) {
  ASSERT_EQ(built_in_schema().forms.size(), 2U);
  EXPECT_EQ(built_in_schema().forms[0].id, "2019");
  EXPECT_EQ(built_in_schema().forms[1].id, "2021");
  EXPECT_EQ(built_in_schema().find_form("2014"), nullptr);
  EXPECT_EQ(built_in_schema().find_form(""), nullptr);
}

TEST(SchemaTest, NumberOfFieldsIsThatOfTheOfficialForms) {
  EXPECT_EQ(form("2019").field_count(), 198U);
  EXPECT_EQ(form("2021").field_count(), 200U);
}

TEST_P(BuiltInForm, FieldsAreExactlyThoseOfFormsMdInTheFormsOrder) {
  EXPECT_EQ(ids_of(form(id())), expected_fields(id()));
}

TEST_P(BuiltInForm, FieldIdsAreUniqueLowerSnakeCase) {
  std::set<std::string> seen;
  for (const std::string& field : ids_of(form(id()))) {
    EXPECT_TRUE(seen.insert(field).second) << field;
    EXPECT_EQ(field.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos) << field;
  }
}

TEST_P(BuiltInForm, LabelPathsAreUniqueAfterFoldingWithinTheirBlock) {
  for (const FormTable& table : form(id()).tables)
    for (const FormBlock& block : table.blocks)
      for (const std::vector<FormLine>* lines : {&block.rows, &block.columns}) {
        std::set<Ids> seen;
        for (const FormLine& line : *lines) {
          Ids path;
          for (const std::string& label : line.path) path.push_back(fold(label));
          EXPECT_TRUE(seen.insert(path).second) << line.id;
        }
      }
}

TEST_P(BuiltInForm, EveryLabelFindsItself) {
  const auto finds = [](const LabelIndex& index, const std::string& label, std::size_t id) {
    const std::vector<LabelHit> hits = index.find(label_keys(label));
    return std::find(hits.begin(), hits.end(), LabelHit{id, Spelling::kLabel}) != hits.end();
  };
  for (const FormTable& table : form(id()).tables)
    for (const FormBlock& block : table.blocks) {
      for (std::size_t i = 0; i < block.rows.size(); ++i)
        EXPECT_TRUE(block.rows[i].path.empty() || finds(block.row_labels, block.rows[i].path.back(), i))
            << block.rows[i].id;
      for (std::size_t i = 0; i < block.columns.size(); ++i)
        EXPECT_TRUE(finds(block.column_labels, block.columns[i].path.back(), i)) << block.columns[i].id;
      for (std::size_t i = 0; i < block.groups.size(); ++i)
        EXPECT_TRUE(finds(block.row_groups, block.groups[i], i) || finds(block.column_groups, block.groups[i], i))
            << block.groups[i];
    }
}

TEST_P(BuiltInForm, FieldStandsWhereRowAndColumnCross) {
  for (const FormTable& table : form(id()).tables)
    for (const FormBlock& block : table.blocks)
      for (std::size_t row = 0; row < block.rows.size(); ++row)
        for (std::size_t column = 0; column < block.columns.size(); ++column) {
          const Field& field = table.fields.at(block.field_at(row, column));
          const auto& row_path = block.rows[row].path;
          EXPECT_TRUE(row_path.empty() ? field.row_label.empty() : field.row_label.ends_with(row_path.back()))
              << field.id;
          EXPECT_TRUE(field.column_label.ends_with(block.columns[column].path.back())) << field.id;
          EXPECT_EQ(field.section, table.section) << field.id;
        }
}

TEST_P(BuiltInForm, OperandsAreFieldsAndNoFieldIsOnBothSides) {
  const Ids all = ids_of(form(id()));
  const std::set<std::string> fields(all.begin(), all.end());
  for (const Identity& identity : form(id()).identities) {
    std::set<std::string> seen;
    EXPECT_FALSE(identity.left.empty());
    EXPECT_FALSE(identity.right.empty());
    for (const Ids* side : {&identity.left, &identity.right})
      for (const std::string& operand : *side) {
        EXPECT_TRUE(fields.contains(operand)) << identity.rule << " " << operand;
        EXPECT_TRUE(seen.insert(operand).second) << identity.rule << " " << operand;
      }
  }
}

TEST_P(BuiltInForm, IdentitiesAreExpandedOverRowsAndColumns) {
  std::map<std::string, std::size_t> counts;
  for (const Identity& identity : form(id()).identities) ++counts[identity.rule];
  const std::map<std::string, std::size_t> expected = {
      {"R-3-01", 7}, {"R-3-02", 7}, {"R-3-03", application_rows(id()).size()},
      {"R-4-01", 1}, {"R-4-02", 1}, {"R-4-03", 1},
  };
  EXPECT_EQ(counts, expected);
  EXPECT_EQ(application_rows(id()).size(), id() == "2019" ? 23U : 25U);
  EXPECT_EQ(result_rows(id()).size(), id() == "2019" ? 19U : 21U);
}

TEST_P(BuiltInForm, IdentitiesSayWhatFormsMdSays) {
  std::set<std::tuple<std::string, Ids, Ids>> expected;
  const auto at = [](const Ids& rows, const std::string& column) {
    Ids ids;
    for (const std::string& row : rows) ids.push_back(row + "__" + column);
    return ids;
  };
  for (const std::string& c : kApplicants) {
    expected.emplace("R-3-01", at({"req_new", "req_carried_in"}, c), at({"res_total", "req_carried_out"}, c));
    expected.emplace("R-3-02", at({"res_total"}, c), at(result_rows(id()), c));
  }
  for (const std::string& row : application_rows(id())) {
    Ids parts;
    for (const std::string& c : kApplicants)
      if (c != "total") parts.push_back(row + "__" + c);
    expected.emplace("R-3-03", Ids{row + "__total"}, parts);
  }
  const std::pair<const char*, std::string> disputes[] = {
      {"R-4-01", "recon"}, {"R-4-02", "suit_direct"}, {"R-4-03", "suit_after"}};
  for (const auto& [rule, kind] : disputes)
    expected.emplace(rule, Ids{kind + "_total"},
                     Ids{kind + "_upheld", kind + "_corrected", kind + "_other", kind + "_pending"});
  std::set<std::tuple<std::string, Ids, Ids>> stated;
  for (const Identity& identity : form(id()).identities) stated.emplace(identity.rule, identity.left, identity.right);
  EXPECT_EQ(stated, expected);
}

TEST_P(BuiltInForm, SixSectionsAndThreeTables) {
  const Ids headings = {"总体情况",
                        "主动公开政府信息情况",
                        "收到和处理政府信息公开申请情况",
                        "政府信息公开行政复议、行政诉讼情况",
                        "存在的主要问题及改进情况",
                        "其他需要报告的事项"};
  const Form& form = test::form(id());
  ASSERT_EQ(form.sections.size(), 6U);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(form.sections[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(form.sections[i].heading, headings[i]);
    EXPECT_EQ(form.sections[i].headings.front(), fold(headings[i]));
  }
  ASSERT_EQ(form.tables.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(form.tables[i].section, static_cast<int>(i) + 2);
}

TEST_P(BuiltInForm, HeadingsNameOneSectionEach) {
  std::map<std::string, int> owner;
  for (const FormSection& section : form(id()).sections)
    for (const std::string& heading : section.headings) {
      const auto [at, is_new] = owner.emplace(heading, section.number);
      EXPECT_TRUE(is_new || at->second == section.number) << heading;
    }
}

TEST_P(BuiltInForm, HeadingsSeenAreKnown) {
  const std::pair<const char*, int> seen[] = {
      {"工作基本情况", 1},
      {"行政机关主动公开政府信息情况", 2},
      {"政府信息公开行政法复议、行政诉讼情况", 4},
      {"因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4},
      {"因政府信息公开工作被申请行政复议和提起行政诉讼情况", 4},
      {"政府信息公开工作存在的主要问题及改进情况", 5},
      {"存在的主要问题及整改措施", 5},
      {"存在问题及改进情况", 5},
      {"其它需要报告的事项", 6},
  };
  for (const auto& [heading, number] : seen) {
    const Ids& headings = form(id()).sections.at(static_cast<std::size_t>(number) - 1).headings;
    EXPECT_NE(std::find(headings.begin(), headings.end(), fold(heading)), headings.end()) << heading;
  }
}

TEST_P(BuiltInForm, TypesAndUnits) {
  const std::set<std::string> changes = {"licensing_items_change", "other_services_items_change",
                                         "penalty_items_change", "coercion_items_change", "fee_items_change"};
  const std::map<std::string, std::string> amounts = {{"procurement_amount", ""}, {"fee_amount_wan", "万元"}};
  for (const Field& field : fields_of(form(id()))) {
    SCOPED_TRACE(field.id);
    const bool is_amount = amounts.contains(field.id);
    const FieldType type = is_amount                    ? FieldType::kAmount
                           : changes.contains(field.id) ? FieldType::kChange
                                                        : FieldType::kCount;
    EXPECT_STREQ(name_of(field.type), name_of(type));
    const bool counts_items = field.id.find("_items_") != std::string::npos || field.id == "procurement_projects";
    EXPECT_EQ(field.unit, is_amount ? amounts.at(field.id) : counts_items ? "项" : "件");
    EXPECT_TRUE(field.unit.empty() || built_in_schema().lexicon.allows_unit(field.type, field.unit));
  }
}

TEST_P(BuiltInForm, EveryFieldIsDescribedInBothLanguages) {
  const std::map<int, std::string> rules = {{2, "R-2-09"}, {3, "R-3-04"}, {4, "R-4-04"}};
  std::set<std::string> chinese;
  std::set<std::string> english;
  for (const Field& field : fields_of(form(id()))) {
    EXPECT_TRUE(chinese.insert(field.description_zh).second) << field.description_zh;
    EXPECT_TRUE(english.insert(field.description_en).second) << field.description_en;
    EXPECT_FALSE(is_blank(field.description_en)) << field.id;
    EXPECT_EQ(field.number_rule, rules.at(field.section)) << field.id;
  }
}

TEST(SchemaTest, LabelsOfSingleFields) {
  struct Case {
    const char* form;
    const char* id;
    const char* row;
    const char* column;
  };
  const Case cases[] = {
      {"2019", "rules_issued", "规章", "本年新制作数量"},
      {"2019", "normdocs_disclosed_total", "规范性文件", "对外公开总数量"},
      {"2019", "licensing_items_prev", "行政许可", "上一年项目数量"},
      {"2019", "other_services_decisions", "其他对外管理服务事项", "处理决定数量"},
      {"2019", "fee_items_change", "行政事业性收费", "本年增/减"},
      {"2019", "procurement_projects", "政府集中采购", "采购项目数量"},
      {"2019", "procurement_amount", "政府集中采购", "采购总金额"},
      {"2019", "res_other__total", "三、本年度办理结果 > （六）其他处理", "申请人情况 > 总计"},
      {"2021", "normdocs_repealed", "行政规范性文件", "本年废止件数"},
      {"2021", "rules_in_force", "规章", "现行有效件数"},
      {"2021", "coercion_decisions", "行政强制", "本年处理决定数量"},
      {"2021", "fee_amount_wan", "行政事业性收费", "本年收费金额（单位：万元）"},
      {"2021", "res_denied_enforcement_file__natural", "三、本年度办理结果 > （三）不予公开 > 7.属于行政执法案卷",
       "申请人情况 > 自然人"},
      {"2021", "res_refused_repeat__other", "三、本年度办理结果 > （五）不予处理 > 2.重复申请",
       "申请人情况 > 法人或其他组织 > 其他"},
      {"2021", "res_other_misc__welfare", "三、本年度办理结果 > （六）其他处理 > 3.其他",
       "申请人情况 > 法人或其他组织 > 社会公益组织"},
      {"2021", "req_carried_out__legal", "四、结转下年度继续办理", "申请人情况 > 法人或其他组织 > 法律服务机构"},
      {"2021", "suit_after_pending", "", "行政诉讼 > 复议后起诉 > 尚未审结"},
      {"2021", "recon_corrected", "", "行政复议 > 结果纠正"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(field(c.form, c.id).row_label, c.row) << c.id;
    EXPECT_EQ(field(c.form, c.id).column_label, c.column) << c.id;
  }
}

TEST(SchemaTest, BlocksStandUnderTheirBanners) {
  const std::map<std::string, Ids> expected = {
      {"2019",
       {"第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项"}},
      {"2021", {"第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"}},
  };
  for (const auto& [id, banners] : expected) {
    Ids found;
    for (const FormBlock& block : form(id).tables.front().blocks) found.push_back(block.banner);
    EXPECT_EQ(found, banners) << id;
  }
}

TEST(SchemaTest, FormIsDueInItsYears) {
  struct Case {
    int year;
    bool form_2019;
    bool form_2021;
  };
  const Case cases[] = {
      {2008, false, false}, {2018, false, false}, {2019, true, false}, {2020, true, false},
      {2021, false, true},  {2022, false, true},  {2025, false, true}, {2040, false, true},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(form("2019").is_due_in(c.year), c.form_2019) << c.year;
    EXPECT_EQ(form("2021").is_due_in(c.year), c.form_2021) << c.year;
  }
}

TEST(SchemaTest, TotalsAreWhatAnIdentityGivesAsASum) {
  for (const char* id : {"req_new__total", "res_total__natural", "res_total__total", "recon_total", "suit_direct_total",
                         "suit_after_total", "res_granted__total"})
    EXPECT_TRUE(field("2021", id).is_total) << id;
  for (const char* id :
       {"req_new__natural", "req_carried_out__natural", "res_granted__natural", "recon_upheld", "rules_issued"})
    EXPECT_FALSE(field("2021", id).is_total) << id;
}

TEST(SchemaTest, DigestFollowsTheBytes) {
  const Schema once = load_schema();
  EXPECT_EQ(once.digest, built_in_schema().digest);
  EXPECT_EQ(once.digest.size(), 64U);
  EXPECT_NE(form("2019").digest, form("2021").digest);
  std::vector<SchemaFile> files = built_in_forms();
  files.front().json += "\n";
  EXPECT_NE(make_schema(files, built_in_lexicon(), built_in_rules()).digest, once.digest);
  SchemaFile words = built_in_lexicon();
  words.json += "\n";
  EXPECT_NE(make_schema(built_in_forms(), words, built_in_rules()).digest, once.digest);
}

// A whole form of two fields and one sum, small enough to break in one place.
const char* const kSmallForm = R"({
  "id": "small",
  "title": { "zh": "小", "en": "small" },
  "source": "test",
  "years": { "from": 2030, "to": 2031 },
  "sections": [ { "number": 2, "heading": "主动公开", "aliases": ["公开"] } ],
  "tables": [
    { "id": "sums", "section": 2, "fields": "{row}_{column}", "number_rule": "R-2-09",
      "blocks": [
        { "banner": "甲项", "corner": "内容", "type": "count", "unit": "件",
          "columns": [ { "id": "first", "path": ["上", "甲"], "en": "first" },
                       { "id": "second", "path": ["上", "乙"], "en": "second", "type": "amount", "unit": "元" } ],
          "rows": [ { "id": "one", "path": ["子"], "en": "one" }, { "id": "two", "path": ["丑"], "en": "two" } ] } ] } ],
  "aliases": { "甲": ["第一"] },
  "identities": [ { "rule": "R-1", "table": "sums", "each": "row", "left": ["first"], "right": ["second"], "basis": "相等" } ]
})";

TEST(FormFileTest, SmallFormIsAccepted) {
  const Form form = load_form({"small.json", kSmallForm});
  EXPECT_EQ(form.id, "small");
  EXPECT_EQ(ids_of(form), (Ids{"one_first", "one_second", "two_first", "two_second"}));
  const std::vector<Field> fields = fields_of(form);
  EXPECT_STREQ(name_of(fields[0].type), "count");
  EXPECT_EQ(fields[0].unit, "件");
  EXPECT_STREQ(name_of(fields[1].type), "amount");
  EXPECT_EQ(fields[1].unit, "元");
  ASSERT_EQ(form.identities.size(), 2U);
  EXPECT_EQ(form.identities[1].left, Ids{"two_first"});
  EXPECT_EQ(form.identities[1].right, Ids{"two_second"});
  EXPECT_EQ(form.identities[1].basis, "相等");
  EXPECT_TRUE(form.is_due_in(2031));
  EXPECT_FALSE(form.is_due_in(2032));
}

struct Breakage {
  const char* special;
  const char* from;
  const char* to;
  const char* path;  // where the message says it is
  const char* named = "";
};

TEST(FormFileTest, BrokenOnesAreRefusedWithFileAndPath) {
  const Breakage cases[] = {
      {"misspelt key", "\"source\":", "\"sauce\":", "$", "sauce"},
      {"missing key", "\"source\": \"test\",", "", "$", "source"},
      {"misspelt key of the title", "\"en\": \"small\"", "\"en\": \"small\", \"english\": \"small\"", "$.title",
       "english"},
      {"missing key of the title", ", \"en\": \"small\"", "", "$.title", "en"},
      {"misspelt last year", "\"to\":", "\"till\":", "$.years", "till"},
      {"missing first year", "\"from\": 2030, ", "", "$.years", "from"},
      {"year in quotes", "\"from\": 2030", "\"from\": \"2030\"", "$.years.from"},
      {"year with a fraction", "\"to\": 2031", "\"to\": 2031.5", "$.years.to"},
      {"year beyond all numbers", "\"from\": 2030", "\"from\": 20300000000", "$.years.from"},
      {"misspelt key of a section", "\"heading\":", "\"headings\":", "$.sections[0]", "headings"},
      {"alias that is no list", "\"aliases\": [\"公开\"]", "\"aliases\": \"公开\"", "$.sections[0].aliases"},
      {"empty heading", "\"heading\": \"主动公开\"", "\"heading\": \"\"", "$.sections[0].heading"},
      {"operands that are no list", "\"left\": [\"first\"]", "\"left\": \"first\"", "$.identities[0].left"},
      {"misspelt key of a table", "\"number_rule\":", "\"rule_of_numbers\":", "$.tables[0]", "rule_of_numbers"},
      {"misspelt key of a block", "\"corner\":", "\"korner\":", "$.tables[0].blocks[0]", "korner"},
      {"misspelt key of a column", "\"id\": \"first\", \"path\"", "\"id\": \"first\", \"paths\": [], \"path\"",
       "$.tables[0].blocks[0].columns[0]", "paths"},
      {"misspelt key of a row", "\"id\": \"two\", \"path\"", "\"id\": \"two\", \"unit\": \"件\", \"path\"",
       "$.tables[0].blocks[0].rows[1]", "unit"},
      {"missing id of a row", "\"id\": \"two\", ", "", "$.tables[0].blocks[0].rows[1]", "id"},
      {"unknown type", "\"type\": \"amount\"", "\"type\": \"money\"", "$.tables[0].blocks[0].columns[1].type"},
      {"no type at all", "\"type\": \"count\", ", "", "$.tables[0].blocks[0]", "type"},
      {"path that is no list", "\"path\": [\"丑\"]", "\"path\": \"丑\"", "$.tables[0].blocks[0].rows[1].path"},
      {"empty label", "\"path\": [\"丑\"]", "\"path\": [\"\"]", "$.tables[0].blocks[0].rows[1].path[0]"},
      {"column without label", "\"path\": [\"上\", \"乙\"]", "\"path\": []", "$.tables[0].blocks[0].columns[1].path"},
      {"two equal rows", "\"path\": [\"丑\"]", "\"path\": [\"子\"]", "$.tables[0].blocks[0].rows[1]"},
      {"two rows that fold to one", "\"path\": [\"丑\"]", "\"path\": [\" 子：\"]", "$.tables[0].blocks[0].rows[1]"},
      {"two columns that fold to one", "\"path\": [\"上\", \"乙\"]", "\"path\": [\"上\", \"“甲”\"]",
       "$.tables[0].blocks[0].columns[1]"},
      {"field id used twice by equal rows", "\"id\": \"two\"", "\"id\": \"one\"", "$.tables[0]", "one_first"},
      {"field id used twice by the pattern", "\"{row}_{column}\"", "\"{row}\"", "$.tables[0]", "one"},
      {"no rows", R"([ { "id": "one", "path": ["子"], "en": "one" }, { "id": "two", "path": ["丑"], "en": "two" } ])",
       "[]", "$.tables[0].blocks[0].rows"},
      {"no path of a row", R"(, "path": ["丑"])", "", "$.tables[0].blocks[0].rows[1]", "path"},
      {"stray alias", "\"甲\": [\"第一\"]", "\"丙\": [\"第一\"]", "$.aliases.丙"},
      {"stray alias without spellings", "\"甲\": [\"第一\"]", "\"甲\": [\"第一\"], \"丙\": []", "$.aliases.丙"},
      {"alias in text", "\"甲\": [\"第一\"]", "\"甲\": \"第一\"", "$.aliases.甲"},
      {"unknown operand", "\"right\": [\"second\"]", "\"right\": [\"third\"]", "$.identities[0].right[0]", "third"},
      {"operand that is a row", "\"right\": [\"second\"]", "\"right\": [\"two\"]", "$.identities[0].right[0]", "two"},
      {"no operand", "\"right\": [\"second\"]", "\"right\": []", "$.identities[0].right"},
      {"unknown table of an identity", "\"table\": \"sums\"", "\"table\": \"some\"", "$.identities[0].table"},
      {"identity neither by row nor by column", "\"each\": \"row\"", "\"each\": \"cell\"", "$.identities[0].each"},
      {"misspelt key of an identity", "\"basis\":", "\"base\":", "$.identities[0]", "base"},
  };
  for (const Breakage& c : cases) {
    SCOPED_TRACE(c.special);
    const std::string broken = replace_all(kSmallForm, c.from, c.to);
    ASSERT_NE(broken, kSmallForm);
    std::string message;
    try {
      load_form({"broken.json", broken});
      ADD_FAILURE() << "accepted";
      continue;
    } catch (const SchemaError& error) {
      message = error.what();
    } catch (const std::exception& error) {
      ADD_FAILURE() << "not a SchemaError: " << error.what();
      continue;
    }
    EXPECT_EQ(message.rfind("broken.json: " + std::string(c.path) + ": ", 0), 0U) << message;
    EXPECT_NE(message.find(c.named), std::string::npos) << message;
  }
}

TEST(FormFileTest, LastYearBeforeTheFirstIsRefused) {
  EXPECT_THROW(load_form({"broken.json", replace_all(kSmallForm, "\"to\": 2031", "\"to\": 2029")}), SchemaError);
}

TEST(FormFileTest, WhatIsNoJsonObjectIsRefused) {
  for (const char* json : {"", "{", "[]", "7", "null", "\"2021\"", "not JSON", "<form/>"}) {
    try {
      load_form({"broken.json", json});
      ADD_FAILURE() << "accepted: " << json;
    } catch (const SchemaError& error) {
      EXPECT_EQ(std::string(error.what()).rfind("broken.json: $: ", 0), 0U) << error.what();
    }
  }
}

std::string small_form(const std::string& id, int first_year) {
  return replace_all(replace_all(kSmallForm, "\"small\",", "\"" + id + "\","), "\"from\": 2030",
                     "\"from\": " + std::to_string(first_year));
}

Ids form_ids(const Schema& schema) {
  Ids ids;
  for (const Form& form : schema.forms) ids.push_back(form.id);
  return ids;
}

TEST(FormsFolderTest, AddsAFormInTheOrderOfItsFirstYear) {
  const TemporaryFolder folder;
  write_file(folder / "old.json", small_form("2014", 2014));
  write_file(folder / "new.json", small_form("2030", 2030));
  write_file(folder / "README.txt", "no form");
  const Schema schema = load_schema(folder.path().string());
  EXPECT_EQ(form_ids(schema), (Ids{"2014", "2019", "2021", "2030"}));
  EXPECT_NE(schema.digest, built_in_schema().digest);
  EXPECT_EQ(schema.find_form("2021")->digest, form("2021").digest);
}

TEST(FormsFolderTest, ReplacesAFormOfTheSameId) {
  const TemporaryFolder folder;
  write_file(folder / "mine.json", small_form("2021", 2021));
  const Schema schema = load_schema(folder.path().string());
  EXPECT_EQ(form_ids(schema), (Ids{"2019", "2021"}));
  EXPECT_EQ(schema.find_form("2021")->field_count(), 4U);
  EXPECT_EQ(schema.find_form("2019")->field_count(), 198U);
}

TEST(FormsFolderTest, BrokenFormIsRefusedByItsPath) {
  const TemporaryFolder folder;
  write_file(folder / "broken.json", replace_all(kSmallForm, "\"source\":", "\"sauce\":"));
  try {
    load_schema(folder.path().string());
    FAIL() << "accepted";
  } catch (const SchemaError& error) {
    EXPECT_EQ(std::string(error.what()).rfind((folder / "broken.json").string() + ": $: ", 0), 0U) << error.what();
  }
}

TEST(FormsFolderTest, FolderWithoutFormsIsRefused) {
  const TemporaryFolder folder;
  EXPECT_THROW(load_schema(folder.path().string()), SchemaError);
  EXPECT_THROW(load_schema((folder / "not there").string()), SchemaError);
  write_file(folder / "form.txt", kSmallForm);
  EXPECT_THROW(load_schema(folder.path().string()), SchemaError);
  EXPECT_THROW(load_schema((folder / "form.txt").string()), SchemaError);
}

TEST(FormsFolderTest, FolderNamedLikeAFormIsRefused) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "2021.json");
  EXPECT_THROW(load_schema(folder.path().string()), SchemaError);
}

}  // namespace
}  // namespace nianbao::test

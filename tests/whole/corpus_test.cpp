// Real and made reports with known truth, where they are on this machine (../shared); skipped with a message elsewhere.
#include <gtest/gtest.h>

#include <algorithm>

#include "schema/json_node.h"
#include "schema/text.h"
#include "tests/support/form_ids.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

Report report_in(const fs::path& file) {
  const std::string bytes = file_content(file);
  Result<Report> report = process_report({bytes, file.filename().string()}, built_in_schema(), {});
  if (!report) throw std::runtime_error(file.string() + ": " + report.problem().code);
  return std::move(*report);
}

std::size_t count(const Report& report, Status status) {
  const auto& fields = report.record.fields;
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(), [&](const RecordField& f) { return f.value.status == status; }));
}

#define NEEDS(path) \
  if (shared(path).empty()) GTEST_SKIP() << "../shared/" path " is not on this machine"

TEST(Corpus, TongxinAsTextHas197ValuesAndOneBlank) {
  NEEDS("corpus/real/tongxin-street-2020.txt");
  const Report report = report_in(shared("corpus/real/tongxin-street-2020.txt"));
  EXPECT_EQ(report.record.fields.size(), 198U);
  EXPECT_EQ(count(report, Status::kValue), 197U);
  EXPECT_EQ(count(report, Status::kBlank), 1U);
  const RecordField* blank = report.record.find("res_denied_enforcement_file__total");
  ASSERT_NE(blank, nullptr);
  EXPECT_EQ(blank->value.status, Status::kBlank);
  EXPECT_EQ(blank->where, "L220");
  ASSERT_EQ(report.record.extras.size(), 2U);
  EXPECT_NE(report.record.extras.front().label.find("发布总数量"), std::string::npos);
  EXPECT_EQ(report.record.extras.front().number, "61");
  EXPECT_EQ(report.record.extras.back().raw, "[bookmark: _GoBack]");
  EXPECT_EQ(report.title.org_name, "绿园区同心街道");
  EXPECT_EQ(report.title.org_type, "street");
  EXPECT_EQ(report.title.report_year, 2020);
  std::vector<int> sections;
  for (const Section& section : report.sections) sections.push_back(section.number);
  EXPECT_EQ(sections, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(report.sections.back().text, "无");
}

// The findings that the people who described the forms wrote down for this report (forms.md, section 8).
TEST(Corpus, TongxinHasTheFindingsThatAReaderHas) {
  NEEDS("corpus/real/tongxin-street-2020.txt");
  std::vector<std::string> said;
  for (const Finding& finding : report_in(shared("corpus/real/tongxin-street-2020.txt")).findings) {
    std::string text = finding.rule;
    for (const std::string& field : finding.fields) text += " " + field;
    said.push_back(text + " at " + finding.where);
  }
  EXPECT_EQ(said, (std::vector<std::string>{
                      "R-S-03 at L85", "R-S-04 at L81", "R-C-02 res_denied_enforcement_file__total at L220",
                      "R-T-10 at L5@129-134", "R-2-02 rules_issued rules_disclosed_total at L22; L24",
                      "R-2-02 normdocs_issued normdocs_disclosed_total at L27; L29", "R-P-01 rules_issued at L22",
                      "R-P-03 procurement_amount at L83", "R-P-04 at "}));
}

TEST(Corpus, PingtanOf2024HasNoError) {
  NEEDS("corpus/real/pingtan-2024.html");
  for (const Finding& finding : report_in(shared("corpus/real/pingtan-2024.html")).findings)
    EXPECT_NE(finding.severity, Severity::kError) << finding.rule << ' ' << finding.message_en;
}

TEST(Corpus, BlankFormHas200BlanksAndNoValue) {
  NEEDS("corpus/real/form-2021-blank.docx");
  const Report report = report_in(shared("corpus/real/form-2021-blank.docx"));
  EXPECT_EQ(report.record.fields.size(), 200U);
  EXPECT_EQ(count(report, Status::kBlank), 200U);
}

// A truth file: field_id,status,value. `251000元` is text to the reader that made it; here it is 251000 with its unit
// (design section 5), so a truth of text passes where the raw text is the same and the unit is stated in it.
void expect_truth(const fs::path& truth, const Report& report) {
  const std::vector<CsvRecord> expected = read_csv(truth);
  EXPECT_EQ(report.record.fields.size(), expected.size());
  for (const CsvRecord& line : expected) {
    const RecordField* field = report.record.find(line.at("field_id"));
    ASSERT_NE(field, nullptr) << line.at("field_id");
    if (line.at("status") == "text") {
      EXPECT_EQ(field->value.number + field->value.unit, line.at("value")) << line.at("field_id");
      continue;
    }
    EXPECT_EQ(name_of(field->value.status), line.at("status")) << line.at("field_id");
    EXPECT_EQ(field->value.number, line.at("value")) << line.at("field_id");
  }
}

struct TruthCase {
  const char* truth;
  const char* file;
};

class TruthTest : public testing::TestWithParam<TruthCase> {};

TEST_P(TruthTest, EveryFieldAgrees) {
  const fs::path truth = shared(std::string("corpus/truth/") + GetParam().truth);
  const fs::path file = shared(std::string("corpus/") + GetParam().file);
  if (truth.empty() || file.empty()) GTEST_SKIP() << "../shared/corpus is not on this machine";
  expect_truth(truth, report_in(file));
}

INSTANTIATE_TEST_SUITE_P(
    Corpus, TruthTest,
    testing::Values(TruthCase{"tongxin-street-2020.csv", "real/tongxin-street-2020.txt"},
                    TruthCase{"tongxin-street-2020.csv", "made/tongxin-word.docx"},
                    TruthCase{"tongxin-street-2020.csv", "made/tongxin-libreoffice.docx"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.crlf.txt"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.gb18030.txt"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.utf-16-bom.txt"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.libreoffice.txt"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.docx2txt.txt"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.markdown.md"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.pandoc-plain.txt"},
                    TruthCase{"tongxin-street-2020.csv", "text-dialects/tongxin.pdftotext-layout.txt"},
                    TruthCase{"pingtan-2024.csv", "made/pingtan-2024-libreoffice.docx"},
                    TruthCase{"pingtan-2024.csv", "real/pingtan-2024.html"},
                    TruthCase{"shanghai-gov-office-2019.csv", "real/shanghai-gov-office-2019.html"},
                    TruthCase{"shanghai-gov-office-2019.csv", "made/shanghai-gov-office-2019-libreoffice.docx"}));

TEST(Corpus, PageOfAnEarlierFormGivesNoNumber) {
  NEEDS("corpus/real/pingtan-county-2013.html");
  const std::string bytes = file_content(shared("corpus/real/pingtan-county-2013.html"));
  const Result<Report> report = process_report({bytes, "a.html"}, built_in_schema(), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.problem().code, "no_table");
}

// The same report as a page and as a Word document made from it.
TEST(Corpus, PagesAndTheirWordDocumentsShowTheSame) {
  for (const char* name : {"pingtan-2024", "shanghai-gov-office-2019"}) {
    const fs::path page = shared(std::string("corpus/real/") + name + ".html");
    const fs::path word = shared(std::string("corpus/made/") + name + "-libreoffice.docx");
    if (page.empty() || word.empty()) GTEST_SKIP() << "../shared/corpus is not on this machine";
    const Report from_page = report_in(page);
    const Report from_word = report_in(word);
    ASSERT_EQ(from_page.record.fields.size(), from_word.record.fields.size());
    for (std::size_t i = 0; i < from_page.record.fields.size(); ++i) {
      const Value& a = from_page.record.fields[i].value;
      const Value& b = from_word.record.fields[i].value;
      EXPECT_EQ(name_of(a.status), name_of(b.status)) << i;
      EXPECT_EQ(a.number + a.unit, b.number + b.unit) << i;
    }
    EXPECT_EQ(from_page.title.report_year, from_word.title.report_year);
    ASSERT_EQ(from_page.sections.size(), from_word.sections.size());
    for (std::size_t i = 0; i < from_page.sections.size(); ++i)
      EXPECT_EQ(from_page.sections[i].heading, from_word.sections[i].heading);
  }
}

// The made reports say what they contain by row label (section 二), by row and column order (三) and by order (四).
const std::vector<std::pair<std::string, std::vector<std::string>>> kSectionTwo = {
    {"规章", {"rules_issued", "rules_newly_disclosed", "rules_disclosed_total"}},
    {"规范性文件", {"normdocs_issued", "normdocs_newly_disclosed", "normdocs_disclosed_total"}},
    {"行政许可", {"licensing_items_prev", "licensing_items_change", "licensing_decisions"}},
    {"其他对外管理服务事项", {"other_services_items_prev", "other_services_items_change", "other_services_decisions"}},
    {"行政处罚", {"penalty_items_prev", "penalty_items_change", "penalty_decisions"}},
    {"行政强制", {"coercion_items_prev", "coercion_items_change", "coercion_decisions"}},
    {"行政事业性收费", {"fee_items_prev", "fee_items_change"}},
    {"政府集中采购", {"procurement_projects", "procurement_amount"}}};

// The rows of section 三 in form 2019.
std::vector<std::string> application_rows() {
  std::vector<std::string> rows = {"req_new", "req_carried_in"};
  rows.insert(rows.end(), kResults.begin(), kResults.end());
  rows.insert(rows.end(), {"res_other", "res_total", "req_carried_out"});
  return rows;
}

// "2949.51万元" is 2949.51 with 万元, "" is blank, "—" is a mark, anything else the number itself.
void expect_shown(const Report& report, const std::string& field_id, const std::string& shown) {
  const RecordField* field = report.record.find(field_id);
  ASSERT_NE(field, nullptr) << field_id;
  const std::string unit = "万元";
  const bool has_unit = shown.size() > unit.size() && shown.compare(shown.size() - unit.size(), unit.size(), unit) == 0;
  const std::string number = has_unit ? shown.substr(0, shown.size() - unit.size()) : shown;
  const Status status = shown.empty() ? Status::kBlank : shown == "—" ? Status::kMark : Status::kValue;
  EXPECT_EQ(name_of(field->value.status), std::string(name_of(status))) << field_id;
  EXPECT_EQ(field->value.number, status == Status::kValue ? number : "") << field_id;
  EXPECT_EQ(trim(field->value.raw), shown) << field_id;
  EXPECT_TRUE(!has_unit || field->value.unit == unit) << field_id;
}

void expect_made(const JsonNode& truth, const Report& report) {
  EXPECT_EQ(report.record.fields.size(), 198U);
  // JsonNode::string() refuses empty texts, which here are blanks.
  const auto text = [](const JsonNode& node) { return node.is_empty_text() ? std::string() : node.string(); };
  for (const auto& [label, fields] : kSectionTwo) {
    const std::vector<JsonNode> cells = truth.at("t1").at(label).items();
    for (std::size_t i = 0; i < fields.size(); ++i) expect_shown(report, fields[i], text(cells.at(i)));
  }
  const std::vector<JsonNode> rows = truth.at("t2").items();
  const std::vector<std::string> names = application_rows();
  ASSERT_EQ(rows.size(), names.size());
  for (std::size_t r = 0; r < names.size(); ++r) {
    const std::vector<JsonNode> cells = rows[r].items();
    for (std::size_t c = 0; c < kApplicants.size(); ++c)
      expect_shown(report, names[r] + "__" + kApplicants[c], text(cells.at(c)));
  }
  const std::vector<JsonNode> counts = truth.at("t3").items();
  std::size_t at = 0;
  for (const char* group : {"recon", "suit_direct", "suit_after"})
    for (const char* result : {"upheld", "corrected", "other", "pending", "total"})
      expect_shown(report, std::string(group) + "_" + result, text(counts.at(at++)));
}

TEST(Corpus, MadeReportsAgreeCellForCell) {
  NEEDS("corpus/made/truth.jsonl");
  const std::string lines = file_content(shared("corpus/made/truth.jsonl"));
  std::size_t reports = 0;
  for (const std::string_view line : split_lines(lines)) {
    if (line.empty()) continue;
    const JsonNode truth = JsonNode::parse("truth.jsonl", std::string(line));
    SCOPED_TRACE(truth.at("file").string());
    expect_made(truth, report_in(shared("corpus/made/" + truth.at("file").string())));
    ++reports;
  }
  EXPECT_EQ(reports, 50U);
}

// Of a page that a crawler has flattened the sums tell section 三 apart; where they do not, no number is given.
TEST(Corpus, FlattenedPageGivesWhatItsSumsProve) {
  NEEDS("corpus/real/pingtan-2024.txt");
  const Report report = report_in(shared("corpus/real/pingtan-2024.txt"));
  std::size_t solved = 0;
  for (const CsvRecord& line : read_csv(shared("corpus/truth/pingtan-2024.csv"))) {
    const RecordField* field = report.record.find(line.at("field_id"));
    ASSERT_NE(field, nullptr) << line.at("field_id");
    const bool is_given = field->value.status == Status::kValue;
    EXPECT_TRUE(is_given ? field->value.number == line.at("value") : field->value.status == Status::kAmbiguous)
        << line.at("field_id");
    if (field->field->section == 3 && is_given) solved += field->how == How::kSolved ? 1 : 0;
  }
  EXPECT_EQ(solved, 175U);
  EXPECT_EQ(report.record.find("fee_amount_wan")->value.number, "18651.06");
  EXPECT_EQ(report.record.find("normdocs_issued")->value.status, Status::kAmbiguous);
}

TEST(Corpus, FlattenedPagesOfOtherYears) {
  NEEDS("corpus/real/pingtan-2023.txt");
  const Report report = report_in(shared("corpus/real/pingtan-2023.txt"));
  const std::pair<const char*, const char*> shown[] = {
      {"req_new__natural", "80"},           {"req_new__total", "81"},
      {"res_partial__natural", "19"},       {"res_partial__commercial", "1"},
      {"res_unable_not_held__total", "31"}, {"res_total__total", "81"},
      {"licensing_decisions", "2629"},      {"fee_amount_wan", "5949.088667"}};
  for (const auto& [field, value] : shown) EXPECT_EQ(report.record.find(field)->value.number, value) << field;
  for (const char* field : {"normdocs_issued", "normdocs_repealed", "normdocs_in_force"})
    EXPECT_EQ(report.record.find(field)->value.status, Status::kAmbiguous) << field;
  const Report older = report_in(shared("corpus/real/pingtan-2019.txt"));
  EXPECT_EQ(older.record.find("req_new__natural")->value.number, "23");
  EXPECT_EQ(older.record.find("normdocs_issued")->value.status, Status::kAmbiguous);
}

// What a dialect has lost for good is no number at all rather than a wrong one.
TEST(Corpus, OtherTextDialectsGiveNoWrongValue) {
  NEEDS("corpus/text-dialects");
  const std::vector<CsvRecord> truth = read_csv(shared("corpus/truth/tongxin-street-2020.csv"));
  for (const auto& entry : fs::directory_iterator(shared("corpus/text-dialects"))) {
    const std::string bytes = file_content(entry.path());
    const Result<Report> report = process_report({bytes, entry.path().filename().string()}, built_in_schema(), {});
    if (!report) continue;
    for (const CsvRecord& line : truth) {
      const RecordField* field = report->record.find(line.at("field_id"));
      ASSERT_NE(field, nullptr);
      EXPECT_TRUE(field->value.status != Status::kValue || field->value.number == line.at("value"))
          << entry.path() << " " << line.at("field_id");
      EXPECT_TRUE(field->value.status != Status::kBlank || line.at("status") == "blank")
          << entry.path() << " " << line.at("field_id");
    }
  }
}

// How many fields of a section are given.
std::size_t given_in(const Report& report, int section) {
  const auto& fields = report.record.fields;
  return static_cast<std::size_t>(std::count_if(fields.begin(), fields.end(), [&](const RecordField& f) {
    return f.field->section == section && f.value.status == Status::kValue;
  }));
}

// catdoc has put bytes in the place of the header of section 三 and of its first rows: without it nobody knows which
// column is which. antiword has left out all rows of section 三, and written section 四 over broken lines.
TEST(Corpus, WhatConvertersOfDocHaveLost) {
  NEEDS("corpus/text-dialects");
  const Report catdoc = report_in(shared("corpus/text-dialects/tongxin.catdoc.txt"));
  EXPECT_EQ(given_in(catdoc, 2), 22U);
  EXPECT_EQ(given_in(catdoc, 3), 0U);
  EXPECT_EQ(given_in(catdoc, 4), 15U);
  const Report antiword = report_in(shared("corpus/text-dialects/tongxin.antiword.txt"));
  EXPECT_EQ(given_in(antiword, 2), 22U);
  EXPECT_EQ(given_in(antiword, 3), 0U);
  EXPECT_EQ(given_in(antiword, 4), 0U);
  for (const Report* report : {&catdoc, &antiword}) EXPECT_EQ(count(*report, Status::kBlank), 0U);
}

}  // namespace
}  // namespace nianbao::test

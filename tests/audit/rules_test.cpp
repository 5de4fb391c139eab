#include "audit/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "audit/batch.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"

namespace nianbao::test {
namespace {

Report report_from(const std::string& bytes, const std::string& name) {
  Result<Report> report = process_report({bytes, name}, built_in_schema(), {});
  if (!report) throw std::runtime_error(report.problem().code);
  return *report;
}

RecordField& field_of(Report& report, const std::string& id) {
  for (RecordField& field : report.record.fields)
    if (field.field->id == id) return field;
  throw std::runtime_error("no field " + id);
}

// A report with one finding of most kinds: a blank, a text, a negative count, a missing row, an extra, the wrong form.
Report doubtful_report() {
  ModelReport model(built_in_schema(), "2019", 2022);
  model.set_all("0");
  model.set("req_new__natural", "1");
  model.set("req_new__total", "");
  model.set("res_partial__legal", "详见附表");
  model.set("recon_upheld", "-5");
  std::vector<RowSpec> table = model.table(2);
  table.push_back({{"本年发布总数量：61", 4, ""}});
  Report report = report_from(DocxBuilder(model.body_with({{2, table}})).bytes(), "a.docx");
  report.path = "a.docx";
  return report;
}

std::vector<Finding> audited(const Report& report) { return audit(report, built_in_schema()); }

std::vector<std::string> ids_of(const Report& report) {
  std::vector<std::string> ids;
  for (const Finding& finding : audited(report)) ids.push_back(finding.id);
  return ids;
}

std::string id_of_rule(const Report& report, const std::string& rule) {
  std::vector<std::string> ids;
  for (const Finding& finding : audited(report))
    if (finding.rule == rule) ids.push_back(finding.id);
  EXPECT_EQ(ids.size(), 1U) << rule;
  return ids.empty() ? "" : ids.front();
}

std::set<std::string> rules_checked() {
  std::set<std::string> ids;
  for (const Check& check : checks()) ids.insert(check.rules.begin(), check.rules.end());
  for (const Form& form : built_in_schema().forms)
    for (const Identity& identity : form.identities) ids.insert(identity.rule);
  for (const std::string& rule : batch_rules()) ids.insert(rule);
  for (const RuleSpec& rule : built_in_schema().rules.rules)
    if (!rule.alarms.empty()) ids.insert(rule.id);
  return ids;
}

// What is checked is in the catalogue, and what is in the catalogue is checked.
TEST(Rules, CatalogueAndChecksHaveTheSameRules) {
  std::set<std::string> listed;
  for (const RuleSpec& rule : built_in_schema().rules.rules) listed.insert(rule.id);
  EXPECT_EQ(rules_checked(), listed);
}

TEST(Rules, EveryRuleIsOfOneCheck) {
  std::set<std::string> seen;
  for (const Check& check : checks())
    for (const std::string& rule : check.rules) EXPECT_TRUE(seen.insert(rule).second) << rule;
}

TEST(Rules, NamesOfSeveritiesAndOutcomes) {
  EXPECT_STREQ(name_of(Severity::kError), "error");
  EXPECT_STREQ(name_of(Severity::kWarning), "warning");
  EXPECT_STREQ(name_of(Severity::kNote), "note");
  EXPECT_STREQ(name_of(Outcome::kViolated), "violated");
  EXPECT_STREQ(name_of(Outcome::kPossible), "possible");
  EXPECT_STREQ(name_of(Outcome::kCannotCheck), "cannot_check");
}

// A report of a county's department that received, granted and carried over some applications.
ModelReport good_report(const std::string& form, int year) {
  ModelReport model(built_in_schema(), form, year);
  model.set_all("0");
  for (const char* column : {"natural", "total"}) {
    model.set(std::string("req_new__") + column, "17");
    model.set(std::string("res_granted__") + column, "16");
    model.set(std::string("res_total__") + column, "16");
    model.set(std::string("req_carried_out__") + column, "1");
  }
  model.set("penalty_decisions", "31");
  if (form == "2019") model.set("penalty_items_prev", "12");
  model.set_prose(1, "主动公开、依申请公开、政府信息管理、平台建设、监督保障均有进展。");
  return model;
}

TEST(Audit, CompleteReportHasNoFindings) {
  for (const auto& [form, year] : {std::pair("2019", 2020), std::pair("2021", 2023)})
    for (const Finding& finding : audited(report_from(good_report(form, year).docx(), "a.docx")))
      ADD_FAILURE() << form << " " << finding.rule << " " << finding.message_en;
}

TEST(Audit, IgnoresFindingsThatAreThere) {
  Report report = doubtful_report();
  const std::vector<std::string> ids = ids_of(report);
  report.findings.clear();
  EXPECT_EQ(ids_of(report), ids);
}

TEST(Audit, GivesEveryFindingARuleAnIdAndMessages) {
  const std::vector<Finding> findings = audited(doubtful_report());
  std::map<std::string, int> rules_found;
  for (const Finding& finding : findings) {
    ++rules_found[finding.rule];
    EXPECT_EQ(finding.id.size(), 16U);
    EXPECT_EQ(finding.id.find_first_not_of("0123456789abcdef"), std::string::npos) << finding.id;
    EXPECT_FALSE(finding.message_zh.empty());
    EXPECT_FALSE(finding.message_en.empty());
  }
  EXPECT_EQ(rules_found, (std::map<std::string, int>{{"R-3-01", 2},
                                                     {"R-3-07", 2},
                                                     {"R-4-01", 1},
                                                     {"R-4-04", 1},
                                                     {"R-C-01", 2},
                                                     {"R-C-02", 1},
                                                     {"R-P-09", 1},
                                                     {"R-S-02", 1},
                                                     {"R-S-03", 1}}));
}

TEST(FindingId, SameForTheSameEvidenceElsewhere) {
  struct Change {
    const char* special;
    std::function<void(Report&)> apply;
  };
  const std::vector<Change> changes = {
      {"another run", [](Report&) {}},
      {"a rename", [](Report& report) { report.path = "2022/清河县.docx"; }},
      {"other bytes", [](Report& report) { report.id = "0123456789abcdef"; }},
      {"cells at other places",
       [](Report& report) {
         for (RecordField& field : report.record.fields)
           if (!field.where.empty()) field.where = "L" + field.where;
       }},
      {"another scope", [](Report& report) { report.title.scope = "organ"; }},
      {"another encoding", [](Report& report) { report.encoding = "GB18030"; }},
      {"findings of the run before", [](Report& report) { report.findings.clear(); }},
  };
  const std::vector<std::string> expected = ids_of(doubtful_report());
  EXPECT_EQ(expected.size(), 12U);
  for (const Change& change : changes) {
    Report report = doubtful_report();
    change.apply(report);
    EXPECT_EQ(ids_of(report), expected) << change.special;
  }
}

TEST(FindingId, SameForAFileThatWordSavedAgain) {
  ModelReport model(built_in_schema(), "2021", 2023);
  model.set("req_new__total", "");
  model.set("rules_issued", "-2");
  const Report first = report_from(model.docx(), "a.docx");
  const Report second =
      report_from(DocxBuilder(model.body_with({})).part("docProps/app.xml", "<Properties/>").bytes(), "b.docx");
  const Report text = report_from(model.text(), "a.txt");
  EXPECT_NE(first.id, second.id);
  EXPECT_GE(ids_of(first).size(), 2U);
  EXPECT_EQ(ids_of(first), ids_of(second));
  EXPECT_EQ(ids_of(first), ids_of(text));
}

TEST(FindingId, DifferentWhereTheEvidenceDiffers) {
  struct Change {
    const char* special;
    const char* rule;  // whose finding gets another id
    std::function<void(Report&)> apply;
  };
  const std::vector<Change> changes = {
      {"another negative number", "R-4-04",
       [](Report& report) {
         field_of(report, "recon_upheld").value.number = field_of(report, "recon_upheld").value.raw = "-6";
       }},
      {"the same number in another field", "R-4-04",
       [](Report& report) {
         std::swap(field_of(report, "recon_upheld").value, field_of(report, "recon_other").value);
       }},
      {"another text of an extra", "R-S-03",
       [](Report& report) {
         report.record.extras.front().raw = "本年发布总数量：62", report.record.extras.front().number = "62";
       }},
      {"another body", "R-4-04", [](Report& report) { report.title.org_name = "清河县财政局"; }},
      {"another year", "R-4-04", [](Report& report) { report.title.report_year = 2023; }},
      {"no body: then the file counts", "R-S-03", [](Report& report) { report.title.org_name.clear(); }},
  };
  const Report original = doubtful_report();
  for (const Change& change : changes) {
    Report report = original;
    change.apply(report);
    EXPECT_NE(id_of_rule(report, change.rule), id_of_rule(original, change.rule)) << change.special;
  }
}

TEST(FindingId, ChangeOfOneFindingLeavesTheOthersAlone) {
  const Report original = doubtful_report();
  Report changed = original;
  field_of(changed, "recon_upheld").value.number = "-6";
  field_of(changed, "rules_issued").value = {.status = Status::kNoCell};
  for (const char* rule : {"R-S-02", "R-S-03"})
    EXPECT_EQ(id_of_rule(original, rule), id_of_rule(changed, rule)) << rule;
}

// Two files whose body or year is not known have nothing in common but their bytes.
TEST(FindingId, OfAnUnknownReportDependsOnItsBytes) {
  for (const bool without_year : {false, true}) {
    Report first = doubtful_report();
    if (without_year)
      first.title.report_year.reset();
    else
      first.title.org_name.clear();
    Report renamed = first;
    renamed.path = "other.docx";
    Report other = first;
    other.id = "0123456789abcdef";
    EXPECT_EQ(ids_of(first), ids_of(renamed));
    const std::vector<std::string> ids = ids_of(first);
    for (const std::string& id : ids_of(other)) EXPECT_EQ(std::count(ids.begin(), ids.end(), id), 0);
  }
}

// An id that put its parts together with line breaks took the second `其他结果` for the first `其他结果\n2`.
TEST(FindingId, TextsWithLineBreaksAreNotTakenForRepetitions) {
  Report report = doubtful_report();
  const RecordExtra extra = report.record.extras.front();
  report.record.extras.clear();
  for (const char* raw : {"其他结果\n2", "其他结果", "其他结果"}) {
    report.record.extras.push_back(extra);
    report.record.extras.back().raw = raw;
    report.record.extras.back().label.clear();
  }
  const std::vector<std::string> ids = ids_of(report);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

TEST(FindingId, UniqueInOneReport) {
  Report report = doubtful_report();
  const RecordExtra twice = report.record.extras.front();
  report.record.extras = {
      twice,
      {.section = 3, .where = "word/document.xml#t2/r1/c1", .label = "另一行", .raw = "1", .number = "1"},
      twice};
  report.record.extras[2].where = "word/document.xml#t1/r91/c1";
  report.sections.push_back(report.sections.back());  // the same heading again, and again
  report.sections.push_back(report.sections.back());
  for (const char* id : {"rules_issued", "normdocs_issued"})
    field_of(report, id).value = {.status = Status::kValue, .number = "-1", .unit = "", .raw = "-1"};
  const std::vector<std::string> ids = ids_of(report);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  EXPECT_EQ(ids.size(), 12U + 2U + 2U + 2U);
}

TEST(FindingId, FirstOfEqualFindingsKeepsItsIdWhenAnotherComes) {
  Report report = doubtful_report();
  const std::string id = id_of_rule(report, "R-S-03");
  const RecordExtra same = report.record.extras.front();
  report.record.extras.push_back(
      {.section = 3, .where = "word/document.xml#t2/r1/c1", .label = "另一行", .raw = "1", .number = "1"});
  report.record.extras.push_back(same);
  const std::vector<std::string> ids = ids_of(report);
  EXPECT_EQ(std::count(ids.begin(), ids.end(), id), 1);
}

}  // namespace
}  // namespace nianbao::test

// Decisions and baselines last: what people decided holds for the same finding in any later run, and for no other.
#include <gtest/gtest.h>

#include "extract/zip_archive.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

ModelReport model(const std::string& permits = "-4", const std::string& org = "清河县水务局", int year = 2020) {
  ModelReport made(built_in_schema(), "2019", year);
  made.set("licensing_decisions", permits);
  made.set_org(org);
  return made;
}

// The same document in another container: a part more, so other bytes.
std::string saved_again(const std::string& docx) {
  const Result<ZipArchive> archive = ZipArchive::open(docx);
  std::map<std::string, std::string> parts;
  const Words names = archive->names();
  for (std::size_t i = 0; i < names.size(); ++i) parts[names[i]] = *archive->read(i);
  parts["docProps/custom.xml"] = "<x/>";
  return zip_of(parts);
}

class LastingDecisions : public testing::Test {
 protected:
  void SetUp() override {
    put("first/a.docx", model().docx());
    run({"extract", at("first"), "-o", at("out")});
    id_ = id_of_rule("R-2-09");
    decide("acknowledged,,checked by phone,李四,");
  }

  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  void put(const std::string& name, const std::string& content) const { write_file(folder_ / name, content); }
  ProgramRun run(const Words& arguments) const {
    ProgramRun run = run_program(arguments);
    EXPECT_LE(run.exit_code, 1) << run.err;
    return run;
  }
  // Decides about the finding of rule R-2-09 in the report that was read first.
  void decide(const std::string& rest) const {
    put("decisions.csv", "finding_id,decision,corrected,reason,by,until\n" + id_ + "," + rest + "\n");
  }
  std::vector<CsvRecord> rows(const std::string& table) const { return read_csv(folder_ / ("out/" + table + ".csv")); }
  std::string id_of_rule(const std::string& rule) const { return of_rule(rule, "finding_id"); }
  std::string of_rule(const std::string& rule, const std::string& column) const {
    for (const CsvRecord& row : rows("findings"))
      if (row.at("rule_id") == rule) return row.at(column);
    return "none";
  }
  // Extracts the folder `name` with the decisions; the state of the finding.
  std::string state_in(const std::string& name, const Words& further = {}) const {
    Words arguments = {"extract", at(name), "-o", at("out"), "--decisions", at("decisions.csv")};
    arguments.insert(arguments.end(), further.begin(), further.end());
    run(arguments);
    return of_rule("R-2-09", "state");
  }
  std::string outcome() const { return rows("decisions").at(0).at("outcome"); }

  TemporaryFolder folder_;
  std::string id_;
};

TEST_F(LastingDecisions, HoldInTheNextRun) {
  EXPECT_EQ(of_rule("R-2-09", "state"), "new");
  EXPECT_EQ(state_in("first"), "acknowledged");
  EXPECT_EQ(of_rule("R-2-09", "decision"), "acknowledged");
  EXPECT_EQ(outcome(), "applied");
  EXPECT_EQ(rows("decisions").at(0).at("line"), "2");
  EXPECT_EQ(rows("decisions").at(0).at("by"), "李四");
}

// Lines that no decision touches are written without being read; here all are read.
TEST_F(LastingDecisions, AboutNothingChangeNothing) {
  const Words extract = {"extract", project("samples").string(), "-o", at("out")};
  EXPECT_EQ(run_program(extract).exit_code, 0);
  const auto content = [&](const std::string& name) { return file_content(folder_ / ("out/" + name)); };
  const std::string findings = content("findings.csv");
  const std::string reports = content("reports.csv");
  EXPECT_GT(rows("findings").size(), 10U);
  put("decisions.csv", "finding_id,decision,corrected,reason,by,until\n0123456789abcdef,acknowledged,,r,b,\n");
  Words deciding = extract;
  deciding.insert(deciding.end(), {"--decisions", at("decisions.csv")});
  EXPECT_EQ(run_program(deciding).exit_code, 0);
  EXPECT_EQ(content("findings.csv"), findings);
  EXPECT_EQ(content("reports.csv"), reports);
  EXPECT_EQ(outcome(), "unmatched");
}

TEST_F(LastingDecisions, HoldAfterARenameAndAMove) {
  put("second/2020/水务局.docx", model().docx());
  put("third.zip", zip_of({{"x/a.docx", model().docx()}}));
  EXPECT_EQ(state_in("second"), "acknowledged");
  EXPECT_EQ(state_in("third.zip"), "acknowledged");
}

TEST_F(LastingDecisions, HoldForTheSameReportSavedAgain) {
  const std::string again = saved_again(model().docx());
  ASSERT_NE(again, model().docx());
  put("second/a.docx", again);
  const std::string report = of_rule("R-2-09", "report_id");
  EXPECT_EQ(state_in("second"), "acknowledged");
  EXPECT_NE(of_rule("R-2-09", "report_id"), report);
}

TEST_F(LastingDecisions, HoldForItsTextForm) {
  put("second/a.txt", model().text());
  EXPECT_EQ(state_in("second"), "acknowledged");
  EXPECT_TRUE(has(of_rule("R-2-09", "where"), "L"));
}

TEST_F(LastingDecisions, HoldForBothWhereBothAreThere) {
  put("second/a.txt", model().text());
  put("second/b.docx", model().docx());
  EXPECT_EQ(state_in("second"), "acknowledged");
  EXPECT_EQ(rows("decisions").at(0).at("findings"), "2");
}

TEST_F(LastingDecisions, HoldWhateverElseIsFoundInTheReport) {
  ModelReport other = model();
  other.set("penalty_decisions", "");
  other.set("res_granted__total", "/");
  put("second/a.docx", other.docx());
  EXPECT_EQ(state_in("second"), "acknowledged");
}

TEST_F(LastingDecisions, HoldInAnyLanguageAndForAnyNumberOfJobs) {
  EXPECT_EQ(state_in("first", {"--lang", "zh", "-j", "1"}), "acknowledged");
  EXPECT_EQ(state_in("first", {"--lang", "en", "-j", "4"}), "acknowledged");
}

TEST_F(LastingDecisions, HoldWhenSeverityIsChangedOrOtherRulesAreOff) {
  put("rules.json", R"({"rules": [{"id": "R-2-09", "severity": "note"}, {"id": "R-C-01", "severity": "off"}]})");
  EXPECT_EQ(state_in("first", {"--rules", at("rules.json")}), "acknowledged");
}

TEST_F(LastingDecisions, HoldWhenTheAuditIsDoneAgain) {
  run({"audit", at("out"), "--decisions", at("decisions.csv")});
  EXPECT_EQ(of_rule("R-2-09", "state"), "acknowledged");
  run({"audit", at("out")});
  EXPECT_EQ(of_rule("R-2-09", "state"), "new");
  EXPECT_TRUE(rows("decisions").empty());
}

TEST_F(LastingDecisions, EndWithAnotherNumber) {
  put("second/a.docx", model("-5").docx());
  EXPECT_EQ(state_in("second"), "updated");
  EXPECT_EQ(of_rule("R-2-09", "decision"), "");
  EXPECT_EQ(outcome(), "updated");
  EXPECT_EQ(rows("decisions").at(0).at("new_finding_id"), id_of_rule("R-2-09"));
}

TEST_F(LastingDecisions, SayNothingOfAnotherBodyOrYear) {
  put("second/a.docx", model("-4", "白河县水务局").docx());
  put("third/a.docx", model("-4", "清河县水务局", 2019).docx());
  for (const char* name : {"second", "third"}) {
    EXPECT_EQ(state_in(name), "new") << name;
    EXPECT_EQ(outcome(), "unmatched") << name;
  }
}

TEST_F(LastingDecisions, EndWithTheirLastDay) {
  decide("acknowledged,,r,b,2026-11-26");
  EXPECT_EQ(state_in("first", {"--today", "2026-11-26"}), "acknowledged");
  EXPECT_EQ(state_in("first", {"--today", "2026-11-27"}), "expired");
  EXPECT_EQ(outcome(), "expired");
  decide("acknowledged,,r,b,2001-01-01");
  EXPECT_EQ(state_in("first"), "expired") << "without --today it is the day it is";
}

TEST_F(LastingDecisions, AreSummedUpOnStderr) {
  put("second/a.docx", model("-5").docx());
  const ProgramRun said = run({"extract", at("second"), "-o", at("out"), "--decisions", at("decisions.csv")});
  EXPECT_TRUE(has(said.err, "decisions") && has(said.err, "updated 1")) << said.err;
}

TEST_F(LastingDecisions, FailOnLooksAwayFromAcknowledgedFindings) {
  EXPECT_EQ(run({"extract", at("first"), "-o", at("out"), "--fail-on", "error"}).exit_code, 1);
  EXPECT_EQ(run({"extract", at("first"), "-o", at("out"), "--fail-on", "error", "--decisions", at("decisions.csv")})
                .exit_code,
            0);
  decide("acknowledged,,r,b,2001-01-01");
  EXPECT_EQ(run({"audit", at("out"), "--fail-on", "error", "--decisions", at("decisions.csv")}).exit_code, 1);
}

TEST_F(LastingDecisions, CorrectionsStandBesideTheValue) {
  decide("corrected,4,r,b,");
  const auto cell = [&] {
    for (const CsvRecord& row : rows("cells"))
      if (row.at("field_id") == "licensing_decisions") return row.at("value") + "/" + row.at("corrected");
    return std::string();
  };
  EXPECT_EQ(cell(), "-4/");
  EXPECT_EQ(state_in("first"), "acknowledged");
  EXPECT_EQ(cell(), "-4/4");
  EXPECT_EQ(of_rule("R-2-09", "corrected"), "4");
  const std::string cells = file_content(folder_ / "out/cells.csv");
  run({"audit", at("out")});
  EXPECT_EQ(cell(), "-4/") << "the decision is not given any more";
  run({"audit", at("out"), "--decisions", at("decisions.csv")});
  EXPECT_EQ(file_content(folder_ / "out/cells.csv"), cells);
  std::size_t corrected = 0;
  for (const CsvRecord& row : rows("cells")) corrected += row.at("corrected").empty() ? 0U : 1U;
  EXPECT_EQ(corrected, 1U);
}

TEST_F(LastingDecisions, AFileThatIsWrongStopsTheRunBeforeItBegins) {
  decide("ignored,,r,b,");
  const std::string before = file_content(folder_ / "out/findings.csv");
  for (const Words& arguments : {Words{"extract", at("first"), "-o", at("out")}, Words{"audit", at("out")}}) {
    Words with = arguments;
    with.insert(with.end(), {"--decisions", at("decisions.csv")});
    const ProgramRun refused = run_program(with);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_TRUE(has(refused.err, "decisions.csv:2: decision \"ignored\" is not known; write")) << refused.err;
  }
  EXPECT_EQ(file_content(folder_ / "out/findings.csv"), before);
}

TEST_F(LastingDecisions, BaselineTellsOldFromNewAndGone) {
  put("second/a.docx", model("-5").docx());                  // another number
  put("second/b.docx", model("-6", "白河县水务局").docx());  // a new report
  put("before/a.docx", model().docx());
  put("before/c.docx", model("-7", "黑河县水务局").docx());  // a report that leaves
  put("before/d.docx", model("-8", "金河县水务局").docx());  // a finding that goes
  put("before/e.docx", model("-9", "银河县水务局").docx());  // one that stays
  put("second/d.docx", model("8", "金河县水务局").docx());
  put("second/e.docx", model("-9", "银河县水务局").docx());
  run({"extract", at("before"), "-o", at("out")});
  // The folder of the baseline may be the one that is written.
  run({"extract", at("second"), "-o", at("out"), "--baseline", at("out")});
  std::map<std::string, std::string> states;
  for (const CsvRecord& row : rows("findings"))
    if (row.at("rule_id") == "R-2-09") states[row.at("actual")] = row.at("state");
  EXPECT_EQ(states, (std::map<std::string, std::string>{{"-5", "new"}, {"-6", "new"}, {"-9", "known"}}));
  std::map<std::string, std::string> gone;
  for (const CsvRecord& row : rows("gone"))
    if (row.at("rule_id") == "R-2-09") gone[row.at("evidence")] = row.at("why");
  EXPECT_EQ(gone, (std::map<std::string, std::string>{{"-4", "changed"}, {"-7", "report_left"}, {"-8", "resolved"}}));
}

TEST_F(LastingDecisions, ABaselineThatIsNotThereIsAnError) {
  const ProgramRun refused = run_program({"audit", at("out"), "--baseline", at("nowhere")});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_TRUE(has(refused.err, "nowhere/findings.csv")) << refused.err;
}

TEST_F(LastingDecisions, ExplainShowsTheFindingWithItsSource) {
  const ProgramRun shown = run({"explain", id_, "--in", at("out"), "--lang", "en"});
  EXPECT_EQ(shown.exit_code, 0);
  for (const char* part : {"R-2-09", "清河县水务局 2020", "-4", "a.docx", "word/document.xml#t"})
    EXPECT_TRUE(has(shown.out, part)) << part << "\n" << shown.out;
  EXPECT_EQ(run_program({"explain", id_}).exit_code, 2);
  EXPECT_EQ(run_program({"explain", "0000000000000000", "--in", at("out")}).exit_code, 2);
  EXPECT_EQ(run_program({"explain", "blank"}).exit_code, 0);
  EXPECT_EQ(run_program({"explain", "format_pdf"}).exit_code, 0);
}

}  // namespace
}  // namespace nianbao::test

// nianbao audit: the same findings again from what extract left, and nothing else changed.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "output/csv_tables.h"
#include "schema/json_node.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/program.h"
#include "tests/support/random_report.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::map<std::string, std::string> csv_files(const fs::path& out) {
  std::map<std::string, std::string> files;
  for (const CsvTable& table : csv_tables(built_in_schema()))
    files[table.name] = file_content(out / (table.name + ".csv"));
  return files;
}

class AuditCommand : public testing::Test {
 protected:
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  void put(const std::string& name, const std::string& content) const { write_file(folder_ / name, content); }

  ProgramRun extract(const Words& further = {}) const {
    Words arguments = {"extract", at("in"), "-o", at("out")};
    arguments.insert(arguments.end(), further.begin(), further.end());
    return run_program(arguments);
  }
  ProgramRun audit(const Words& further = {}) const {
    Words arguments = {"audit", at("out")};
    arguments.insert(arguments.end(), further.begin(), further.end());
    return run_program(arguments);
  }
  void put_report(const std::string& name, const std::map<std::string, std::string>& cells) const {
    ModelReport model(built_in_schema(), "2019", 2020);
    for (const auto& [field, text] : cells) model.set(field, text);
    put(name, model.docx());
  }

  TemporaryFolder folder_;
};

// Whatever the findings were when they were written is wiped out first: audit must make them, not keep them.
void forget_findings(const fs::path& out) { write_file(out / "findings.csv", csv_header(findings_table().columns)); }

TEST_F(AuditCommand, FindsTheSameInSamples) {
  ASSERT_EQ(run_program({"extract", project("samples").string(), "-o", at("out")}).exit_code, 0);
  const auto before = csv_files(folder_ / "out");
  forget_findings(folder_ / "out");
  const ProgramRun run = audit({"-j", "3"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(csv_files(folder_ / "out"), before);
}

TEST_F(AuditCommand, FindsTheSameInRandomReports) {
  static const char* const kShown[] = {"", "/", "=1+1", "约 5", "-3", "1.5", "“多”,\n行", "３", "'=1"};
  std::mt19937 random(20261126);
  for (int i = 0; i < 40; ++i) {
    RandomReport made(random() % 2 == 0 ? "2019" : "2021", random);
    for (auto n = random() % 8; n > 0; --n) made.set_any(kShown[random() % std::size(kShown)]);
    if (random() % 4 == 0) made.report().leave_out(static_cast<int>(1 + random() % 6));
    made.report().set_org("清河县第" + std::to_string(i % 30) + "局");
    const bool docx = random() % 2 == 0;
    put("in/" + std::to_string(i) + (docx ? ".docx" : ".txt"), docx ? made.report().docx() : made.report().text());
  }
  // Two reports in one file, and a copy.
  ModelReport first(built_in_schema(), "2019", 2019);
  ModelReport second(built_in_schema(), "2019", 2020);
  second.set("licensing_decisions", "-4");
  put("in/two.txt", first.text() + second.text());
  put("in/two again.txt", first.text() + second.text());
  ASSERT_EQ(extract().exit_code, 0);
  const auto before = csv_files(folder_ / "out");
  EXPECT_GT(read_csv(folder_ / "out/findings.csv").size(), 40U);
  forget_findings(folder_ / "out");
  EXPECT_EQ(audit().exit_code, 0);
  const auto after = csv_files(folder_ / "out");
  for (const auto& [table, content] : before) EXPECT_EQ(after.at(table), content) << table;
}

TEST_F(AuditCommand, ExitCodes) {
  put_report("in/a.docx", {{"licensing_decisions", "-4"}});
  ASSERT_EQ(extract().exit_code, 0);
  EXPECT_EQ(audit().exit_code, 0);
  EXPECT_EQ(audit({"--fail-on", "error"}).exit_code, 1);
  EXPECT_EQ(run_program({"audit", at("nowhere")}).exit_code, 2);
  put("in/a.docx", "");
  ASSERT_EQ(extract().exit_code, 4);
  EXPECT_EQ(audit().exit_code, 4);
}

TEST_F(AuditCommand, RefusesTheFilesOfAnotherVersionAndLeavesThem) {
  put_report("in/a.docx", {{"licensing_decisions", "-4"}});
  ASSERT_EQ(extract().exit_code, 0);
  const std::string cells = file_content(folder_ / "out/cells.csv");
  put("out/cells.csv", "report_id,field_id" + cells.substr(cells.find('\n')));
  const std::string findings = file_content(folder_ / "out/findings.csv");
  const ProgramRun run = audit();
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_TRUE(has(run.err, "cells.csv:1: another version")) << run.err;
  EXPECT_TRUE(has(run.err, "run extract again")) << run.err;
  EXPECT_EQ(file_content(folder_ / "out/findings.csv"), findings);
  for (const auto& entry : fs::directory_iterator(folder_ / "out"))
    EXPECT_FALSE(entry.path().filename().string().ends_with(".tmp")) << entry.path();
}

TEST_F(AuditCommand, NamesAFieldThatTheFormsDoNotHave) {
  put_report("in/a.docx", {});
  ASSERT_EQ(extract().exit_code, 0);
  std::string cells = file_content(folder_ / "out/cells.csv");
  put("out/cells.csv", cells.replace(cells.find("licensing_decisions"), 19, "licensing_gone"));
  const ProgramRun run = audit({"-j", "4"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_TRUE(has(run.err, "field licensing_gone is not in form 2019")) << run.err;
}

TEST_F(AuditCommand, RunJsonKeepsWhatExtractSaid) {
  put_report("in/a.docx", {{"licensing_decisions", "-4"}});
  ASSERT_EQ(extract().exit_code, 0);
  ASSERT_EQ(audit().exit_code, 0);
  const JsonNode run = JsonNode::parse("run.json", file_content(folder_ / "out/run.json"));
  EXPECT_EQ(run.at("counts").at("inputs").integer(), 1);
  EXPECT_EQ(run.at("documents").items().size(), 1U);
  EXPECT_EQ(run.at("audit").at("findings").at("findings_by_severity").at("error").integer(), 1);
  put("out/run.json", "[");
  EXPECT_EQ(audit().exit_code, 2);
  fs::remove(folder_ / "out/run.json");
  EXPECT_EQ(audit().exit_code, 0);
}

TEST_F(AuditCommand, ChangedRules) {
  put_report("in/a.docx", {{"licensing_decisions", "-4"}, {"penalty_decisions", ""}});
  ASSERT_EQ(extract().exit_code, 0);
  put("note.json", R"({"rules": [{"id": "R-2-09", "severity": "note"}]})");
  put("off.json", R"({"rules": [{"id": "R-2-09", "severity": "off"}]})");
  put("wrong.json", R"({"rules": [{"id": "R-2-99", "severity": "off"}]})");
  const auto severities = [&] {
    std::map<std::string, std::string> by_rule;
    for (const CsvRecord& row : read_csv(folder_ / "out/findings.csv")) by_rule[row.at("rule_id")] = row.at("severity");
    return by_rule;
  };
  EXPECT_EQ(severities().at("R-2-09"), "error");
  EXPECT_EQ(audit({"--rules", at("note.json"), "--fail-on", "error"}).exit_code, 0);
  EXPECT_EQ(severities().at("R-2-09"), "note");
  EXPECT_EQ(read_csv(folder_ / "out/reports.csv").at(0).at("n_error"), "0");

  const ProgramRun off = audit({"--rules", at("off.json"), "--baseline", at("out")});
  EXPECT_FALSE(severities().contains("R-2-09"));
  EXPECT_TRUE(severities().contains("R-C-01"));
  EXPECT_TRUE(has(off.err, "rules off") && has(off.err, "R-2-09")) << off.err;
  const JsonNode run = JsonNode::parse("run.json", file_content(folder_ / "out/run.json"));
  EXPECT_EQ(run.at("audit").at("findings").at("rules_off").strings(), Words{"R-2-09"});
  EXPECT_NE(run.at("audit").at("rules_digest").string(), run.at("rules_digest").string());
  EXPECT_EQ(read_csv(folder_ / "out/gone.csv").at(0).at("why"), "rule_off");

  const ProgramRun wrong = audit({"--rules", at("wrong.json")});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_TRUE(has(wrong.err, "wrong.json: $.rules[0].id: there is no rule \"R-2-99\"")) << wrong.err;
  EXPECT_TRUE(has(run_program({"rules", "--rules", at("off.json"), "--format", "csv"}).out, "R-2-09,off,"));
  EXPECT_TRUE(has(run_program({"explain", "R-2-09", "--rules", at("off.json")}).out, "R-2-09 (off, hard)"));
  // extract takes the same file.
  EXPECT_EQ(extract({"--rules", at("off.json")}).exit_code, 0);
  EXPECT_FALSE(severities().contains("R-2-09"));
}

TEST_F(AuditCommand, ExcelCopiesFollow) {
  put_report("in/a.docx", {{"licensing_decisions", "-4"}});
  ASSERT_EQ(extract().exit_code, 0);
  ASSERT_EQ(audit({"--excel"}).exit_code, 0);
  EXPECT_TRUE(fs::exists(folder_ / "out/excel/cells.csv"));
  EXPECT_TRUE(fs::exists(folder_ / "out/excel/findings.csv"));
  ASSERT_EQ(audit().exit_code, 0);
  EXPECT_FALSE(fs::exists(folder_ / "out/excel/findings.csv"));
}

}  // namespace
}  // namespace nianbao::test

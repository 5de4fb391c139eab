#include "output/dataset_reader.h"

#include <gtest/gtest.h>

#include <random>

#include "audit/rules.h"
#include "output/report_rows.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/random_report.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

Report read(const std::string& bytes, const std::string& name) {
  Result<Report> report = process_report({bytes, name}, built_in_schema(), {});
  if (!report) throw std::runtime_error(report.problem().code);
  report->path = name;
  return *report;
}

// A random report with odd cells, a row too many and odd prose; sometimes as text, so with other addresses.
Report any_report(std::mt19937& random, int number) {
  static const char* const kShown[] = {"", "/", "=1+1", "'=1", "约 5", "-3", "1.5", "“多”,\n行", "３"};
  RandomReport made(random() % 2 == 0 ? "2019" : "2021", random);
  for (auto i = random() % 6; i > 0; --i) made.set_any(kShown[random() % std::size(kShown)]);
  if (random() % 4 == 0) made.report().leave_out(static_cast<int>(1 + random() % 6));
  made.report().set_prose(5, "=问题\r一，\"二\"");
  made.report().set_org("清河县第" + std::to_string(number) + "局");
  return random() % 2 == 0 ? read(made.report().docx(), std::to_string(number) + ".docx")
                           : read(made.report().text(), std::to_string(number) + ".txt");
}

void write_reports(const fs::path& folder, const std::vector<Report>& reports) {
  const ReportRows rows(built_in_schema());
  CsvLines files;
  for (const CsvTable& table : csv_tables(built_in_schema())) files[table.name] = csv_header(table.columns);
  for (const Report& report : reports) {
    for (const auto& [table, lines] : rows.lines_of(report)) files[table] += lines;
    files["inputs"] +=
        csv_line(inputs_table().columns, {report.id, report.path, "", "", "", "ok", "", "", "", report.encoding, ""});
  }
  for (const auto& [table, content] : files) write_file(folder / (table + ".csv"), content);
}

void expect_same(const Report& a, const Report& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.path, b.path);
  EXPECT_EQ(a.encoding, b.encoding);
  EXPECT_EQ(joined_damage(a.damage), joined_damage(b.damage));
  EXPECT_EQ(a.title.scope, b.title.scope);
  EXPECT_EQ(a.title.report_year, b.title.report_year);
  EXPECT_EQ(a.record.forms, b.record.forms);
  const ReportRows rows(built_in_schema());
  EXPECT_EQ(rows.lines_of(a), rows.lines_of(b));
}

TEST(DatasetReader, GivesTheReportsThatWereWritten) {
  std::mt19937 random(42);
  std::vector<Report> reports;
  for (int i = 0; i < 12; ++i) reports.push_back(any_report(random, i));
  reports[3].damage = {{"reports_mixed", "L3: here"}, {"text_lost_part", ""}};
  const TemporaryFolder folder;
  write_reports(folder.path(), reports);
  EXPECT_EQ(report_count(folder.path()), reports.size());
  DatasetReader reader(folder.path());
  const ReportBuilder builder(built_in_schema());
  for (Report& report : reports) {
    const std::optional<StoredReport> stored = reader.next();
    ASSERT_TRUE(stored.has_value());
    Report built = builder.build(*stored);
    built.findings = audit(built, built_in_schema());
    expect_same(report, built);
  }
  EXPECT_FALSE(reader.next().has_value());
}

TEST(DatasetReader, SeveralReportsOfOneInputShareItsRow) {
  std::mt19937 random(7);
  std::vector<Report> reports = {any_report(random, 1), any_report(random, 2)};
  for (Report& report : reports) report.path = "both.txt";
  reports.front().encoding = reports.back().encoding = "GB18030";
  const TemporaryFolder folder;
  write_reports(folder.path(), reports);
  DatasetReader reader(folder.path());
  EXPECT_EQ(reader.next()->encoding, "GB18030");
  EXPECT_EQ(reader.next()->encoding, "GB18030");
}

// One report in OUT, a piece of one file replaced; the message must name what is wrong.
std::string message_after(const std::string& file, const std::string& from, const std::string& to) {
  const TemporaryFolder folder;
  ModelReport model(built_in_schema(), "2021", 2023);
  model.set("rules_issued", "13");
  write_reports(folder.path(), {read(model.docx(), "a.docx")});
  std::string content = file_content(folder / file);
  const std::size_t at = content.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  write_file(folder / file, content.replace(at, from.size(), to));
  try {
    DatasetReader reader(folder.path());
    const ReportBuilder builder(built_in_schema());
    while (const std::optional<StoredReport> stored = reader.next()) builder.build(*stored);
  } catch (const CsvError& error) {
    return error.what();
  }
  return "";
}

TEST(DatasetReader, NamesWhatItDoesNotKnow) {
  const struct {
    const char* file;
    const char* from;
    const char* to;
    const char* named;
  } cases[] = {
      {"cells.csv", "req_new__total,", "req_new__all,", "field req_new__all is not in form 2021"},
      {"cells.csv", ",2021,", ",2031,", "form 2031 is not known"},
      {"cells.csv", ",13,13,", ",13,99,", "rules_issued is value \"99\" and shows \"13\""},
      {"cells.csv", ",13,13,件,value,", ",13,,,blank,", "rules_issued is blank \"\" and shows \"13\""},
      {"cells.csv", ",13,13,", ",,13,", "rules_issued is value \"13\" and shows \"\""},
      {"cells.csv", ",13,13,", ",13项,13,", "rules_issued is value \"13\" and shows \"13项\""},
      {"cells.csv", ",13,13,", ",31,13,", "rules_issued is value \"13\" and shows \"31\""},
      {"cells.csv", "件,value,label,", "件,blank,label,", "rules_issued is blank \"13\""},
      {"reports.csv", ",2021,", ",2031,", "form 2031 is not known"},
      {"cells.csv", ",value,label,", ",zero,label,", "\"zero\" is not known"},
      {"cells.csv", ",value,label,", ",value,luck,", "\"luck\" is not known"},
      {"reports.csv", ",2023,", ",MMXX,", "\"MMXX\" is no whole number"},
      {"reports.csv", ",damage", ",harm", "reports.csv:1: another version"},
      {"cells.csv", ",table,corrected", "", "cells.csv:1: another version"},
      {"inputs.csv", "a.docx", "b.docx", "a.docx is not in inputs.csv"},
  };
  for (const auto& c : cases) {
    const std::string message = message_after(c.file, c.from, c.to);
    EXPECT_NE(message.find(c.named), std::string::npos) << c.named << ": " << message;
  }
}

TEST(DatasetReader, RowsOfAReportThatIsNotThereAreAnError) {
  const TemporaryFolder folder;
  ModelReport model(built_in_schema(), "2021", 2023);
  const Report report = read(model.docx(), "a.docx");
  write_reports(folder.path(), {report});
  write_file(folder / "reports.csv", csv_header(reports_table().columns));
  DatasetReader reader(folder.path());
  EXPECT_THROW(reader.next(), CsvError);
}

}  // namespace
}  // namespace nianbao::test

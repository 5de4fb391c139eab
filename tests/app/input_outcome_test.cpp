#include "app/input_outcome.h"

#include <gtest/gtest.h>

#include "schema/digest.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

const ModelReport& model() {
  static const ModelReport report(built_in_schema(), "2019", 2020);
  return report;
}

// Made once: a container holds the time at which it was made.
const std::string& model_docx() {
  static const std::string bytes = model().docx();
  return bytes;
}

std::vector<InputOutcome> outcomes_of(const std::string& path, const std::string& bytes,
                                      const ReadOptions& options = {}) {
  static const ReportRows rows(built_in_schema());
  const TemporaryFolder folder;
  write_file(folder / "file", bytes);
  return process_input({path, folder / "file"}, built_in_schema(), options, rows);
}

CsvRecord row_of(const InputOutcome& outcome) {
  const std::vector<CsvRecord> rows = parse_csv(csv_header(inputs_table().columns) + inputs_line(outcome));
  EXPECT_EQ(rows.size(), 1U);
  return rows.empty() ? CsvRecord{} : rows.front();
}

// The members get these names, byte by byte; names in the archive must be of one length to be exchanged.
std::string renamed(std::string archive, const std::string& from, const std::string& to) {
  EXPECT_EQ(from.size(), to.size());
  return replace_all(std::move(archive), from, to);
}

TEST(ProcessInput, ReportIsOk) {
  const std::string bytes = model_docx();
  const std::vector<InputOutcome> outcomes = outcomes_of("2020/a.docx", bytes);
  ASSERT_EQ(outcomes.size(), 1U);
  EXPECT_EQ(outcomes[0].reports.size(), 1U);
  EXPECT_FALSE(outcomes[0].problem.has_value());
  const CsvRecord row = row_of(outcomes[0]);
  const std::map<std::string, std::string> expected = {{"path", "2020/a.docx"},
                                                       {"sha256", sha256_hex(bytes)},
                                                       {"bytes", std::to_string(bytes.size())},
                                                       {"kind", "docx"},
                                                       {"status", "ok"},
                                                       {"code", ""},
                                                       {"message", ""}};
  for (const auto& [column, value] : expected) EXPECT_EQ(row.at(column), value) << column;
  EXPECT_EQ(outcomes[0].reports.at(0).statuses[static_cast<std::size_t>(Status::kValue)], 198U);
  EXPECT_NE(outcomes[0].reports.at(0).lines.at("reports").find(sha256_hex(bytes).substr(0, 16)), std::string::npos);
}

TEST(ProcessInput, SeveralReportsAreOneInput) {
  const std::string text =
      ModelReport(built_in_schema(), "2021", 2021).text() + ModelReport(built_in_schema(), "2021", 2022).text();
  const std::vector<InputOutcome> outcomes = outcomes_of("a.txt", text);
  ASSERT_EQ(outcomes.size(), 1U);
  EXPECT_EQ(row_of(outcomes[0]).at("status"), "ok");
  ASSERT_EQ(outcomes[0].reports.size(), 2U);
  const std::string id = sha256_hex(text).substr(0, 16);
  EXPECT_TRUE(outcomes[0].reports[0].lines.at("reports").starts_with(id + ",a.txt,"));
  EXPECT_TRUE(outcomes[0].reports[1].lines.at("reports").starts_with(id + "-2,a.txt,"));
  EXPECT_TRUE(as_duplicate(outcomes[0], "b.txt").reports.empty());
}

TEST(ProcessInput, TextHasAnEncoding) {
  const CsvRecord row = row_of(outcomes_of("a.txt", model().text()).at(0));
  EXPECT_EQ(row.at("kind"), "text");
  EXPECT_EQ(row.at("encoding"), "UTF-8");
  EXPECT_EQ(row.at("status"), "ok");
}

struct ProblemCase {
  const char* special;
  std::string path;
  std::string bytes;
  const char* status;
  const char* code;
  const char* kind;
};

const std::vector<ProblemCase>& problem_cases() {
  static const std::vector<ProblemCase> cases = {
      {"empty", "a.docx", "", "unreadable", "empty_file", "unknown"},
      {"PDF with a wrong name", "a.docx", "%PDF-1.7\n", "unreadable", "format_pdf", "pdf"},
      {"compound file", "a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", "unreadable", "format_ole", "ole"},
      {"RTF", "a.rtf", "{\\rtf1}", "unreadable", "format_rtf", "rtf"},
      {"a page without tables", "a.html", "<!DOCTYPE html><html></html>", "not_a_report", "no_table", "html"},
      {"a picture", "a.docx", "\x89PNG\r\n\x1A\n", "unreadable", "format_image", "image"},
      {"another text", "a.txt", "今天天气很好。\n", "not_a_report", "no_table", "text"},
      {"a Word document without tables", "a.docx", DocxBuilder(paragraph_xml("通知")).bytes(), "not_a_report",
       "no_table", "docx"},
      {"half a document", "a.docx", model_docx().substr(0, 1000), "unreadable", "zip_damaged", "zip"},
      {"a lock file of Word", "2020/~$a.docx", std::string(162, '\x01'), "not_a_report", "lock_file", "text"},
  };
  return cases;
}

TEST(ProcessInput, ProblemsHaveStatusCodeAndMessage) {
  for (const ProblemCase& c : problem_cases()) {
    SCOPED_TRACE(c.special);
    const std::vector<InputOutcome> outcomes = outcomes_of(c.path, c.bytes);
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_TRUE(outcomes[0].reports.empty());
    EXPECT_EQ(status_of(outcomes[0]), c.status);
    const CsvRecord row = row_of(outcomes[0]);
    EXPECT_EQ(row.at("path"), c.path);
    EXPECT_EQ(row.at("status"), c.status);
    EXPECT_EQ(row.at("code"), c.code);
    EXPECT_EQ(row.at("kind"), c.kind);
    EXPECT_EQ(row.at("bytes"), std::to_string(c.bytes.size()));
    EXPECT_NE(row.at("message"), "");
    EXPECT_NE(row.at("message_en"), "");
  }
}

TEST(ProcessInput, MissingFileHasARowWithoutBytes) {
  const ReportRows rows(built_in_schema());
  const std::vector<InputOutcome> outcomes =
      process_input({"missing.docx", "/nonexistent/missing.docx"}, built_in_schema(), {}, rows);
  ASSERT_EQ(outcomes.size(), 1U);
  const CsvRecord row = row_of(outcomes[0]);
  const std::map<std::string, std::string> expected = {
      {"path", "missing.docx"}, {"sha256", ""}, {"bytes", ""}, {"status", "unreadable"}, {"code", "cannot_open"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(row.at(column), value) << column;
}

TEST(ProcessInput, EncodingIsThatAskedFor) {
  EXPECT_EQ(row_of(outcomes_of("a.txt", model().text(), {.encoding = "UTF-8"}).at(0)).at("status"), "ok");
  EXPECT_EQ(row_of(outcomes_of("a.txt", model().text(), {.encoding = "no-such-encoding"}).at(0)).at("code"),
            "encoding_unknown");
  EXPECT_NE(row_of(outcomes_of("a.txt", model().text(), {.encoding = "UTF-16BE"}).at(0)).at("status"), "ok");
  EXPECT_EQ(row_of(outcomes_of("a.docx", model_docx(), {.encoding = "UTF-16BE"}).at(0)).at("status"), "ok")
      << "only text has an encoding to ask for";
}

using Paths = std::vector<std::string>;

Paths paths_of(const std::vector<InputOutcome>& outcomes) {
  Paths paths;
  for (const InputOutcome& outcome : outcomes) paths.push_back(outcome.path);
  return paths;
}

TEST(ProcessArchive, EveryMemberIsAnInput) {
  const std::string archive = zip_of({{"2020/a.docx", model_docx()},
                                      {"2020/b.txt", model().text()},
                                      {"c/empty.docx", ""},
                                      {"readme.pdf", "%PDF-1.7"}});
  const std::vector<InputOutcome> outcomes = outcomes_of("in/reports.zip", archive);
  EXPECT_EQ(paths_of(outcomes), (Paths{"in/reports.zip", "in/reports.zip!/2020/a.docx", "in/reports.zip!/2020/b.txt",
                                       "in/reports.zip!/c/empty.docx", "in/reports.zip!/readme.pdf"}));
  ASSERT_EQ(outcomes.size(), 5U);
  EXPECT_EQ(row_of(outcomes[0]).at("code"), "archive") << "the archive itself is an input too";
  const char* const statuses[] = {"ok", "ok", "ok", "unreadable", "unreadable"};
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    EXPECT_EQ(row_of(outcomes[i]).at("status"), statuses[i]) << outcomes[i].path;
  EXPECT_EQ(outcomes[0].sha256, sha256_hex(archive));
  EXPECT_EQ(outcomes[1].sha256, sha256_hex(model_docx()));
  EXPECT_NE(outcomes[1].reports.at(0).lines.at("reports").find("in/reports.zip!/2020/a.docx"), std::string::npos);
}

TEST(ProcessArchive, FoldersAreNoInputs) {
  EXPECT_EQ(paths_of(outcomes_of("a.zip", zip_of({{"b/", ""}, {"b/c.docx", model_docx()}}))),
            (Paths{"a.zip", "a.zip!/b/c.docx"}));
}

TEST(ProcessArchive, ArchiveWithoutFilesHasARowToo) {
  for (const std::string& archive : {zip_of({{"b/", ""}}), std::string("PK\5\6") + std::string(18, '\0')}) {
    const std::vector<InputOutcome> outcomes = outcomes_of("a.zip", archive);
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes[0].path, "a.zip");
    EXPECT_EQ(row_of(outcomes[0]).at("status"), "not_a_report");
    EXPECT_EQ(row_of(outcomes[0]).at("code"), "zip_empty");
  }
}

TEST(ProcessArchive, NamesInGbkAreRead) {
  const std::string archive =
      renamed(zip_of({{"qzqz/wvwv.docx", model_docx()}}), "qzqz/wvwv", "\xC7\xE5\xBA\xD3/\xC4\xEA\xB1\xA8");
  const std::vector<InputOutcome> outcomes = outcomes_of("a.zip", archive);
  EXPECT_EQ(paths_of(outcomes), (Paths{"a.zip", "a.zip!/清河/年报.docx"}));
  EXPECT_EQ(row_of(outcomes.at(1)).at("status"), "ok");
}

TEST(ProcessArchive, DamagedMemberLeavesTheOthers) {
  std::string archive =
      zip_of({{"a.txt", model().text()}, {"b.txt", "今天天气很好。"}, {"c.txt", model().text() + "\n"}});
  const std::size_t local = archive.find("a.txt");
  for (std::size_t i = 40; i < 60; ++i) archive[local + i] = static_cast<char>(archive[local + i] ^ 0x55);
  const std::vector<InputOutcome> outcomes = outcomes_of("a.zip", archive);
  ASSERT_EQ(outcomes.size(), 4U);
  EXPECT_EQ(row_of(outcomes[1]).at("code"), "zip_damaged");
  EXPECT_EQ(row_of(outcomes[1]).at("status"), "unreadable");
  EXPECT_EQ(row_of(outcomes[2]).at("status"), "not_a_report");
  EXPECT_EQ(row_of(outcomes[3]).at("status"), "ok");
}

TEST(ProcessArchive, MembersWithOneNameHaveTheirOwnRows) {
  const std::string archive =
      renamed(zip_of({{"qzqz.txt", model().text()}, {"wvwv.txt", model().text() + "\n"}}), "wvwv.txt", "qzqz.txt");
  const std::vector<InputOutcome> outcomes = outcomes_of("a.zip", archive);
  ASSERT_EQ(outcomes.size(), 3U);
  EXPECT_NE(outcomes[1].sha256, outcomes[2].sha256);
  EXPECT_NE(row_of(outcomes[1]).at("input_id"), row_of(outcomes[2]).at("input_id")) << "the key of inputs.csv";
}

// Archives inside archives are not opened; a sound one must not be called damaged.
TEST(ProcessArchive, ArchiveInsideAnArchiveIsNotDamaged) {
  const std::vector<InputOutcome> outcomes =
      outcomes_of("a.zip", zip_of({{"b.zip", zip_of({{"c.docx", model_docx()}})}}));
  ASSERT_EQ(outcomes.size(), 2U);
  EXPECT_EQ(row_of(outcomes[1]).at("code"), "format_archive");
}

TEST(ProcessArchive, MembersBeyondTheLimitOfTheWholeAreNamed) {
  ReadOptions options;
  options.limits.archive_bytes = 10;
  const std::vector<InputOutcome> outcomes =
      outcomes_of("a.zip", zip_of({{"a.txt", model().text()}, {"b.txt", model().text()}}), options);
  ASSERT_EQ(outcomes.size(), 3U);
  EXPECT_EQ(row_of(outcomes[1]).at("status"), "ok") << "the first is read whole";
  EXPECT_EQ(row_of(outcomes[2]).at("code"), "limit_size");
  EXPECT_NE(row_of(outcomes[2]).at("message_en").find("archive-bytes"), std::string::npos);
}

TEST(ProcessInput, AllDamageIsInTheMessage) {
  const std::string tables =
      table_xml({{{"a", 1, "restart"}}, {{"covered", 1, "continue"}}}) + "<w:altChunk r:id=\"x\"/>";
  const CsvRecord row = row_of(outcomes_of("a.docx", DocxBuilder(model().body_with({}) + tables).bytes()).at(0));
  EXPECT_EQ(row.at("status"), "ok");
  EXPECT_EQ(row.at("code"), "merge_hides_text");
  EXPECT_NE(row.at("message").find("chunk_unread"), std::string::npos) << row.at("message");
}

TEST(ProcessInput, CellsOfEveryDocumentAreCounted) {
  const std::vector<InputOutcome> report = outcomes_of("a.docx", model_docx());
  ASSERT_EQ(report.at(0).parts.size(), 1U);
  EXPECT_EQ(report[0].parts[0].name, "word/document.xml");
  EXPECT_GT(report[0].parts[0].counts.shown, 198U);
  const std::vector<InputOutcome> notice = outcomes_of("b.docx", DocxBuilder(table_xml({{{"1"}, {"2"}}})).bytes());
  ASSERT_EQ(notice.at(0).parts.size(), 1U) << "of a document that is no report too";
  EXPECT_EQ(notice[0].parts[0].counts.shown, 2U);
  EXPECT_TRUE(outcomes_of("c.docx", "").at(0).parts.empty());
}

TEST(ProcessInput, DocxIsNoArchive) { EXPECT_EQ(paths_of(outcomes_of("a.zip", model_docx())), Paths{"a.zip"}); }

TEST(AsDuplicate, NamesTheFirstAndHasNoReport) {
  const InputOutcome outcome = as_duplicate(outcomes_of("b.docx", model_docx()).at(0), "2020/a.docx");
  EXPECT_TRUE(outcome.reports.empty());
  const CsvRecord row = row_of(outcome);
  EXPECT_EQ(row.at("status"), "duplicate");
  EXPECT_EQ(row.at("path"), "b.docx");
  EXPECT_EQ(row.at("sha256"), sha256_hex(model_docx()));
  EXPECT_NE(row.at("message").find("2020/a.docx"), std::string::npos);
  EXPECT_NE(row.at("message_en").find("2020/a.docx"), std::string::npos);
}

TEST(InputsLine, IdDependsOnThePathAlone) {
  const CsvRecord a = row_of(outcomes_of("a.docx", model_docx()).at(0));
  const CsvRecord b = row_of(outcomes_of("b.docx", model_docx()).at(0));
  EXPECT_EQ(a.at("input_id"), row_of(outcomes_of("a.docx", "").at(0)).at("input_id"));
  EXPECT_NE(a.at("input_id"), b.at("input_id"));
  EXPECT_EQ(a.at("input_id").size(), 16U);
}

TEST(InputsLine, PathThatLooksLikeAFormulaIsMadeSafe) {
  EXPECT_EQ(row_of(outcomes_of("=a.docx", "").at(0)).at("path"), "'=a.docx");
}

}  // namespace
}  // namespace nianbao::test

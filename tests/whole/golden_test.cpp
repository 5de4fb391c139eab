// Golden cases: what is read from a document, line by line. tests/golden/CASE/ holds input.* and what must come out of
// it; a case without input.* is the file of that name in samples/. NIANBAO_BLESS=1 rewrites what must come out.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "app/input_outcome.h"
#include "schema/text.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

fs::path input_of(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().stem() == "input") return entry.path();
  return project("samples") / folder.filename();
}

// The columns of a table that a reader of the case wants to see; ids that depend on the bytes are left out.
const std::map<std::string, std::vector<std::string>> kGoldenColumns = {
    {"reports", {"title", "org_name", "org_type", "report_year", "form", "scope"}},
    {"cells", {"field_id", "value", "unit", "status", "how", "where", "raw"}},
    {"extras", {"section", "where", "label", "raw", "value"}},
    {"sections", {"ordinal", "section", "heading", "where"}},
    {"findings", {"rule_id", "severity", "result", "fields", "where", "expected", "actual", "evidence", "message_en"}},
};

std::string visible(const std::string& text) {
  std::string shown = replace_all(replace_all(replace_all(text, "\n", "\\n"), "\t", "\\t"), "\xE3\x80\x80", "\\u3000");
  return replace_all(replace_all(shown, "\xC2\xA0", "\\u00a0"), "\r", "\\r");
}

// One line a row, values parted by " | ": read by people, compared by the test.
std::string projected(const std::string& table, const std::string& csv) {
  std::string text;
  for (const CsvRecord& record : parse_csv(csv)) {
    std::string line;
    for (const std::string& column : kGoldenColumns.at(table))
      line += (line.empty() ? "" : " | ") + visible(record.at(column));
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::vector<CsvTable> tables() { return csv_tables(built_in_schema()); }

std::map<std::string, std::string> read_case(const fs::path& folder) {
  const fs::path input = input_of(folder);
  const ReportRows rows(built_in_schema());
  const std::vector<InputOutcome> outcomes =
      process_input({input.filename().string(), input}, built_in_schema(), {}, rows);
  const InputOutcome& outcome = outcomes.at(0);
  std::map<std::string, std::string> files;
  if (outcome.reports.empty()) {
    files["problem.txt"] = status_of(outcome) + " " + outcome.problem->code + "\n";
    return files;
  }
  for (const CsvTable& table : tables())
    if (kGoldenColumns.contains(table.name))
      files[table.name + ".txt"] =
          projected(table.name, csv_header(table.columns) + outcome.reports.front().lines.at(table.name));
  return files;
}

// The lines that differ, the expected before the actual.
std::string difference(const std::string& expected, const std::string& actual) {
  const std::vector<std::string_view> wanted = split_lines(expected);
  const std::vector<std::string_view> got = split_lines(actual);
  std::string text;
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    const std::string_view a = i < wanted.size() ? wanted[i] : "(no line)";
    const std::string_view b = i < got.size() ? got[i] : "(no line)";
    if (a != b)
      text +=
          "line " + std::to_string(i + 1) + "\n  expected " + std::string(a) + "\n  actual   " + std::string(b) + "\n";
  }
  return text;
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(project("tests/golden")))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, ReadsWhatIsThere) {
  const fs::path folder = project("tests/golden") / GetParam();
  const std::map<std::string, std::string> files = read_case(folder);
  if (std::getenv("NIANBAO_BLESS") != nullptr) {
    for (const auto& [name, content] : files) write_file(folder / name, content);
    GTEST_SKIP() << "rewritten; read the diff";
  }
  std::size_t compared = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().stem() == "input") continue;
    ASSERT_TRUE(files.contains(name)) << name << " did not come out";
    EXPECT_EQ(difference(file_content(entry.path()), files.at(name)), "") << name;
    ++compared;
  }
  EXPECT_EQ(compared, files.size()) << "a golden file is missing";
}

std::string test_name(const testing::TestParamInfo<std::string>& made) {
  std::string name;
  for (const char c : made.param) name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()), test_name);

// Every sample is a case.
TEST(GoldenCases, EverySampleIsOne) {
  const std::vector<std::string> names = cases();
  for (const auto& entry : fs::directory_iterator(project("samples"))) {
    if (entry.path().filename() == "README.md") continue;
    EXPECT_NE(std::find(names.begin(), names.end(), entry.path().filename().string()), names.end()) << entry.path();
  }
}

}  // namespace
}  // namespace nianbao::test

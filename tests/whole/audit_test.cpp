// What audit finds in OUT is what extract found in the sources, for real reports.
#include <gtest/gtest.h>

#include "output/csv_tables.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

TEST(Audit, FindsInTheCorpusWhatExtractFound) {
  if (shared("corpus").empty()) GTEST_SKIP() << "../shared/corpus is not on this machine";
  const TemporaryFolder folder;
  const std::string out = (folder / "out").string();
  ASSERT_EQ(run_program({"extract", shared("corpus").string(), "-o", out}).exit_code % 3, 0);
  std::map<std::string, std::string> before;
  for (const CsvTable& table : csv_tables(built_in_schema()))
    before[table.name] = file_content(folder / ("out/" + table.name + ".csv"));
  write_file(folder / "out/findings.csv", csv_header(findings_table().columns));
  const ProgramRun run = run_program({"audit", out});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_GT(before.at("findings").size(), 1000U);
  for (const auto& [table, content] : before)
    EXPECT_TRUE(file_content(folder / ("out/" + table + ".csv")) == content) << table;
}

}  // namespace
}  // namespace nianbao::test

#include "output/dataset.h"

#include <gtest/gtest.h>

#include <set>

#include "schema/text.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

Names names_in(const fs::path& folder) {
  Names names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

Names csv_names() {
  Names names;
  for (const CsvTable& table : csv_tables(built_in_schema())) names.insert(table.name + ".csv");
  return names;
}

const std::string kExtras = "r,2,L1,\"a\"\"b\",\"line 1\nline 2, and more\",\n";

TEST(Dataset, WritesUnderTemporaryNamesUntilFinished) {
  const TemporaryFolder folder;
  Dataset dataset(folder / "out", built_in_schema());
  dataset.append("extras", kExtras);
  dataset.add_file("run.json", "{}\n");
  for (const std::string& name : csv_names()) {
    EXPECT_FALSE(fs::exists(folder / "out" / name)) << name;
    EXPECT_TRUE(fs::exists(temporary_name(folder / "out", name))) << name;
  }
  EXPECT_FALSE(fs::exists(folder / "out/run.json"));
  dataset.finish(false);
  Names expected = csv_names();
  expected.insert("run.json");
  EXPECT_EQ(names_in(folder / "out"), expected);
}

TEST(Dataset, TemporaryNameIsHiddenAndBesideTheFile) {
  EXPECT_EQ(temporary_name("out", "cells.csv").parent_path(), "out");
  EXPECT_NE(temporary_name("out", "cells.csv").filename(), "cells.csv");
  EXPECT_EQ(temporary_name("out", "cells.csv").filename().string().front(), '.');
  EXPECT_NE(temporary_name("out", "cells.csv"), temporary_name("out", "records.csv"));
}

TEST(Dataset, SomeTablesLeaveTheOthersAlone) {
  const TemporaryFolder folder;
  Dataset(folder / "out", built_in_schema()).finish(true);
  write_file(folder / "out/cells.csv", "kept\n");
  Dataset dataset(folder / "out", {extras_table()});
  dataset.append("extras", kExtras);
  dataset.begin_table(gone_table());
  dataset.finish(false);
  EXPECT_EQ(file_content(folder / "out/cells.csv"), "kept\n");
  EXPECT_EQ(file_content(folder / "out/extras.csv"), csv_header(extras_table().columns) + kExtras);
  EXPECT_EQ(file_content(folder / "out/gone.csv"), csv_header(gone_table().columns));
  EXPECT_FALSE(fs::exists(folder / "out/excel/extras.csv")) << "a copy that is not true any more";
  EXPECT_TRUE(fs::exists(folder / "out/excel/sections.csv"));
}

TEST(Dataset, CopiesForExcelAreMadeOfAllTables) {
  const TemporaryFolder folder;
  Dataset(folder / "out", built_in_schema()).finish(false);
  Dataset(folder / "out", {extras_table()}).finish(true);
  EXPECT_EQ(names_in(folder / "out/excel"), csv_names());
}

TEST(Dataset, LeavesNothingWhenNotFinished) {
  const TemporaryFolder folder;
  {
    Dataset dataset(folder / "out", built_in_schema());
    dataset.append("extras", kExtras);
    dataset.add_file("run.json", "{}\n");
  }
  EXPECT_EQ(names_in(folder / "out"), Names{});
}

TEST(Dataset, UnfinishedRunLeavesTheRunBeforeIt) {
  const TemporaryFolder folder;
  {
    Dataset first(folder.path(), built_in_schema());
    first.append("extras", kExtras);
    first.finish(false);
  }
  const std::string before = file_content(folder / "extras.csv");
  {
    Dataset second(folder.path(), built_in_schema());
    second.append("extras", kExtras + kExtras);
  }
  EXPECT_EQ(file_content(folder / "extras.csv"), before);
  EXPECT_EQ(names_in(folder.path()), csv_names());
}

TEST(Dataset, FinishedRunReplacesTheRunBeforeIt) {
  const TemporaryFolder folder;
  for (const std::string& lines : {kExtras, std::string()}) {
    Dataset dataset(folder.path(), built_in_schema());
    dataset.append("extras", lines);
    dataset.finish(false);
    EXPECT_EQ(file_content(folder / "extras.csv"), csv_header(extras_table().columns) + lines);
  }
}

TEST(Dataset, LeftoverOfACrashedRunDoesNoHarm) {
  const TemporaryFolder folder;
  write_file(temporary_name(folder.path(), "extras.csv"), "half a line");
  Dataset dataset(folder.path(), built_in_schema());
  dataset.finish(false);
  EXPECT_EQ(file_content(folder / "extras.csv"), csv_header(extras_table().columns));
  EXPECT_EQ(names_in(folder.path()), csv_names());
}

TEST(Dataset, EveryFileHasItsHeaderWithoutBom) {
  const TemporaryFolder folder;
  Dataset dataset(folder / "a/b/out", built_in_schema());
  dataset.finish(false);
  for (const CsvTable& table : csv_tables(built_in_schema()))
    EXPECT_EQ(file_content(folder / "a/b/out" / (table.name + ".csv")), csv_header(table.columns));
}

TEST(Dataset, ExcelCopyHasBomAndCrlfButLfInsideFields) {
  const TemporaryFolder folder;
  Dataset dataset(folder.path(), built_in_schema());
  dataset.append("extras", kExtras);
  dataset.add_file("run.json", "{}\n");
  dataset.finish(true);
  EXPECT_EQ(names_in(folder / "excel"), csv_names());
  const std::string header = replace_all(csv_header(extras_table().columns), "\n", "\r\n");
  EXPECT_EQ(file_content(folder / "excel/extras.csv"),
            "\xEF\xBB\xBF" + header + "r,2,L1,\"a\"\"b\",\"line 1\nline 2, and more\",\r\n");
  EXPECT_EQ(file_content(folder / "extras.csv"), csv_header(extras_table().columns) + kExtras);
}

TEST(Dataset, WithoutExcelThereIsNoCopy) {
  const TemporaryFolder folder;
  Dataset dataset(folder.path(), built_in_schema());
  dataset.finish(false);
  EXPECT_FALSE(fs::exists(folder / "excel"));
}

// Copies of the run before would stand beside files that say something else.
TEST(Dataset, RunWithoutExcelLeavesNoStaleCopy) {
  const TemporaryFolder folder;
  {
    Dataset first(folder.path(), built_in_schema());
    first.append("extras", kExtras);
    first.finish(true);
  }
  Dataset second(folder.path(), built_in_schema());
  second.finish(false);
  if (!fs::exists(folder / "excel/extras.csv")) return;
  EXPECT_EQ(file_content(folder / "excel/extras.csv").find("line 1"), std::string::npos);
}

TEST(Dataset, RefusesAPlaceThatCannotBeAFolder) {
  const TemporaryFolder folder;
  write_file(folder / "file", "x");
  for (const char* place : {"file", "file/out", "file/a/b"}) {
    try {
      Dataset dataset(folder / place, built_in_schema());
      ADD_FAILURE() << place;
    } catch (const OutputError& error) {
      EXPECT_NE(std::string(error.what()).find((folder / "file").string()), std::string::npos) << error.what();
    }
  }
  EXPECT_EQ(file_content(folder / "file"), "x");
  EXPECT_EQ(names_in(folder.path()), Names{"file"});
}

TEST(Dataset, SaysWhichFileCannotBePutInPlace) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "cells.csv/in the way");
  Dataset dataset(folder.path(), built_in_schema());
  try {
    dataset.finish(false);
    ADD_FAILURE() << "finish() did not throw";
  } catch (const OutputError& error) {
    EXPECT_NE(std::string(error.what()).find("cells.csv"), std::string::npos) << error.what();
  }
}

TEST(Dataset, ExcelFolderInTheWayIsAnError) {
  const TemporaryFolder folder;
  write_file(folder / "excel", "x");
  Dataset dataset(folder.path(), built_in_schema());
  EXPECT_THROW(dataset.finish(true), OutputError);
}

TEST(Dataset, FullDiskIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  const TemporaryFolder folder;
  fs::create_symlink("/dev/full", temporary_name(folder.path(), "extras.csv"));
  EXPECT_THROW(
      {
        Dataset dataset(folder.path(), built_in_schema());
        dataset.append("extras", std::string(1U << 20U, 'x') + "\n");
        dataset.finish(false);
      },
      OutputError);
  EXPECT_FALSE(fs::exists(folder / "extras.csv"));
}

}  // namespace
}  // namespace nianbao::test

#include "output/scratch.h"

#include <gtest/gtest.h>

#include "output/csv_reader.h"
#include "output/dataset.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

const std::string kRow = "r,2,L1,label,raw,5\n";

TEST(Scratch, RowsAreReadBackAndThenGone) {
  const TemporaryFolder folder;
  {
    Scratch scratch(folder / "out", {extras_table()});
    EXPECT_TRUE(scratch.has("extras"));
    EXPECT_FALSE(scratch.has("cells"));
    scratch.append("extras", kRow);
    TableReader reader(scratch.finish(), extras_table());
    CsvRow row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row, (CsvRow{"r", "2", "L1", "label", "raw", "5"}));
    EXPECT_FALSE(reader.next(row));
  }
  EXPECT_TRUE(fs::is_empty(folder / "out"));
}

TEST(Scratch, TwoShareAFolder) {
  const TemporaryFolder folder;
  {
    Scratch first(folder.path(), {extras_table()});
    Scratch second(folder.path(), {gone_table()});
    first.append("extras", kRow);
    second.append("gone", "");
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Scratch, BeginsAnewWhereARunWasStopped) {
  const TemporaryFolder folder;
  write_file(temporary_name(folder.path(), "scratch") / "extras.csv", "left over\n");
  Scratch scratch(folder.path(), {extras_table()});
  TableReader reader(scratch.finish(), extras_table());
  CsvRow row;
  EXPECT_FALSE(reader.next(row));
}

TEST(Scratch, SaysWhereItCannotWrite) {
  const TemporaryFolder folder;
  write_file(folder / "out", "a file");
  EXPECT_THROW(Scratch(folder / "out", {extras_table()}), OutputError);
}

}  // namespace
}  // namespace nianbao::test

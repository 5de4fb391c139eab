#include "output/record_file.h"

#include <gtest/gtest.h>

#include "output/output_error.h"
#include "tests/support/full_disk.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

struct RecordsCase {
  const char* special;
  std::vector<std::string> records;
};

std::vector<std::string> all_of(RecordFile& file) {
  std::vector<std::string> all;
  for (std::string record; file.next(record);) all.push_back(record);
  return all;
}

TEST(RecordFile, GivesBackWhatWasWritten) {
  const std::vector<RecordsCase> cases = {
      {"none", {}},
      {"an empty one", {""}},
      {"an empty one between others", {"a", "", "b"}},
      {"bytes of all kinds", {std::string("\0\n\xFF\r\n", 5), "\x1A"}},
      {"large ones", {std::string(1U << 20U, 'x'), "y", std::string(300'000, 'z')}},
  };
  for (const RecordsCase& c : cases) {
    const TemporaryFolder folder;
    RecordFile file(folder / "records");
    for (const std::string& record : c.records) file.append(record);
    EXPECT_TRUE(all_of(file) == c.records) << c.special;
    std::string more;
    EXPECT_FALSE(file.next(more)) << c.special << ": the end stays the end";
  }
}

TEST(RecordFile, IsGoneInTheEnd) {
  const TemporaryFolder folder;
  {
    RecordFile file(folder / "records");
    file.append("a");
    EXPECT_TRUE(fs::exists(folder / "records"));
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(RecordFile, BeginsAnewWhereARunWasStopped) {
  const TemporaryFolder folder;
  write_file(folder / "records", "left over");
  RecordFile file(folder / "records");
  file.append("a");
  EXPECT_EQ(all_of(file), std::vector<std::string>{"a"});
}

TEST(RecordFile, SaysWhichFileCannotBeMade) {
  const TemporaryFolder folder;
  try {
    const RecordFile file(folder / "missing/records");
    FAIL() << "made in a folder that is not there";
  } catch (const OutputError& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with((folder / "missing/records").string())) << error.what();
  }
}

TEST(RecordFile, FullDiskMayPass) {
  constexpr std::size_t kRoom = 64 << 10;
  const TemporaryFolder folder;
  const auto write = [&](std::size_t records) {
    return on_full_disk(kRoom, [&] {
      RecordFile file(folder / "records");
      for (std::size_t i = 0; i < records; ++i) file.append(std::string(1'000, 'x'));
      all_of(file);
    });
  };
  EXPECT_EQ(write(60), WriteEnd::kDone);
  EXPECT_EQ(write(66), WriteEnd::kMayPass) << "seen when the rest is written";
  EXPECT_EQ(write(300), WriteEnd::kMayPass) << "seen while there is more to write";
}

TEST(RecordFile, LostBytesAreAnError) {
  const TemporaryFolder folder;
  std::string record;
  RecordFile removed(folder / "removed");
  removed.append("a");
  fs::remove(folder / "removed");
  EXPECT_THROW(removed.next(record), OutputError);
  RecordFile longer(folder / "longer");
  longer.append(std::string(100'000, 'a'));  // more than waits to be written
  write_file(folder / "longer", std::string(100, '\xFF'));
  EXPECT_THROW(longer.next(record), OutputError) << "no room is made for a size that cannot be";
}

}  // namespace
}  // namespace nianbao::test

#include "output/spool.h"

#include <gtest/gtest.h>

#include "output/output_error.h"
#include "tests/support/full_disk.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18U;

std::string given(Spool& spool) {
  std::string all;
  spool.give([&](const std::string& block) { all += block; });
  return all;
}

struct TextCase {
  const char* special;
  std::vector<std::string> texts;
};

std::vector<TextCase> cases() {
  return {{"none", {}},
          {"an empty one", {""}},
          {"lines", {"a,1\n", "b,2\n"}},
          {"bytes of zero and what is no line end here", {std::string("\0\r\n\x1A", 4), "\xFF"}},
          {"one byte less than a block", {std::string(kBlock - 1, 'x')}},
          {"a block", {std::string(kBlock, 'x')}},
          {"one byte more than a block", {std::string(kBlock, 'x'), "y"}},
          {"several blocks", {std::string(2 * kBlock, 'x'), std::string(kBlock, 'y'), "z"}}};
}

TEST(Spool, GivesAllInOrder) {
  for (const TextCase& c : cases()) {
    const TemporaryFolder folder;
    Spool spool(folder / "spool");
    std::string all;
    for (const std::string& text : c.texts) {
      spool.append(text);
      all += text;
    }
    EXPECT_TRUE(given(spool) == all) << c.special;
  }
}

TEST(Spool, FileIsGoneInTheEnd) {
  const TemporaryFolder folder;
  {
    Spool spool(folder / "spool");
    spool.append("a");
    EXPECT_TRUE(fs::exists(folder / "spool"));
    given(spool);
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Spool, FileIsGoneWhereItsTextWasNeverAskedFor) {
  const TemporaryFolder folder;
  { Spool(folder / "spool").append("a"); }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Spool, BeginsAnewWhereARunWasStopped) {
  const TemporaryFolder folder;
  write_file(folder / "spool", "left over");
  Spool spool(folder / "spool");
  spool.append("a");
  EXPECT_EQ(given(spool), "a");
}

TEST(Spool, SaysWhichFileCannotBeMade) {
  const TemporaryFolder folder;
  try {
    const Spool spool(folder / "missing/spool");
    FAIL() << "made in a folder that is not there";
  } catch (const OutputError& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with((folder / "missing/spool").string())) << error.what();
    EXPECT_FALSE(error.may_pass());
  }
}

TEST(Spool, FullDiskMayPass) {
  const TemporaryFolder folder;
  const auto write = [&](std::size_t bytes) {
    return on_full_disk(kBlock, [&] {
      Spool spool(folder / "spool");
      for (std::size_t done = 0; done < bytes; done += 1024) spool.append(std::string(1024, 'x'));
      given(spool);
    });
  };
  EXPECT_EQ(write(kBlock), WriteEnd::kDone);
  EXPECT_EQ(write(kBlock + 1024), WriteEnd::kMayPass) << "seen when the rest is written";
  EXPECT_EQ(write(4 * kBlock), WriteEnd::kMayPass) << "seen while there is more to write";
}

// Text that is lost must not pass for text that was never there.
TEST(Spool, FileThatSomebodyRemovedIsAnError) {
  const TemporaryFolder folder;
  Spool spool(folder / "spool");
  spool.append("a");
  fs::remove(folder / "spool");
  EXPECT_THROW(given(spool), OutputError);
}

}  // namespace
}  // namespace nianbao::test

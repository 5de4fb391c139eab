#include "output/output_error.h"

#include <gtest/gtest.h>

#include <system_error>

namespace nianbao::test {
namespace {

struct ErrorCase {
  const char* special;
  int error;
  bool may_pass;
};

constexpr ErrorCase kCases[] = {
    {"the disk is full", ENOSPC, true},
    {"the quota is used up", EDQUOT, true},
    {"the largest size of a file is reached", EFBIG, true},
    {"storage that fails", EIO, true},
    {"network storage that is gone", ESTALE, true},
    {"network storage that does not answer", ETIMEDOUT, true},
    {"nobody may write there", EACCES, false},
    {"a folder is missing", ENOENT, false},
    {"a folder has the name", EISDIR, false},
    {"mounted to be read only", EROFS, false},
};

TEST(CannotWrite, TellsWhatMayPassFromWhatStays) {
  for (const ErrorCase& c : kCases) EXPECT_EQ(cannot_write("out/a.csv", c.error).may_pass(), c.may_pass) << c.special;
}

TEST(CannotWrite, SaysWhichFileAndWhy) {
  for (const ErrorCase& c : kCases) {
    const std::string text = cannot_write("out/a.csv", c.error).what();
    EXPECT_TRUE(text.starts_with("out/a.csv: ")) << text;
    EXPECT_NE(text.find(std::generic_category().message(c.error)), std::string::npos) << text;
  }
}

TEST(CannotWrite, SaysHowToGoOnWhereThatHelps) {
  for (const ErrorCase& c : kCases) {
    const std::string text = cannot_write("out/a.csv", c.error).what();
    EXPECT_EQ(text.find("run the same command again") != std::string::npos, c.may_pass) << c.special;
  }
}

TEST(OutputError, StaysUnlessSaidOtherwise) {
  EXPECT_FALSE(OutputError("a").may_pass());
  EXPECT_TRUE(OutputError("a", true).may_pass());
  EXPECT_STREQ(OutputError("a").what(), "a");
}

}  // namespace
}  // namespace nianbao::test

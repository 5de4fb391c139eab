#include "app/file_stamp.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSecond = 1'000'000'000;

// Long ago, so that a file never has it by chance.
constexpr std::int64_t kThen = 1'500'000'000;

void set_modified(const fs::path& file, std::int64_t seconds) {
  const timespec times[2] = {{seconds, 0}, {seconds, 0}};
  ASSERT_EQ(utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
}

class StampOf : public testing::Test {
 protected:
  void SetUp() override {
    write_file(file_, "12345");
    set_modified(file_, kThen);
    before_ = stamp_of(file_);
    ASSERT_TRUE(before_.has_value());
  }
  FileStamp now() const { return stamp_of(file_).value(); }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "a";
  std::optional<FileStamp> before_;
};

TEST_F(StampOf, SaysSizeTimesAndFile) {
  struct stat found {};
  ASSERT_EQ(stat(file_.c_str(), &found), 0);
  EXPECT_EQ(before_->size, 5);
  EXPECT_EQ(before_->modified, kThen * kSecond);
  EXPECT_EQ(before_->changed, found.st_ctim.tv_sec * kSecond + found.st_ctim.tv_nsec);
  EXPECT_EQ(before_->inode, static_cast<std::int64_t>(found.st_ino));
}

TEST_F(StampOf, StaysWhereNothingIsDone) {
  file_content(file_);
  EXPECT_EQ(now(), *before_) << "reading changes nothing";
}

TEST_F(StampOf, TouchedFileHasAnother) {
  set_modified(file_, kThen + 1);
  EXPECT_EQ(now().modified, (kThen + 1) * kSecond);
  EXPECT_NE(now(), *before_);
}

TEST_F(StampOf, OtherContentOfTheSameSizeHasAnother) {
  write_file(file_, "54321");
  EXPECT_EQ(now().size, before_->size);
  EXPECT_NE(now().modified, before_->modified);
}

TEST_F(StampOf, OtherSizeHasAnother) {
  write_file(file_, "1234");
  set_modified(file_, kThen);
  EXPECT_EQ(now().size, 4);
  EXPECT_EQ(now().modified, before_->modified);
  EXPECT_NE(now(), *before_);
}

// As rsync, tar and careful editors leave it: another file of the same size and time under the same name.
TEST_F(StampOf, ReplacedFileHasAnother) {
  write_file(folder_ / "b", "54321");
  set_modified(folder_ / "b", kThen);
  fs::rename(folder_ / "b", file_);
  EXPECT_EQ(now().size, before_->size);
  EXPECT_EQ(now().modified, before_->modified);
  EXPECT_NE(now().inode, before_->inode);
  EXPECT_NE(now(), *before_);
}

TEST_F(StampOf, LinkHasThatOfItsFile) {
  fs::create_symlink(file_, folder_ / "link");
  EXPECT_EQ(stamp_of(folder_ / "link"), before_);
}

TEST_F(StampOf, EachFieldTellsTwoStampsApart) {
  for (std::int64_t FileStamp::*field :
       {&FileStamp::size, &FileStamp::modified, &FileStamp::changed, &FileStamp::inode}) {
    FileStamp other = *before_;
    ++(other.*field);
    EXPECT_NE(other, *before_);
  }
}

TEST_F(StampOf, OnlyRegularFilesHaveOne) {
  fs::create_symlink(folder_ / "missing", folder_ / "dangling");
  ASSERT_EQ(mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  for (const fs::path& other : {folder_.path(), folder_ / "missing", folder_ / "dangling", folder_ / "pipe",
                                file_ / "below a file", fs::path("/dev/null"), fs::path()})
    EXPECT_FALSE(stamp_of(other).has_value()) << other;
}

TEST_F(StampOf, TimeNowIsThatOfTheFileSystem) {
  const std::int64_t before = time_now();
  write_file(file_, "a");
  EXPECT_LT(std::abs(now().modified - before), 60 * kSecond);
}

struct SettledCase {
  const char* special;
  std::int64_t modified;  // seconds before now
  std::int64_t changed;
  bool is_settled;
};

constexpr SettledCase kSettled[] = {
    {"long ago", 1'000'000, 1'000'000, true},
    {"three seconds ago", 3, 3, true},
    {"two seconds ago, which may be now in a coarse file system", 2, 2, false},
    {"now", 0, 0, false},
    {"an old time was put back just now", 1'000'000, 0, false},
    {"written now, says a machine whose clock is late", 0, 1'000'000, false},
    {"in the future", -100, -100, false},
    {"modified in the future", -100, 1'000'000, false},
};

TEST(IsSettled, WhereALaterChangeIsSeen) {
  constexpr std::int64_t kNow = kThen * kSecond;
  for (const SettledCase& c : kSettled) {
    const FileStamp stamp{
        .size = 1, .modified = kNow - c.modified * kSecond, .changed = kNow - c.changed * kSecond, .inode = 1};
    EXPECT_EQ(is_settled(stamp, kNow), c.is_settled) << c.special;
  }
}

TEST(IsSettled, BoundIsSharp) {
  const FileStamp stamp{.size = 1, .modified = kThen * kSecond, .changed = kThen * kSecond, .inode = 1};
  EXPECT_FALSE(is_settled(stamp, (kThen + 2) * kSecond));
  EXPECT_TRUE(is_settled(stamp, (kThen + 2) * kSecond + 1));
}

}  // namespace
}  // namespace nianbao::test

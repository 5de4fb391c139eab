#include "app/file_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

namespace nianbao {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
// FAT keeps times of modification in steps of two seconds.
constexpr std::int64_t kCoarsest = 2 * kSecond;

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * kSecond + time.tv_nsec; }

}  // namespace

std::optional<FileStamp> stamp_of(const std::filesystem::path& file) {
  struct stat found {};
  if (stat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return FileStamp{.size = found.st_size,
                   .modified = nanoseconds(found.st_mtim),
                   .changed = nanoseconds(found.st_ctim),
                   .inode = static_cast<std::int64_t>(found.st_ino)};
}

bool is_settled(const FileStamp& stamp, std::int64_t now) {
  return std::max(stamp.modified, stamp.changed) + kCoarsest < now;
}

std::int64_t time_now() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now);
}

}  // namespace nianbao

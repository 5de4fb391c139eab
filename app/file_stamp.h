// What the file system says of a file without reading it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace nianbao {

// Times in nanoseconds since 1970 (POSIX).
struct FileStamp {
  std::int64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  // of content, name, owner or rights: tells when an old time of modification was put back
  std::int64_t inode = 0;

  bool operator==(const FileStamp&) const = default;
};

// Of a regular file; nothing for anything else.
std::optional<FileStamp> stamp_of(const std::filesystem::path& file);

// True if a change after `now` would change the stamp too: file systems count time in steps of up to two seconds.
bool is_settled(const FileStamp& stamp, std::int64_t now);

// The time of day, in nanoseconds since 1970.
std::int64_t time_now();

}  // namespace nianbao

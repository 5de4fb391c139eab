// A zip container in memory: libzip finds the members, libdeflate inflates them. Nothing touches the file system.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/problem.h"

namespace nianbao {

// No member may unpack to more than this; honest main parts are below 2 MiB.
inline constexpr std::size_t kMaxMemberBytes = 128U << 20U;

class ZipArchive {
 public:
  // Opens the container; `bytes` must outlive it. Problems: zip_damaged.
  static Result<ZipArchive> open(std::string_view bytes);

  ZipArchive(ZipArchive&&) noexcept;
  ~ZipArchive();

  // The index of the member with this name. Names are compared as OPC does (ASCII case ignored, ISO 29500-2 §6.2.2.3);
  // a leading slash and backslashes are forgiven. Of two members with one name the last one counts, as in Word.
  std::optional<std::uint64_t> find(std::string_view name) const;

  // Names of all entries by index, in UTF-8 (others are read as GB18030); folders end with a slash.
  std::vector<std::string> names() const;

  // The unpacked bytes of member `index`, checked against its CRC. Problems: encrypted, zip_method, zip_damaged,
  // limit_size.
  Result<std::string> read(std::uint64_t index) const;

  // read() of the member with this name; part_missing where there is none.
  Result<std::string> read(std::string_view name) const;

 private:
  struct Handle;
  explicit ZipArchive(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace nianbao

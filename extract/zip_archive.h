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

#include "extract/limits.h"
#include "extract/problem.h"

namespace nianbao {

// A name as OPC compares it: ASCII case ignored (ISO 29500-2 §6.2.2.3); a leading slash and backslashes are forgiven.
std::string part_key(std::string_view name);

class ZipArchive {
 public:
  // Opens the container; `bytes` must outlive it. Bytes before the container are passed over, as a self-extracting
  // archive has them. Problems: zip_damaged, limit_entries.
  static Result<ZipArchive> open(std::string_view bytes, const Limits& limits = {});

  ZipArchive(ZipArchive&&) noexcept;
  ~ZipArchive();

  // The index of the member with this name, names compared by part_key(); of several the last.
  std::optional<std::uint64_t> find(std::string_view name) const;

  // Names of all entries by index, in UTF-8 (others are read as GB18030); folders end with a slash.
  std::vector<std::string> names() const;

  // The unpacked bytes of member `index`, checked against its CRC. Sizes are those found, never those declared.
  // Problems: encrypted, zip_method, zip_damaged, limit_size, limit_ratio.
  Result<std::string> read(std::uint64_t index) const;

  // read() of the member with this name; part_missing where there is none, part_repeated where there are several with
  // different content: programs differ in which one they show.
  Result<std::string> read(std::string_view name) const;

 private:
  struct Handle;
  explicit ZipArchive(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace nianbao

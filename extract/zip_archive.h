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

// A member as its container keeps it.
struct PackedMember {
  std::string name;
  std::string bytes;  // packed
  std::uint16_t method = 0;
  std::uint64_t size = 0;  // declared
  std::uint32_t crc = 0;

  bool operator==(const PackedMember&) const = default;
};

// The unpacked bytes, checked against the CRC; their size is that found, never that declared. The same member always
// gives the same under the same limits. Problems: zip_damaged, limit_size, limit_ratio.
Result<std::string> unpacked(const PackedMember& member, const Limits& limits);

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

  // unpacked() of member `index`. Further problems: encrypted, zip_method.
  Result<std::string> read(std::uint64_t index) const;

  // read() of the member with this name; part_missing where there is none, part_repeated where there are several with
  // different content: programs differ in which one they show.
  Result<std::string> read(std::string_view name) const;

  // The same without unpacking it. Problems: part_missing, part_repeated, encrypted, zip_method, zip_damaged.
  Result<PackedMember> packed(std::string_view name) const;

 private:
  struct Handle;
  explicit ZipArchive(std::unique_ptr<Handle> handle);
  Result<PackedMember> packed(std::uint64_t index) const;

  std::unique_ptr<Handle> handle_;
};

}  // namespace nianbao

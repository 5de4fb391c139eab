// Any bytes as a zip container: its names and its first members.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "extract/zip_archive.h"
#include "schema/text.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"

namespace {

using nianbao::ZipArchive;
using nianbao::fuzz::require;

constexpr std::size_t kMembersRead = 50;

void read_member(const ZipArchive& archive, std::size_t index) {
  const auto bytes = archive.read(index);
  if (!bytes) return nianbao::fuzz::check_problem(bytes.problem());
  require(bytes->size() <= nianbao::Limits{}.part_bytes, "no member unpacks to more than the limit");
}

void read_all(const ZipArchive& archive) {
  const std::vector<std::string> names = archive.names();
  for (const std::string& name : names) {
    require(nianbao::is_utf8(name), "names are UTF-8");
    const auto index = archive.find(name);
    require(!index || *index < names.size(), "what is found is an entry");
  }
  for (std::size_t i = 0; i < std::min(names.size(), kMembersRead); ++i) read_member(archive, i);
  const auto beyond = archive.read(names.size());
  require(!beyond.ok(), "there is no entry behind the last");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const nianbao::fuzz::Budget budget(size, nianbao::fuzz::Budget::kArchiveBase);
  const auto archive = ZipArchive::open({reinterpret_cast<const char*>(data), size});
  if (archive)
    read_all(*archive);
  else
    nianbao::fuzz::check_problem(archive.problem());
  return 0;
}

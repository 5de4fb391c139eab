#include "extract/zip_archive.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cctype>
#include <new>
#include <set>

#include "extract/encoding.h"

namespace nianbao {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kEndOfDirectory = "PK\5\6"sv;
constexpr std::string_view kDirectoryEntry = "PK\1\2"sv;
constexpr std::string_view kZip64End = "PK\6\6"sv;

// A little-endian number of `size` bytes; 0 beyond the end.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  if (at > bytes.size() || size > bytes.size() - at) return 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

constexpr std::size_t kFarthestEnd = 22 + 65'535;
// The zip64 record and its locator stand before the end record.
constexpr std::size_t kFarthestZip64End = kFarthestEnd + 20 + 56;

// Where the records that may end the container begin, from the last to the first: each is 22 bytes and a comment of at
// most 65,535 (APPNOTE 4.3.16).
std::vector<std::size_t> ends_of_directory(std::string_view bytes) {
  const std::size_t first = bytes.size() > kFarthestEnd ? bytes.size() - kFarthestEnd : 0;
  std::vector<std::size_t> ends;
  // Looking forward is much faster than looking backward.
  for (std::size_t at = bytes.find(kEndOfDirectory, first); at != std::string_view::npos;
       at = bytes.find(kEndOfDirectory, at + 1))
    ends.push_back(at);
  std::reverse(ends.begin(), ends.end());
  return ends;
}

// The most members that any end record declares, its zip64 form included (APPNOTE 4.3.14): libzip takes room for so
// many.
std::uint64_t declared_members(std::string_view bytes) {
  std::uint64_t most = 0;
  for (const std::size_t end : ends_of_directory(bytes)) most = std::max(most, number_at(bytes, end + 10, 2));
  const std::size_t first = bytes.size() > kFarthestZip64End ? bytes.size() - kFarthestZip64End : 0;
  if (most == 0xFFFF)
    for (std::size_t at = bytes.find(kZip64End, first); at != std::string_view::npos;
         at = bytes.find(kZip64End, at + 1))
      most = std::max(most, number_at(bytes, at + 32, 8));
  return most;
}

// How many bytes stand before a container whose offsets do not count them.
std::size_t bytes_before(std::string_view bytes) {
  for (const std::size_t end : ends_of_directory(bytes)) {
    const std::uint64_t size = number_at(bytes, end + 12, 4);
    const std::uint64_t offset = number_at(bytes, end + 16, 4);
    if (size <= end && offset < end - size && bytes.substr(end - size, 4) == kDirectoryEntry)
      return end - size - offset;
  }
  return 0;
}

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenMember = std::unique_ptr<zip_file_t, FileCloser>;

struct DecompressorFree {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

Result<std::string> compressed_bytes(zip_t* archive, const zip_stat_t& stat, std::size_t container_bytes) {
  if (stat.comp_size > container_bytes) return Problem{"zip_damaged", stat.name};
  const OpenMember member(zip_fopen_index(archive, stat.index, ZIP_FL_COMPRESSED));
  if (!member) return Problem{"zip_damaged", stat.name};
  std::string bytes(stat.comp_size, '\0');
  const zip_int64_t got = zip_fread(member.get(), bytes.data(), bytes.size());
  if (got < 0 || static_cast<zip_uint64_t>(got) != stat.comp_size) return Problem{"zip_damaged", stat.name};
  return bytes;
}

bool is_beyond_ratio(std::size_t unpacked, std::size_t packed, const Limits& limits) {
  return unpacked > kRatioFreeBytes && unpacked / limits.part_ratio > packed;
}

// The declared size is only a hint: the buffer grows to what there really is, up to the limit.
Result<std::string> inflated(const PackedMember& member, const Limits& limits) {
  thread_local const std::unique_ptr<libdeflate_decompressor, DecompressorFree> decompressor(
      libdeflate_alloc_decompressor());
  if (!decompressor) throw std::bad_alloc();
  const std::string& compressed = member.bytes;
  std::size_t room = std::min(std::max<std::size_t>(member.size, 64), limits.part_bytes);
  if (room / 1032 > compressed.size() + 1) room = compressed.size() * 8 + 64;  // deflate cannot give more than 1032:1
  for (;;) {
    std::string out(room, '\0');
    std::size_t used = 0;
    std::size_t made = 0;
    const libdeflate_result result = libdeflate_deflate_decompress_ex(
        decompressor.get(), compressed.data(), compressed.size(), out.data(), out.size(), &used, &made);
    if (result != LIBDEFLATE_SUCCESS && result != LIBDEFLATE_INSUFFICIENT_SPACE)
      return Problem{"zip_damaged", member.name};
    if (result == LIBDEFLATE_SUCCESS) out.resize(made);
    if (is_beyond_ratio(out.size(), compressed.size(), limits)) return beyond(limits, &Limits::part_ratio, member.name);
    if (result == LIBDEFLATE_SUCCESS) return out;
    if (room == limits.part_bytes) return beyond(limits, &Limits::part_bytes, member.name);
    room = std::min(room * 4, limits.part_bytes);
  }
}

Result<zip_t*> open_directory(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string message = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (archive != nullptr) return archive;
  if (source != nullptr) zip_source_free(source);
  return Problem{"zip_damaged", message};
}

std::string readable_name(const char* raw) { return decode_name(raw == nullptr ? "" : raw); }

}  // namespace

std::string part_key(std::string_view name) {
  std::string key;
  for (const char c : name) key += c == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return key.rfind('/', 0) == 0 ? key.substr(1) : key;
}

Result<std::string> unpacked(const PackedMember& member, const Limits& limits) {
  Result<std::string> bytes = member.method == ZIP_CM_DEFLATE ? inflated(member, limits) : member.bytes;
  if (!bytes) return bytes;
  if (bytes->size() > limits.part_bytes) return beyond(limits, &Limits::part_bytes, member.name);
  if (libdeflate_crc32(0, bytes->data(), bytes->size()) != member.crc)
    return Problem{"zip_damaged", member.name + ": CRC"};
  return bytes;
}

struct ZipArchive::Handle {
  zip_t* archive = nullptr;
  std::size_t bytes = 0;  // of the container
  Limits limits;
  std::map<std::string, std::uint64_t> index;
  std::set<std::string> repeated;  // keys of members with one name and different content

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (archive != nullptr) zip_discard(archive);
  }

  std::uint64_t count() const {
    return static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive, 0)));
  }

  void list_members() {
    for (std::uint64_t i = 0; i < count(); ++i) {
      const char* name = zip_get_name(archive, i, ZIP_FL_ENC_RAW);
      if (name == nullptr) continue;
      const auto [at, is_new] = index.try_emplace(part_key(name), i);
      if (is_new) continue;
      if (!same_content(at->second, i)) repeated.insert(at->first);
      at->second = i;
    }
  }

  bool same_content(std::uint64_t a, std::uint64_t b) const {
    zip_stat_t first;
    zip_stat_t second;
    zip_stat_init(&first);
    zip_stat_init(&second);
    return zip_stat_index(archive, a, 0, &first) == 0 && zip_stat_index(archive, b, 0, &second) == 0 &&
           first.crc == second.crc && first.size == second.size;
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const Limits& limits) {
  if (declared_members(bytes) > limits.entries) return beyond(limits, &Limits::entries, "");
  Result<zip_t*> archive = open_directory(bytes);
  if (!archive)
    if (const std::size_t before = bytes_before(bytes); before > 0) archive = open_directory(bytes.substr(before));
  if (!archive) return archive.problem();
  auto handle = std::make_unique<Handle>();
  handle->archive = *archive;
  handle->bytes = bytes.size();
  handle->limits = limits;
  handle->list_members();
  return ZipArchive(std::move(handle));
}

std::optional<std::uint64_t> ZipArchive::find(std::string_view name) const {
  const auto found = handle_->index.find(part_key(name));
  return found == handle_->index.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  for (std::uint64_t i = 0; i < handle_->count(); ++i) {
    std::string name = readable_name(zip_get_name(handle_->archive, i, ZIP_FL_ENC_RAW));
    names.push_back(std::move(name));
  }
  return names;
}

Result<PackedMember> ZipArchive::packed(std::uint64_t index) const {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(handle_->archive, index, 0, &stat) != 0 || stat.name == nullptr) return Problem{"zip_damaged", ""};
  if (stat.encryption_method != ZIP_EM_NONE) return Problem{"encrypted", stat.name};
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    return Problem{"zip_method", std::string(stat.name) + ": " + std::to_string(stat.comp_method)};
  Result<std::string> bytes = compressed_bytes(handle_->archive, stat, handle_->bytes);
  if (!bytes) return bytes.problem();
  return PackedMember{stat.name, std::move(*bytes), stat.comp_method, stat.size, stat.crc};
}

Result<PackedMember> ZipArchive::packed(std::string_view name) const {
  const std::optional<std::uint64_t> index = find(name);
  if (!index) return Problem{"part_missing", std::string(name)};
  if (handle_->repeated.contains(part_key(name))) return Problem{"part_repeated", std::string(name)};
  return packed(*index);
}

Result<std::string> ZipArchive::read(std::uint64_t index) const {
  const Result<PackedMember> member = packed(index);
  return member ? unpacked(*member, handle_->limits) : member.problem();
}

Result<std::string> ZipArchive::read(std::string_view name) const {
  const Result<PackedMember> member = packed(name);
  return member ? unpacked(*member, handle_->limits) : member.problem();
}

}  // namespace nianbao

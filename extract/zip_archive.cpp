#include "extract/zip_archive.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cctype>

#include "extract/encoding.h"

namespace nianbao {
namespace {

std::string part_key(std::string_view name) {
  std::string key;
  for (const char c : name) key += c == '\\' ? '/' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return key.rfind('/', 0) == 0 ? key.substr(1) : key;
}

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenMember = std::unique_ptr<zip_file_t, FileCloser>;

struct DecompressorFree {
  void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

Result<std::string> compressed_bytes(zip_t* archive, const zip_stat_t& stat) {
  const OpenMember member(zip_fopen_index(archive, stat.index, ZIP_FL_COMPRESSED));
  if (!member) return Problem{"zip_damaged", stat.name};
  if (stat.comp_size > kMaxMemberBytes) return Problem{"limit_size", stat.name};
  std::string bytes(stat.comp_size, '\0');
  const zip_int64_t got = zip_fread(member.get(), bytes.data(), bytes.size());
  if (got < 0 || static_cast<zip_uint64_t>(got) != stat.comp_size) return Problem{"zip_damaged", stat.name};
  return bytes;
}

// The declared size is only a hint: the buffer grows to what there really is, up to the limit.
Result<std::string> inflate(const std::string& compressed, const zip_stat_t& stat) {
  const std::unique_ptr<libdeflate_decompressor, DecompressorFree> decompressor(libdeflate_alloc_decompressor());
  std::size_t room = std::clamp<std::size_t>(stat.size, 64, kMaxMemberBytes);
  if (room / 1032 > compressed.size() + 1) room = compressed.size() * 8 + 64;  // deflate cannot give more than 1032:1
  for (;;) {
    std::string out(room, '\0');
    std::size_t used = 0;
    std::size_t made = 0;
    const libdeflate_result result = libdeflate_deflate_decompress_ex(
        decompressor.get(), compressed.data(), compressed.size(), out.data(), out.size(), &used, &made);
    if (result == LIBDEFLATE_SUCCESS) {
      out.resize(made);
      return out;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) return Problem{"zip_damaged", stat.name};
    if (room == kMaxMemberBytes) return Problem{"limit_size", stat.name};
    room = std::min(room * 4, kMaxMemberBytes);
  }
}

std::string readable_name(const char* raw) { return decode_name(raw == nullptr ? "" : raw); }

}  // namespace

struct ZipArchive::Handle {
  zip_t* archive = nullptr;
  std::map<std::string, std::uint64_t> index;

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string message = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return Problem{"zip_damaged", message};
  }
  auto handle = std::make_unique<Handle>();
  handle->archive = archive;
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive, 0)));
  for (std::uint64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive, i, ZIP_FL_ENC_RAW)) handle->index[part_key(name)] = i;
  return ZipArchive(std::move(handle));
}

std::optional<std::uint64_t> ZipArchive::find(std::string_view name) const {
  const auto found = handle_->index.find(part_key(name));
  return found == handle_->index.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(handle_->archive, 0)));
  for (std::uint64_t i = 0; i < count; ++i) {
    std::string name = readable_name(zip_get_name(handle_->archive, i, ZIP_FL_ENC_RAW));
    names.push_back(std::move(name));
  }
  return names;
}

Result<std::string> ZipArchive::read(std::uint64_t index) const {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(handle_->archive, index, 0, &stat) != 0 || stat.name == nullptr) return Problem{"zip_damaged", ""};
  if (stat.encryption_method != ZIP_EM_NONE) return Problem{"encrypted", stat.name};
  if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
    return Problem{"zip_method", std::string(stat.name) + ": " + std::to_string(stat.comp_method)};
  Result<std::string> bytes = compressed_bytes(handle_->archive, stat);
  if (bytes && stat.comp_method == ZIP_CM_DEFLATE) bytes = inflate(*bytes, stat);
  if (bytes && libdeflate_crc32(0, bytes->data(), bytes->size()) != stat.crc)
    return Problem{"zip_damaged", std::string(stat.name) + ": CRC"};
  return bytes;
}

Result<std::string> ZipArchive::read(std::string_view name) const {
  const std::optional<std::uint64_t> index = find(name);
  if (!index) return Problem{"part_missing", std::string(name)};
  return read(*index);
}

}  // namespace nianbao

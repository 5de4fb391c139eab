#include "output/record_file.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "output/output_error.h"

namespace nianbao {

RecordFile::RecordFile(std::filesystem::path file)
    : file_(std::move(file)), out_(file_, std::ios::binary | std::ios::trunc) {
  if (!out_) throw cannot_write(file_.string(), errno);
}

RecordFile::~RecordFile() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

// The size of the record stands before it.
void RecordFile::append(std::string_view record) {
  const std::uint64_t size = record.size();
  out_.write(reinterpret_cast<const char*>(&size), sizeof size);
  out_.write(record.data(), static_cast<std::streamsize>(record.size()));
  if (!out_) throw cannot_write(file_.string(), errno);
  ++left_;
}

bool RecordFile::next(std::string& record) {
  if (out_.is_open()) begin_reading();
  if (left_ == 0) return false;
  --left_;
  std::uint64_t size = 0;
  read(reinterpret_cast<char*>(&size), sizeof size);
  record.resize(std::min(size, unread_));
  read(record.data(), size);
  return true;
}

void RecordFile::begin_reading() {
  out_.close();
  if (!out_) throw cannot_write(file_.string(), errno);
  in_.open(file_, std::ios::binary);
  std::error_code error;
  unread_ = std::filesystem::file_size(file_, error);
  if (error) unread_ = 0;
}

void RecordFile::read(char* bytes, std::uint64_t size) {
  if (size > unread_ || !in_.read(bytes, static_cast<std::streamsize>(size)))
    throw OutputError(file_.string() + ": cannot be read again");
  unread_ -= size;
}

}  // namespace nianbao

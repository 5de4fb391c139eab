// Byte strings that wait in a file: written once, then read once, in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace nianbao {

class RecordFile {
 public:
  // The file is removed at the end of its life. Throws OutputError.
  explicit RecordFile(std::filesystem::path file);
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;
  ~RecordFile();

  // Throws OutputError.
  void append(std::string_view record);

  // The next record, from the first on; false behind the last one. Nothing is appended after the first call. Throws
  // OutputError where the file is not what was written.
  bool next(std::string& record);

 private:
  void begin_reading();
  void read(char* bytes, std::uint64_t size);

  std::filesystem::path file_;
  std::ofstream out_;
  std::ifstream in_;
  std::size_t left_ = 0;      // records
  std::uint64_t unread_ = 0;  // bytes of the file
};

}  // namespace nianbao

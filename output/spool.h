// Text that waits in a file until what goes before it is known.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace nianbao {

class Spool {
 public:
  // The file is removed at the end of its life. Throws OutputError.
  explicit Spool(std::filesystem::path file);
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  ~Spool();

  // Throws OutputError.
  void append(std::string_view text);
  // Gives all of it, block by block. Once, after the last append(). Throws OutputError.
  void give(const std::function<void(const std::string&)>& take);

 private:
  std::filesystem::path file_;
  std::ofstream stream_;
};

}  // namespace nianbao

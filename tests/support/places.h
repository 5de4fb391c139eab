// Where tests find and put files.
#pragma once

#include <filesystem>
#include <string>

#include "schema/schema.h"

namespace nianbao::test {

// A path below the project's own folder.
std::filesystem::path project(const std::string& path);

// The shared corpus, or an empty path where it is not on this machine (tests then skip with a message): the folder
// `shared` beside the project, or what NIANBAO_SHARED names.
std::filesystem::path shared(const std::string& path);

std::string file_content(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& content);

// The built-in schema, loaded once.
const Schema& built_in_schema();

// An empty folder that is removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace nianbao::test

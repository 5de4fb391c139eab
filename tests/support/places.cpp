#include "tests/support/places.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace nianbao::test {

namespace fs = std::filesystem;

fs::path project(const std::string& path) { return fs::path(NIANBAO_SOURCE_DIR) / path; }

fs::path shared(const std::string& path) {
  const char* named = std::getenv("NIANBAO_SHARED");
  const fs::path place = (named != nullptr ? fs::path(named) : project("../shared")) / path;
  return fs::exists(place) ? place : fs::path();
}

std::string file_content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  if (!in) throw std::runtime_error(path.string() + " cannot be read");
  return content.str();
}

void write_file(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << content;
  if (!out) throw std::runtime_error(path.string() + " cannot be written");
}

const Schema& built_in_schema() {
  static const Schema schema = load_schema();
  return schema;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "nianbao-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace nianbao::test

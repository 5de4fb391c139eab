#include "output/scratch.h"

#include <cerrno>

#include "output/dataset.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

}  // namespace

Scratch::Scratch(const fs::path& out, const std::vector<CsvTable>& tables) : folder_(temporary_name(out, "scratch")) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw OutputError(folder_.string() + ": cannot be created: " + error.message());
  for (const CsvTable& table : tables) {
    files_[table.name].open(folder_ / (table.name + ".csv"), std::ios::binary | std::ios::trunc);
    append(table.name, csv_header(table.columns));
  }
}

Scratch::~Scratch() {
  std::error_code ignored;
  for (auto& [name, file] : files_) {
    file.close();
    fs::remove(folder_ / (name + ".csv"), ignored);
  }
  fs::remove(folder_, ignored);
}

void Scratch::append(const std::string& table, const std::string& lines) {
  std::ofstream& file = files_.at(table);
  file << lines;
  if (!file) throw cannot_write((folder_ / (table + ".csv")).string(), errno);
}

const fs::path& Scratch::finish() {
  for (auto& [name, file] : files_) {
    file.close();
    if (file.fail()) throw cannot_write((folder_ / (name + ".csv")).string(), errno);
  }
  return folder_;
}

}  // namespace nianbao

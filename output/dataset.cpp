#include "output/dataset.h"

#include <cerrno>
#include <ostream>
#include <string_view>

#include "output/each_block.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExcelFolder = "excel";
constexpr const char* kLastFile = "run.json";
constexpr const char* kBom = "\xEF\xBB\xBF";

void make_directory(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error || !fs::is_directory(directory))
    throw OutputError(directory.string() + ": cannot be created: " + error.message());
}

void move_into_place(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw cannot_write(to.string(), error.value());
}

// Only ends of records become CRLF, as Excel writes them: LF inside a quoted field stays.
class CrlfWriter {
 public:
  explicit CrlfWriter(std::ostream& out) : out_(out) {}

  void write(std::string_view block) {
    block_.clear();
    for (const char c : block) {
      if (c == '"') quoted_ = !quoted_;
      if (c == '\n' && !quoted_) block_ += '\r';
      block_ += c;
    }
    out_ << block_;
  }

 private:
  std::ostream& out_;
  std::string block_;
  bool quoted_ = false;
};

}  // namespace

fs::path temporary_name(const fs::path& directory, const std::string& name) {
  return directory / ("." + name + ".tmp");
}

Dataset::Dataset(fs::path directory, const Schema& schema) : Dataset(std::move(directory), csv_tables(schema)) {}

Dataset::Dataset(fs::path directory, const std::vector<CsvTable>& tables) : directory_(std::move(directory)) {
  make_directory(directory_);
  for (const CsvTable& table : tables) begin_table(table);
}

void Dataset::begin_table(const CsvTable& table) {
  begin(table.name + ".csv");
  write(table.name + ".csv", csv_header(table.columns));
}

Dataset::~Dataset() {
  if (finished_) return;
  std::error_code ignored;
  for (auto& [name, file] : files_) {
    file.stream.close();
    fs::remove(file.temporary, ignored);
  }
}

void Dataset::begin(const std::string& name) {
  OpenFile& file = files_[name];
  file.temporary = temporary_name(directory_, name);
  file.stream.open(file.temporary, std::ios::binary | std::ios::trunc);
  if (!file.stream) throw cannot_write(file.temporary.string(), errno);
}

void Dataset::write(const std::string& name, const std::string& content) {
  OpenFile& file = files_.at(name);
  file.stream << content;
  if (!file.stream) throw cannot_write(file.temporary.string(), errno);
}

void Dataset::append(const std::string& table, const std::string& lines) { write(table + ".csv", lines); }

void Dataset::add_file(const std::string& name, const std::string& content) {
  begin(name);
  append_to_file(name, content);
}

void Dataset::append_to_file(const std::string& name, const std::string& content) { write(name, content); }

void Dataset::write_excel_copy(const std::string& name) {
  if (fs::path(name).extension() != ".csv") return;
  const fs::path folder = directory_ / kExcelFolder;
  make_directory(folder);
  std::ifstream in(directory_ / name, std::ios::binary);
  std::ofstream out(temporary_name(folder, name), std::ios::binary | std::ios::trunc);
  out << kBom;
  CrlfWriter writer(out);
  each_block(in, [&](const std::string& block) { writer.write(block); });
  out.close();
  if (!in.eof() || !out) throw OutputError((folder / name).string() + ": cannot be written");
  move_into_place(temporary_name(folder, name), folder / name);
}

// A copy from an earlier run would say something else than the file beside it.
void Dataset::remove_excel_copy(const std::string& name) {
  std::error_code ignored;
  fs::remove(directory_ / kExcelFolder / name, ignored);
}

void Dataset::finish(bool excel) {
  for (auto& [name, file] : files_) {
    file.stream.close();
    if (file.stream.fail()) throw cannot_write(file.temporary.string(), errno);
  }
  move_all_into_place();
  finished_ = true;
  if (excel)
    write_excel_copies();
  else
    for (auto& [name, file] : files_) remove_excel_copy(name);
}

// The last one stands for all: while it is missing, files of two runs may stand side by side.
void Dataset::move_all_into_place() {
  std::error_code ignored;
  const auto last = files_.find(kLastFile);
  if (last != files_.end()) fs::remove(directory_ / kLastFile, ignored);
  for (auto& [name, file] : files_)
    if (name != kLastFile) move_into_place(file.temporary, directory_ / name);
  if (last != files_.end()) move_into_place(last->second.temporary, directory_ / kLastFile);
}

void Dataset::write_excel_copies() {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory_, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with('.')) write_excel_copy(name);
  }
  if (error) throw OutputError(directory_.string() + ": " + error.message());
}

}  // namespace nianbao

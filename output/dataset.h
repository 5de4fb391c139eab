// OUT: the files that one run leaves. Each is written under a temporary name and renamed when all are complete, so
// there is never half a file; one run at a time may write into a folder.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "output/csv_tables.h"
#include "output/output_error.h"

namespace nianbao {

class Dataset {
 public:
  // Creates `directory` where needed and begins all CSV files with their headers. Throws OutputError.
  Dataset(std::filesystem::path directory, const Schema& schema);
  // The same for some of the CSV files; the others stay as they are.
  Dataset(std::filesystem::path directory, const std::vector<CsvTable>& tables);
  Dataset(const Dataset&) = delete;
  Dataset& operator=(const Dataset&) = delete;
  // Removes the temporary files of a run that was not finished.
  ~Dataset();

  // Begins one more CSV file.
  void begin_table(const CsvTable& table);

  // Appends whole lines to a CSV file, by table name.
  void append(const std::string& table, const std::string& lines);

  // Adds a file that is no table, and appends to it.
  void add_file(const std::string& name, const std::string& content);
  void append_to_file(const std::string& name, const std::string& content);

  // Flushes, closes and renames everything, run.json last: where it is, all belong together. With `excel` also copies
  // with BOM and CRLF into OUT/excel/, without it those of an earlier run go. Copies are made of all CSV files in the
  // folder. Throws OutputError.
  void finish(bool excel);

 private:
  struct OpenFile {
    std::filesystem::path temporary;
    std::ofstream stream;
  };
  void begin(const std::string& name);
  void write(const std::string& name, const std::string& content);
  void move_all_into_place();
  void write_excel_copies();
  void write_excel_copy(const std::string& name);
  void remove_excel_copy(const std::string& name);

  std::filesystem::path directory_;
  std::map<std::string, OpenFile> files_;
  bool finished_ = false;
};

// Where `name` stands in `directory` while it is being written.
std::filesystem::path temporary_name(const std::filesystem::path& directory, const std::string& name);

}  // namespace nianbao

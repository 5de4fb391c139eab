// CSV files that are not ready yet: written once, read once, then gone.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "output/csv_tables.h"

namespace nianbao {

// A hidden folder below OUT with tables of its own; it is removed at the end of its life. Rows wait in it for what only
// the whole batch can tell, so that memory does not hold them.
class Scratch {
 public:
  // Throws OutputError.
  Scratch(const std::filesystem::path& out, const std::vector<CsvTable>& tables);
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  bool has(const std::string& table) const { return files_.contains(table); }
  // Appends whole lines. Throws OutputError.
  void append(const std::string& table, const std::string& lines);
  // Ends writing. The folder, where TableReader finds the tables. Throws OutputError.
  const std::filesystem::path& finish();

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::ofstream> files_;
};

}  // namespace nianbao

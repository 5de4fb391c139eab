// The work list of a run, fixed in a file: which inputs, in which order. It is small in memory whatever its length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "app/inputs.h"
#include "schema/digest.h"

namespace nianbao {

// NUL-separated, for a name may hold anything else: "nianbao plan 1", then path and file of each input (the file empty
// where it is the path), then "end", how many, and the SHA-256 over all before it, in hex.
class PlanWriter {
 public:
  // Throws OutputError.
  explicit PlanWriter(std::filesystem::path file);
  void add(const InputFile& input);
  // Ends the list. How many inputs it has. Throws OutputError.
  std::size_t finish();

 private:
  void write(const std::string& text);

  std::filesystem::path file_;
  std::ofstream stream_;
  Sha256 digest_;
  std::size_t count_ = 0;
};

class PlanReader {
 public:
  // Reads all of it once: throws std::runtime_error where it is no whole plan.
  explicit PlanReader(std::filesystem::path file);

  const std::filesystem::path& file() const { return file_; }
  std::size_t count() const { return count_; }
  // Names the list: equal for equal lists, wherever they are.
  const std::string& digest() const { return digest_; }

  std::optional<InputFile> next();
  // Passes over so many.
  void skip(std::size_t count);

 private:
  void open();
  std::string word();
  // The next, as far as there are so many.
  std::string bytes(std::size_t most);

  std::filesystem::path file_;
  std::ifstream stream_;
  std::size_t count_ = 0;
  std::size_t at_ = 0;
  std::string digest_;
};

}  // namespace nianbao

// Which files a run reads, and their bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "extract/limits.h"
#include "extract/problem.h"
#include "output/name_map.h"

namespace nianbao {

struct InputFile {
  std::string path;            // as given or found; bytes that are no UTF-8 as %XX
  std::filesystem::path file;  // to open
};

// Makes names unique: the second `a` is `a#2`.
class UniqueNames {
 public:
  std::string take(const std::string& name);

 private:
  std::map<std::string, std::size_t> seen_;
};

// The files behind the given names, in the order given, each once: a folder gives all files below it, sorted by name,
// except hidden ones and what is below `out`. A name that does not exist stays in the list; reading it will say so.
class InputFinder {
 public:
  using Take = std::function<void(const InputFile&)>;

  // The inputs go to `take` one by one; what is held in memory is one folder's names, not all.
  InputFinder(std::filesystem::path out, Take take);
  // Throws std::runtime_error where the name is `out` itself: the output of one run would be the input of the next.
  void add(const std::string& name);

 private:
  void add_folder(const std::filesystem::path& folder);
  void add_file(const std::filesystem::path& file);
  std::string unique(const std::string& path);

  std::filesystem::path out_;
  Take take_;
  NameMap files_;
  NameMap paths_;  // those in which bytes may have been replaced
};

// The same of a few names.
std::vector<InputFile> find_inputs(const std::vector<std::string>& names, const std::filesystem::path& out);

// The names in a list file ("-": standard input), one a line, or NUL-separated, given to `take` one by one. Empty ones
// are dropped. Throws std::runtime_error where the list cannot be read.
void read_name_list(const std::string& list, bool nul_separated, const std::function<void(const std::string&)>& take);

// The bytes of a file. Problem: cannot_open, limit_size.
Result<std::string> read_file(const std::filesystem::path& file, const Limits& limits = {});

}  // namespace nianbao

#include "app/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>

#include "schema/text.h"

namespace nianbao {
namespace {

namespace fs = std::filesystem;

std::string printable(const std::string& path) {
  if (is_utf8(path)) return path;
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && c != '%')
      out += c;
    else
      out += std::string("%") + kHex[byte >> 4U] + kHex[byte & 0x0FU];
  }
  return out;
}

bool is_hidden(const fs::path& path) { return path.filename().string().rfind('.', 0) == 0; }

bool is_same(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

// Files below `folder`, depth first, by name. A folder that cannot be listed is itself in the list.
void add_folder(const fs::path& folder, const fs::path& out, std::vector<fs::path>& files) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  if (error) files.push_back(folder);
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    if (is_hidden(entry)) continue;
    if (fs::is_directory(entry, error) && !fs::is_symlink(entry, error)) {
      if (!is_same(entry, out)) add_folder(entry, out, files);
    } else {
      files.push_back(entry);
    }
  }
}

}  // namespace

std::string UniqueNames::take(const std::string& name) {
  const std::size_t count = ++seen_[name];
  return count == 1 ? name : take(name + "#" + std::to_string(count));
}

std::vector<InputFile> find_inputs(const std::vector<std::string>& names, const fs::path& out) {
  std::vector<fs::path> files;
  for (const std::string& name : names) {
    std::error_code error;
    if (!fs::is_directory(name, error))
      files.emplace_back(name);
    else if (is_same(name, out))
      throw std::runtime_error(name + ": is the output folder and cannot be an input");
    else
      add_folder(name, out, files);
  }
  std::set<fs::path> seen;
  UniqueNames paths;
  std::vector<InputFile> inputs;
  for (const fs::path& file : files)
    if (seen.insert(file).second) inputs.push_back({paths.take(printable(file.string())), file});
  return inputs;
}

std::vector<std::string> read_name_list(const std::string& list, bool nul_separated) {
  std::ifstream file;
  if (list != "-") file.open(list, std::ios::binary);
  std::istream& in = list == "-" ? std::cin : file;
  if (!in) throw std::runtime_error(list + ": " + std::strerror(errno));
  std::vector<std::string> names;
  for (std::string name; std::getline(in, name, nul_separated ? '\0' : '\n');) {
    if (!nul_separated && !name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) names.push_back(name);
  }
  if (in.bad()) throw std::runtime_error(list + ": cannot be read");
  return names;
}

Result<std::string> read_file(const fs::path& file, const Limits& limits) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return Problem{"cannot_open", error ? error.message() : "not a regular file"};
  const std::uintmax_t size = fs::file_size(file, error);
  if (!error && size > limits.file_bytes) return beyond(limits, &Limits::file_bytes, std::to_string(size) + " bytes");
  std::ifstream in(file, std::ios::binary);
  if (!in) return Problem{"cannot_open", std::strerror(errno)};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.gcount() != static_cast<std::streamsize>(bytes.size()))
    return Problem{"cannot_open", "the file changed while it was read"};
  return bytes;
}

}  // namespace nianbao

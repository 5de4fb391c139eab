#include "app/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
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

bool is_hidden(const std::string& name) { return name.starts_with('.'); }

bool is_same(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

// One name a file, as "a//b" is "a/b".
std::string without_doubled_slashes(std::string name) {
  name.erase(std::unique(name.begin(), name.end(), [](char a, char b) { return a == '/' && b == '/'; }), name.end());
  return name;
}

}  // namespace

std::string UniqueNames::take(const std::string& name) {
  const std::size_t count = ++seen_[name];
  return count == 1 ? name : take(name + "#" + std::to_string(count));
}

InputFinder::InputFinder(fs::path out, Take take) : out_(std::move(out)), take_(std::move(take)) {}

void InputFinder::add(const std::string& name) {
  std::error_code error;
  if (!fs::is_directory(name, error)) return add_file(name);
  if (is_same(name, out_)) throw std::runtime_error(name + ": is the output folder and cannot be an input");
  add_folder(name);
}

// Depth first, by name. A folder that cannot be listed is itself in the list.
void InputFinder::add_folder(const fs::path& folder) {
  std::error_code error;
  std::error_code ignored;
  std::vector<std::pair<std::string, bool>> entries;  // name, and whether it is a folder
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (std::string name = at->path().filename().string(); !is_hidden(name))
      entries.emplace_back(std::move(name), !at->is_symlink(ignored) && at->is_directory(ignored));
  if (error) add_file(folder);
  std::sort(entries.begin(), entries.end());
  for (const auto& [name, is_folder] : entries) {
    const fs::path entry = folder / name;
    if (!is_folder)
      add_file(entry);
    else if (!is_same(entry, out_))
      add_folder(entry);
  }
}

void InputFinder::add_file(const fs::path& file) {
  if (!files_.put(without_doubled_slashes(file.string()), "")) take_({unique(printable(file.string())), file});
}

// Only a path with a % can be that of two files: one of them had bytes that are no UTF-8.
std::string InputFinder::unique(const std::string& path) {
  if (path.find('%') == std::string::npos || !paths_.put(path, "")) return path;
  for (std::size_t count = 2;; ++count)
    if (std::string other = path + "#" + std::to_string(count); !paths_.put(other, "")) return other;
}

std::vector<InputFile> find_inputs(const std::vector<std::string>& names, const fs::path& out) {
  std::vector<InputFile> inputs;
  InputFinder finder(out, [&](const InputFile& input) { inputs.push_back(input); });
  for (const std::string& name : names) finder.add(name);
  return inputs;
}

void read_name_list(const std::string& list, bool nul_separated, const std::function<void(const std::string&)>& take) {
  std::ifstream file;
  if (list != "-") file.open(list, std::ios::binary);
  std::istream& in = list == "-" ? std::cin : file;
  if (!in) throw std::runtime_error(list + ": " + std::strerror(errno));
  for (std::string name; std::getline(in, name, nul_separated ? '\0' : '\n');) {
    if (!nul_separated && !name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) take(name);
  }
  if (in.bad()) throw std::runtime_error(list + ": cannot be read");
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

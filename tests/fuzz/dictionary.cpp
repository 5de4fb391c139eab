#include "tests/fuzz/dictionary.h"

#include <array>
#include <cstdio>
#include <sstream>
#include <stdexcept>

namespace nianbao::fuzz {
namespace {

// One character of a word, from `at` on; `at` is moved behind it.
std::uint8_t character(const std::string& line, std::size_t& at) {
  if (line[at] != '\\') return static_cast<std::uint8_t>(line[at++]);
  if (line.at(at + 1) != 'x') return static_cast<std::uint8_t>(line[(at += 2) - 1]);
  at += 4;
  return static_cast<std::uint8_t>(std::stoi(line.substr(at - 2, 2), nullptr, 16));
}

Bytes word_of(const std::string& line) {
  const std::size_t opens = line.find('"');
  const std::size_t closes = line.rfind('"');
  if (opens == closes) throw std::runtime_error("no word of a dictionary: " + line);
  Bytes word;
  for (std::size_t at = opens + 1; at < closes;) word.push_back(character(line, at));
  return word;
}

std::string ascii(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80) return {c};
  std::array<char, 5> escape{};
  std::snprintf(escape.data(), escape.size(), "\\x%02X", byte);
  return escape.data();
}

}  // namespace

std::vector<Bytes> dictionary_words(const std::string& text) {
  std::vector<Bytes> words;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line.front() != '#') words.push_back(word_of(line));
  return words;
}

std::string ascii_dictionary(const std::string& text) {
  std::string out;
  for (const char c : text) out += ascii(c);
  return out;
}

}  // namespace nianbao::fuzz

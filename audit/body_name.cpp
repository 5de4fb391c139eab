#include "audit/body_name.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "extract/title.h"
#include "schema/text.h"

namespace nianbao {
namespace {

constexpr std::size_t kLongestName = 60;  // characters

std::string key_of(const std::string& org_name, const BodyWords& words) {
  std::string key = fold(org_name);
  for (const auto& [from, to] : words.spellings) key = replace_all(key, from, to);
  for (const std::string& end : words.dropped_ends)
    if (key.size() > end.size() && key.ends_with(end)) key.resize(key.size() - end.size());
  return key;
}

std::string_view starting_word(std::string_view text, const std::vector<std::string>& words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::string& word) { return text.starts_with(word); });
  return found == words.end() ? std::string_view() : std::string_view(*found);
}

// The last stretch of `key` that ends with a word for a place: 清河县 of 淮安市清河县水务局. A word with nothing before
// it (广州 | 市) belongs to the stretch before it.
std::string place_in(std::string_view key, const BodyWords& words) {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t cut = 0;  // where the next stretch begins
  for (std::size_t at = 0; at < key.size();) {
    if (const std::string_view other = starting_word(key.substr(at), words.not_places); !other.empty()) {
      at += other.size();
      cut = at;
      continue;
    }
    const std::string_view word = starting_word(key.substr(at), words.places);
    if (word.empty()) {
      at += first_character(key.substr(at)).size();
      continue;
    }
    if (at > cut || (at == end && end > 0)) {
      if (at > cut) begin = cut;
      end = cut = at + word.size();
    }
    at += word.size();
  }
  return std::string(key.substr(begin, end - begin));
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    characters.push_back(first_character(text));
    text.remove_prefix(characters.back().size());
  }
  return characters;
}

// Characters that two texts share in the same order.
std::size_t common_characters(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const std::string_view character : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = character == b[j] ? diagonal + 1 : std::max(row[j], above);
      diagonal = above;
    }
  }
  return row.back();
}

std::string without_place(const BodyName& name) { return replace_all(name.key, name.place, ""); }

}  // namespace

BodyName body_name_of(const std::string& org_name, const std::string& org_type, const Lexicon& lexicon) {
  constexpr std::size_t kShortestPlace = 3;  // 清河县; 城区 and 矿区 are everywhere
  BodyName name{.key = key_of(org_name, lexicon.bodies)};
  name.place = place_in(name.key, lexicon.bodies);
  const auto& national = lexicon.bodies.national;
  name.is_unique = character_count(name.place) >= kShortestPlace ||
                   std::find(national.begin(), national.end(), org_type) != national.end();
  return name;
}

std::string body_type_of_office(const std::string& org_name, const Lexicon& lexicon) {
  const std::string name = simplified(org_name);
  for (const std::string& office : lexicon.bodies.offices)
    if (name.size() > office.size() && name.ends_with(office))
      return org_type_of(name.substr(0, name.size() - office.size()), lexicon);
  return "";
}

int likeness(const BodyName& a, const BodyName& b) {
  if (a.place.empty() || a.place != b.place) return 0;
  if (a.key.ends_with(b.key) || b.key.ends_with(a.key)) return 100;
  if (std::max(character_count(a.key), character_count(b.key)) > kLongestName) return 0;
  const std::string rest_a = without_place(a);
  const std::string rest_b = without_place(b);
  if (rest_a.empty() || rest_b.empty()) return 0;
  const std::vector<std::string_view> tail_a = characters_of(rest_a);
  const std::vector<std::string_view> tail_b = characters_of(rest_b);
  return static_cast<int>(100 * common_characters(tail_a, tail_b) / std::min(tail_a.size(), tail_b.size()));
}

}  // namespace nianbao

// JSON for writing: a value that keeps the order of its members.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace nianbao {

struct Json {
  using List = std::vector<Json>;
  using Members = std::vector<std::pair<std::string, Json>>;
  std::variant<std::nullptr_t, std::string, std::int64_t, double, bool, List, Members> content;

  Json(std::nullptr_t null) : content(null) {}

  Json(const char* text) : content(std::string(text)) {}
  Json(std::string text) : content(std::move(text)) {}
  Json(std::int64_t number) : content(number) {}
  Json(int number) : content(static_cast<std::int64_t>(number)) {}
  Json(double number) : content(number) {}
  Json(bool truth) : content(truth) {}
  Json(List list) : content(std::move(list)) {}
  Json(Members members) : content(std::move(members)) {}
};

Json json_strings(const std::vector<std::string>& texts);

// The value of a JSON text; members keep their order. Throws std::invalid_argument where it is no JSON.
Json parse_json(const std::string& text);

// Indented by two, with a final LF. UTF-8: malformed bytes become U+FFFD.
std::string to_text(const Json& json);

// The same in one line.
std::string to_line(const Json& json);

}  // namespace nianbao

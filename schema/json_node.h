// A JSON value that knows where it stands, so that whatever is wrong with a schema file is named by file and path.
// Reading only. Every accessor throws SchemaError with "FILE: $.path: reason".
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nianbao {

class JsonNode {
 public:
  // Parses a whole file; `file` is its name in messages.
  static JsonNode parse(const std::string& file, const std::string& json);

  ~JsonNode();
  JsonNode(const JsonNode&);
  JsonNode(JsonNode&&) noexcept;
  JsonNode& operator=(const JsonNode&) = delete;

  // The member `key`; it must be there.
  JsonNode at(const std::string& key) const;
  // The member `key`, or nothing.
  std::optional<JsonNode> find(const std::string& key) const;
  // Refuses members that are not listed: a misspelt key is an error, not a default.
  void expect_only(std::initializer_list<const char*> keys) const;

  std::vector<JsonNode> items() const;
  std::vector<std::string> keys() const;
  std::vector<std::string> strings() const;
  std::string string() const;  // not empty
  bool is_empty_text() const;
  int integer() const;
  bool boolean() const;

  // "FILE: $.path: reason", thrown as SchemaError.
  [[noreturn]] void fail(const std::string& reason) const;

 private:
  struct Content;
  explicit JsonNode(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

}  // namespace nianbao

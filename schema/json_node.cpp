#include "schema/json_node.h"

#include <Poco/Dynamic/Var.h>
#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/ParseHandler.h>
#include <Poco/JSON/Parser.h>

#include <algorithm>
#include <set>
#include <utility>

#include "schema/schema.h"

namespace nianbao {

struct JsonNode::Content {
  std::string file;
  std::string path;
  Poco::Dynamic::Var value;

  bool is_object() const { return value.type() == typeid(Poco::JSON::Object::Ptr); }
  bool is_array() const { return value.type() == typeid(Poco::JSON::Array::Ptr); }
  Poco::JSON::Object::Ptr object() const { return value.extract<Poco::JSON::Object::Ptr>(); }
  Poco::JSON::Array::Ptr array() const { return value.extract<Poco::JSON::Array::Ptr>(); }
};

namespace {

// Poco would let the second of two members with one name win.
class StrictHandler : public Poco::JSON::ParseHandler {
 public:
  void startObject() override {
    keys_.emplace_back();
    ParseHandler::startObject();
  }
  void endObject() override {
    keys_.pop_back();
    ParseHandler::endObject();
  }
  void key(const std::string& name) override {
    if (!keys_.back().insert(name).second) throw Poco::DataException("\"" + name + "\" is given twice");
    ParseHandler::key(name);
  }

 private:
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

JsonNode::JsonNode(std::unique_ptr<Content> content) : content_(std::move(content)) {}
JsonNode::~JsonNode() = default;
JsonNode::JsonNode(const JsonNode& other) : content_(std::make_unique<Content>(*other.content_)) {}
JsonNode::JsonNode(JsonNode&&) noexcept = default;

JsonNode JsonNode::parse(const std::string& file, const std::string& json) {
  try {
    Poco::JSON::Parser parser(new StrictHandler);
    return JsonNode(std::make_unique<Content>(Content{file, "$", parser.parse(json)}));
  } catch (const Poco::Exception& error) {
    throw SchemaError(file + ": $: is not JSON: " + error.displayText());
  }
}

void JsonNode::fail(const std::string& reason) const {
  throw SchemaError(content_->file + ": " + content_->path + ": " + reason);
}

std::optional<JsonNode> JsonNode::find(const std::string& key) const {
  if (!content_->is_object()) fail("an object is expected");
  if (!content_->object()->has(key)) return std::nullopt;
  return JsonNode(
      std::make_unique<Content>(Content{content_->file, content_->path + "." + key, content_->object()->get(key)}));
}

JsonNode JsonNode::at(const std::string& key) const {
  std::optional<JsonNode> member = find(key);
  if (!member) fail("\"" + key + "\" is missing");
  return std::move(*member);
}

void JsonNode::expect_only(std::initializer_list<const char*> keys) const {
  for (const std::string& key : this->keys())
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) fail("\"" + key + "\" is not known here");
}

std::vector<std::string> JsonNode::keys() const {
  if (!content_->is_object()) fail("an object is expected");
  return content_->object()->getNames();
}

std::vector<JsonNode> JsonNode::items() const {
  if (!content_->is_array()) fail("a list is expected");
  const Poco::JSON::Array::Ptr list = content_->array();
  std::vector<JsonNode> nodes;
  nodes.reserve(list->size());
  for (const Poco::Dynamic::Var& item : *list)
    nodes.push_back(JsonNode(std::make_unique<Content>(
        Content{content_->file, content_->path + "[" + std::to_string(nodes.size()) + "]", item})));
  return nodes;
}

std::vector<std::string> JsonNode::strings() const {
  std::vector<std::string> texts;
  const std::vector<JsonNode> nodes = items();
  texts.reserve(nodes.size());
  for (const JsonNode& node : nodes) texts.push_back(node.string());
  return texts;
}

std::string JsonNode::string() const {
  if (!content_->value.isString()) fail("a text is expected");
  const auto& text = content_->value.extract<std::string>();
  if (text.empty()) fail("a text must not be empty");
  return text;
}

bool JsonNode::is_empty_text() const {
  return content_->value.isString() && content_->value.convert<std::string>().empty();
}

int JsonNode::integer() const {
  if (!content_->value.isInteger() || content_->value.isBoolean()) fail("a whole number is expected");
  try {
    return content_->value.convert<int>();
  } catch (const Poco::Exception&) {
    fail("the number is too large");
  }
}

bool JsonNode::boolean() const {
  if (!content_->value.isBoolean()) fail("true or false is expected");
  return content_->value.convert<bool>();
}

}  // namespace nianbao

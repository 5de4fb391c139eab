#include "output/json.h"

#include <Poco/Dynamic/Var.h>
#include <Poco/Exception.h>
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/ParseHandler.h>
#include <Poco/JSON/Parser.h>
#include <Poco/JSON/Stringifier.h>

#include <sstream>
#include <stdexcept>
#include <type_traits>

#include "schema/text.h"

namespace nianbao {
namespace {

Poco::Dynamic::Var poco_value(const Json& json);

Poco::Dynamic::Var poco_value(const Json::List& list) {
  Poco::JSON::Array::Ptr array = new Poco::JSON::Array;
  for (const Json& item : list) array->add(poco_value(item));
  return array;
}

Poco::Dynamic::Var poco_value(const Json::Members& members) {
  Poco::JSON::Object::Ptr object = new Poco::JSON::Object(Poco::JSON_PRESERVE_KEY_ORDER);
  for (const auto& [key, value] : members) object->set(valid_utf8(key), poco_value(value));
  return object;
}

Poco::Dynamic::Var poco_value(const Json& json) {
  return std::visit(
      [](const auto& content) -> Poco::Dynamic::Var {
        using Content = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<Content, Json::List> || std::is_same_v<Content, Json::Members>)
          return poco_value(content);
        else if constexpr (std::is_same_v<Content, std::nullptr_t>)
          return {};
        else if constexpr (std::is_same_v<Content, std::string>)
          return valid_utf8(content);
        else
          return content;
      },
      json.content);
}

Json json_value(const Poco::Dynamic::Var& value);

Json json_value(const Poco::JSON::Object& object) {
  Json::Members members;
  for (const std::string& name : object.getNames()) members.emplace_back(name, json_value(object.get(name)));
  return members;
}

Json json_value(const Poco::JSON::Array& array) {
  Json::List list;
  for (const Poco::Dynamic::Var& item : array) list.push_back(json_value(item));
  return list;
}

Json json_value(const Poco::Dynamic::Var& value) {
  if (value.isEmpty()) return nullptr;
  if (value.type() == typeid(Poco::JSON::Object::Ptr)) return json_value(*value.extract<Poco::JSON::Object::Ptr>());
  if (value.type() == typeid(Poco::JSON::Array::Ptr)) return json_value(*value.extract<Poco::JSON::Array::Ptr>());
  if (value.isBoolean()) return value.convert<bool>();
  if (value.isInteger()) return value.convert<std::int64_t>();
  if (value.isNumeric()) return value.convert<double>();
  return value.convert<std::string>();
}

std::string stringified(const Json& json, unsigned indent) {
  std::ostringstream out;
  Poco::JSON::Stringifier::stringify(poco_value(json), out, indent);
  return out.str() + "\n";
}

}  // namespace

Json parse_json(const std::string& text) {
  try {
    Poco::JSON::Parser parser(new Poco::JSON::ParseHandler(true));
    return json_value(parser.parse(text));
  } catch (const Poco::Exception& error) {
    throw std::invalid_argument("is not JSON: " + error.displayText());
  }
}

Json json_strings(const std::vector<std::string>& texts) {
  Json::List list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

std::string to_text(const Json& json) { return stringified(json, 2); }

std::string to_line(const Json& json) { return stringified(json, 0); }

}  // namespace nianbao

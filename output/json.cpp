#include "output/json.h"

#include <Poco/Dynamic/Var.h>
#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Stringifier.h>

#include <sstream>
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

}  // namespace

Json json_strings(const std::vector<std::string>& texts) {
  Json::List list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

std::string to_text(const Json& json) {
  std::ostringstream out;
  Poco::JSON::Stringifier::stringify(poco_value(json), out, 2);
  return out.str() + "\n";
}

}  // namespace nianbao

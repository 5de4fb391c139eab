#include "schema/rule.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace nianbao {

const char* name_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::kHard:
      return "hard";
    case RuleKind::kStrong:
      return "strong";
    case RuleKind::kPlausible:
      return "plausible";
  }
  return "";
}

const std::vector<std::string>& RuleSpec::words(const std::string& setting) const {
  const auto found = settings.find(setting);
  if (found == settings.end()) throw std::logic_error("rule " + id + " has no setting " + setting);
  return found->second;
}

int RuleSpec::number(const std::string& setting) const {
  const std::string& word = words(setting).front();
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size())
    throw std::logic_error("setting " + setting + " of rule " + id + " is no whole number");
  return value;
}

const RuleSpec* RuleBook::find(const std::string& id) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleSpec& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace nianbao

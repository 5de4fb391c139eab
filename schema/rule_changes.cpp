#include "schema/rule_changes.h"

#include <algorithm>
#include <utility>

#include "schema/digest.h"
#include "schema/json_node.h"

namespace nianbao {
namespace {

using Words = std::vector<std::string>;

constexpr std::pair<const char*, RuleLevel> kLevels[] = {{"error", RuleLevel::kError},
                                                         {"warning", RuleLevel::kWarning},
                                                         {"note", RuleLevel::kNote},
                                                         {"off", RuleLevel::kOff}};

RuleLevel level_from(const JsonNode& node) {
  for (const auto& [name, level] : kLevels)
    if (node.string() == name) return level;
  node.fail("one of error, warning, note, off is expected");
}

bool is_number(const std::string& word, bool may_have_decimals) {
  const std::string digits = word.substr(word.starts_with('-') ? 1 : 0);
  const std::size_t point = may_have_decimals ? digits.find('.') : std::string::npos;
  constexpr std::size_t kMostDigits = 9;  // fits an int
  return !digits.empty() && digits.size() <= kMostDigits && point != 0 && point != digits.size() - 1 &&
         std::count(digits.begin(), digits.end(), '.') == (point == std::string::npos ? 0 : 1) &&
         digits.find_first_not_of("0123456789.") == std::string::npos;
}

bool are_numbers(const Words& words, bool may_have_decimals) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return is_number(word, may_have_decimals); });
}

// A check that counts on a number, or on several, must find them.
Words setting_from(const JsonNode& node, const Words& built_in) {
  Words words = node.strings();
  if (words.empty()) node.fail("a word is expected");
  for (const bool decimals : {false, true}) {
    if (!are_numbers(built_in, decimals)) continue;
    if (words.size() != built_in.size() || !are_numbers(words, decimals))
      node.fail(std::to_string(built_in.size()) + (decimals ? " number(s)" : " whole number(s)") +
                " of at most 9 digits expected, each as a text, such as [\"" + built_in.front() + "\"]");
    break;
  }
  return words;
}

std::string names_of(const RuleSpec& rule) {
  std::string names;
  for (const auto& [name, words] : rule.settings) names += (names.empty() ? "" : ", ") + name;
  return names.empty() ? "none" : names;
}

RuleChange change_from(const JsonNode& node, RuleBook& book) {
  node.expect_only({"id", "severity", "settings"});
  RuleChange change{.id = node.at("id").string()};
  const auto rule =
      std::find_if(book.rules.begin(), book.rules.end(), [&](const RuleSpec& spec) { return spec.id == change.id; });
  if (rule == book.rules.end())
    node.at("id").fail("there is no rule \"" + change.id + "\"; `nianbao rules` lists them");
  for (const RuleChange& before : book.changes)
    if (before.id == change.id) node.at("id").fail("\"" + change.id + "\" is changed twice");
  if (const auto severity = node.find("severity")) {
    rule->level = level_from(*severity);
    change.severity = severity->string();
  }
  if (const auto settings = node.find("settings"))
    for (const std::string& name : settings->keys()) {
      const auto built_in = rule->settings.find(name);
      if (built_in == rule->settings.end())
        settings->fail("rule " + change.id + " has no setting \"" + name + "\"; it has: " + names_of(*rule));
      built_in->second = change.settings[name] = setting_from(settings->at(name), built_in->second);
    }
  if (change.severity.empty() && change.settings.empty()) node.fail(R"("severity" or "settings" is expected)");
  return change;
}

}  // namespace

void change_rules(RuleBook& book, const SchemaFile& file) {
  const JsonNode root = JsonNode::parse(file.name, file.json);
  root.expect_only({"rules"});
  RuleBook changed = book;
  for (const JsonNode& node : root.at("rules").items()) changed.changes.push_back(change_from(node, changed));
  changed.digest = sha256_hex(book.digest + sha256_hex(file.json));
  book = std::move(changed);
}

}  // namespace nianbao

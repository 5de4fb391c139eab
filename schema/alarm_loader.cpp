#include "schema/alarm_loader.h"

#include "schema/comparison_parser.h"
#include "schema/rule.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// What {x} stands for.
struct Binding {
  std::string placeholder;  // with its braces; empty where there is none
  std::string word;

  std::string in(const std::string& text) const {
    return placeholder.empty() ? text : replace_all(text, placeholder, word);
  }
};

std::vector<Binding> bindings_from(const JsonNode& alarm) {
  const auto node = alarm.find("for");
  if (!node) return {{}};
  const std::vector<std::string> keys = node->keys();
  if (keys.size() != 1) node->fail("one placeholder is expected");
  std::vector<Binding> bindings;
  for (const std::string& word : node->at(keys.front()).strings()) bindings.push_back({"{" + keys.front() + "}", word});
  if (bindings.empty()) node->fail("a word is expected");
  return bindings;
}

std::vector<std::string> strings_of(const JsonNode& node, const char* key) {
  const auto list = node.find(key);
  return list ? list->strings() : std::vector<std::string>();
}

AlarmScope scope_from(const JsonNode& alarm) {
  const auto node = alarm.find("of");
  if (!node) return {};
  node->expect_only({"types", "names", "but_offices_of", "from_year"});
  AlarmScope scope{.types = strings_of(*node, "types"),
                   .names = strings_of(*node, "names"),
                   .but_offices_of = strings_of(*node, "but_offices_of"),
                   .first_year = {}};
  if (const auto year = node->find("from_year")) scope.first_year = year->integer();
  return scope;
}

class CaseReader {
 public:
  CaseReader(const FieldIndex& fields, const Binding& binding) : fields_(fields), binding_(binding) {}

  AlarmCase read(const JsonNode& node) const {
    node.expect_only({"when", "blank", "whole", "without_unit", "zero_sections", "kind", "zh", "en"});
    AlarmCase one{.when = comparisons(node),
                  .blank = field_list(node, "blank"),
                  .whole = field_list(node, "whole"),
                  .without_unit = field_list(node, "without_unit"),
                  .zero_sections = {},
                  .kind = {},
                  .zh = node.at("zh").string(),
                  .en = node.at("en").string()};
    if (const auto sections = node.find("zero_sections"))
      for (const JsonNode& section : sections->items()) one.zero_sections.push_back(section.integer());
    if (const auto kind = node.find("kind")) one.kind = rule_kind_from(*kind);
    if (one.when.empty() && one.zero_sections.empty()) node.fail(R"("when" or "zero_sections" is missing)");
    return one;
  }

 private:
  std::vector<Comparison> comparisons(const JsonNode& node) const {
    std::vector<Comparison> list;
    if (const auto when = node.find("when"))
      for (const JsonNode& item : when->items()) try {
          list.push_back(parse_comparison(binding_.in(item.string()), fields_));
        } catch (const ComparisonError& error) {
          item.fail(error.what());
        }
    return list;
  }

  std::vector<FieldNumber> field_list(const JsonNode& node, const char* key) const {
    std::vector<FieldNumber> list;
    for (const std::string& word : strings_of(node, key)) {
      const auto field = fields_.find(binding_.in(word));
      if (!field) node.at(key).fail("no form has the field \"" + binding_.in(word) + "\"");
      list.push_back(*field);
    }
    return list;
  }

  const FieldIndex& fields_;
  const Binding& binding_;
};

}  // namespace

RuleKind rule_kind_from(const JsonNode& node) {
  for (const RuleKind kind : {RuleKind::kHard, RuleKind::kStrong, RuleKind::kPlausible})
    if (node.string() == name_of(kind)) return kind;
  node.fail("one of hard, strong, plausible is expected");
}

std::vector<Alarm> alarms_from(const JsonNode& node, const FieldIndex& fields) {
  std::vector<Alarm> alarms;
  for (const JsonNode& item : node.items()) {
    item.expect_only({"for", "of", "cases"});
    const AlarmScope scope = scope_from(item);
    for (const Binding& binding : bindings_from(item)) {
      alarms.push_back({scope, {}});
      for (const JsonNode& one : item.at("cases").items())
        alarms.back().cases.push_back(CaseReader(fields, binding).read(one));
      if (alarms.back().cases.empty()) item.fail("a case is expected");
    }
  }
  return alarms;
}

}  // namespace nianbao

#include "extract/html_sheet_effects.h"

#include "extract/html_kind.h"

namespace nianbao {
namespace {

bool is_row_or_group(const std::string& name) { return name == "tr" || is_row_group(name); }

// Elements of one kind a rule does the same to.
std::string kind_of(const std::string& name) {
  if (is_table_part(name) || name == "table") return name;
  return is_block(name) ? "div" : "span";
}

}  // namespace

SelectorNames HtmlSheetEffects::names_of(const std::string& name, const HtmlAttributes& attributes) const {
  if (sheet_.empty()) return {};
  return selector_names(name, attributes.find("class").value_or(""), attributes.find("id").value_or(""));
}

void HtmlSheetEffects::add_to(OpenElement& element, const OpenElements& around) {
  const auto is_around = [&](const std::string& name) { return around.has_name(name); };
  sheet_.for_rules_of(element.names, is_around, [&](const HtmlStyleSheet::Rule& rule) {
    if (!rule.beside) return element.effects.add(doubts_by(rule, element.name));
    (is_row_or_group(element.name) ? element.effects.moves : element.effects.draws) = true;
  });
}

// Found out once for a rule and a kind of element.
const ElementEffects& HtmlSheetEffects::doubts_by(const HtmlStyleSheet::Rule& rule, const std::string& name) {
  const std::string kind = kind_of(name);
  const auto [known, is_new] = doubts_.try_emplace({&rule, kind});
  if (is_new) known->second = doubts_of(kind, rule.style);
  return known->second;
}

}  // namespace nianbao

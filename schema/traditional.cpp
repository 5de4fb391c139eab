#include "schema/traditional.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace nianbao {
namespace {

constexpr std::size_t kCharacters = 0x10000;

std::vector<TraditionalRule> rules_in(std::u16string_view text) {
  std::vector<TraditionalRule> rules;
  while (!text.empty()) {
    const std::size_t sign = text.find(u'>');
    const std::size_t end = text.find(u';');
    rules.push_back({text.substr(0, sign), text.substr(sign + 1, end - sign - 1)});
    text.remove_prefix(end + 1);
  }
  return rules;
}

// By first character: the place of its first rule, from 1; 0 where it has none.
using FirstRules = std::array<std::uint16_t, kCharacters>;

const FirstRules& first_rules() {
  static const FirstRules kFirst = [] {
    FirstRules first{};
    const std::vector<TraditionalRule>& rules = traditional_rules();
    for (std::size_t i = rules.size(); i-- > 0;) first[rules[i].from.front()] = static_cast<std::uint16_t>(i + 1);
    return first;
  }();
  return kFirst;
}

// The rule for what `text` begins with, or nullptr.
const TraditionalRule* rule_for(std::u16string_view text, const FirstRules& first) {
  const std::size_t place = first[text.front()];
  if (place == 0) return nullptr;
  const std::vector<TraditionalRule>& rules = traditional_rules();
  for (std::size_t i = place - 1; i < rules.size() && rules[i].from.front() == text.front(); ++i)
    if (text.starts_with(rules[i].from)) return &rules[i];
  return nullptr;
}

}  // namespace

const std::vector<TraditionalRule>& traditional_rules() {
  static const std::vector<TraditionalRule> kRules = rules_in(kTraditionalText);
  return kRules;
}

bool may_be_traditional(char32_t c) { return c < kCharacters && first_rules()[c] != 0; }

void simplify(char16_t* text, std::size_t length) {
  const FirstRules& first = first_rules();
  for (std::size_t at = 0; at < length;) {
    const TraditionalRule* rule = rule_for({text + at, length - at}, first);
    if (rule != nullptr) std::copy(rule->to.begin(), rule->to.end(), text + at);
    at += rule == nullptr ? 1 : rule->from.size();
  }
}

}  // namespace nianbao

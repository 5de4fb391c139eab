// Traditional characters to Simplified, by the rules that ICU's data hold (CLDR's Traditional-Simplified).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao {

// The rules, made by make_traditional: `單于>单于;` and so on, by their first character.
extern const std::u16string_view kTraditionalText;

// A text and what stands for it in Simplified characters, as long as it. Both are the same where a rule for a part of
// it must not change it.
struct TraditionalRule {
  std::u16string_view from;
  std::u16string_view to;
};

// All of them; of those that begin with one character the first that fits is taken.
const std::vector<TraditionalRule>& traditional_rules();

// True where a rule begins with this character: text without any stays as it is.
bool may_be_traditional(char32_t c);

// Makes UTF-16 text simplified in place; its length does not change.
void simplify(char16_t* text, std::size_t length);

}  // namespace nianbao

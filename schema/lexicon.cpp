#include "schema/lexicon.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {

bool Lexicon::allows_unit(FieldType type, const std::string& unit) const {
  const auto found = units.find(type);
  return found != units.end() && std::find(found->second.begin(), found->second.end(), unit) != found->second.end();
}

std::string_view Lexicon::without_unit_word(std::string_view text) const {
  if (!text.starts_with(unit_statement.word)) return text;
  text.remove_prefix(unit_statement.word.size());
  for (const std::string_view colon : {":", "："})
    if (text.starts_with(colon)) text.remove_prefix(colon.size());
  return trim(text);
}

}  // namespace nianbao

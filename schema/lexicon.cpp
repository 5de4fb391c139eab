#include "schema/lexicon.h"

#include <algorithm>

namespace nianbao {

bool Lexicon::allows_unit(FieldType type, const std::string& unit) const {
  const auto found = units.find(type);
  return found != units.end() && std::find(found->second.begin(), found->second.end(), unit) != found->second.end();
}

}  // namespace nianbao

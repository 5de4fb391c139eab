#include "tests/support/model_facts.h"

#include <stdexcept>

#include "extract/title.h"
#include "schema/digest.h"
#include "tests/support/places.h"

namespace nianbao::test {

ReportFacts model_facts(const std::string& org, int year, const std::string& form,
                        const std::map<std::string, std::string>& cells, const std::string& copy) {
  const Schema& schema = built_in_schema();
  ReportFacts facts{.id = sha256_hex(org + std::to_string(year) + copy).substr(0, 16),
                    .org_name = org,
                    .org_type = org_type_of(org, schema.lexicon),
                    .scope = "unknown",
                    .year = year};
  for (const FormTable& table : schema.find_form(form)->tables) facts.tables.push_back(form + "/" + table.id);
  std::map<FieldNumber, std::string> by_number;
  for (const auto& [id, text] : cells) {
    const auto field = schema.fields.find(id);
    if (!field) throw std::runtime_error("no field " + id);
    by_number[*field] = text;
  }
  for (const auto& [field, text] : by_number) {
    const std::size_t unit = std::min(text.find_first_not_of("-.0123456789"), text.size());
    if (text.empty()) {
      facts.blanks.push_back(field);
      continue;
    }
    const Decimal number = Decimal::parse(text.substr(0, unit)).value();
    if (!number.is_zero()) facts.numbers.emplace_back(field, number.millionths());
    if (unit < text.size()) facts.units.emplace_back(field, text.substr(unit));
  }
  return facts;
}

}  // namespace nianbao::test

#include "tests/support/random_report.h"

#include "tests/support/places.h"

namespace nianbao::test {

RandomReport::RandomReport(const std::string& form, std::mt19937& random)
    : form_(*built_in_schema().find_form(form)), random_(random), report_(built_in_schema(), form, 2022) {
  fill();
}

std::map<int, std::vector<RowSpec>> RandomReport::tables() const {
  std::map<int, std::vector<RowSpec>> tables;
  for (const FormTable& table : form_.tables) tables[table.section] = report_.table(table.section);
  return tables;
}

int RandomReport::number() {
  const int kind = static_cast<int>(random_() % 10);
  const int limit = kind < 6 ? 1 : kind < 8 ? 10 : kind < 9 ? 200 : 30'000;
  return static_cast<int>(random_() % static_cast<unsigned>(limit));
}

std::string RandomReport::any_field() {
  const std::vector<std::string> ids = report_.field_ids();
  return ids[random_() % ids.size()];
}

void RandomReport::fill() {
  for (const std::string& id : report_.field_ids()) numbers_[id] = number();
  balance(form_, numbers_);
  for (const auto& [id, number] : numbers_) report_.set(id, std::to_string(number));
}

}  // namespace nianbao::test

// What the program knows, for people and programs: forms, fields and rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "output/language.h"
#include "schema/schema.h"

namespace nianbao {

enum class CatalogueFormat { kText, kCsv, kJson };

std::string forms_catalogue(const Schema& schema, CatalogueFormat format, Language language);
std::string fields_catalogue(const Schema& schema, CatalogueFormat format, Language language);
std::string rules_catalogue(const Schema& schema, CatalogueFormat format, Language language);

}  // namespace nianbao

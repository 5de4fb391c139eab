// Which body a name means: spellings of one name, the place in it, and names that may be one body under a new name.
#pragma once

#include <string>

#include "schema/lexicon.h"

namespace nianbao {

struct BodyName {
  std::string key;    // the same for all spellings; empty where there is no name
  std::string place;  // 清河县 of 清河县水务局: the smallest place that the name says; empty where it says none
  bool is_unique = false;  // there is hardly another body of this name: it says its place, or is a national one
};

BodyName body_name_of(const std::string& org_name, const std::string& org_type, const Lexicon& lexicon);

// The type of the body whose office `org_name` is (上海市人民政府办公厅: province); empty where it is no office.
std::string body_type_of_office(const std::string& org_name, const Lexicon& lexicon);

// How much of the shorter name stands in the longer one, in its order, in percent; what both names say of their place
// counts for nothing. 100 where one name is the other with a larger place before it. 0 for other places and for names
// beyond all measure.
int likeness(const BodyName& a, const BodyName& b);

}  // namespace nianbao

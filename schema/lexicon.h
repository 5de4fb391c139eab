// Words that are not labels of one form: marks, units, how notes begin, what titles and names of bodies look like.
// Data of schema/lexicon.json.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "schema/form.h"

namespace nianbao {

// Names that begin with one of `starts` (any, if empty) and end with one of `ends` belong to `type`; the longest end
// wins.
struct OrganisationKind {
  std::string type;
  std::vector<std::string> starts;
  std::vector<std::string> ends;
};

struct TitleWords {
  std::vector<std::string> subjects;  // 政府信息公开 …, longest first
  std::vector<std::string> endings;   // 年度报告 …, longest first
  std::vector<std::string> prefixes;  // 关于 …
  std::vector<std::string> suffixes;  // 的函 …
};

struct Lexicon {
  std::set<std::string> marks;                          // folded
  std::map<FieldType, std::vector<std::string>> units;  // longest first
  std::vector<std::string> note_starts;
  TitleWords titles;
  std::vector<OrganisationKind> organisations;
  std::vector<std::string> consolidated_words;
  std::vector<std::string> organ_words;

  // True if `unit` may stand behind a number of this type.
  bool allows_unit(FieldType type, const std::string& unit) const;
};

}  // namespace nianbao

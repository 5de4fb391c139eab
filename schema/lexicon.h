// Words that are not labels of one form: marks, units, how notes begin, what titles and names of bodies look like.
// Data of schema/lexicon.json.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
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

// How texts say in which unit numbers stand.
struct UnitStatement {
  std::string word;                       // 单位; its unit follows, maybe after a colon
  std::vector<std::string> colons;        // :, 为 …
  std::vector<std::string> nouns;         // 计量 …: before the word, where its unit may follow without a colon
  std::vector<std::string> between;       // 、 …: what parts a statement with several units
  std::vector<std::string> of_bodies;     // 填报 …: before the word, which is a body then
  std::vector<std::string> makes;         // 为 …: before the word, which its unit leads: 以万元为单位
  std::vector<std::string> takes;         // 以 …, before that unit
  std::vector<std::string> counted;       // 科室 …: bodies by which something is counted; no units
  std::vector<std::string> before_money;  // what a unit of money may stand behind in a label: 美元 and 单元 are none
  std::vector<std::string> multiples;     // 万 …, of a unit of count
};

struct TitleWords {
  std::vector<std::string> subjects;   // 政府信息公开 …, longest first
  std::vector<std::string> endings;    // 年度报告 …, longest first
  std::vector<std::string> prefixes;   // 关于 …
  std::vector<std::string> suffixes;   // 的函 …
  std::vector<std::string> name_ends;  // what is left between the name of the body and the subject: 年度 …
  // The end of a name that shares its next word with the subject, and that word: XX市人民 and 政府.
  std::map<std::string, std::string> name_completions;
  std::vector<std::string> period;  // 统计期限 …: their sentence names the year
  int first_year = 0;               // of any report: the first local rules on disclosure are of 2002
  int last_year = 0;
};

// How names of bodies are compared.
struct BodyWords {
  std::vector<std::pair<std::string, std::string>> spellings;  // what is written for what, one after another
  std::vector<std::string> dropped_ends;                       // 政府: the county is its government
  std::vector<std::string> places;      // 县 …: ends of places that are known beyond the next one
  std::vector<std::string> not_places;  // 市场 …: words in which they mean something else
  std::vector<std::string> offices;     // 办公厅 …: what the office of a government is called
  std::vector<std::string> national;    // types of bodies of which there is one in the country
};

struct Lexicon {
  std::set<std::string> marks;                          // folded
  std::map<FieldType, std::vector<std::string>> units;  // longest first
  UnitStatement unit_statement;
  std::vector<std::string> note_starts;
  std::set<std::string> page_numbers;  // lines of nothing else, as traced_fold() shows them, # for a number
  TitleWords titles;
  std::vector<OrganisationKind> organisations;
  BodyWords bodies;
  std::vector<std::string> consolidated_words;
  std::vector<std::string> organ_words;

  // True if `unit` may stand behind a number of this type.
  bool allows_unit(FieldType type, const std::string& unit) const;

  // `text` where it begins with the word for unit: what stands behind it and its colon; else the whole of it.
  std::string_view without_unit_word(std::string_view text) const;
};

}  // namespace nianbao

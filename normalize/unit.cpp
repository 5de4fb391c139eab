#include "normalize/unit.h"

#include <algorithm>
#include <optional>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

bool ends_with_one_of(string_view text, const std::vector<std::string>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return text.ends_with(end); });
}

bool may_precede_money(string_view before, const UnitStatement& words) {
  return before.empty() || before.ends_with(words.word) || ends_with_one_of(before, words.before_money);
}

// The units of money named anywhere in `text`, each once, the longest where they overlap; with what stands before it
// where that makes it another unit.
std::vector<std::string> money_units_in(string_view text, const Lexicon& lexicon) {
  const std::vector<std::string>& units = lexicon.units.at(FieldType::kAmount);
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto unit =
        std::find_if(units.begin(), units.end(), [&](const std::string& u) { return text.substr(at).starts_with(u); });
    if (unit == units.end()) {
      ++at;
      continue;
    }
    const std::string named = may_precede_money(text.substr(0, at), lexicon.unit_statement) ? *unit : std::string(text);
    if (std::find(found.begin(), found.end(), named) == found.end()) found.push_back(named);
    at += unit->size();
  }
  return found;
}

// 万件 and 百件 without 万 and 百: a count of another size.
std::string without_multiples(string_view unit, const UnitStatement& words) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string& multiple : words.multiples)
      if (unit.starts_with(multiple)) unit.remove_prefix(multiple.size()), found = true;
  }
  return std::string(unit);
}

// What stands behind 单位 up to the end of its bracket; nothing where the word is not there.
std::optional<string_view> named_unit(string_view folded, const Lexicon& lexicon) {
  const std::size_t at = folded.find(lexicon.unit_statement.word);
  if (at == string_view::npos) return std::nullopt;
  const string_view rest = lexicon.without_unit_word(folded.substr(at));
  return rest.substr(0, rest.find(')'));
}

bool is_known(string_view unit, const Lexicon& lexicon) {
  return lexicon.allows_unit(FieldType::kAmount, std::string(unit)) ||
         lexicon.allows_unit(FieldType::kCount, without_multiples(unit, lexicon.unit_statement));
}

// The known units of a list with nothing else in it: 件、万元.
std::vector<std::string> listed_units(string_view text, const Lexicon& lexicon) {
  std::vector<std::string> units;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t next = text.size();
    for (const std::string& between : lexicon.unit_statement.between)
      if (const std::size_t at = text.find(between); at < end) end = at, next = at + between.size();
    if (!is_known(text.substr(0, end), lexicon)) return {};
    units.emplace_back(text.substr(0, end));
    text.remove_prefix(next);
  }
  return units;
}

// 填报|单位, and 清河县水务局 behind the word.
bool is_body(string_view before, string_view named, const Lexicon& lexicon) {
  if (ends_with_one_of(before, lexicon.unit_statement.of_bodies)) return true;
  return std::any_of(lexicon.organisations.begin(), lexicon.organisations.end(), [&](const OrganisationKind& kind) {
    return ends_with_one_of(named, kind.ends) && kind.starts.empty() && character_count(named) > 2;
  });
}

// `behind` without the colon or 为 at its start; nothing where it has none.
std::optional<string_view> behind_colon(string_view behind, const UnitStatement& words) {
  for (const std::string& colon : words.colons)
    if (behind.starts_with(colon)) return behind.substr(colon.size());
  return std::nullopt;
}

// 单位打: as 单位 打 reads when folded.
bool is_alone(string_view before, string_view named) {
  constexpr std::size_t kLongest = 2;  // characters
  return (before.empty() || before == "(") && character_count(named) <= kLongest;
}

// 金额以万元|为单位: units of money anywhere before, or one word.
std::vector<std::string> units_before(string_view before, const Lexicon& lexicon) {
  const UnitStatement& words = lexicon.unit_statement;
  const auto makes = std::find_if(words.makes.begin(), words.makes.end(),
                                  [&](const std::string& word) { return before.ends_with(word); });
  if (makes == words.makes.end()) return {};
  before.remove_suffix(makes->size());
  std::vector<std::string> units = money_units_in(before, lexicon);
  const std::size_t taken = before.rfind(words.takes);
  if (!units.empty() || taken == string_view::npos) return units;
  const string_view word = before.substr(taken + words.takes.size());
  if (is_known(word, lexicon) || character_count(word) == 1) units.emplace_back(word);
  return units;
}

// Up to the next bracket or mark, but for a bracket at the start.
string_view first_words(string_view text) {
  if (text.starts_with('(')) text.remove_prefix(1);
  return text.substr(0, std::min(text.find_first_of("(),;"), text.find("。")));
}

std::vector<std::string> units_beside(string_view before, string_view behind, const Lexicon& lexicon) {
  const auto stated = behind_colon(behind, lexicon.unit_statement);
  const string_view named = first_words(stated.value_or(behind));
  if (named.empty()) return units_before(before, lexicon);
  if (std::vector<std::string> listed = listed_units(named, lexicon); !listed.empty()) return listed;
  if (is_body(before, named, lexicon)) return {};
  const std::vector<std::string> money = money_units_in(named, lexicon);
  if (money.size() == 1 && is_known(money.front(), lexicon)) return money;
  if (!stated && !is_alone(before, named)) return {};
  return {std::string(named)};
}

}  // namespace

std::string unit_in_label(string_view label, const Lexicon& lexicon) {
  const std::string folded = fold(label);
  if (const auto named = named_unit(folded, lexicon)) return named->empty() ? folded : std::string(*named);
  const std::vector<std::string> money = money_units_in(folded, lexicon);
  if (!money.empty()) return money.size() == 1 ? money.front() : folded;
  const std::string bracket = explanation_of(folded);
  return lexicon.allows_unit(FieldType::kCount, without_multiples(bracket, lexicon.unit_statement)) ? bracket : "";
}

std::vector<std::string> units_in_statement(string_view text, const Lexicon& lexicon) {
  const std::string folded = fold(text);
  const string_view whole = folded;
  const std::string& word = lexicon.unit_statement.word;
  std::vector<std::string> units;
  for (std::size_t at = whole.find(word); at != string_view::npos; at = whole.find(word, at + word.size()))
    for (std::string& unit : units_beside(whole.substr(0, at), whole.substr(at + word.size()), lexicon))
      units.push_back(std::move(unit));
  return units;
}

}  // namespace nianbao

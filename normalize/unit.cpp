#include "normalize/unit.h"

#include <algorithm>
#include <optional>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr char kGap = ' ';

// fold(), but with a space where the text shows one, outside of `word`.
std::string fold_with_gaps(string_view text, const std::string& word) {
  std::string folded;
  std::string part;
  const auto add_part = [&] {
    if (part.empty()) return;
    std::string more = fold(part + '|');  // nothing at the end of a part is dropped
    more.pop_back();
    folded += (folded.empty() ? "" : std::string(1, kGap)) + more;
    part.clear();
  };
  while (!text.empty()) {
    const string_view character = first_character(text);
    if (is_blank(character))
      add_part();
    else
      part += character;
    text.remove_prefix(character.size());
  }
  add_part();
  const string_view first = first_character(word);
  const std::string spaced = std::string(first) + kGap + word.substr(first.size());
  for (std::size_t at = folded.find(spaced); at != std::string::npos; at = folded.find(spaced, at))
    folded.replace(at, spaced.size(), word);
  return folded;
}

bool ends_with_one_of(string_view text, const std::vector<std::string>& ends) {
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return text.ends_with(end); });
}

bool holds_one_of(string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != string_view::npos; });
}

bool may_precede_money(string_view before, const UnitStatement& words) {
  return before.empty() || before.ends_with(words.word) || ends_with_one_of(before, words.before_money);
}

// The units of money named anywhere in `text`, each once, the longest where they overlap; `text` itself where something
// before one makes it another unit.
std::vector<std::string> money_units_in(string_view text, const Lexicon& lexicon) {
  const std::vector<std::string>& units = lexicon.units.at(FieldType::kAmount);
  std::vector<std::string> found;
  if (!holds_one_of(text, units)) return found;
  for (std::size_t at = 0; at < text.size();) {
    const auto unit =
        std::find_if(units.begin(), units.end(), [&](const std::string& u) { return text.substr(at).starts_with(u); });
    if (unit == units.end()) {
      ++at;
      continue;
    }
    if (!may_precede_money(text.substr(0, at), lexicon.unit_statement)) return {std::string(text)};
    if (std::find(found.begin(), found.end(), *unit) == found.end()) found.push_back(*unit);
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

bool is_known(string_view unit, const Lexicon& lexicon) {
  return lexicon.allows_unit(FieldType::kAmount, std::string(unit)) || counts_something(std::string(unit), lexicon);
}

// A piece of a statement, and whether a colon follows it: then it names what comes next.
struct Piece {
  string_view text;
  bool is_label = false;
};

// Up to the next separator of a list, bracket or mark; taken off `text` with it.
Piece take_piece(string_view& text, const UnitStatement& words) {
  std::size_t end = text.size();
  std::size_t next = text.size();
  for (const std::string& between : words.between)
    if (const std::size_t at = text.find(between); at < end) end = at, next = at + between.size();
  const Piece piece{text.substr(0, end), text.substr(end).starts_with(':')};
  text.remove_prefix(next);
  return piece;
}

std::string without_gaps(string_view text) {
  std::string out(text);
  std::erase(out, kGap);
  return out;
}

// The unit that a piece is, or begins with where a gap or a short label of what comes next follows: 千件|填报 before
// 单位.
std::optional<std::string> unit_of(const Piece& piece, const Lexicon& lexicon) {
  constexpr std::size_t kLongestLabel = 4;  // characters
  const std::vector<std::string> money = money_units_in(without_gaps(piece.text), lexicon);
  for (std::size_t size = piece.text.size(); size > 0; --size) {
    const string_view behind = piece.text.substr(size);
    const bool may_end =
        behind.empty() || behind.front() == kGap || (piece.is_label && character_count(behind) <= kLongestLabel);
    std::string unit = without_gaps(piece.text.substr(0, size));
    if (may_end && is_known(unit, lexicon)) return unit;
    if (size == piece.text.size() && money.size() == 1 && is_known(money.front(), lexicon)) return money.front();
  }
  return std::nullopt;
}

string_view first_word(string_view text) { return text.substr(0, text.find(kGap)); }

// What cannot be told to be anything but a unit: short, no body's name, no mark.
bool may_be_unit(string_view text, const Lexicon& lexicon) {
  text = first_word(text);
  constexpr std::size_t kLongestUnit = 4;  // characters
  constexpr std::size_t kShortestName = 3;
  if (text.empty() || character_count(text) > kLongestUnit || lexicon.marks.contains(std::string(text))) return false;
  return character_count(text) < kShortestName ||
         std::none_of(lexicon.organisations.begin(), lexicon.organisations.end(), [&](const OrganisationKind& kind) {
           return kind.starts.empty() && ends_with_one_of(text, kind.ends);
         });
}

// 金额以万元|为单位: the unit behind 以; one that is not known unless it is a body (以科室为单位).
std::vector<std::string> units_before(string_view before, const Lexicon& lexicon) {
  const UnitStatement& words = lexicon.unit_statement;
  const auto makes = std::find_if(words.makes.begin(), words.makes.end(),
                                  [&](const std::string& word) { return before.ends_with(word); });
  if (makes == words.makes.end()) return {};
  before.remove_suffix(makes->size());
  std::size_t taken = string_view::npos;
  for (const std::string& word : words.takes)
    if (const std::size_t at = before.rfind(word);
        at != string_view::npos && (taken == string_view::npos || at >= taken))
      taken = at + word.size();
  if (taken == string_view::npos) return {};
  const Piece piece{before.substr(taken)};
  if (auto unit = unit_of(piece, lexicon)) return {*unit};
  const bool is_counted = ends_with_one_of(piece.text, words.counted);
  return is_counted || !may_be_unit(piece.text, lexicon) ? std::vector<std::string>{}
                                                         : std::vector<std::string>{std::string(piece.text)};
}

// How 单位 is said to have one.
struct Stated {
  string_view rest;
  bool by_colon = false;
};

// 为 and 是 state a unit only where 计量, 金额 … or nothing stands before 单位: 三个单位为示范点 does not.
Stated stated_behind(string_view before, string_view behind, const UnitStatement& words) {
  const bool is_noun = before.empty() || before.ends_with('(') || ends_with_one_of(before, words.nouns);
  for (const std::string& colon : words.colons)
    if (behind.starts_with(colon) && (colon == ":" || is_noun)) return {behind.substr(colon.size()), true};
  return {behind, false};
}

// 单位打: as 单位 打 reads when folded.
bool is_alone(string_view before, string_view named, const UnitStatement& words) {
  const std::string unit = without_multiples(named, words);
  const bool is_digit = !unit.empty() && unit.front() >= '0' && unit.front() <= '9';
  return (before.empty() || before == "(") && character_count(unit) == 1 && !is_digit;
}

std::vector<std::string> units_beside(string_view before, string_view behind, const Lexicon& lexicon) {
  const UnitStatement& words = lexicon.unit_statement;
  std::vector<std::string> units = units_before(before, lexicon);
  const bool is_body = ends_with_one_of(before, words.of_bodies);
  const auto [stated, by_colon] = stated_behind(before, behind, words);
  string_view rest = trim(stated.substr(0, stated.find(words.word)));
  const bool is_cut = stated.find(words.word) != string_view::npos;
  if (rest.starts_with('(')) rest.remove_prefix(1);
  for (bool is_first = true; !rest.empty(); is_first = false) {
    Piece piece = take_piece(rest, words);
    piece.is_label = piece.is_label || (is_cut && rest.empty());
    const bool is_stated = !is_body && (by_colon || (is_first && is_alone(before, piece.text, words)));
    if (auto unit = unit_of(piece, lexicon))
      units.push_back(std::move(*unit));
    else if (is_first && !is_stated)
      break;
    else if (is_stated && (is_first || !piece.is_label) && may_be_unit(piece.text, lexicon))
      units.emplace_back(first_word(piece.text));
  }
  return units;
}

// （单位：）
bool leaves_unit_open(string_view folded, const Lexicon& lexicon) {
  const UnitStatement& words = lexicon.unit_statement;
  const std::size_t at = folded.find(words.word);
  string_view behind = folded.substr(at + words.word.size());
  if (behind.starts_with(':')) behind.remove_prefix(1);
  return (behind.empty() || behind == ")") && !ends_with_one_of(folded.substr(0, at), words.of_bodies);
}

}  // namespace

std::string unit_in_label(string_view label, const Lexicon& lexicon) {
  std::string folded = fold(label);
  if (folded.find(lexicon.unit_statement.word) != std::string::npos) {
    const std::vector<std::string> units = units_in_statement(label, lexicon);
    if (units.size() == 1) return units.front();
    if (units.size() > 1 || leaves_unit_open(folded, lexicon)) return folded;
  }
  const std::vector<std::string> money = money_units_in(folded, lexicon);
  if (!money.empty()) return money.size() == 1 ? money.front() : folded;
  const std::string bracket = explanation_of(folded);
  return lexicon.allows_unit(FieldType::kCount, without_multiples(bracket, lexicon.unit_statement)) ? bracket : "";
}

bool counts_something(const std::string& unit, const Lexicon& lexicon) {
  return lexicon.allows_unit(FieldType::kCount, without_multiples(unit, lexicon.unit_statement));
}

std::vector<std::string> units_in_statement(string_view text, const Lexicon& lexicon) {
  const std::string& word = lexicon.unit_statement.word;
  const std::string folded = fold_with_gaps(text, word);
  const string_view whole = folded;
  std::vector<std::string> units;
  for (std::size_t at = whole.find(word); at != string_view::npos; at = whole.find(word, at + word.size()))
    for (std::string& unit : units_beside(trim(whole.substr(0, at)), trim(whole.substr(at + word.size())), lexicon))
      units.push_back(std::move(unit));
  return units;
}

}  // namespace nianbao

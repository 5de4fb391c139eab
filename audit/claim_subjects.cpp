#include "audit/claim_subjects.h"

#include <algorithm>

#include "audit/claim_time.h"

namespace nianbao {
namespace {

bool has(const std::vector<Meanings>& alternatives, Meanings wanted) {
  return std::find(alternatives.begin(), alternatives.end(), wanted) != alternatives.end();
}

bool is_joined(Meanings meanings) { return (meanings & (meanings - 1)) != 0; }

// 予以公开及部分公开 is about both together, not about either.
bool is_of_joined(const Subject& subject) {
  return std::any_of(subject.predicates.begin(), subject.predicates.end(), is_joined);
}

bool suits_number(const Subject& subject, const ClaimReach& reach, const std::u32string& unit,
                  const Surroundings& around, const Words& alone_units) {
  if (!around.is_number) return true;
  if (!unit.empty() && std::find(subject.units.begin(), subject.units.end(), unit) == subject.units.end()) return false;
  if (subject.unanswered && around.is_answered) return false;
  if ((subject.alone && around.names_proactive) || (subject.disclosure && around.is_wider && !around.names_disclosure))
    return false;
  // 不予公开事项6项: without a context it must be cases that are counted.
  const bool is_alone = !reach.own_context && has(subject.contexts, 0);
  if (is_alone && !unit.empty() && !is_one_of(unit, alone_units)) return false;
  if (reach.predicates.empty()) return reach.owned;
  return !(subject.undivided && around.is_share) && (!subject.disclosure || around.names_disclosure);
}

}  // namespace

// The last of `found` decides. An alternative of several meanings asks for all of them, joined by 、 or 和.
bool ClaimSubjects::matches(const std::vector<Meanings>& alternatives, const std::vector<ClaimWord>& found) const {
  if (found.empty()) return has(alternatives, 0);
  return std::any_of(alternatives.begin(), alternatives.end(), [&](Meanings wanted) {
    if ((wanted & found.back().meanings) == 0) return false;
    return !is_joined(wanted) || wanted == joined_at_end(found);
  });
}

// The meanings of the words that end `found` with nothing but 、 和 … between them.
Meanings ClaimSubjects::joined_at_end(const std::vector<ClaimWord>& found) const {
  Meanings joined = found.back().meanings;
  for (std::size_t i = found.size() - 1; i > 0; --i) {
    const std::u32string_view gap = prose_.between(found[i - 1].end, found[i].begin);
    if (std::find(words_.connectors.begin(), words_.connectors.end(), gap) == words_.connectors.end()) break;
    joined |= found[i - 1].meanings;
  }
  return joined;
}

bool ClaimSubjects::is_of_year(const Subject& subject, std::optional<int> year) const {
  if (year == ClaimTime::kSeveral) return false;
  if (!year || !report_year_) return true;
  return std::find(subject.years.begin(), subject.years.end(), *year - *report_year_) != subject.years.end();
}

bool ClaimSubjects::fits(const Subject& subject, const ClaimReach& reach, const Surroundings& around) const {
  if (reach.is_apart || !reach.is_plain || (reach.behind && !subject.after) || (subject.whole && around.is_part))
    return false;
  if ((subject.own_context || reach.predicates.empty()) && !reach.own_context) return false;
  return is_of_year(subject, around.year) && matches(subject.contexts, reach.contexts);
}

std::vector<const Subject*> ClaimSubjects::of(const ClaimReach& reach, const std::u32string& unit,
                                              const ClaimPhrase& behind, const Surroundings& around) const {
  std::vector<const Subject*> found;
  if (around.is_off_topic || (!reach.behind && !around.has_own_context && name_another(behind))) return found;
  std::vector<ClaimWord> predicates = reach.predicates;
  do {
    for (const Subject& subject : words_.subjects)
      if (matches(subject.predicates, predicates) && suits_number(subject, reach, unit, around, words_.alone_units) &&
          fits(subject, reach, around)) {
        if (std::find(found.begin(), found.end(), &subject) == found.end()) found.push_back(&subject);
        break;
      }
    if (found.empty() || predicates.empty() || is_of_joined(*found.back())) break;
    predicates.pop_back();
  } while (!predicates.empty());
  return found;
}

std::vector<const Subject*> ClaimSubjects::of_none(const ClaimReach& reach, const Surroundings& around) const {
  if (around.is_off_topic) return {};
  for (const Subject& subject : words_.subjects)
    if ((subject.bare_none || (subject.may_be_none && has(subject.predicates, 0))) &&
        is_of_year(subject, around.year) && matches(subject.contexts, reach.contexts))
      return {&subject};
  return {};
}

std::vector<const Subject*> ClaimSubjects::of_outcome(const ClaimReach& reach) const {
  for (const Subject& subject : words_.subjects)
    if (subject.of_all && matches(subject.predicates, reach.predicates) && matches(subject.contexts, reach.contexts))
      return {&subject};
  return {};
}

bool ClaimSubjects::know(Meanings meanings) const {
  return std::any_of(words_.subjects.begin(), words_.subjects.end(), [&](const Subject& subject) {
    return std::any_of(subject.predicates.begin(), subject.predicates.end(),
                       [&](Meanings wanted) { return (wanted & meanings) != 0; });
  });
}

bool ClaimSubjects::name_another(const ClaimPhrase& phrase) const {
  return std::any_of(phrase.predicates.begin(), phrase.predicates.end(),
                     [&](const ClaimWord& word) { return !know(word.meanings); });
}

}  // namespace nianbao

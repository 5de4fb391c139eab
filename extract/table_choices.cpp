#include "extract/table_choices.h"

#include <optional>
#include <string>
#include <utility>

#include "extract/known_choices.h"

namespace nianbao {
namespace {

struct FoundChoices {
  std::vector<FormChoice> best;
  bool compared_texts = false;  // another table of this shape may have others
};

FoundChoices find_choices(const LabelledTable& labelled, const Schema& schema) {
  FoundChoices found;
  std::vector<FormChoice>& best = found.best;
  for (const Form& form : schema.forms)
    for (const FormTable& form_table : form.tables) {
      if (!may_be_plausible(labelled, form_table)) continue;
      TableMatch match = match_table(labelled, form_table);
      found.compared_texts |= match.compared_texts;
      if (!match.is_plausible()) continue;
      if (!best.empty() && match.score() < best.front().match.score()) continue;
      if (!best.empty() && match.score() > best.front().match.score()) best.clear();
      best.push_back({&form, std::move(match)});
    }
  return found;
}

}  // namespace

std::vector<FormChoice> best_choices(const std::vector<const Table*>& parts, const Schema& schema) {
  thread_local KnownChoices known;
  const LabelledTable labelled(parts);
  std::optional<std::string> shape = shape_of(labelled);
  if (shape)
    if (std::optional<std::vector<FormChoice>> choices = known.find(*shape, labelled, schema))
      return *std::move(choices);
  FoundChoices found = find_choices(labelled, schema);
  if (shape && !found.compared_texts) known.add(*std::move(shape), labelled, schema, found.best);
  return std::move(found.best);
}

}  // namespace nianbao

#include "schema/headings.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {

std::string comparable_heading(const std::string& folded) { return replace_all(folded, ",", "、"); }

std::vector<Heading> headings_of(const std::vector<Form>& forms) {
  std::vector<Heading> headings;
  for (const Form& form : forms)
    for (const FormSection& section : form.sections)
      for (const std::string& heading : section.headings)
        headings.push_back({comparable_heading(heading), section.number, last_letter(heading)});
  std::stable_sort(headings.begin(), headings.end(),
                   [](const Heading& a, const Heading& b) { return a.text.size() > b.text.size(); });
  return headings;
}

}  // namespace nianbao

// What the style sheets of a page may do to its elements. Rules count in tables only, where the numbers stand: in the
// rest of a page they make its menus.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "extract/html_element.h"
#include "extract/html_open_elements.h"
#include "extract/html_sax.h"
#include "extract/html_style_sheet.h"

namespace nianbao {

class HtmlSheetEffects {
 public:
  // `sheet` must outlive this and not change.
  explicit HtmlSheetEffects(const HtmlStyleSheet& sheet) : sheet_(sheet) {}

  // What selectors call an element by; nothing where the page has no rules.
  SelectorNames names_of(const std::string& name, const HtmlAttributes& attributes) const;

  // Adds to the effects of `element` what the rules make doubtful that may hold for it, where it stands in `around`.
  void add_to(OpenElement& element, const OpenElements& around);

 private:
  const ElementEffects& doubts_by(const HtmlStyleSheet::Rule& rule, const std::string& name);

  const HtmlStyleSheet& sheet_;
  std::map<std::pair<const HtmlStyleSheet::Rule*, std::string>, ElementEffects> doubts_;  // by rule and kind
};

}  // namespace nianbao

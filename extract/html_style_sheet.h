// The rules of a page's <style> elements that may change what a cell shows. No cascade is made of them: where one may
// hold for an element, what it does is in doubt.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html_style.h"

namespace nianbao {

// A class as .name, an id as #name, an element as its name; all in lower case.
using SelectorNames = std::vector<std::string>;

class HtmlStyleSheet {
 public:
  void add(std::string_view css);
  bool empty() const { return rules_.empty(); }

  struct Rule {
    SelectorNames subject;    // all of these the element has
    SelectorNames ancestors;  // all of these are around it, wherever
    bool beside = false;      // of ::before and ::after: only what it writes there counts
    HtmlStyle style;
  };

  // Calls `visit` with every rule that may hold for an element with these `names`, where `is_around` tells of what is
  // open around it. `visit` may see the same rule twice.
  template <typename IsAround, typename Visit>
  void for_rules_of(const SelectorNames& names, IsAround is_around, Visit visit) const {
    for (const std::string& name : names) {
      const auto found = rules_.find(name);
      if (found == rules_.end()) continue;
      for (const Rule& rule : found->second)
        if (includes_all(names, rule.subject) && all_around(rule.ancestors, is_around)) visit(rule);
    }
  }

 private:
  static bool includes_all(const SelectorNames& names, const SelectorNames& wanted);

  template <typename IsAround>
  static bool all_around(const SelectorNames& wanted, IsAround is_around) {
    return std::all_of(wanted.begin(), wanted.end(), is_around);
  }

  void add_rule(std::string_view selectors, const std::string& declarations);
  void add_selector(std::string_view selector_text, const HtmlStyle& style);

  std::map<std::string, std::vector<Rule>, std::less<>> rules_;  // by one name of the subject
};

// The class and id attributes and the name of an element.
SelectorNames selector_names(std::string_view name, std::string_view classes, std::string_view id);

}  // namespace nianbao

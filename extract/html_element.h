// What an HTML element does to what stands in it: by its name, its attributes and its style.
#pragma once

#include <optional>
#include <string_view>

#include "extract/drawn_text.h"
#include "extract/html_sax.h"
#include "extract/html_style.h"

namespace nianbao {

struct ElementEffects {
  bool hidden = false;          // not rendered and without place: hidden, display:none
  bool unread = false;          // rendered, but its content is no running text: form controls, drawings, formulas
  std::optional<bool> visible;  // visibility, where it is given: keeps its place
  bool apart = false;           // an inline element laid out as a box of its own
  bool preformatted = false;    // spaces and line ends are kept
  Drawing drawing;
  bool doubtful = false;   // its text may not be seen, or not so
  bool displaced = false;  // its text may be drawn elsewhere, which matters in a cell
  bool draws = false;      // it shows something that is no text, or no text of the page
  bool moves = false;      // a part of a table that is none for the layout: cells behind it may stand elsewhere
  bool pictured = false;   // a cell with a picture behind its text
  bool flex = false;       // its children are boxes side by side

  void add(const ElementEffects& more);
};

ElementEffects effects_of(std::string_view name, const HtmlAttributes& attributes);

// The same of a style alone.
ElementEffects effects_of(std::string_view name, const HtmlStyle& style);

// Of a rule that holds perhaps: what it would hide, raise or strike is in doubt.
ElementEffects doubts_of(std::string_view name, const HtmlStyle& style);

// Whether a rule can make a doubt of any element; where one of ::before or ::after writes something.
bool may_change_text(const HtmlStyle& style);
bool writes_content(const HtmlStyle& style);

}  // namespace nianbao

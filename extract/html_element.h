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

// Elements that end a line before and after them, the parts of tables left out.
bool is_block(std::string_view name);

// tr, td … : these have meaning inside a table only.
bool is_table_part(std::string_view name);
bool is_cell(std::string_view name);
bool is_row_group(std::string_view name);

// Elements without content and end tag.
bool is_void(std::string_view name);

// Tags that change nothing here.
bool is_ignored(std::string_view name);

// Elements that go on in the next paragraph where their end tag does not come before ("formatting", §13.2.4.2).
bool is_formatting(std::string_view name);

// An end tag of an element that is not `special` (§13.2.4.2) never ends one that is.
bool is_special(std::string_view name);

// Elements that end tags do not reach out of ("has a particular element in scope", §13.2.4.2).
bool is_scope(std::string_view name);

// Pictures, controls and the like, which may show what no text tells.
bool is_object(std::string_view name, const HtmlAttributes& attributes);

}  // namespace nianbao

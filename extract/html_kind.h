// Kinds of HTML elements by their names, which are in lower case.
#pragma once

#include <string_view>

#include "extract/html_sax.h"

namespace nianbao {

// Elements that end a line before and after them, the parts of tables left out.
bool is_block(std::string_view name);

// h1 to h6.
bool is_heading(std::string_view name);

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

// Elements whose content is no running text: form controls, drawings, formulas.
bool is_unread(std::string_view name);

// Pictures, controls and the like, which may show what no text tells.
bool is_object(std::string_view name, const HtmlAttributes& attributes);

}  // namespace nianbao

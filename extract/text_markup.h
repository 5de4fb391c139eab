// What Markdown, Org and reStructuredText write into headings and the cells of their tables besides the text.
#pragma once

#include <string>
#include <string_view>

namespace nianbao {

// `text` without the asterisks or low lines that make the whole of it bold or italic: **规章**, *0*. Where they stand
// around a part of it only, nothing is taken away.
std::string_view without_emphasis(std::string_view text);

// A line without the marks of a heading around it: `# 甲`, `### 甲 ###`, `## **甲**`; else the line as it is.
std::string_view without_heading_marks(std::string_view line);

// Whether a line shows a link to a place of its own text, as entries of tables of contents do: `甲 <#甲>`__, [甲](#甲).
bool has_inner_link(std::string_view line);

// The text of a cell, its lines joined with LF, as its source shows it: without emphasis, without the backslashes that
// break a line at its end and those before punctuation. A cell of backslashes alone is left as it is.
std::string without_markup(std::string_view text);

}  // namespace nianbao

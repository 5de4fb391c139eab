// A text whose columns are told by the place of words on their lines, as `pdftotext -layout` writes it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/document.h"
#include "schema/lexicon.h"

namespace nianbao {

// What stands between spaces, and the unit behind a number. Places count characters, not their widths: so does the
// program that writes such texts.
struct LayoutWord {
  std::string text;
  std::string folded;     // as traced_fold() shows it
  std::size_t begin = 0;  // characters before it on its line
  std::size_t end = 0;    // one past its last character
  std::size_t shift = 0;  // by how many columns more it begins where Chinese characters take two
  bool is_figure = false;
  bool is_taken = false;  // found to be part of something

  // Whether both stand, at least in part, in the same columns or `margin` columns apart.
  bool shares_columns_with(std::size_t other_begin, std::size_t other_end, std::size_t margin = 0) const {
    return begin < other_end + margin && other_begin < end + margin;
  }
};

struct LayoutLine {
  const Paragraph* paragraph = nullptr;
  std::size_t number = 0;  // of the file
  std::size_t page = 0;    // places of one page only compare with each other
  bool is_page_number = false;
  bool is_border = false;         // no table goes on over this line
  std::vector<LayoutWord> words;  // none of a page number, of a line with TABs or too many words for a page
};

// The paragraphs must outlive the result. A form feed begins a page. Page numbers are lines at the top or bottom of a
// page that look as the lexicon says, or numbers that go up by one from page to page.
std::vector<LayoutLine> layout_lines(const std::vector<const Paragraph*>& paragraphs, const Lexicon& lexicon);

// Whether these look as if columns were told by place: several have wide gaps between words.
bool are_in_columns(const std::vector<const Paragraph*>& paragraphs);

}  // namespace nianbao

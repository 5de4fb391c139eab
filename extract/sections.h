// Cuts a document into the numbered sections of the report by their Chinese headings.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/document.h"
#include "schema/schema.h"

namespace nianbao {

struct Section {
  int number = 0;       // of the form's section; 0 for what stands before the first heading
  std::string heading;  // as printed; empty for number 0
  std::string where;    // address of the heading, or of the first paragraph for number 0
  std::string text;     // all paragraphs after the heading, one a line; what follows the heading on its line first
  std::size_t first_block = 0;  // index into Document::blocks of its first block
  std::size_t end_block = 0;    // one past its last block
};

// The sections in document order, the first always number 0 (maybe empty). A heading is a line that begins with a
// numeral (一、 一． 1. 第一部分 …) followed by one of the form's headings, and then ends or goes on after a colon; a
// line that is a heading without numeral counts where no numbered one is found. Not headings: entries of a table of
// contents (page number, or three or more in a row with nothing between them when they come again later), and the
// headings that an introduction lists inside a sentence. Missing, repeated and unordered sections are given as found.
std::vector<Section> find_sections(const Document& document, const Schema& schema);

// The form's section in which block `index` stands, 0 before the first heading.
int section_of(const std::vector<Section>& sections, std::size_t block_index);

}  // namespace nianbao

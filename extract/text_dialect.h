// How programs write tables into text: one reader for every way that shows where cells begin and end.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/limits.h"

namespace nianbao {

struct TextLine {
  std::string text;        // without its end and without bookmarks
  std::size_t number = 0;  // of the file, from 1
};

using TextLines = std::span<const TextLine>;

// What the first lines of a text show.
struct TextPart {
  std::size_t lines = 0;      // how many of them were read; 0 where they are not of the dialect
  std::vector<Block> blocks;  // tables have no ordinal yet
};

struct TextDialect {
  const char* name;

  // How many lines of the text look like this dialect; 0 where it is not used.
  std::size_t (*score)(TextLines text);

  // Reads what begins with the first of `lines`: a table and all that belongs to it. Takes time proportional to the
  // lines that it reads or refuses, so that a whole text stays linear. A cell longer than limits.cell_bytes is cut and
  // holds_object.
  TextPart (*read)(TextLines lines, const Limits& limits);
};

// The dialects with borders, in the order in which they are asked where their scores are equal.
const std::vector<TextDialect>& text_dialects();

// The line as a paragraph.
Paragraph paragraph_of(const TextLine& line);

// Adds `text` to the cell's, or marks the cell as one with more text than is kept.
void add_to_cell(Cell& cell, const std::string& text, const Limits& limits);

}  // namespace nianbao

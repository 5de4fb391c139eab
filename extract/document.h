// What a file shows: paragraphs and tables in reading order, each with its place in the source. No field, no value yet.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "extract/problem.h"

namespace nianbao {

// More cells than this in one document are refused; the largest honest report has a few hundred.
inline constexpr std::size_t kMaxCells = 500'000;
// So is a cell with more text than this.
inline constexpr std::size_t kMaxCellBytes = 1U << 20U;

struct Paragraph {
  std::string text;         // runs joined; line breaks as LF, tabs as TAB
  std::size_t ordinal = 0;  // paragraph of the part (.docx) or outside cells (page), or line of the file (text), from 1
};

// One cell as the document shows it. A cell merged over several positions is one cell.
struct Cell {
  std::string text;           // paragraphs and line breaks as LF, tabs as TAB; numbering that Word adds is included
  std::size_t row = 0;        // grid row of its top edge, from 1
  std::size_t column = 0;     // grid column of its left edge, from 1; in a ragged table its position in the row
  std::size_t rows = 1;       // grid rows it covers
  std::size_t columns = 1;    // grid columns it covers; always 1 in a ragged table
  std::size_t line = 0;       // line of the file, from 1; 0 where the source has no lines
  bool holds_object = false;  // a picture or embedded object stands in it

  std::size_t end_row() const { return row + rows; }           // first row below
  std::size_t end_column() const { return column + columns; }  // first column to the right
};

struct Table {
  std::size_t ordinal = 0;  // table of the part, from 1, nested ones included, in order of their start
  bool is_grid = true;      // false: ragged, the cells of a row are known in order but not their columns
  std::size_t row_count = 0;
  std::vector<Cell> cells;  // by row, then column, of their top left corner
};

using Block = std::variant<Paragraph, Table>;

// Every cell element of the source is in exactly one of these counts.
struct CellCounts {
  std::size_t shown = 0;        // in a Table of the document
  std::size_t merged_away = 0;  // continues a cell above or to the left
  std::size_t deleted = 0;      // row or cell removed by a tracked change
  std::size_t alternative =
      0;  // inside what is not shown: a second rendering (mc:Fallback), deleted or moved-away content

  std::size_t total() const { return shown + merged_away + deleted + alternative; }
};

struct Document {
  std::string kind;      // reader that made it: docx, html, text
  std::string part;      // main part inside the container, html for a page; empty for text
  std::string encoding;  // of text and pages; empty where the format fixes it
  std::vector<Block> blocks;
  CellCounts counts;
  std::vector<Problem> damage;  // parts that could not be read although the tables could
};

// The address that leads back to a cell: "word/document.xml#t2/r12/c10", or "L220" in text.
std::string address_of(const Document& document, const Table& table, const Cell& cell);
std::string address_of(const Document& document, const Paragraph& paragraph);
std::string address_of(const Document& document, const Table& table);

}  // namespace nianbao

// What a file shows: paragraphs and tables in reading order, each with its place in the source. No field, no value yet.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "extract/problem.h"

namespace nianbao {

struct Paragraph {
  std::string text;         // runs joined; line breaks as LF, tabs as TAB
  std::size_t ordinal = 0;  // paragraph of the part (.docx) or outside cells (page), or line of the file (text), from 1
  bool is_line = false;     // `ordinal` is a line of a text
  std::size_t chunk = 0;    // which of Document::chunks it stands in, from 1; 0 for the main part
};

// One cell as the document shows it. A cell merged over several positions is one cell.
struct Cell {
  std::string text;           // paragraphs and line breaks as LF, tabs as TAB; numbering that Word adds is included
  std::size_t row = 0;        // grid row of its top edge, from 1
  std::size_t column = 0;     // grid column of its left edge, from 1; in a ragged table its position in the row
  std::size_t rows = 1;       // grid rows it covers
  std::size_t columns = 1;    // grid columns it covers; always 1 in a ragged table
  std::size_t line = 0;       // line of the file, from 1; 0 where the source has no lines
  bool is_whole_row = false;  // stands for all values of its row, which cannot be told apart
  bool run_together = false;  // such a cell of nothing but their digits
  bool holds_object = false;  // a picture or embedded object stands in it, or more text than is kept

  std::size_t end_row() const { return row + rows; }           // first row below
  std::size_t end_column() const { return column + columns; }  // first column to the right
  bool shares_columns_with(const Cell& other) const {
    return column < other.end_column() && other.column < end_column();
  }
};

struct Table {
  std::size_t ordinal = 0;  // table of the part, from 1, nested ones included, in order of their start
  bool is_grid = true;      // false: ragged, the cells of a row are known in order but not their columns
  std::size_t row_count = 0;
  std::vector<Cell> cells;                   // by row, then column, of their top left corner
  std::map<std::size_t, std::size_t> after;  // by row, from 1: columns at its end that are said to have no cell
  bool merged_is_blank = false;              // a merged cell stands in its first position and leaves the others blank
  std::size_t chunk = 0;                     // which of Document::chunks it stands in, from 1; 0 for the main part
  bool is_of_other_report = false;           // or may be: a title above it names another body or year than its report's
  bool shares_lines = false;                 // a line of the text shows several cells of it, or of another table too
};

using Block = std::variant<Paragraph, Table>;

// Every cell element of the source is in exactly one of these counts.
struct CellCounts {
  std::size_t shown = 0;        // in a Table of the document that stands in no cell
  std::size_t nested = 0;       // in a Table of the document that stands in a cell
  std::size_t merged_away = 0;  // continues a cell above or to the left
  std::size_t deleted = 0;      // row or cell removed by a tracked change
  std::size_t not_shown = 0;    // in a second rendering (mc:Fallback), deleted, moved-away or hidden content
  std::size_t refused = 0;      // in a Table of the document, but with more text than is kept

  std::size_t total() const;
  CellCounts& operator+=(const CellCounts& other);
};

struct CellCountKind {
  const char* name;
  std::size_t CellCounts::*count;
};

inline constexpr std::array kCellCountKinds = {
    CellCountKind{"shown", &CellCounts::shown},
    CellCountKind{"nested", &CellCounts::nested},
    CellCountKind{"merged_away", &CellCounts::merged_away},
    CellCountKind{"deleted", &CellCounts::deleted},
    CellCountKind{"not_shown", &CellCounts::not_shown},
    CellCountKind{"refused", &CellCounts::refused},
};

// Another file inside the document, shown in a place of it.
struct DocumentPart {
  std::string name;
  CellCounts counts;
};

// What the program that saved a text left in a line, such as `[bookmark: _GoBack]`; no text of the report.
struct LeftMark {
  std::size_t line = 0;  // of the file, from 1
  std::string text;      // all marks of the line
};

struct Document {
  std::string kind;      // reader that made it: docx, html, text
  std::string part;      // main part inside the container, html for a page; empty for text
  std::string encoding;  // of text and pages; empty where the format fixes it
  std::string dialect;   // how a text writes its tables, several joined with "+"; empty where it has none
  std::vector<Block> blocks;
  std::vector<DocumentPart> chunks;  // parts that the main one shows in places (w:altChunk)
  CellCounts counts;                 // of the main part
  std::vector<LeftMark> left_marks;  // by line; of the whole file also where it is cut into several reports
  std::vector<Problem> damage;       // parts that could not be read although the tables could
  std::optional<Problem> lost_text;  // most of the text is not what was written: why no report is found in it
};

// Finds out Table::shares_lines of all tables.
void note_shared_lines(Document& document);

// The address that leads back to a cell: "word/document.xml#t2/r12/c10", or in text "L220", and "L220#t2/r12/c10" where
// the line shows several.
std::string address_of(const Document& document, const Table& table, const Cell& cell);
std::string address_of(const Document& document, const Paragraph& paragraph);
std::string address_of(const Document& document, const Table& table);

// The same of many cells, one after the other: what those of one table have in common is made once.
class Addresses {
 public:
  // `document` must outlive this, and so must the tables of which it is asked.
  explicit Addresses(const Document& document) : document_(document) {}

  const std::string& of(const Table& table);
  std::string of(const Table& table, const Cell& cell);

 private:
  const Document& document_;
  const Table* table_ = nullptr;
  std::string of_table_;
};

}  // namespace nianbao

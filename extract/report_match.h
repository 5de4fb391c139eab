// The tables of a document and the forms they follow: for every field of the report, the cells that stand for it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/sections.h"
#include "extract/table_match.h"
#include "schema/schema.h"

namespace nianbao {

// Why a field has no cell.
enum class Absence { kNone, kCell, kRow, kTable };

struct FieldMatch {
  const Form* form = nullptr;
  const Field* field = nullptr;
  std::vector<const Table*> tables;  // where its cells stand, or its row; several for parts and rivals; none for kTable
  std::vector<const Cell*> cells;
  bool ambiguous = false;
  Absence absence = Absence::kNone;
  How how = How::kLabel;
  std::string header;                   // label of its column as printed
  std::string row_label;                // label of its row as printed; empty where it has none
  std::vector<std::string> statements;  // texts about its whole table with the word for unit in them

  // The table with its first cell, or its row; nullptr for kTable.
  const Table* table() const;
};

struct ExtraMatch {
  int section = 0;  // of the report's, where the cell stands
  const Table* table = nullptr;
  const Cell* cell = nullptr;
  std::string label;
};

// A mark that stands in a table of the report; see LeftMark.
struct MarkMatch {
  int section = 0;
  std::string where;  // "L81"
  std::string text;
};

struct ReportMatch {
  std::vector<const Form*> forms;  // found, in document order, each once
  std::vector<FieldMatch> fields;  // exactly one per field of the report's forms, in the form's order
  std::vector<ExtraMatch> extras;  // what no form has, in document order
  std::vector<MarkMatch> marks;    // in document order
  std::string begins_again;        // address where another report seems to begin; empty where none does
  bool has_tables() const { return !forms.empty(); }
};

// Holds every table against every form and takes the best; where a table fits two forms alike (section 四 is the same
// in both) it follows the other tables. A table that is missing altogether takes the form of the others. Two tables for
// the same fields, such as one cut by a page break, are read together; where they contradict each other neither is
// believed. Where the headings or the tables begin again, with tables before and behind, there may be two reports, and
// no field is believed that only one of them has. `document` must outlive the result.
ReportMatch match_report(const Document& document, const std::vector<Section>& sections, const Schema& schema);

}  // namespace nianbao

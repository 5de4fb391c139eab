// One table of the document held against one table of a form: which cells stand for which fields.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/field_cells.h"
#include "extract/labelled_table.h"
#include "schema/form.h"

namespace nianbao {

// A cell that the form does not have, and the cells that label its row and column; nullptr for none.
struct ExtraCell {
  const Cell* cell = nullptr;
  const Cell* row = nullptr;
  const Cell* column = nullptr;

  // Of row and column as printed, joined with " > "; empty where it has none.
  std::string label() const;
};

struct TableMatch {
  const FormTable* table = nullptr;
  std::vector<FieldCells> fields;  // one for each of table->fields
  std::vector<ExtraCell> extras;   // filled cells only
  std::size_t labels = 0;          // different labels of the form that were found
  std::size_t located = 0;         // fields that have a cell
  std::size_t clear = 0;           // fields of which it is clear which cell is theirs
  bool compared_texts = false;     // else a table with other numbers in the same places matches alike

  // How well form and table agree: clear fields less strange cells. The size of the form does not count, so that a
  // part of a table that fits two forms alike scores alike.
  long score() const;
  // True if this is so much of the form's table that it can only be it.
  bool is_plausible() const;
};

// A table and a form that has one like it.
struct FormChoice {
  const Form* form = nullptr;
  TableMatch match;
};

// False only where match_table() would give no plausible match, which this finds out faster: where hardly any label of
// the form is there.
bool may_be_plausible(const LabelledTable& source, const FormTable& table);

// Finds rows by their labels, columns by the headers above, and gives each field the cells at the crossing. A cell is
// never moved to make numbers fit: a row of a ragged table with another number of cells than columns, a cell that
// covers several columns or rows, a field found twice are `ambiguous`.
TableMatch match_table(const LabelledTable& source, const FormTable& table);

}  // namespace nianbao

// A table seen by rows, with every text prepared for looking it up among the labels of forms. Made once for a table and
// then held against every form.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"

namespace nianbao {

class LabelledTable {
 public:
  // `table` must outlive this.
  explicit LabelledTable(const Table& table);

  const Table& table() const { return *table_; }

  // The cells that cover a row, from left to right, those that reach down from rows above included. Rows from 0.
  const std::vector<std::vector<const Cell*>>& rows() const { return rows_; }

  // label_keys() of the cell's text; empty for blank cells and plain numbers, which are no labels.
  const std::vector<std::string>& keys(const Cell& cell) const;

  bool is_blank(const Cell& cell) const { return blank_[index(cell)]; }

 private:
  std::size_t index(const Cell& cell) const { return static_cast<std::size_t>(&cell - table_->cells.data()); }

  const Table* table_;
  std::vector<std::vector<const Cell*>> rows_;
  std::vector<std::vector<std::string>> keys_;
  std::vector<bool> blank_;
};

}  // namespace nianbao

// A table seen by rows, with every text prepared for looking it up among the labels of forms. Made once for a table and
// then held against every form.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "extract/document.h"
#include "schema/label_index.h"

namespace nianbao {

// Of these tables the one in which `cell` stands; it must stand in one.
const Table& table_with(const std::vector<const Table*>& tables, const Cell& cell);

class LabelledTable {
 public:
  // `table` must outlive this.
  explicit LabelledTable(const Table& table) : LabelledTable(std::vector<const Table*>{&table}) {}

  // One table that the document has in several parts, one below another. All of one kind, grids or ragged; at least
  // one; they must outlive this.
  explicit LabelledTable(std::vector<const Table*> parts);

  const std::vector<const Table*>& parts() const { return parts_; }

  // Of all parts. Cells by index, those of earlier parts first.
  std::size_t cell_count() const { return keys_.size(); }
  const Cell& cell(std::size_t index) const;
  std::size_t index(const Cell& cell) const;

  bool is_grid() const { return parts_.front()->is_grid; }

  // See Table::merged_is_blank; true where it is so in all parts.
  bool merged_is_blank() const;

  // The cells that cover a row, from left to right, those that reach down from rows above included. Rows from 0, of all
  // parts.
  const std::vector<std::vector<const Cell*>>& rows() const { return rows_; }

  // label_keys() of the cell's text; empty for blank cells and plain numbers, which are no labels.
  const LabelKeys& keys(const Cell& cell) const { return *keys_[index(cell)]; }

  // The same of all cells.
  const std::vector<std::shared_ptr<const LabelKeys>>& all_keys() const { return keys_; }

  bool is_blank(const Cell& cell) const { return blank_[index(cell)]; }

  bool are_in_one_part(const Cell& a, const Cell& b) const { return &table_with(parts_, a) == &table_with(parts_, b); }

  // How many columns at the end of the cell's top row are said to have no cell.
  std::size_t columns_after(const Cell& cell) const;

 private:
  void add_rows(const Table& part);

  std::vector<const Table*> parts_;
  std::vector<std::vector<const Cell*>> rows_;
  std::vector<std::shared_ptr<const LabelKeys>> keys_;  // by cell
  std::vector<bool> blank_;
};

}  // namespace nianbao

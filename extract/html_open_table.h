// A table of a page while it is read: its grid, the cell or caption that is open, and what stands beside its cells.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/html_element.h"
#include "extract/html_flow.h"
#include "extract/html_grid.h"
#include "extract/html_sax.h"

namespace nianbao {

class OpenTable {
 public:
  // `ordinal` as in Table. A stray table no tag has opened: its cells stand outside any.
  OpenTable(std::size_t ordinal, bool is_stray) : ordinal_(ordinal), is_stray_(is_stray) {}

  bool is_stray() const { return is_stray_; }
  bool is_in_cell() const { return is_in_cell_; }
  bool is_between_cells() const { return !is_in_cell_ && !is_in_caption_; }

  // What begins here may leave the table, or its place in it: the cells from here on may stand elsewhere.
  void move() { is_moved_ = true; }

  void begin_row() { grid_.begin_row(); }
  void end_row_group() { grid_.end_row_group(); }
  void open_caption() { is_in_caption_ = true; }
  void close_caption() { is_in_caption_ = false; }

  // Opens a cell of the current row, `shown` or not, with the spans that its attributes ask for.
  void open_cell(const ElementEffects& effects, const HtmlAttributes& attributes, bool shown);

  // What the open cell shows is more than its text.
  void mark_object() { cell_.holds_object = true; }

  // Ends the open cell and gives it with its text; none where it is not shown.
  std::optional<Cell> close_cell();

  // Places that cell. False where the table becomes too wide.
  bool place(Cell cell) { return grid_.add(std::move(cell), rowspan_, colspan_); }

  // Where text goes: into the open cell, else to the caption and what stands between the cells.
  HtmlFlow& flow() { return is_in_cell_ ? cell_text_ : outer_text_; }

  // Where blocks go: those in a cell behind the table, all others before it.
  std::vector<Block>& destination() { return is_in_cell_ ? after_ : before_; }

  // The rows that all cells cover, each counted for every cell; known when the table has ended.
  std::size_t covered() const { return grid_.covered(); }

  // Ends the table and moves all its blocks to the end of `to`. Without any cell it is no table.
  void finish(std::vector<Block>& to);

 private:
  std::size_t ordinal_;
  bool is_stray_;
  bool is_moved_ = false;
  HtmlGrid grid_;
  bool is_in_cell_ = false;
  bool is_in_caption_ = false;
  bool cell_is_shown_ = false;
  bool cell_is_pictured_ = false;  // it has a background
  Cell cell_;                      // the open one
  std::size_t rowspan_ = 1;
  std::size_t colspan_ = 1;
  HtmlFlow cell_text_;
  HtmlFlow outer_text_;
  std::vector<Block> before_;
  std::vector<Block> after_;
};

}  // namespace nianbao

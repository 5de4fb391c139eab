// What a page shows, as it is read: its paragraphs and tables in their order, each with its ordinal, within the limits.
// Text goes to the open cell, or beside the cells of the innermost open table, or to the page itself.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/drawn_text.h"
#include "extract/html_body.h"
#include "extract/html_flow.h"
#include "extract/html_open_table.h"
#include "extract/limits.h"
#include "extract/problem.h"

namespace nianbao {

class HtmlPage {
 public:
  // `limits` must outlive this.
  explicit HtmlPage(const Limits& limits) : limits_(limits) {}

  // ---- text

  void add_text(std::string_view text, const Drawing& drawing, bool preformatted);
  void add_space() { flow().add(" ", false); }
  void break_line() { flow().break_line(); }

  // In a cell its line; elsewhere what has been added since the last one is a paragraph, if it shows anything.
  void end_paragraph();

  // Ends what is laid out as a box of its own: in a cell, boxes side by side must not become one number; a line of
  // prose goes on.
  void stand_apart();

  // The open cell, if any, shows something that is no text.
  void mark_object();

  // ---- tables

  bool is_in_table() const { return !tables_.empty(); }
  bool is_in_cell() const { return is_in_table() && tables_.back().is_in_cell(); }

  // The innermost one; there must be one.
  OpenTable& table() { return tables_.back(); }
  const OpenTable& table() const { return tables_.back(); }

  // Returns limit_tables, or nullptr. Only a table that is `shown` has an ordinal.
  const char* open_table(bool shown, bool stray);
  void close_table();
  void close_cell();

  // A cell element that no table of the document has.
  void skip_cell() { ++body_.counts.not_shown; }

  // ---- limits

  bool has_too_many_paragraphs() const { return paragraph_count_ > limits_.paragraphs; }

  // All of it, when no table is open. Problems: limit_paragraphs, limit_cells.
  Result<HtmlBody> finish();

 private:
  HtmlFlow& flow() { return tables_.empty() ? text_ : tables_.back().flow(); }
  std::vector<Block>& destination() { return tables_.empty() ? body_.blocks : tables_.back().destination(); }
  void count_cell(Cell& cell);

  const Limits& limits_;
  HtmlBody body_;
  HtmlFlow text_;  // outside tables
  std::vector<OpenTable> tables_;
  std::size_t table_count_ = 0;
  std::size_t paragraph_count_ = 0;
  std::size_t covered_ = 0;
  bool is_too_wide_ = false;
};

}  // namespace nianbao

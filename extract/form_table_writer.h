// Writes the table that a text shows without borders, block by block of a form, as the document would draw it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "schema/form_anchors.h"

namespace nianbao {

// What is printed, and the line of the file where it begins.
struct TextAt {
  std::string text;
  std::size_t line = 0;
};

class FormTableWriter {
 public:
  // What the text shows of a block's labels.
  struct Head {
    const BlockLabels* labels = nullptr;
    std::optional<TextAt> banner;
    std::optional<TextAt> corner;
    std::vector<std::optional<TextAt>> header;  // by labels->header; labels over several columns may be missing
  };
  void begin_block(const Head& head);

  // Begins a row of the block; those of a block without row labels have none.
  void begin_row(const std::optional<TextAt>& label);

  // Adds a value to the row; columns of the block from 0, in their order.
  void add_value(std::size_t column, TextAt value);

  // All values of the row in one cell, as they cannot be told apart; `run_together`: nothing but their digits.
  void add_whole_row(TextAt values, bool run_together);

  // A row of its own with one cell, so that it moves nothing.
  void add_note(TextAt note);

  Table take() { return std::move(table_); }

 private:
  void add_cell(TextAt text, Cell place);

  Table table_;
  std::size_t first_column_ = 1;  // of the block's values
  std::size_t columns_ = 0;       // of the block
};

}  // namespace nianbao

#include "extract/form_table_writer.h"

#include <utility>

namespace nianbao {

void FormTableWriter::begin_block(const Head& head) {
  const BlockLabels& labels = *head.labels;
  first_column_ = labels.rows.empty() ? 1 : 2;
  columns_ = labels.block->columns.size();
  if (head.banner)
    add_cell(*head.banner, {.row = ++table_.row_count, .column = 1, .columns = first_column_ + columns_ - 1});
  const std::size_t top = table_.row_count + 1;
  table_.row_count += labels.levels;
  if (head.corner) add_cell(*head.corner, {.row = top, .column = 1, .rows = labels.levels});
  for (std::size_t i = 0; i < head.header.size(); ++i) {
    const HeaderLabel& label = labels.header[i];
    if (!head.header[i]) continue;
    add_cell(*head.header[i], {.row = top + label.level,
                               .column = first_column_ + label.column,
                               .rows = label.is_leaf ? labels.levels - label.level : 1,
                               .columns = label.columns});
  }
}

void FormTableWriter::begin_row(const std::optional<TextAt>& label) {
  ++table_.row_count;
  if (label) add_cell(*label, {.row = table_.row_count, .column = 1});
}

void FormTableWriter::add_value(std::size_t column, TextAt value) {
  add_cell(std::move(value), {.row = table_.row_count, .column = first_column_ + column});
}

void FormTableWriter::add_whole_row(TextAt values, bool run_together) {
  add_cell(std::move(values), {.row = table_.row_count,
                               .column = first_column_,
                               .columns = columns_,
                               .is_whole_row = true,
                               .run_together = run_together});
}

void FormTableWriter::add_note(TextAt note) { add_cell(std::move(note), {.row = ++table_.row_count, .column = 1}); }

void FormTableWriter::add_cell(TextAt text, Cell place) {
  place.text = std::move(text.text);
  place.line = text.line;
  table_.cells.push_back(std::move(place));
}

}  // namespace nianbao

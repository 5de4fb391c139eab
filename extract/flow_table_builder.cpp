#include "extract/flow_table_builder.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/form_table_writer.h"

namespace nianbao {
namespace {

using std::string_view;

class TableBuilder {
 public:
  TableBuilder(const FlowText& flow, const FlowStyle& style) : flow_(flow), style_(style) {}

  bool proves_lines(const FlowTable& found) const {
    constexpr std::size_t kFewest = 3;
    const std::optional<std::size_t> rows = rows_that_keep_to_lines(found);
    return rows && *rows >= kFewest;
  }

  Table build(const FlowTable& found) {
    keeps_to_lines_ = style_.keeps_to_lines && rows_that_keep_to_lines(found);
    has_joined_cells_ = has_joined_cells(found);
    for (const FlowBlock& block : found.blocks) add_block(block);
    return writer_.take();
  }

  const std::set<Separation>& separations() const { return separations_; }

 private:
  void add_block(const FlowBlock& block) {
    FormTableWriter::Head head{.labels = block.labels, .banner = {}, .corner = {}, .header = {}};
    if (block.banner) head.banner = text_at(*block.banner);
    if (block.corner) head.corner = text_at(*block.corner);
    for (const FlowSpan& label : block.header) head.header.emplace_back(text_at(label));
    writer_.begin_block(head);
    for (const FlowRow& row : block.rows) add_row(row, block.labels->block->columns.size());
  }

  void add_row(const FlowRow& row, std::size_t columns) {
    RowValues values = values_of(row, columns);
    if (values.needs_style && !keeps_to_lines_) values = as_one_cell(values);
    if (values.separation == Separation::kSpaces && columns > 1 && has_joined_cells_) values = as_run_together(values);
    separations_.insert(values.separation);
    writer_.begin_row(row.label ? std::optional(text_at(*row.label)) : std::nullopt);
    if (is_there(row, values)) add_values(row, values, columns);
    if (values.note) add_note(row, *values.note);
  }

  RowValues values_of(const FlowRow& row, std::size_t columns) const {
    const RowShape shape{.columns = columns, .has_label = row.label.has_value(), .merged_after = row.merged_after};
    RowValues values = split_values(flow_.printed(row.values.from, row.values.to), shape, style_.lexicon, style_.only);
    values.run_together = values.run_together && row.is_closed;
    return values;
  }

  // Where nothing follows a label, the text may have been cut off: that is no blank cell.
  static bool is_there(const FlowRow& row, const RowValues& values) {
    return row.is_followed || std::any_of(values.cells.begin(), values.cells.end(),
                                          [](const std::string& cell) { return !is_blank(cell); });
  }

  // Nothing where a row does not; else the rows that show it.
  std::optional<std::size_t> rows_that_keep_to_lines(const FlowTable& found) const {
    std::size_t kept = 0;
    for (const FlowBlock& block : found.blocks) {
      const std::size_t columns = block.labels->block->columns.size();
      for (const FlowRow& row : block.rows) {
        if (!row.merged_after || columns == 1) continue;
        const RowValues values = values_of(row, columns);
        if (values.separation != Separation::kLines || values.cells.size() != columns) return std::nullopt;
        if (!values.note && values.lines != 0 && values.lines != columns + *row.merged_after) return std::nullopt;
        if (!values.note && values.has_neighbours) ++kept;
      }
    }
    return kept;
  }

  // Where the gaps between some cells are lost, those that are left prove nothing.
  bool has_joined_cells(const FlowTable& found) const {
    return std::any_of(found.blocks.begin(), found.blocks.end(), [&](const FlowBlock& block) {
      return std::any_of(block.rows.begin(), block.rows.end(), [&](const FlowRow& row) {
        return values_of(row, block.labels->block->columns.size()).shows_joined;
      });
    });
  }

  static RowValues as_one_cell(const RowValues& values) {
    RowValues one{.separation = values.separation, .cells = {""}, .offsets = {values.offsets.front()}};
    for (const std::string& cell : values.cells) one.cells.front() += (one.cells.front().empty() ? "" : "\n") + cell;
    return one;
  }

  void add_values(const FlowRow& row, const RowValues& values, std::size_t columns) {
    const auto value = [&](std::size_t i) {
      return TextAt{values.cells[i], flow_.line_at(row.values.from, values.offsets[i])};
    };
    if (values.cells.size() != columns) return writer_.add_whole_row(value(0), values.run_together);
    for (std::size_t i = 0; i < columns; ++i) writer_.add_value(i, value(i));
  }

  void add_note(const FlowRow& row, std::size_t offset) {
    const string_view text = flow_.printed(row.values.from, row.values.to).substr(offset);
    writer_.add_note({std::string(trim(text)), flow_.line_at(row.values.from, offset)});
  }

  TextAt text_at(const FlowSpan& span) const {
    const string_view printed = flow_.printed(span.from, span.to);
    const string_view shown = trim(printed);
    return {std::string(shown), flow_.line_at(span.from, static_cast<std::size_t>(shown.data() - printed.data()))};
  }

  const FlowText& flow_;
  const FlowStyle& style_;
  FormTableWriter writer_;
  bool keeps_to_lines_ = false;
  bool has_joined_cells_ = false;
  std::set<Separation> separations_;
};

}  // namespace

bool proves_lines(const FlowText& flow, const FlowTable& found, const FlowStyle& style) {
  return TableBuilder(flow, style).proves_lines(found);
}

Table build_flow_table(const FlowText& flow, const FlowTable& found, const FlowStyle& style,
                       std::set<Separation>& separations) {
  TableBuilder builder(flow, style);
  Table table = builder.build(found);
  separations.insert(builder.separations().begin(), builder.separations().end());
  return table;
}

}  // namespace nianbao

#include "extract/flow_tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "extract/flow_text.h"
#include "extract/layout_tables.h"
#include "extract/row_values.h"
#include "schema/form_anchors.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr std::array kSeparations = {Separation::kLines, Separation::kTabs, Separation::kSpaces, Separation::kNone};

// From one label to the next; the longest honest row is far shorter.
constexpr std::size_t kLongestRow = 400;          // bytes of the folded text
constexpr std::size_t kLongestExplanation = 200;  // of a label, in brackets

struct Span {
  std::size_t from = 0;  // places of the flow
  std::size_t to = 0;
};

struct FlowRow {
  std::optional<Span> label;
  std::size_t row = 0;  // of the block
  Span values;
  std::optional<std::size_t> merged_after;  // see split_values()
  bool is_followed = false;                 // by another label or heading
  bool is_closed = true;  // a label or a break follows; else the last digits may belong to what follows
};

struct FlowBlock {
  const BlockLabels* labels = nullptr;
  std::optional<Span> banner;
  std::optional<Span> corner;
  std::vector<Span> header;  // by labels->header
  std::vector<FlowRow> rows;
};

struct FlowTable {
  const TableLabels* labels = nullptr;
  std::vector<FlowBlock> blocks;
  Span all;
  std::size_t rows = 0;
};

// Reads one table of a form where it begins.
class TableScanner {
 public:
  TableScanner(const FlowText& flow, const FormAnchors& anchors, const TableLabels& labels)
      : flow_(flow), folded_(flow.folded()), anchors_(anchors), labels_(labels) {}

  FlowTable read(std::size_t at) {
    FlowTable table{.labels = &labels_, .blocks = {}, .all = {at, at}};
    for (const BlockLabels& labels : labels_.blocks)
      if (std::optional<FlowBlock> block = read_block(labels, at)) {
        if (!table.blocks.empty()) table.blocks.back().rows.back().merged_after = 0;
        table.rows += block->rows.size();
        table.blocks.push_back(std::move(*block));
        table.all.to = at;
      }
    return table;
  }

 private:
  std::optional<Span> label_at(const LabelText& label, std::size_t& at) const {
    const std::size_t length = label.length_at(folded_, at);
    if (length == 0) return std::nullopt;
    const Span span{at, with_explanation(at + length)};
    at = span.to;
    return span;
  }

  std::optional<Span> first_of(const std::vector<LabelText>& labels, std::size_t& at) const {
    return labels.empty() ? std::nullopt : label_at(labels.front(), at);
  }

  // The bracket of an enumerator, （六）, explains nothing.
  bool begins_label(std::size_t at) const {
    const auto stands_here = [&](const LabelText& label) { return label.length_at(folded_, at) > 0; };
    return std::any_of(labels_.blocks.begin(), labels_.blocks.end(), [&](const BlockLabels& block) {
      return std::any_of(block.rows.begin(), block.rows.end(), [&](const RowLabel& row) {
        return stands_here(row.text) || std::any_of(row.groups.begin(), row.groups.end(), stands_here);
      });
    });
  }

  // Past a bracket that explains the label before it, and a colon.
  std::size_t with_explanation(std::size_t at) const {
    if (at < folded_.size() && folded_[at] == '(' && !begins_label(at)) {
      const std::size_t closes = folded_.find(')', at);
      if (closes != string_view::npos && closes - at < kLongestExplanation) at = closes + 1;
    }
    return at < folded_.size() && folded_[at] == '.' ? at + 1 : at;
  }

  // `at` goes past the block if it stands there.
  std::optional<FlowBlock> read_block(const BlockLabels& labels, std::size_t& at) {
    FlowBlock block{.labels = &labels};
    std::size_t next = at;
    block.banner = first_of(labels.banner, next);
    block.corner = first_of(labels.corner, next);
    for (const HeaderLabel& label : labels.header) {
      const std::optional<Span> span = label_at(label.text, next);
      if (!span) return std::nullopt;
      block.header.push_back(*span);
    }
    read_rows(block, next);
    if (block.rows.empty()) return std::nullopt;
    at = next;
    return block;
  }

  void read_rows(FlowBlock& block, std::size_t& at) {
    if (block.labels->rows.empty()) {
      block.rows.push_back({.label = std::nullopt, .row = 0, .values = {at, at}});
      end_row(block, at);
      return;
    }
    for (std::optional<FlowRow> row = row_at(block, at, 0); row; row = row_at(block, at, block.rows.back().row + 1)) {
      if (!block.rows.empty()) block.rows.back().merged_after = row->merged_after;
      row->merged_after.reset();
      block.rows.push_back(*row);
      at = row->values.from;
      end_row(block, at);
    }
  }

  // The row whose label stands at `at`, or behind labels of its groups; `merged_after` of it is how many groups above
  // it are not printed again.
  std::optional<FlowRow> row_at(const FlowBlock& block, std::size_t at, std::size_t first) const {
    const std::vector<RowLabel>& rows = block.labels->rows;
    for (std::size_t r = first; r < rows.size(); ++r) {
      std::size_t next = at;
      std::size_t printed = 0;
      for (const LabelText& group : rows[r].groups)
        if (label_at(group, next)) ++printed;
      if (const auto label = label_at(rows[r].text, next))
        return FlowRow{
            .label = label, .row = r, .values = {next, next}, .merged_after = rows[r].groups.size() - printed};
    }
    return std::nullopt;
  }

  // True where something begins that is no value of this row.
  bool is_next_label(const FlowBlock& block, std::size_t at) const {
    return row_at(block, at, block.rows.back().row + 1) || anchors_.may_begin_table(folded_, at) ||
           anchors_.heading_at(folded_, at) > 0;
  }

  // True if the label at `at` has lost the enumerator that the form gives it: digits before it may be that.
  bool may_have_lost_number(const FlowBlock& block, std::size_t at) const {
    const std::vector<RowLabel>& rows = block.labels->rows;
    return std::any_of(rows.begin(), rows.end(), [&](const RowLabel& row) {
      const std::size_t length = row.text.length_at(folded_, at);
      return length > 0 && row.text.lacks_number(folded_, at, length);
    });
  }

  // Finds where the values of the last row end.
  void end_row(FlowBlock& block, std::size_t& at) {
    FlowRow& row = block.rows.back();
    const std::size_t limit = std::min(folded_.size(), at + kLongestRow);
    std::size_t end = at;
    while (end < limit && !is_next_label(block, end)) ++end;
    row.is_followed = end < limit;
    if (!row.is_followed) end = end_of_figures(at, limit);
    row.values = {at, end};
    row.is_closed = ends_cleanly(row.values) && !(row.is_followed && may_have_lost_number(block, end));
    at = end;
  }

  static bool is_of_figure(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == '/'; }

  // Without a label behind them the values are the figures that follow, to the end of their last line.
  std::size_t end_of_figures(std::size_t at, std::size_t limit) const {
    std::size_t end = at;
    while (end < limit && is_of_figure(folded_[end])) ++end;
    return end;
  }

  // Right behind the values stands nothing that their last digits may belong to.
  bool ends_cleanly(const Span& values) const {
    if (values.to == folded_.size() || !is_of_figure(folded_[values.to])) return true;
    const string_view printed = flow_.printed(values.from, values.to);
    return is_blank(printed.substr(std::max<std::size_t>(printed.size(), 1) - 1)) || anchored_number(values.to);
  }

  // A label of the form that begins with its own enumerator.
  bool anchored_number(std::size_t at) const { return anchors_.heading_at(folded_, at) > 0 || begins_label(at); }

  const FlowText& flow_;
  string_view folded_;
  const FormAnchors& anchors_;
  const TableLabels& labels_;
};

// Builds the table of a document from what was found.
class TableBuilder {
 public:
  TableBuilder(const FlowText& flow, const Lexicon& lexicon, std::optional<Separation> only)
      : flow_(flow), lexicon_(lexicon), only_(only) {}

  // Empty lines tell cells only in a text that has them everywhere: every row of its table has as many lines as cells
  // and as the form merges away before the next one, and of some table there are rows enough to show that it is no
  // accident and that the empty lines are not the gaps between the cells. `proved` is whether one has.
  bool proves_lines(const FlowTable& found) const {
    constexpr std::size_t kFewest = 3;
    const std::optional<std::size_t> rows = rows_that_keep_to_lines(found);
    return rows && *rows >= kFewest;
  }

  Table build(const FlowTable& found, bool proved) {
    keeps_to_lines_ = proved && rows_that_keep_to_lines(found);
    has_joined_cells_ = has_joined_cells(found);
    for (const FlowBlock& block : found.blocks) add_block(block);
    return std::move(table_);
  }

  const std::set<Separation>& separations() const { return separations_; }

 private:
  void add_block(const FlowBlock& block) {
    const std::size_t columns = block.labels->block->columns.size();
    const std::size_t first = block.labels->rows.empty() ? 1 : 2;
    if (block.banner) add_cell(*block.banner, {.row = ++table_.row_count, .column = 1, .columns = first + columns - 1});
    const std::size_t top = table_.row_count + 1;
    table_.row_count += block.labels->levels;
    if (block.corner) add_cell(*block.corner, {.row = top, .column = 1, .rows = block.labels->levels});
    for (std::size_t i = 0; i < block.header.size(); ++i) {
      const HeaderLabel& label = block.labels->header[i];
      add_cell(block.header[i], {.row = top + label.level,
                                 .column = first + label.column,
                                 .rows = label.is_leaf ? block.labels->levels - label.level : 1,
                                 .columns = label.columns});
    }
    add_rows(block, first, columns);
  }

  void add_rows(const FlowBlock& block, std::size_t first, std::size_t columns) {
    for (const FlowRow& row : block.rows) {
      RowValues values = values_of(row, columns);
      if (values.needs_style && !keeps_to_lines_) values = as_one_cell(values);
      if (values.separation == Separation::kSpaces && columns > 1 && has_joined_cells_)
        values = as_run_together(values);
      separations_.insert(values.separation);
      ++table_.row_count;
      if (row.label) add_cell(*row.label, {.row = table_.row_count, .column = 1});
      if (is_there(row, values)) add_values(row, values, first, columns);
      if (values.note) add_note(row, *values.note);
    }
  }

  RowValues values_of(const FlowRow& row, std::size_t columns) const {
    const RowShape shape{.columns = columns, .has_label = row.label.has_value(), .merged_after = row.merged_after};
    RowValues values = split_values(flow_.printed(row.values.from, row.values.to), shape, lexicon_, only_);
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

  void add_values(const FlowRow& row, const RowValues& values, std::size_t first, std::size_t columns) {
    const bool whole = values.cells.size() != columns;
    for (std::size_t i = 0; i < values.cells.size(); ++i)
      table_.cells.push_back({.text = values.cells[i],
                              .row = table_.row_count,
                              .column = first + i,
                              .columns = whole ? columns : 1,
                              .line = flow_.line_at(row.values.from, values.offsets[i]),
                              .is_whole_row = whole,
                              .run_together = whole && values.run_together});
  }

  // A row of its own, so that it moves nothing.
  void add_note(const FlowRow& row, std::size_t offset) {
    const string_view text = flow_.printed(row.values.from, row.values.to).substr(offset);
    table_.cells.push_back({.text = std::string(trim(text)),
                            .row = ++table_.row_count,
                            .column = 1,
                            .line = flow_.line_at(row.values.from, offset)});
  }

  void add_cell(const Span& span, Cell cell) {
    const string_view printed = flow_.printed(span.from, span.to);
    const string_view shown = trim(printed);
    cell.text = shown;
    cell.line = flow_.line_at(span.from, static_cast<std::size_t>(shown.data() - printed.data()));
    table_.cells.push_back(std::move(cell));
  }

  const FlowText& flow_;
  const Lexicon& lexicon_;
  std::optional<Separation> only_;
  Table table_;
  bool keeps_to_lines_ = false;
  bool has_joined_cells_ = false;
  std::set<Separation> separations_;
};

class FlowReader {
 public:
  FlowReader(Document& document, const Schema& schema, const Limits& limits, std::optional<Separation> only)
      : document_(document), schema_(schema), limits_(limits), anchors_(schema.anchors), only_(only) {}

  std::optional<Problem> run() {
    std::vector<Block> blocks = std::exchange(document_.blocks, {});
    tables_ = static_cast<std::size_t>(std::count_if(
        blocks.begin(), blocks.end(), [](const Block& block) { return std::holds_alternative<Table>(block); }));
    std::vector<const Paragraph*> stretch;
    for (Block& block : blocks) {
      const auto* paragraph = std::get_if<Paragraph>(&block);
      if (paragraph != nullptr && paragraph->is_line) {
        stretch.push_back(paragraph);
        continue;
      }
      read(stretch);
      stretch.clear();
      document_.blocks.push_back(std::move(block));
    }
    read(stretch);
    note_dialects();
    number_tables();
    if (tables_ > limits_.tables) return beyond(limits_, &Limits::tables, "");
    if (document_.counts.total() > limits_.cells) return beyond(limits_, &Limits::cells, "");
    return std::nullopt;
  }

 private:
  void read(const std::vector<const Paragraph*>& stretch) {
    if (stretch.empty()) return;
    const FlowText flow(stretch);
    const std::vector<FlowTable> found = tables_in(flow);
    if (found.empty()) {
      for (const Paragraph* paragraph : stretch) document_.blocks.emplace_back(*paragraph);
      return;
    }
    const bool keeps_to_lines = std::any_of(found.begin(), found.end(), [&](const FlowTable& table) {
      return TableBuilder(flow, schema_.lexicon, only_).proves_lines(table);
    });
    std::size_t done = 0;
    for (const FlowTable& table : found) {
      add_paragraphs(flow, done, table.all.from);
      add_table(flow, table, keeps_to_lines);
      done = table.all.to;
    }
    add_paragraphs(flow, done, flow.folded().size());
  }

  // No more than one beyond the limit.
  std::vector<FlowTable> tables_in(const FlowText& flow) const {
    std::vector<FlowTable> found;
    for (std::size_t at = 0; at < flow.folded().size() && tables_ + found.size() <= limits_.tables;) {
      std::optional<FlowTable> table = table_at(flow, at);
      at = table ? table->all.to : at + 1;
      if (table) found.push_back(std::move(*table));
    }
    return found;
  }

  // The table of a form that begins here and takes most rows with it; of equal ones the first.
  std::optional<FlowTable> table_at(const FlowText& flow, std::size_t at) const {
    if (!anchors_.may_begin_table(flow.folded(), at)) return std::nullopt;
    std::optional<FlowTable> best;
    for (const TableLabels& labels : anchors_.tables()) {
      FlowTable table = TableScanner(flow, anchors_, labels).read(at);
      if (table.rows > 0 && (!best || table.rows > best->rows)) best = std::move(table);
    }
    return best;
  }

  void add_paragraphs(const FlowText& flow, std::size_t from, std::size_t to) {
    for (Paragraph& paragraph : flow.paragraphs(from, to)) document_.blocks.emplace_back(std::move(paragraph));
  }

  void add_table(const FlowText& flow, const FlowTable& found, bool keeps_to_lines) {
    TableBuilder builder(flow, schema_.lexicon, only_);
    Table table = builder.build(found, keeps_to_lines);
    ++tables_;
    document_.counts.shown += table.cells.size();
    document_.blocks.emplace_back(std::move(table));
    separations_.insert(builder.separations().begin(), builder.separations().end());
  }

  void number_tables() {
    std::size_t ordinal = 0;
    for (Block& block : document_.blocks)
      if (auto* table = std::get_if<Table>(&block)) table->ordinal = ++ordinal;
  }

  void note_dialects() {
    for (const Separation separation : separations_)
      document_.dialect += (document_.dialect.empty() ? "" : "+") + std::string(name_of(separation));
  }

  Document& document_;
  const Schema& schema_;
  const Limits& limits_;
  const FormAnchors& anchors_;
  std::optional<Separation> only_;
  std::size_t tables_ = 0;
  std::set<Separation> separations_;
};

std::optional<Separation> separation_named(const std::string& name) {
  for (const Separation separation : kSeparations)
    if (name == name_of(separation)) return separation;
  return std::nullopt;
}

}  // namespace

const std::vector<std::string>& flow_dialects() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    all.reserve(kSeparations.size());
    for (const Separation separation : kSeparations) all.emplace_back(name_of(separation));
    all.emplace_back(kLayoutDialect);
    return all;
  }();
  return names;
}

std::optional<Problem> find_flow_tables(Document& document, const Schema& schema, const ReadOptions& options) {
  const bool is_layout = options.text_dialect == kLayoutDialect;
  if (document.kind == "text" && (is_layout || options.text_dialect.empty()))
    if (const auto problem = find_layout_tables(document, schema, options.limits, is_layout)) return problem;
  const std::optional<Separation> wanted = separation_named(options.text_dialect);
  if (document.kind != "text" || (!options.text_dialect.empty() && !wanted)) return std::nullopt;
  return FlowReader(document, schema, options.limits, wanted).run();
}

}  // namespace nianbao

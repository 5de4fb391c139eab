#include "extract/layout_tables.h"

#include <algorithm>
#include <utility>

#include "extract/form_table_writer.h"
#include "extract/layout_block.h"
#include "extract/layout_columns.h"
#include "extract/text_stretches.h"
#include "schema/memo.h"

namespace nianbao {
namespace {

using Word = LayoutPlace::Word;
using Lines = std::vector<LayoutLine>;

constexpr std::size_t kLongestTable = 300;  // lines of the file

struct LayoutTable {
  std::vector<LayoutBlock> blocks;

  // Rows of the form.
  std::ptrdiff_t rows() const {
    std::ptrdiff_t rows = 0;
    for (const LayoutBlock& block : blocks)
      rows += std::count_if(block.rows.begin(), block.rows.end(),
                            [](const LayoutBlockRow& row) { return row.row.has_value(); });
    return rows;
  }
  std::size_t last_line() const { return blocks.back().last_line; }
};

// Words of a cell as printed: those of one line parted by spaces.
TextAt text_of(const Lines& lines, const std::vector<Word>& words) {
  TextAt text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const LayoutLine& line = lines[words[i].line];
    if (i == 0) text.line = line.number;
    if (i > 0) text.text += words[i].line == words[i - 1].line ? ' ' : '\n';
    text.text += line.words[words[i].word].text;
  }
  return text;
}

std::optional<TextAt> text_of(const Lines& lines, const std::optional<LayoutPlace>& place) {
  return place ? std::optional<TextAt>(text_of(lines, place->words)) : std::nullopt;
}

// The columns of a block by characters. Where it is not clear that the text does not count widths, both must agree.
class BlockColumns {
 public:
  BlockColumns(const std::vector<LayoutRow>& rows, const std::vector<LayoutRow>& labels)
      : by_characters_(rows, labels), by_widths_(rows, labels, LayoutMeasure::kWidths) {}

  std::optional<LayoutCells> cells_of(const LayoutRow& row) const {
    std::optional<LayoutCells> cells = by_characters_.cells_of(row);
    if (!cells || !by_widths_.is_consistent(row.page)) return cells;
    const std::optional<LayoutCells> other = by_widths_.cells_of(row);
    return !other || *other == *cells ? cells : std::nullopt;
  }

 private:
  LayoutColumns by_characters_;
  LayoutColumns by_widths_;
};

class LayoutTableBuilder {
 public:
  explicit LayoutTableBuilder(const Lines& lines) : lines_(lines) {}

  Table build(const LayoutTable& table) {
    for (const LayoutBlock& block : table.blocks) add_block(block);
    return writer_.take();
  }

 private:
  void add_block(const LayoutBlock& block) {
    FormTableWriter::Head head{.labels = block.labels,
                               .banner = text_of(lines_, block.banner),
                               .corner = text_of(lines_, block.corner),
                               .header = {}};
    for (const auto& label : block.header) head.header.push_back(text_of(lines_, label));
    writer_.begin_block(head);
    const BlockColumns columns(rows_of(block), labels_of(block));
    for (const LayoutBlockRow& row : block.rows)
      if (row.row)
        add_row(row, columns);
      else
        writer_.add_note(text_of(lines_, row.values));
  }

  std::vector<LayoutRow> rows_of(const LayoutBlock& block) const {
    std::vector<LayoutRow> rows;
    for (const LayoutBlockRow& row : block.rows)
      if (row.row && !row.is_doubtful) rows.push_back(layout_row(row.values));
    return rows;
  }

  // Those over one column each, from the left.
  std::vector<LayoutRow> labels_of(const LayoutBlock& block) const {
    std::vector<LayoutRow> labels(block.labels->block->columns.size());
    for (std::size_t i = 0; i < block.header.size(); ++i)
      if (const HeaderLabel& label = block.labels->header[i]; label.is_leaf)
        labels[label.column] = layout_row(block.header[i]->words);
    return labels;
  }

  LayoutRow layout_row(const std::vector<Word>& words) const {
    LayoutRow found;
    if (words.empty()) return found;
    found.page = lines_[words.front().line].page;
    found.line = words.front().line;
    for (const Word at : words) found.words.push_back(&lines_[at.line].words[at.word]);
    return found;
  }

  void add_row(const LayoutBlockRow& row, const BlockColumns& columns) {
    writer_.begin_row(text_of(lines_, row.label));
    // Nothing that may have been something is no blank cell.
    if (row.values.empty() && row.is_doubtful) return;
    const auto cells = row.is_doubtful ? std::nullopt : columns.cells_of(layout_row(row.values));
    if (cells)
      add_cells(row, *cells);
    else
      writer_.add_whole_row(text_of(lines_, row.values), false);
  }

  void add_cells(const LayoutBlockRow& row, const LayoutCells& cells) {
    const std::size_t line = lines_[row.values.empty() ? row.first_line : row.values.front().line].number;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      TextAt text{"", line};
      for (const LayoutWord* word : cells[column]) text.text += (text.text.empty() ? "" : " ") + word->text;
      writer_.add_value(column, std::move(text));
    }
  }

  const Lines& lines_;
  FormTableWriter writer_;
};

// Reads the lines between two tables that the document already has.
class StretchReader {
 public:
  StretchReader(const TextStretch& stretch, const Schema& schema)
      : stretch_(stretch), schema_(schema), lines_(layout_lines(stretch, schema.lexicon)), finder_(lines_) {}

  // Paragraphs and tables in their order.
  std::vector<Block> read() {
    mark_borders();
    std::vector<Block> blocks;
    for (std::size_t line = 0; line < lines_.size();) {
      if (const std::optional<LayoutTable> table = table_at(line)) {
        blocks.emplace_back(LayoutTableBuilder(lines_).build(*table));
        line = table->last_line() + 1;
      } else {
        blocks.emplace_back(*stretch_[line++]);
      }
    }
    return blocks;
  }

 private:
  // A heading ends a table, and so does a line that is no line of a page.
  void mark_borders() {
    for (LayoutLine& line : lines_) {
      std::string folded;
      for (const LayoutWord& word : line.words) folded += word.folded;
      line.is_border = line.words.empty() ? !line.is_page_number : schema_.anchors.heading_at(folded, 0) > 0;
    }
  }

  std::size_t border_behind(std::size_t line) const {
    std::size_t border = line + 1;
    while (border < lines_.size() && !lines_[border].is_border &&
           lines_[border].number - lines_[line].number < kLongestTable)
      ++border;
    return border;
  }

  // Most lines begin with no label of any head; that is soon seen.
  bool may_begin_table(std::size_t line) {
    const auto begins = [&](const LayoutWord& word) {
      return may_begin_.of(word.folded, [&](std::string_view folded) { return begins_head(folded); });
    };
    return std::any_of(lines_[line].words.begin(), lines_[line].words.end(), begins);
  }

  bool begins_head(std::string_view folded) const {
    const auto begins = [&](const LabelText& label) {
      const LabelFit fit = label.fit(folded);
      return fit.is_whole || fit.may_go_on || fit.is_open;
    };
    const std::vector<TableLabels>& tables = schema_.anchors.tables();
    return std::any_of(tables.begin(), tables.end(), [&](const TableLabels& table) {
      return std::any_of(table.blocks.begin(), table.blocks.end(), [&](const BlockLabels& block) {
        return std::any_of(block.banner.begin(), block.banner.end(), begins) ||
               std::any_of(block.corner.begin(), block.corner.end(), begins) ||
               std::any_of(block.header.begin(), block.header.end(),
                           [&](const HeaderLabel& label) { return begins(label.text); });
      });
    });
  }

  // The table of a form that begins here and takes most rows with it; of equal ones the first.
  std::optional<LayoutTable> table_at(std::size_t line) {
    if (finder_.is_exhausted() || !may_begin_table(line)) return std::nullopt;
    const TableLabels* best = nullptr;
    std::ptrdiff_t most_rows = 0;
    for (const TableLabels& labels : schema_.anchors.tables()) {
      const std::ptrdiff_t rows = read_table(labels, line).rows();
      give_back(line);
      if (rows > most_rows) {
        best = &labels;
        most_rows = rows;
      }
    }
    if (best == nullptr) return std::nullopt;
    LayoutTable table = read_table(*best, line);
    return table.blocks.empty() ? std::nullopt : std::optional<LayoutTable>(std::move(table));
  }

  LayoutTable read_table(const TableLabels& labels, std::size_t line) {
    LayoutTable table;
    const std::size_t stop = border_behind(line);
    for (const BlockLabels& block : labels.blocks)
      for (std::size_t at = line; at < (table.blocks.empty() ? line + 1 : stop); ++at)
        if (auto found = find_layout_block(lines_, finder_, labels, block, at, stop)) {
          line = found->last_line + 1;
          table.blocks.push_back(std::move(*found));
          break;
        }
    return table;
  }

  void give_back(std::size_t from) {
    for (std::size_t line = from; line < lines_.size() && lines_[line].number - lines_[from].number <= kLongestTable;
         ++line)
      for (LayoutWord& word : lines_[line].words) word.is_taken = false;
  }

  const TextStretch& stretch_;
  const Schema& schema_;
  Lines lines_;
  LayoutLabels finder_;
  Memo<bool> may_begin_;
};

class LayoutReader {
 public:
  LayoutReader(Document& document, const Schema& schema, const Limits& limits, bool is_asked_for)
      : document_(document), schema_(schema), limits_(limits), is_asked_for_(is_asked_for) {}

  std::optional<Problem> run() {
    replace_stretches(document_, [this](const TextStretch& stretch) { return read(stretch); });
    if (found_any_) document_.dialect += (document_.dialect.empty() ? "" : "+") + std::string(kLayoutDialect);
    return lines_ > limits_.layout_lines ? std::optional(beyond(limits_, &Limits::layout_lines, "")) : std::nullopt;
  }

 private:
  std::vector<Block> read(const TextStretch& stretch) {
    if (!is_asked_for_ && !are_in_columns(stretch)) return unchanged(stretch);
    lines_ += stretch.size();
    if (lines_ > limits_.layout_lines) return unchanged(stretch);
    std::vector<Block> blocks = StretchReader(stretch, schema_).read();
    for (const Block& block : blocks)
      if (const auto* table = std::get_if<Table>(&block)) {
        document_.counts.shown += table->cells.size();
        found_any_ = true;
      }
    return blocks;
  }

  Document& document_;
  const Schema& schema_;
  const Limits& limits_;
  bool is_asked_for_;
  std::size_t lines_ = 0;
  bool found_any_ = false;
};

}  // namespace

std::optional<Problem> find_layout_tables(Document& document, const Schema& schema, const Limits& limits,
                                          bool is_asked_for) {
  return LayoutReader(document, schema, limits, is_asked_for).run();
}

}  // namespace nianbao

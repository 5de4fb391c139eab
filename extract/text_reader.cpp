#include "extract/text_reader.h"

#include <algorithm>
#include <utility>

#include "extract/encoding.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr string_view kBookmarkOpens = "[bookmark:";

// `[bookmark: _GoBack]` and the like are left by the export; they are no text of the report.
std::string without_bookmarks(string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t opens = line.find(kBookmarkOpens, at);
    const std::size_t closes = opens == string_view::npos ? opens : line.find(']', opens);
    if (closes == string_view::npos) return out.append(line.substr(at));
    out.append(line.substr(at, opens - at));
    at = closes + 1;
  }
  return out;
}

class TextTables {
 public:
  void add(string_view raw, std::size_t number) {
    const std::string line = without_bookmarks(raw);
    if (!line.empty() && line.front() == '\t')
      add_cell(line.substr(1), number);
    else if (is_blank(line))
      end_row();
    else if (row_is_open_)
      continue_cell(line);
    else
      add_paragraph(line, number);
  }

  bool has_too_many_cells() const { return cell_count_ > kMaxCells; }

  std::vector<Block> finish() {
    close_table();
    return std::move(blocks_);
  }

 private:
  void add_cell(std::string text, std::size_t line) {
    if (!row_is_open_) ++table_.row_count, column_ = 0;
    row_is_open_ = true;
    if (++cell_count_ > kMaxCells) return;
    table_.cells.push_back({.text = std::move(text), .row = table_.row_count, .column = ++column_, .line = line});
  }

  void continue_cell(const std::string& line) { table_.cells.back().text += "\n" + line; }

  // One empty line ends the row, a second one the table.
  void end_row() {
    if (!row_is_open_) close_table();
    row_is_open_ = false;
  }

  void add_paragraph(const std::string& line, std::size_t number) {
    close_table();
    blocks_.emplace_back(Paragraph{line, number});
  }

  // Rows of one cell each are paragraphs whose first line is indented by a TAB; so are sentences under one another.
  bool is_table() const {
    const bool sentences = std::any_of(table_.cells.begin(), table_.cells.end(),
                                       [](const Cell& cell) { return cell.text.find("。") != std::string::npos; });
    return table_.cells.size() > table_.row_count && !(table_.row_count == 1 && sentences);
  }

  void close_table() {
    row_is_open_ = false;
    if (table_.cells.empty()) return;
    if (is_table()) {
      table_.ordinal = ++table_count_;
      table_.is_grid = false;
      blocks_.emplace_back(std::move(table_));
    } else {
      for (const Cell& cell : table_.cells) blocks_.emplace_back(Paragraph{cell.text, cell.line});
    }
    table_ = Table{};
  }

  std::vector<Block> blocks_;
  Table table_;
  std::size_t column_ = 0;
  std::size_t cell_count_ = 0;
  std::size_t table_count_ = 0;
  bool row_is_open_ = false;
};

std::size_t cell_count(const std::vector<Block>& blocks) {
  std::size_t count = 0;
  for (const Block& block : blocks)
    if (const auto* table = std::get_if<Table>(&block)) count += table->cells.size();
  return count;
}

}  // namespace

Result<Document> read_text(const Source& source, const ReadOptions& options) {
  Result<DecodedText> decoded = decode_text(source.bytes, options.encoding);
  if (!decoded) return decoded.problem();
  TextTables tables;
  std::size_t number = 0;
  for (const string_view line : split_lines(decoded->text)) tables.add(line, ++number);
  if (tables.has_too_many_cells()) return Problem{"limit_cells", std::to_string(kMaxCells)};
  Document document;
  document.encoding = decoded->encoding;
  document.blocks = tables.finish();
  document.counts.shown = cell_count(document.blocks);
  return document;
}

}  // namespace nianbao

#include "extract/text_reader.h"

#include <algorithm>
#include <optional>
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
  explicit TextTables(const Limits& limits) : limits_(limits) {}

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

  // The limit that the lines so far are beyond, if there is one.
  std::optional<Problem> excess() const {
    if (counts_.total() + table_.cells.size() > limits_.cells) return beyond(limits_, &Limits::cells, "");
    if (table_count_ > limits_.tables) return beyond(limits_, &Limits::tables, "");
    if (blocks_.size() > limits_.paragraphs) return beyond(limits_, &Limits::paragraphs, "");
    return std::nullopt;
  }

  Document finish() {
    close_table();
    Document document;
    document.blocks = std::move(blocks_);
    document.counts = counts_;
    if (first_refused_ > 0) document.damage.push_back({"cell_refused", "L" + std::to_string(first_refused_)});
    return document;
  }

 private:
  void add_cell(const std::string& text, std::size_t line) {
    if (!row_is_open_) ++table_.row_count, column_ = 0;
    row_is_open_ = true;
    table_.cells.push_back({.text = "", .row = table_.row_count, .column = ++column_, .line = line});
    add_to_cell(text);
  }

  void continue_cell(const std::string& line) { add_to_cell("\n" + line); }

  void add_to_cell(const std::string& text) {
    Cell& cell = table_.cells.back();
    if (cell.text.size() + text.size() <= limits_.cell_bytes) {
      cell.text += text;
      return;
    }
    cell.holds_object = true;
    if (first_refused_ == 0) first_refused_ = cell.line;
  }

  // One empty line ends the row, a second one the table.
  void end_row() {
    if (!row_is_open_) close_table();
    row_is_open_ = false;
  }

  void add_paragraph(const std::string& line, std::size_t number) {
    close_table();
    blocks_.emplace_back(Paragraph{.text = line, .ordinal = number, .is_line = true});
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
      count_cells();
      blocks_.emplace_back(std::move(table_));
    } else {
      for (const Cell& cell : table_.cells)
        blocks_.emplace_back(Paragraph{.text = cell.text, .ordinal = cell.line, .is_line = true});
    }
    table_ = Table{};
  }

  void count_cells() {
    for (const Cell& cell : table_.cells) ++(cell.holds_object ? counts_.refused : counts_.shown);
  }

  const Limits& limits_;
  std::vector<Block> blocks_;
  CellCounts counts_;
  Table table_;
  std::size_t column_ = 0;
  std::size_t table_count_ = 0;
  std::size_t first_refused_ = 0;  // line
  bool row_is_open_ = false;
};

}  // namespace

Result<Document> read_text(const Source& source, const ReadOptions& options) {
  if (source.bytes.size() > options.limits.text_bytes) return beyond(options.limits, &Limits::text_bytes, "");
  Result<DecodedText> decoded = decode_text(source.bytes, options.encoding);
  if (!decoded) return decoded.problem();
  TextTables tables(options.limits);
  std::size_t number = 0;
  for (LineReader reader(decoded->text); const auto line = reader.next();) {
    tables.add(*line, ++number);
    if (const auto problem = tables.excess()) return *problem;
  }
  Document document = tables.finish();
  document.encoding = decoded->encoding;
  return document;
}

}  // namespace nianbao

#include "extract/text_simple.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/text_columns.h"
#include "extract/text_rows.h"
#include "schema/direction.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// Where the dashes of a column stand: from `begin` up to, not including, `end`.
struct Column {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Column&) const = default;
};

using Columns = std::vector<Column>;

// The runs of dashes in a line of nothing else; none where it has anything else, or a run of one.
Columns runs_of(string_view line) {
  Columns runs;
  constexpr std::size_t kShortest = 2;
  const string_view rule = line.substr(0, line.find_last_not_of(" \f") + 1);
  if (rule.find_first_not_of("- ") != string_view::npos) return runs;
  for (std::size_t begin = rule.find('-'); begin != string_view::npos; begin = rule.find('-', runs.back().end)) {
    runs.push_back({begin, std::min(rule.find(' ', begin), rule.size())});
    if (runs.back().end - begin < kShortest || runs.size() > kMostColumns) return {};
  }
  return runs;
}

bool is_column_rule(const TextLine& line) { return runs_of(line.text).size() > 1; }

bool is_full_rule(const TextLine& line) {
  constexpr std::size_t kShortest = 3;
  const Columns runs = runs_of(line.text);
  return runs.size() == 1 && runs.front().end - runs.front().begin >= kShortest;
}

bool is_rule(const TextLine& line) { return !runs_of(line.text).empty(); }

// A line cut at the columns.
struct Cut {
  LineCells cells;
  bool is_clean = false;  // nothing stands between columns
  bool is_flush = false;  // and every cell begins or ends with its column
  bool fits() const { return is_clean && is_flush; }
};

LineCells empty_cells(const TextLine& line, const Columns& columns) {
  LineCells cells;
  for (const Column& column : columns)
    cells.push_back({.text = "",
                     .line = line.number,
                     .column = cells.size() + 1,
                     .columns = 1,
                     .room = column.end - column.begin + 2});
  return cells;
}

class Cutter {
 public:
  Cutter(const TextLine& line, const Columns& columns, Measure measure)
      : line_(line), columns_(columns), measure_(measure) {}

  Cut run() {
    cut_ = {.cells = empty_cells(line_, columns_),
            .is_clean = line_.text.find('\t') == std::string::npos,
            .is_flush = true};
    for (const Glyph& glyph : glyphs_of(line_.text, measure_)) take(glyph);
    end_cell();
    return std::move(cut_);
  }

 private:
  void take(const Glyph& glyph) {
    if (glyph.is_space() || (glyph.width == 0 && is_gap(glyph.text))) return;
    while (at_ < columns_.size() && glyph.column >= columns_[at_].end) end_cell(), ++at_;
    if (at_ == columns_.size() || glyph.column < columns_[at_].begin || glyph.end_column() > columns_[at_].end) {
      cut_.is_clean = false;
      return;
    }
    if (!first_) first_ = glyph;
    last_ = glyph;
  }

  void end_cell() {
    if (!first_) return;
    cut_.cells[at_].text = line_.text.substr(first_->byte, last_.end_byte() - first_->byte);
    const bool is_flush = first_->column == columns_[at_].begin || last_.end_column() == columns_[at_].end;
    cut_.is_flush = cut_.is_flush && is_flush;
    first_.reset();
  }

  const TextLine& line_;
  const Columns& columns_;
  Measure measure_;
  std::size_t at_ = 0;
  std::optional<Glyph> first_;
  Glyph last_;
  Cut cut_;
};

Cut cut(const TextLine& line, const Columns& columns, Measure measure) { return Cutter(line, columns, measure).run(); }

bool show_the_same(const Cut& a, const Cut& b) {
  return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                    [](const LineCell& x, const LineCell& y) { return x.text == y.text; });
}

bool is_ascii(const TextLine& line) {
  return std::none_of(line.text.begin(), line.text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// A line that is wrong by a column puts a figure into the gap; one that is wrong by more may put it under another
// column. A line with other than ASCII characters therefore counts only where its cells stand flush, and by one measure
// only.
Cut cut_by_width(const TextLine& line, const Columns& columns) {
  Cut narrow = cut(line, columns, Measure::kNarrow);
  if (is_ascii(line)) {
    narrow.is_flush = true;
    return narrow;
  }
  Cut wide = cut(line, columns, Measure::kWide);
  if (!narrow.fits()) return wide;
  if (wide.fits() && !show_the_same(narrow, wide)) narrow.is_clean = false;
  return narrow;
}

// Pieces between gaps of two spaces or more.
LineCells pieces_of(const TextLine& line) {
  LineCells pieces;
  for (std::size_t begin = 0; begin < line.text.size();) {
    const std::size_t gap = std::min(line.text.find("  ", begin), line.text.size());
    const string_view piece = trim(string_view(line.text).substr(begin, gap - begin));
    if (!piece.empty()) pieces.push_back({.text = std::string(piece), .line = line.number});
    begin = std::min(line.text.find_first_not_of(' ', gap), line.text.size());
  }
  return pieces;
}

class SimpleTable {
 public:
  SimpleTable(Columns columns, TextLines header, TextLines body, const Limits& limits)
      : columns_(std::move(columns)), header_(header), body_(body), table_(limits, true) {
    counts_characters_ = fits(Measure::kCharacters) > fits(Measure::kNarrow);
  }

  // `is_multiline`: empty lines part the rows, and lines between them are one.
  Table take(bool is_multiline) {
    for (const TextLine& line : header_) add(line);
    flush();
    for (const TextLine& line : body_) {
      if (nianbao::is_blank(line.text))
        flush();
      else
        add(line);
      if (!is_multiline) flush();
    }
    flush();
    return table_.take();
  }

 private:
  // How many lines with wide characters stand flush, measured this way.
  std::size_t fits(Measure measure) const {
    std::size_t count = 0;
    for (const TextLines lines : {header_, body_})
      for (const TextLine& line : lines)
        if (!is_ascii(line) && cut(line, columns_, measure).fits()) ++count;
    return count;
  }

  void add(const TextLine& line) {
    if (table_.is_full()) return;
    Cut made = counts_characters_ ? cut(line, columns_, Measure::kCharacters) : cut_by_width(line, columns_);
    fits_ = fits_ && made.fits();
    row_.push_back(std::move(made.cells));
    pieces_.push_back(pieces_of(line));
  }

  void flush() {
    if (row_.empty()) return;
    if (fits_)
      table_.add_row(row_);
    else
      table_.add_misfit(pieces_);
    row_.clear();
    pieces_.clear();
    fits_ = true;
  }

  Columns columns_;
  TextLines header_;
  TextLines body_;
  RowsTable table_;
  bool counts_characters_ = false;  // its program took every character for one column
  RowLines row_;
  RowLines pieces_;  // of the same lines
  bool fits_ = true;
};

// How many lines there are before the first one for which `ends` is true.
template <typename Ends>
std::size_t lines_before(TextLines lines, Ends ends) {
  return static_cast<std::size_t>(std::distance(lines.begin(), std::find_if(lines.begin(), lines.end(), ends)));
}

bool is_empty(const TextLine& line) { return is_blank(line.text); }

bool has_empty_line(TextLines lines) { return std::any_of(lines.begin(), lines.end(), is_empty); }

// What there is to read: `lines` of the text, some of them header and body.
struct Found {
  TextLines lines;
  Columns columns;
  TextLines header;
  TextLines body;
};

// More cells than any table has are paragraphs.
TextPart part_of(const Found& found, bool is_multiline, const Limits& limits) {
  constexpr std::size_t kMostCells = 1'000'000;
  TextPart part{found.lines.size(), {}};
  if (found.columns.size() * found.lines.size() <= kMostCells) {
    part.blocks.emplace_back(SimpleTable(found.columns, found.header, found.body, limits).take(is_multiline));
    return part;
  }
  for (const TextLine& line : found.lines)
    if (!is_blank(line.text)) part.blocks.emplace_back(paragraph_of(line));
  return part;
}

// The dashes come first and close the table too.
TextPart read_without_header(TextLines lines, const Limits& limits) {
  const Columns columns = runs_of(lines.front().text);
  const TextLines body = lines.subspan(1, lines_before(lines.subspan(1), is_rule));
  const std::size_t closing = body.size() + 1;
  const bool is_closed =
      closing < lines.size() && (runs_of(lines[closing].text) == columns || is_full_rule(lines[closing]));
  if (!is_closed || std::all_of(body.begin(), body.end(), is_empty)) return {};
  return part_of({lines.first(closing + 1), columns, {}, body}, has_empty_line(body), limits);
}

// One line above the dashes; an empty line or more dashes end it.
TextPart read_below_header(TextLines lines, const Limits& limits) {
  const Columns columns = runs_of(lines[1].text);
  const TextLines rest = lines.subspan(2);
  const TextLines body =
      rest.first(lines_before(rest, [](const TextLine& line) { return is_empty(line) || is_rule(line); }));
  if (body.empty()) return {};
  const bool is_closed = body.size() < rest.size() && is_rule(rest[body.size()]);
  return part_of({lines.first(2 + body.size() + (is_closed ? 1 : 0)), columns, lines.first(1), body}, false, limits);
}

// Dashes across the whole table above the header and below the last row.
TextPart read_between_rules(TextLines lines, const Limits& limits) {
  const auto ends_header = [](const TextLine& line) { return is_empty(line) || is_rule(line); };
  const TextLines header = lines.subspan(1, lines_before(lines.subspan(1), ends_header));
  const std::size_t rule = header.size() + 1;
  if (header.empty() || rule >= lines.size() || !is_column_rule(lines[rule])) return {};
  const TextLines rest = lines.subspan(rule + 1);
  const TextLines body = rest.first(lines_before(rest, is_rule));
  if (body.size() == rest.size() || std::all_of(body.begin(), body.end(), is_empty)) return {};
  return part_of({lines.first(rule + body.size() + 2), runs_of(lines[rule].text), header, body}, has_empty_line(body),
                 limits);
}

TextPart read_simple(TextLines lines, const Limits& limits) {
  if (is_column_rule(lines.front())) return read_without_header(lines, limits);
  if (is_full_rule(lines.front())) return read_between_rules(lines, limits);
  const bool has_rule = lines.size() > 2 && !is_empty(lines.front()) && is_column_rule(lines[1]);
  return has_rule ? read_below_header(lines, limits) : TextPart{};
}

std::size_t score_simple(TextLines text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_column_rule));
}

}  // namespace

const TextDialect kSimpleDialect = {"simple", score_simple, read_simple};

}  // namespace nianbao

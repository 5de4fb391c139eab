#include "extract/text_pipes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "extract/text_columns.h"
#include "extract/text_rows.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

string_view without_spaces_around(string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// The text between the pipes of a line.
struct PipeLine {
  const TextLine* source = nullptr;
  std::vector<string_view> parts;
  bool opens = false;   // a pipe stands before the first part
  bool closes = false;  // and behind the last
  bool same_style(const PipeLine& other) const { return opens == other.opens && closes == other.closes; }
};

bool is_escaped(string_view text, std::size_t at) { return at > 0 && text[at - 1] == '\\'; }

// No parts where the line has no pipe, or more than a table has.
PipeLine pipe_line(const TextLine& source) {
  const string_view text = without_spaces_around(source.text);
  PipeLine line{.source = &source};
  std::size_t begin = 0;
  for (std::size_t pipe = text.find('|'); pipe != string_view::npos; pipe = text.find('|', pipe + 1)) {
    if (is_escaped(text, pipe)) continue;
    if (pipe == 0)
      line.opens = true;
    else
      line.parts.push_back(text.substr(begin, pipe - begin));
    begin = pipe + 1;
    if (line.parts.size() > kMostColumns) return {.source = &source};
  }
  line.closes = begin == text.size() && !line.parts.empty();
  if (begin > 0 && !line.closes) line.parts.push_back(text.substr(begin));
  return line;
}

// asciidoc writes the cells of a row over any number of lines: such tables are not read.
bool is_fence(const TextLine& line) {
  const string_view text = without_spaces_around(line.text);
  return text.starts_with("|===") && text.find_first_not_of('=', 1) == string_view::npos;
}

bool is_dashes(string_view part, std::size_t fewest) {
  string_view dashes = without_spaces_around(part);
  if (dashes.starts_with(':')) dashes.remove_prefix(1);
  if (dashes.ends_with(':')) dashes.remove_suffix(1);
  return dashes.size() >= fewest &&
         (dashes.find_first_not_of('-') == string_view::npos || dashes.find_first_not_of('=') == string_view::npos);
}

bool is_markdown_rule(const PipeLine& line, std::size_t fewest_dashes) {
  return !line.parts.empty() && std::all_of(line.parts.begin(), line.parts.end(),
                                            [&](string_view part) { return is_dashes(part, fewest_dashes); });
}

// `|---+---|`
bool is_org_rule(const PipeLine& line) {
  return line.opens && line.parts.size() == 1 && line.parts.front().find('+') != string_view::npos &&
         line.parts.front().starts_with('-') && line.parts.front().find_first_not_of("-+") == string_view::npos;
}

std::string cell_text(string_view part) {
  std::string text = replace_all(part, "\\|", "|");
  for (const char* line_break : {"<br>", "<br/>", "<br />", "<BR>", "<BR/>", "<BR />"})
    if (text.find('<') != std::string::npos) text = replace_all(text, line_break, "\n");
  return std::string(trim(text));
}

LineCells cells_of(const PipeLine& line) {
  LineCells cells;
  for (const string_view part : line.parts)
    cells.push_back({.text = cell_text(part),
                     .line = line.source->number,
                     .column = cells.size() + 1,
                     .columns = 1,
                     .room = display_width(part)});
  return cells;
}

// What occurs most often, of several the greatest.
template <typename T>
T most_common(const std::vector<T>& all) {
  std::map<T, std::size_t> counts;
  for (const T& one : all) ++counts[one];
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) {
                            return a.second < b.second || (a.second == b.second && a.first < b.first);
                          })
      ->first;
}

// Rows a line each, all with the same number of cells.
class EqualRows {
 public:
  EqualRows(const std::vector<PipeLine>& lines, const Limits& limits) : limits_(limits) {
    std::vector<std::pair<bool, bool>> styles;
    styles.reserve(lines.size());
    for (const PipeLine& line : lines) styles.emplace_back(line.opens, line.closes);
    style_ = most_common(styles);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (!take_rule(lines[i], i, i + 1 == lines.size())) rows_.push_back(&lines[i]);
    if (columns_ != 0 || rows_.empty()) return;
    std::vector<std::size_t> counts;
    for (const PipeLine* row : rows_) counts.push_back(row->parts.size());
    columns_ = most_common(counts);
  }

  Table take() {
    RowsTable table(limits_, true);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const LineCells cells = cells_of(*rows_[i]);
      if (!fits(*rows_[i]))
        flush(table), table.add_misfit({cells});
      else if (is_blank(cells))
        take_blank(table, cells, i == 0);
      else
        take_filled(table, cells);
    }
    flush(table);
    return table.take();
  }

 private:
  // One rule parts the header from the rest; what looks like a second one is a row of dashes for nothing. Org has any
  // number of them, of another form.
  bool take_rule(const PipeLine& line, std::size_t at, bool is_last) {
    constexpr std::size_t kShortest = 3;
    if (is_org_rule(line)) return true;
    const bool may_be = !has_rule_ && (at < 2 || !is_last) && is_markdown_rule(line, at < 2 ? 1 : kShortest);
    if (!may_be) return false;
    has_rule_ = true;
    columns_ = line.parts.size();
    return true;
  }

  bool fits(const PipeLine& line) const {
    return line.parts.size() == columns_ && std::pair(line.opens, line.closes) == style_;
  }

  // Org parts the paragraphs of a cell by a line of blank cells; Markdown has one for a header that is not there.
  void take_blank(RowsTable& table, const LineCells& cells, bool is_first) {
    if (is_first && has_rule_) return;
    if (blank_) flush(table);
    if (!row_.empty())
      blank_ = cells;
    else
      table.add_row({cells});
  }

  void take_filled(RowsTable& table, const LineCells& cells) {
    const bool is_paragraph = blank_ && goes_on(row_.back(), cells);
    if (!is_paragraph && !has_line_break(row_) && !is_below_break(cells)) flush(table);
    blank_.reset();
    row_.push_back(cells);
  }

  // Org: the cell goes on in the next line.
  static bool has_line_break(const RowLines& row) {
    return !row.empty() && std::any_of(row.back().begin(), row.back().end(),
                                       [](const LineCell& cell) { return cell.text.ends_with("\\\\"); });
  }

  // Beside a cell with a line break the next paragraphs of others stand a line further down. Cells begin at the top:
  // one that shows nothing there is of the next row.
  bool is_below_break(const LineCells& cells) const {
    if (row_.size() < 2 || has_values(cells)) return false;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (cells[i].is_filled() && (row_.back()[i].is_filled() || !row_.front()[i].is_filled())) return false;
    return true;
  }

  void flush(RowsTable& table) {
    if (!row_.empty()) table.add_row(row_);
    if (blank_) table.add_row({*blank_});
    row_.clear();
    blank_.reset();
  }

  const Limits& limits_;
  std::pair<bool, bool> style_;
  std::vector<const PipeLine*> rows_;
  std::size_t columns_ = 0;
  bool has_rule_ = false;
  RowLines row_;                    // not yet in the table
  std::optional<LineCells> blank_;  // below it
};

// antiword: every line has the same width, cells are filled up with spaces, a row may take several lines. Widths are
// rounded anew for every row, so that one border stands on columns next to each other.
class FixedRows {
 public:
  FixedRows(const std::vector<PipeLine>& lines, const Limits& limits) : lines_(lines), limits_(limits) {
    std::vector<std::size_t> widths;
    widths.reserve(lines.size());
    for (const PipeLine& line : lines) widths.push_back(display_width(line.source->text));
    width_ = most_common(widths);
    std::set<std::size_t> pipes;
    for (const PipeLine& line : lines)
      for (const std::size_t pipe : pipes_of(line)) pipes.insert(pipe);
    number_borders(pipes);
  }

  static bool are_fixed(const std::vector<PipeLine>& lines) {
    bool is_filled_up = false;
    for (const PipeLine& line : lines) {
      if (!line.opens || !line.closes || !line.source->text.starts_with('|')) return false;
      for (const string_view part : line.parts) {
        if (part.starts_with(' ') && !nianbao::is_blank(part)) return false;
        is_filled_up = is_filled_up || (part.ends_with("  ") && !nianbao::is_blank(part));
      }
    }
    return is_filled_up && lines.size() > 1;
  }

  bool is_too_wide() const { return borders_.size() > kMostColumns; }

  Table take() {
    RowsTable table(limits_, false);
    for (const PipeLine& line : lines_) {
      bool fits = false;
      const LineCells cells = placed_cells(line, fits);
      const bool is_of_row = !row_.empty() && have_same_cells(row_.back(), cells) && goes_on(row_.back(), cells);
      if (!is_of_row) flush(table);
      row_fits_ = row_fits_ && fits;
      row_.push_back(cells);
    }
    flush(table);
    return table.take();
  }

 private:
  static constexpr std::size_t kRounding = 2;  // columns

  // The columns where the pipes stand, if the line is as wide as the table.
  std::vector<std::size_t> pipes_of(const PipeLine& line) const {
    for (const Measure measure : {Measure::kNarrow, Measure::kWide}) {
      const std::vector<Glyph> glyphs = glyphs_of(line.source->text, measure);
      const std::size_t width = glyphs.empty() ? 0 : glyphs.back().end_column();
      if (width + kRounding < width_ || width > width_ + kRounding) continue;
      std::vector<std::size_t> pipes;
      for (const Glyph& glyph : glyphs)
        if (glyph.text == "|" && !is_escaped(line.source->text, glyph.byte)) pipes.push_back(glyph.column);
      return pipes;
    }
    return {};
  }

  void number_borders(const std::set<std::size_t>& pipes) {
    std::size_t border = 0;
    for (const std::size_t pipe : pipes) {
      if (borders_.empty() || pipe > borders_.rbegin()->first + kRounding) ++border;
      borders_[pipe] = border;
    }
  }

  // `fits` is false where two of its pipes are one border.
  LineCells placed_cells(const PipeLine& line, bool& fits) const {
    LineCells cells = cells_of(line);
    const std::vector<std::size_t> pipes = pipes_of(line);
    fits = pipes.size() == cells.size() + 1;
    for (std::size_t i = 0; fits && i < cells.size(); ++i) {
      cells[i].column = borders_.at(pipes[i]);
      cells[i].columns = borders_.at(pipes[i + 1]) - cells[i].column;
      fits = cells[i].columns > 0;
    }
    return cells;
  }

  void flush(RowsTable& table) {
    if (row_.empty()) return;
    if (row_fits_)
      table.add_row(row_);
    else
      table.add_misfit(row_);
    row_.clear();
    row_fits_ = true;
  }

  const std::vector<PipeLine>& lines_;
  const Limits& limits_;
  std::size_t width_ = 0;
  std::map<std::size_t, std::size_t> borders_;  // by the column of a pipe, from 1
  RowLines row_;
  bool row_fits_ = true;
};

// Without outer pipes a line is one of a table where the next one has as many, or is a rule.
bool opens_table(TextLines lines) {
  const PipeLine first = pipe_line(lines.front());
  if (first.parts.empty()) return false;
  if (first.opens && first.closes && first.parts.size() > 1) return true;
  if (lines.size() < 2) return false;
  const PipeLine second = pipe_line(lines[1]);
  if (second.parts.size() > 1 && is_markdown_rule(second, 1)) return true;
  if (first.opens) return second.opens;
  constexpr std::size_t kFewestCells = 3;
  return first.parts.size() >= kFewestCells && second.parts.size() == first.parts.size() && first.same_style(second);
}

// The lines of a table; `used` of them, but none is given where they are more than a table has.
std::vector<PipeLine> lines_of_table(TextLines lines, std::size_t& used) {
  std::vector<PipeLine> table;
  std::size_t bytes = 0;
  const bool opens = pipe_line(lines.front()).opens;
  for (used = 0; used < lines.size(); ++used) {
    PipeLine pipes = pipe_line(lines[used]);
    if (pipes.parts.empty() || is_fence(lines[used]) || opens != pipes.opens) break;
    bytes += lines[used].text.size();
    if (bytes <= kMostTableBytes)
      table.push_back(std::move(pipes));
    else
      table = {};
  }
  return table;
}

// One more than is allowed is enough to be beyond the limit.
TextPart as_paragraphs(TextLines lines, const Limits& limits) {
  const TextLines allowed = lines.first(std::min(lines.size(), limits.paragraphs + 1));
  TextPart part{allowed.size(), {}};
  for (const TextLine& line : allowed)
    if (!is_blank(line.text)) part.blocks.emplace_back(paragraph_of(line));
  return part;
}

TextPart read_fenced(TextLines lines, const Limits& limits) {
  const auto closes = std::find_if(lines.begin() + 1, lines.end(), is_fence);
  const auto used = closes == lines.end() ? 1 : std::distance(lines.begin(), closes) + 1;
  return as_paragraphs(lines.first(static_cast<std::size_t>(used)), limits);
}

bool is_border_of_grid(const TextLine& line) {
  const string_view text = without_spaces_around(line.text);
  return text.starts_with("+-") || text.starts_with("+=");
}

TextPart read_pipes(TextLines lines, const Limits& limits) {
  if (is_fence(lines.front())) return read_fenced(lines, limits);
  if (!opens_table(lines)) return {};
  std::size_t count = 0;
  const std::vector<PipeLine> table = lines_of_table(lines, count);
  const TextLines used = lines.first(count);
  const bool has_columns =
      std::any_of(table.begin(), table.end(), [](const PipeLine& line) { return line.parts.size() > 1; });
  // The lines of a grid table are no rows.
  const bool is_of_grid = count < lines.size() && is_border_of_grid(lines[count]);
  if (!has_columns || is_of_grid) return as_paragraphs(used, limits);
  TextPart part{count, {}};
  if (!FixedRows::are_fixed(table)) {
    part.blocks.emplace_back(EqualRows(table, limits).take());
    return part;
  }
  FixedRows fixed(table, limits);
  if (fixed.is_too_wide()) return as_paragraphs(used, limits);
  part.blocks.emplace_back(fixed.take());
  return part;
}

std::size_t score_pipes(TextLines text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](const TextLine& line) {
    const PipeLine pipes = pipe_line(line);
    return pipes.parts.size() > 1 || (pipes.opens && pipes.closes);
  }));
}

}  // namespace

const TextDialect kPipesDialect = {"pipes", score_pipes, read_pipes};

}  // namespace nianbao

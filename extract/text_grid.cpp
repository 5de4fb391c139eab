#include "extract/text_grid.h"

#include <algorithm>
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

enum class Stroke { kNone, kFlat, kUpright, kJunction };

// The code point of a box-drawing character (U+2500 to U+257F), or 0.
unsigned box_character(string_view character) {
  if (character.size() != 3 || character[0] != '\xE2' || (character[1] != '\x94' && character[1] != '\x95')) return 0;
  return 0x2500U + (character[1] == '\x95' ? 0x40U : 0U) + (static_cast<unsigned char>(character[2]) & 0x3FU);
}

Stroke stroke_of_box(unsigned code) {
  static const std::set<unsigned> kFlat = {0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D,
                                           0x2550, 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E};
  static const std::set<unsigned> kUpright = {0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F,
                                              0x2551, 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F};
  const bool is_diagonal = code >= 0x2571 && code <= 0x2573;
  if (kFlat.contains(code)) return Stroke::kFlat;
  if (kUpright.contains(code)) return Stroke::kUpright;
  return code == 0 || is_diagonal ? Stroke::kNone : Stroke::kJunction;
}

Stroke stroke_of(string_view character) {
  if (character == "|") return Stroke::kUpright;
  if (character == "-" || character == "=" || character == ":") return Stroke::kFlat;
  return character == "+" ? Stroke::kJunction : stroke_of_box(box_character(character));
}

string_view without_spaces_around(string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\f") + 1 - begin);
}

// Begins with a junction, is drawn from end to end, and is no formula such as +-.
bool is_border(string_view line) {
  const string_view text = without_spaces_around(line);
  constexpr std::size_t kShortest = 3;
  const std::vector<Glyph> glyphs =
      stroke_of(text.substr(0, box_character(text.substr(0, 3)) == 0 ? 1 : 3)) == Stroke::kNone
          ? std::vector<Glyph>()
          : glyphs_of(text, Measure::kCharacters);
  const auto count = [&](Stroke stroke) {
    return static_cast<std::size_t>(
        std::count_if(glyphs.begin(), glyphs.end(), [&](const Glyph& g) { return stroke_of(g.text) == stroke; }));
  };
  const bool has_ends = !glyphs.empty() && stroke_of(glyphs.front().text) == Stroke::kJunction &&
                        stroke_of(glyphs.back().text) == Stroke::kJunction;
  return has_ends && count(Stroke::kNone) + count(Stroke::kUpright) == 0 && glyphs.size() >= kShortest &&
         count(Stroke::kFlat) > 0;
}

bool begins_with_box(string_view line) {
  return stroke_of_box(box_character(without_spaces_around(line).substr(0, 3))) != Stroke::kNone;
}

// A line that goes on with a table: it begins with a stroke. A sentence after + is none.
bool is_of_table(string_view line) {
  const string_view text = without_spaces_around(line);
  return text.starts_with('|') || begins_with_box(line) || is_border(line) || text.starts_with("+-") ||
         text.starts_with("+=");
}

bool opens_table(TextLines lines) {
  if (is_border(lines.front().text)) return true;
  return lines.size() > 1 &&
         stroke_of_box(box_character(without_spaces_around(lines[0].text).substr(0, 3))) == Stroke::kUpright &&
         begins_with_box(lines[1].text);
}

// What follows the lower border of a table is not of it, nor is the upper border of the next one.
TextLines lines_of_table(TextLines lines) {
  bool after_border = false;
  std::size_t used = 0;
  for (; used < lines.size() && is_of_table(lines[used].text); ++used) {
    const bool border = is_border(lines[used].text);
    if (border && after_border) break;
    after_border = border;
  }
  return lines.first(used);
}

// What a line of the table is. Borders are numbered from 0 at the left edge; column i lies between i and i + 1.
struct GridLine {
  const TextLine* source = nullptr;
  bool is_border = false;                         // through the whole width
  bool fits = false;                              // its walls stand where the borders have their junctions
  std::vector<std::optional<std::size_t>> walls;  // by border: where in the line its wall is
  std::vector<std::size_t> wall_bytes;            // length of each
  std::vector<bool> ruled;                        // by column; empty where the line is of text only

  bool is_partial() const { return !is_border && std::find(ruled.begin(), ruled.end(), true) != ruled.end(); }
};

std::set<std::size_t> junctions_of(TextLines lines, Measure measure) {
  std::set<std::size_t> columns;
  for (const TextLine& line : lines)
    if (is_border(line.text))
      for (const Glyph& glyph : glyphs_of(line.text, measure))
        if (stroke_of(glyph.text) == Stroke::kJunction) columns.insert(glyph.column);
  return columns;
}

// Reads lines by where their walls stand.
class PlacedWalls {
 public:
  PlacedWalls(TextLines lines, Measure borders) {
    const std::set<std::size_t> columns = junctions_of(lines, borders);
    borders_.assign(columns.begin(), columns.end());
  }

  std::size_t borders() const { return borders_.size(); }

  GridLine read(const TextLine& source, Measure measure) const {
    GridLine line{.source = &source, .is_border = is_border(source.text)};
    if (line.is_border || borders_.size() < 2 || borders_.size() > kMostColumns) return line;
    const std::vector<Glyph> glyphs = glyphs_of(source.text, measure);
    if (!stands_between_edges(glyphs)) return line;
    take_rules(line, glyphs);
    take_walls(line, glyphs);
    line.fits = line.walls.front() && line.walls.back() && (!line.ruled.empty() || settle_loose_walls(line, glyphs));
    return line;
  }

 private:
  bool stands_between_edges(const std::vector<Glyph>& glyphs) const {
    const auto is_outside = [&](const Glyph& g) {
      return !g.is_space() && (g.column < borders_.front() || g.column > borders_.back());
    };
    return !glyphs.empty() && glyphs.back().column >= borders_.back() &&
           std::none_of(glyphs.begin(), glyphs.end(), is_outside);
  }

  // Which columns a border runs through.
  void take_rules(GridLine& line, const std::vector<Glyph>& glyphs) const {
    std::vector<bool> ruled(borders_.size() - 1, true);
    std::size_t column = 0;
    for (const Glyph& glyph : glyphs) {
      while (column < ruled.size() && glyph.column >= borders_[column + 1]) ++column;
      const bool is_inside = column < ruled.size() && glyph.column > borders_[column];
      if (is_inside && stroke_of(glyph.text) != Stroke::kFlat) ruled[column] = false;
    }
    if (std::find(ruled.begin(), ruled.end(), true) != ruled.end()) line.ruled = std::move(ruled);
  }

  void take_walls(GridLine& line, const std::vector<Glyph>& glyphs) const {
    line.walls.resize(borders_.size());
    line.wall_bytes.resize(borders_.size());
    std::size_t border = 0;
    for (const Glyph& glyph : glyphs) {
      while (border < borders_.size() && borders_[border] < glyph.column) ++border;
      const Stroke stroke = stroke_of(glyph.text);
      const bool is_wall = stroke == Stroke::kUpright ||
                           (stroke == Stroke::kJunction && (!line.ruled.empty() || box_character(glyph.text) != 0));
      if (border == borders_.size() || borders_[border] != glyph.column || !is_wall) continue;
      line.walls[border] = glyph.byte;
      line.wall_bytes[border] = glyph.text.size();
    }
  }

  // A character that is wider than its column pushes the walls behind it away, perhaps to other borders. A line that
  // has all its walls can still be read by counting them; false where it cannot be told which ones they are.
  bool settle_loose_walls(GridLine& line, const std::vector<Glyph>& glyphs) const {
    std::vector<Glyph> strokes;
    std::copy_if(glyphs.begin(), glyphs.end(), std::back_inserter(strokes),
                 [](const Glyph& glyph) { return stroke_of(glyph.text) == Stroke::kUpright; });
    const auto in_place = static_cast<std::size_t>(
        std::count_if(line.walls.begin(), line.walls.end(), [](auto w) { return w.has_value(); }));
    if (in_place == borders_.size() || strokes.size() <= in_place) return true;
    if (strokes.size() != borders_.size()) return false;
    for (std::size_t i = 0; i < strokes.size(); ++i) {
      line.walls[i] = strokes[i].byte;
      line.wall_bytes[i] = strokes[i].text.size();
    }
    return true;
  }

  std::vector<std::size_t> borders_;
};

// Programs that do not know how wide Chinese characters are put the walls elsewhere: then they are counted.
GridLine counted_walls(const TextLine& source) {
  GridLine line{.source = &source, .is_border = is_border(source.text)};
  if (line.is_border) return line;
  for (const Glyph& glyph : glyphs_of(source.text, Measure::kCharacters))
    if (stroke_of(glyph.text) == Stroke::kUpright) {
      line.walls.emplace_back(glyph.byte);
      line.wall_bytes.push_back(glyph.text.size());
    }
  const string_view text = without_spaces_around(source.text);
  const std::size_t end = static_cast<std::size_t>(text.data() - source.text.data()) + text.size();
  line.fits =
      line.walls.size() > 1 && line.walls.size() <= kMostColumns && *line.walls.back() + line.wall_bytes.back() == end;
  return line;
}

std::size_t misfits(const std::vector<GridLine>& lines) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const GridLine& line) { return !line.is_border && !line.fits; }));
}

// By place, with whichever measure a line fits where the borders are ASCII; box drawing has the measure of its text.
std::vector<GridLine> placed_lines(TextLines lines, Measure borders) {
  const PlacedWalls walls(lines, borders);
  const bool is_box = begins_with_box(lines.front().text);
  const Measure other = borders == Measure::kNarrow ? Measure::kWide : Measure::kNarrow;
  std::vector<GridLine> read;
  for (const TextLine& line : lines) {
    read.push_back(walls.read(line, borders));
    if (!is_box && !read.back().is_border && !read.back().fits) read.back() = walls.read(line, other);
  }
  return read;
}

std::vector<GridLine> counted_lines(TextLines lines) {
  std::vector<GridLine> read;
  for (const TextLine& line : lines) read.push_back(counted_walls(line));
  std::size_t walls = 0;
  for (const TextLine& line : lines)
    if (is_border(line.text)) walls = std::max(walls, junctions_of({&line, 1}, Measure::kCharacters).size());
  for (GridLine& line : read) {
    if (walls == 0) walls = line.walls.size();
    line.fits = line.fits && line.walls.size() == walls;
  }
  return read;
}

// Counting is trusted only where every line has all walls: then none is missing and none is text.
std::vector<GridLine> read_lines(TextLines lines) {
  if (lines.empty()) return {};
  std::vector<GridLine> read = placed_lines(lines, Measure::kNarrow);
  if (misfits(read) == 0) return read;
  if (begins_with_box(lines.front().text))
    if (std::vector<GridLine> wide = placed_lines(lines, Measure::kWide); misfits(wide) < misfits(read))
      read = std::move(wide);
  if (misfits(read) == 0) return read;
  std::vector<GridLine> counted = counted_lines(lines);
  return misfits(counted) == 0 ? counted : read;
}

// Lines between two borders, and what stands above them.
struct GridRow {
  std::vector<const GridLine*> lines;
  const GridLine* border = nullptr;  // a partial one, whose other columns are text; nullptr where all are ruled
  std::vector<bool> walls;           // by border: true where all lines have it
  bool fits = true;

  // Whether a border parts the column from the row above.
  bool is_ruled(std::size_t column) const { return border == nullptr || border->ruled[column]; }
};

void add_line(GridRow& row, const GridLine& line) {
  row.fits = row.fits && line.fits;
  if (!line.fits) {
    row.lines.push_back(&line);
    return;
  }
  if (row.walls.empty()) row.walls.assign(line.walls.size(), true);
  for (std::size_t i = 0; i < row.walls.size() && i < line.walls.size(); ++i)
    row.walls[i] = row.walls[i] && line.walls[i];
  row.lines.push_back(&line);
}

string_view between(const GridLine& line, std::size_t left, std::size_t right) {
  const std::size_t begin = *line.walls[left] + line.wall_bytes[left];
  return string_view(line.source->text).substr(begin, *line.walls[right] - begin);
}

LineCell line_cell(const GridLine& line, std::size_t left, std::size_t right) {
  const string_view text = between(line, left, right);
  return {.text = std::string(trim(text)),
          .line = line.source->number,
          .column = left + 1,
          .columns = right - left,
          .room = display_width(text)};
}

// All text between its walls.
LineCells cells_of(const GridLine& line) {
  LineCells cells;
  std::size_t left = 0;
  for (std::size_t right = 1; right < line.walls.size(); ++right)
    if (line.walls[right]) cells.push_back(line_cell(line, left, right)), left = right;
  return cells;
}

// Pieces between strokes, whatever their places.
LineCells pieces_of(const TextLine& source) {
  LineCells pieces;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const string_view piece = trim(string_view(source.text).substr(begin, end - begin));
    if (!piece.empty()) pieces.push_back({.text = std::string(piece), .line = source.number});
  };
  for (const Glyph& glyph : glyphs_of(source.text, Measure::kCharacters)) {
    if (stroke_of(glyph.text) != Stroke::kUpright) continue;
    add(glyph.byte);
    begin = glyph.end_byte();
  }
  add(source.text.size());
  return pieces;
}

class GridTable {
 public:
  GridTable(TextLines lines, const Limits& limits)
      : lines_(read_lines(lines)), table_(limits, lines.empty() || !begins_with_box(lines.front().text)) {
    for (const GridLine& line : lines_)
      if (!line.is_border && line.fits) columns_ = line.walls.size() - 1;
  }

  bool has_cells() const { return columns_ > 0; }

  Table take() {
    const bool has_partial =
        std::any_of(lines_.begin(), lines_.end(), [](const GridLine& line) { return line.fits && line.is_partial(); });
    gather_rows();
    if (!has_partial) part_rows();
    covered_.assign(rows_.size(), std::vector<bool>());
    for (std::size_t row = 0; row < rows_.size() && !table_.is_full(); ++row) add_row(row);
    return table_.take();
  }

 private:
  void gather_rows() {
    const GridLine* border = nullptr;
    for (const GridLine& line : lines_) {
      if (line.is_border || (line.fits && line.is_partial())) {
        close_row();
        border = line.is_border ? nullptr : &line;
        row_.border = border;
      } else {
        add_line(row_, line);
      }
    }
    close_row();
  }

  void close_row() {
    if (!row_.lines.empty()) rows_.push_back(std::move(row_));
    row_ = {};
  }

  // Where lines of text follow each other without a border, each of them may be a row.
  void part_rows() {
    std::vector<GridRow> bands = std::move(rows_);
    rows_.clear();
    for (GridRow& band : bands) {
      if (!band.fits || band.lines.size() == 1 || !has_same_walls(band))
        rows_.push_back(std::move(band));
      else
        part(band);
    }
  }

  // A wall that some lines lack is a stroke that has been lost, or one that is text.
  static bool has_same_walls(const GridRow& band) {
    return std::all_of(band.lines.begin(), band.lines.end(), [&](const GridLine* line) {
      return have_same_cells(cells_of(*line), cells_of(*band.lines.front()));
    });
  }

  void part(const GridRow& band) {
    LineCells last;
    for (const GridLine* line : band.lines) {
      LineCells cells = cells_of(*line);
      if (!row_.lines.empty() && !goes_on(last, cells)) close_row();
      add_line(row_, *line);
      last = std::move(cells);
    }
    close_row();
  }

  void add_row(std::size_t index) {
    const GridRow& row = rows_[index];
    const bool is_broken = !row.fits || (row.lines.size() > 1 && !has_same_walls(row));
    if (is_broken) {
      RowLines pieces;
      for (const GridLine* line : row.lines) pieces.push_back(pieces_of(*line->source));
      table_.add_misfit(pieces);
      return;
    }
    std::vector<Cell> cells;
    for (std::size_t left = 0, right = 0; left < columns_; left = right) {
      right = left + 1;
      while (right < columns_ && !row.walls[right]) ++right;
      if (!is_covered(index, left)) cells.push_back(cell_at(index, left, right));
    }
    table_.add_placed_row(std::move(cells));
  }

  bool is_covered(std::size_t row, std::size_t column) const { return !covered_[row].empty() && covered_[row][column]; }

  Cell cell_at(std::size_t row, std::size_t left, std::size_t right) {
    Cell cell{.text = "",
              .row = row + 1,
              .column = left + 1,
              .columns = right - left,
              .line = rows_[row].lines.front()->source->number};
    append(cell, rows_[row], left, right);
    for (std::size_t below = row + 1; below < rows_.size() && goes_down_to(below, left, right); ++below) {
      ++cell.rows;
      if (covered_[below].empty()) covered_[below].assign(columns_, false);
      std::fill(covered_[below].begin() + static_cast<std::ptrdiff_t>(left),
                covered_[below].begin() + static_cast<std::ptrdiff_t>(right), true);
      if (rows_[below].border->walls[left] && rows_[below].border->walls[right])
        table_.append(cell, line_cell(*rows_[below].border, left, right));
      append(cell, rows_[below], left, right);
    }
    return cell;
  }

  void append(Cell& cell, const GridRow& row, std::size_t left, std::size_t right) const {
    for (const GridLine* line : row.lines) table_.append(cell, line_cell(*line, left, right));
  }

  bool goes_down_to(std::size_t below, std::size_t left, std::size_t right) const {
    const GridRow& row = rows_[below];
    if (row.border == nullptr || !row.fits || row.walls.size() != columns_ + 1 || !row.walls[left] || !row.walls[right])
      return false;
    for (std::size_t column = left; column < right; ++column)
      if (row.is_ruled(column) || (column > left && row.walls[column])) return false;
    return true;
  }

  std::vector<GridLine> lines_;
  std::vector<GridRow> rows_;
  GridRow row_;                             // not yet among them
  std::vector<std::vector<bool>> covered_;  // by row, then column; empty where nothing reaches down
  std::size_t columns_ = 0;
  RowsTable table_;
};

TextPart read_grid(TextLines lines, const Limits& limits) {
  if (!opens_table(lines)) return {};
  const TextLines used = lines_of_table(lines);
  std::size_t bytes = 0;
  for (const TextLine& line : used) bytes += line.text.size();
  GridTable table(bytes <= kMostTableBytes ? used : TextLines(), limits);
  TextPart part{used.size(), {}};
  if (table.has_cells())
    part.blocks.emplace_back(table.take());
  else
    for (const TextLine& line : used) part.blocks.emplace_back(paragraph_of(line));
  return part;
}

std::size_t score_grid(TextLines text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](const TextLine& line) {
    return is_border(line.text) || begins_with_box(line.text);
  }));
}

}  // namespace

const TextDialect kGridDialect = {"grid", score_grid, read_grid};

}  // namespace nianbao

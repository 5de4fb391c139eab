#include "extract/text_walls.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "extract/text_columns.h"
#include "extract/text_rows.h"
#include "extract/text_strokes.h"

namespace nianbao {
namespace {

using std::string_view;

std::set<std::size_t> junctions_of(TextLines lines, Measure measure) {
  std::set<std::size_t> columns;
  for (const TextLine& line : lines)
    if (is_border(line.text))
      for (const Glyph& glyph : glyphs_of(line.text, measure))
        if (stroke_of(glyph.text) == Stroke::kJunction) columns.insert(glyph.column);
  return columns;
}

// What stands in one column of a line.
struct Content {
  bool flat = false;       // flat strokes
  bool other = false;      // anything else, spaces too
  bool filled = false;     // anything but spaces
  bool on_border = false;  // text in place of the wall at its left

  // A border runs through it.
  bool is_ruled() const { return flat && !other; }
  bool is_text() const { return on_border || (filled && !is_ruled()); }
};

void add(Content& content, const Glyph& glyph, bool is_on_border) {
  const Stroke stroke = stroke_of(glyph.text);
  if (is_on_border) {
    content.on_border = content.on_border || (stroke == Stroke::kNone && !glyph.is_space());
    return;
  }
  (stroke == Stroke::kFlat ? content.flat : content.other) = true;
  content.filled = content.filled || !glyph.is_space();
}

// Reads lines by where their walls stand.
class PlacedWalls {
 public:
  PlacedWalls(TextLines lines, Measure borders) {
    const std::set<std::size_t> columns = junctions_of(lines, borders);
    borders_.assign(columns.begin(), columns.end());
  }

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

  // Which columns a border runs through; none through a column without room.
  void take_rules(GridLine& line, const std::vector<Glyph>& glyphs) const {
    const std::vector<Content> contents = contents_of(glyphs);
    if (std::none_of(contents.begin(), contents.end(), [](const Content& c) { return c.is_ruled(); })) return;
    for (const Content& content : contents) {
      line.ruled.push_back(content.is_ruled());
      line.texted.push_back(content.is_text());
    }
  }

  std::vector<Content> contents_of(const std::vector<Glyph>& glyphs) const {
    std::vector<Content> contents(borders_.size() - 1);
    std::size_t column = 0;
    for (const Glyph& glyph : glyphs) {
      while (column < contents.size() && glyph.column >= borders_[column + 1]) ++column;
      if (column == contents.size()) break;
      if (glyph.column >= borders_[column]) add(contents[column], glyph, glyph.column == borders_[column]);
    }
    return contents;
  }

  void take_walls(GridLine& line, const std::vector<Glyph>& glyphs) const {
    line.walls.resize(borders_.size());
    line.wall_bytes.resize(borders_.size());
    std::size_t border = 0;
    for (const Glyph& glyph : glyphs) {
      while (border < borders_.size() && borders_[border] < glyph.column) ++border;
      const Stroke stroke = stroke_of(glyph.text);
      const bool is_wall = stroke == Stroke::kUpright ||
                           (stroke == Stroke::kJunction && (!line.ruled.empty() || is_box_drawing(glyph.text)));
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
  const string_view text = without_padding(source.text);
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

}  // namespace

bool GridLine::has_text(std::size_t left, std::size_t right) const {
  for (std::size_t column = left; column < right && column < texted.size(); ++column)
    if (texted[column]) return true;
  return false;
}

// Counting is trusted only where every line has all walls: then none is missing and none is text.
std::vector<GridLine> grid_lines_of(TextLines lines) {
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

}  // namespace nianbao

#include "extract/text_grid_rows.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/text_columns.h"
#include "extract/text_strokes.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

string_view between(const GridLine& line, std::size_t left, std::size_t right) {
  const std::size_t begin = *line.walls[left] + line.wall_bytes[left];
  return string_view(line.source->text).substr(begin, *line.walls[right] - begin);
}

// All text between its walls.
LineCells cells_of(const GridLine& line) {
  LineCells cells;
  std::size_t left = 0;
  for (std::size_t right = 1; right < line.walls.size(); ++right)
    if (line.walls[right]) cells.push_back(line_cell(line, left, right)), left = right;
  return cells;
}

class RowGatherer {
 public:
  std::vector<GridRow> take(const std::vector<GridLine>& lines) {
    for (const GridLine& line : lines) add(line);
    close_row();
    if (!has_partial_) part_rows();
    return std::move(rows_);
  }

 private:
  void add(const GridLine& line) {
    if (!line.is_border && !is_partial_border(line)) return row_.add(line);
    close_row();
    if (line.is_border) return;
    row_.border = &line;
    has_partial_ = true;
  }

  // Text of such a line goes on in the cells above it: directly below another border, all of it is text.
  bool is_partial_border(const GridLine& line) const {
    return line.fits && line.is_partial() && !(row_.lines.empty() && line.has_text());
  }

  void close_row() {
    if (row_.lines.empty() && row_.border != nullptr && row_.border->has_text())
      row_.add(*std::exchange(row_.border, nullptr));  // nothing stands below it
    if (!row_.lines.empty()) rows_.push_back(std::move(row_));
    row_ = {};
  }

  // Where lines of text follow each other without a border, each of them may be a row.
  void part_rows() {
    std::vector<GridRow> bands = std::exchange(rows_, {});
    for (GridRow& band : bands) {
      if (band.fits && band.lines.size() > 1 && band.has_same_walls())
        part(band);
      else
        rows_.push_back(std::move(band));
    }
  }

  void part(const GridRow& band) {
    LineCells last;
    for (const GridLine* line : band.lines) {
      LineCells cells = cells_of(*line);
      if (!row_.lines.empty() && !goes_on(last, cells)) close_row();
      row_.add(*line);
      last = std::move(cells);
    }
    close_row();
  }

  std::vector<GridRow> rows_;
  GridRow row_;  // not yet among them
  bool has_partial_ = false;
};

}  // namespace

void GridRow::add(const GridLine& line) {
  lines.push_back(&line);
  fits = fits && line.fits;
  if (!line.fits) return;
  if (walls.empty()) walls.assign(line.walls.size(), true);
  for (std::size_t i = 0; i < walls.size(); ++i) walls[i] = walls[i] && line.walls[i];
}

bool GridRow::has_same_walls() const {
  return std::all_of(lines.begin(), lines.end(), [&](const GridLine* line) {
    return std::equal(walls.begin(), walls.end(), line->walls.begin(), line->walls.end(),
                      [](bool all_have, const auto& wall) { return all_have == wall.has_value(); });
  });
}

std::vector<GridRow> grid_rows_of(const std::vector<GridLine>& lines) { return RowGatherer().take(lines); }

LineCell line_cell(const GridLine& line, std::size_t left, std::size_t right) {
  const string_view text = between(line, left, right);
  return {.text = std::string(trim(text)),
          .line = line.source->number,
          .column = left + 1,
          .columns = right - left,
          .room = display_width(text)};
}

LineCells pieces_of(const TextLine& line) {
  LineCells pieces;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const string_view piece = trim(string_view(line.text).substr(begin, end - begin));
    if (!piece.empty()) pieces.push_back({.text = std::string(piece), .line = line.number});
  };
  for (const Glyph& glyph : glyphs_of(line.text, Measure::kCharacters)) {
    if (stroke_of(glyph.text) != Stroke::kUpright) continue;
    add(glyph.byte);
    begin = glyph.end_byte();
  }
  add(line.text.size());
  return pieces;
}

}  // namespace nianbao

#include "tests/support/layout_writer.h"

#include <algorithm>
#include <cstddef>

namespace nianbao::test {
namespace {

using Characters = std::vector<std::string>;

Characters characters_of(const std::string& text) {
  Characters characters;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U)
      characters.back() += c;
    else
      characters.emplace_back(1, c);
  return characters;
}

struct Widths {
  std::size_t label;
  std::size_t value;
};

constexpr std::size_t kMostNarrow = 4;  // columns of a table whose labels have room
constexpr std::size_t kOnlyValues = 15;
constexpr std::size_t kRowsOfPage = 18;

// A table on one page: cells are placed, then drawn line by line.
class LayoutPage {
 public:
  LayoutPage(const std::vector<RowSpec>& rows, Widths widths) : rows_(rows), widths_(widths) {
    for (const RowSpec& row : rows_) count_columns(row);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      tops_.push_back(lines_.size());
      lines_.resize(lines_.size() + height_of(rows_[r]) + 1);
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) draw_row(r);
  }

  std::string text() const {
    std::string text;
    for (const Characters& line : lines_) {
      std::string drawn;
      for (const std::string& character : line) drawn += character.empty() ? " " : character;
      drawn.erase(drawn.find_last_not_of(' ') + 1);
      text += drawn + "\n";
    }
    return text;
  }

 private:
  void count_columns(const RowSpec& row) {
    std::size_t columns = 0;
    for (const CellSpec& cell : row) columns += static_cast<std::size_t>(cell.span);
    columns_ = std::max(columns_, columns);
  }

  // Of wide tables the columns behind the third hold values; section 四 has nothing but values.
  std::size_t labels() const { return columns_ <= kMostNarrow ? columns_ : columns_ < kOnlyValues ? 3 : 0; }

  std::size_t left_of(std::size_t column) const {
    const std::size_t wide = std::min(column, labels());
    return 2 + wide * widths_.label + (column - wide) * widths_.value;
  }

  std::size_t width_of(std::size_t column, const CellSpec& cell) const {
    return left_of(column + static_cast<std::size_t>(cell.span)) - left_of(column) - 1;
  }

  std::vector<Characters> broken(const CellSpec& cell, std::size_t column) const {
    std::vector<Characters> lines;
    for (std::string& character : characters_of(cell.text)) {
      if (lines.empty() || lines.back().size() == width_of(column, cell)) lines.emplace_back();
      lines.back().push_back(std::move(character));
    }
    return lines;
  }

  std::size_t height_of(const RowSpec& row) const {
    std::size_t height = 1;
    std::size_t column = 0;
    for (const CellSpec& cell : row) {
      if (cell.merge.empty()) height = std::max(height, broken(cell, column).size());
      column += static_cast<std::size_t>(cell.span);
    }
    return height;
  }

  // The rows of the cell and those that go on with it.
  std::size_t bottom_of(std::size_t r, std::size_t column) const {
    std::size_t below = r + 1;
    while (below < rows_.size() && goes_on(rows_[below], column)) ++below;
    return below < rows_.size() ? tops_[below] - 1 : lines_.size() - 1;
  }

  static bool goes_on(const RowSpec& row, std::size_t wanted) {
    std::size_t column = 0;
    for (const CellSpec& cell : row) {
      if (column == wanted) return cell.merge == "continue";
      column += static_cast<std::size_t>(cell.span);
    }
    return false;
  }

  void draw_row(std::size_t r) {
    std::size_t column = 0;
    for (const CellSpec& cell : rows_[r]) {
      const std::vector<Characters> lines = broken(cell, column);
      const std::size_t bottom = cell.merge == "restart" ? bottom_of(r, column) : tops_[r] + height_of(rows_[r]);
      const std::size_t room = bottom - tops_[r];
      const std::size_t top = tops_[r] + (room > lines.size() ? (room - lines.size()) / 2 : 0);
      for (std::size_t i = 0; i < lines.size() && top + i < lines_.size(); ++i)
        draw(lines[i], lines_[top + i], left_of(column) + (width_of(column, cell) - lines[i].size()) / 2);
      column += static_cast<std::size_t>(cell.span);
    }
  }

  static void draw(const Characters& text, Characters& line, std::size_t at) {
    if (line.size() < at + text.size()) line.resize(at + text.size());
    std::copy(text.begin(), text.end(), line.begin() + static_cast<std::ptrdiff_t>(at));
  }

  std::vector<RowSpec> rows_;
  Widths widths_;
  std::size_t columns_ = 0;
  std::vector<std::size_t> tops_;  // by row, its first line
  std::vector<Characters> lines_;  // by place; empty for a space
};

}  // namespace

std::string as_layout(const std::vector<RowSpec>& rows) {
  if (rows.size() <= kRowsOfPage || rows.front().size() == 1) return LayoutPage(rows, {14, 9}).text() + "\n";
  const auto turn = rows.begin() + static_cast<std::ptrdiff_t>(kRowsOfPage);
  return LayoutPage({rows.begin(), turn}, {14, 9}).text() + "\n\f" + LayoutPage({turn, rows.end()}, {16, 11}).text() +
         "\n";
}

}  // namespace nianbao::test

#include "tests/support/text_writer.h"

#include <algorithm>

#include "schema/text.h"
#include "tests/support/layout_writer.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

// One value a line; a merged-away cell leaves an empty one, as LibreOffice writes it.
std::string as_lines(const std::vector<RowSpec>& rows) {
  std::string text;
  for (const RowSpec& row : rows)
    for (const CellSpec& cell : row) text += cell.text + "\n";
  return text;
}

// The same in a wide column, as docx2txt centres it.
std::string as_spaced_lines(const std::vector<RowSpec>& rows) {
  std::string text;
  for (const RowSpec& row : rows)
    for (const CellSpec& cell : row) text += std::string(24, ' ') + cell.text + " \n";
  return text;
}

std::string joined_rows(const std::vector<RowSpec>& rows, const std::string& between, const std::string& row_end,
                        bool with_blank) {
  std::string text;
  for (const RowSpec& row : rows) {
    std::string line;
    bool is_first = true;
    for (const CellSpec& cell : row) {
      if (cell.text.empty() && !with_blank) continue;
      line += (is_first ? "" : between) + cell.text;
      is_first = false;
    }
    text += line + row_end;
  }
  return text;
}

// As copied from Word: a cell merged with the one above is empty.
std::string as_tabs(const std::vector<RowSpec>& rows) { return joined_rows(rows, "\t", "\n", true); }

std::string as_spaces(const std::vector<RowSpec>& rows) { return joined_rows(rows, " ", "\n", false); }

std::string run_together(const std::vector<RowSpec>& rows) { return joined_rows(rows, "", "", false) + "\n"; }

// Rows of equally many columns; the first position of a merged cell holds its text.
std::vector<std::vector<std::string>> rectangular(const std::vector<RowSpec>& rows) {
  std::vector<std::vector<std::string>> grid;
  std::size_t width = 0;
  for (const RowSpec& row : rows) {
    std::vector<std::string> line;
    for (const CellSpec& cell : row) {
      line.push_back(cell.text);
      line.resize(line.size() + static_cast<std::size_t>(cell.span) - 1);
    }
    width = std::max(width, line.size());
    grid.push_back(std::move(line));
  }
  for (auto& line : grid) line.resize(width);
  return grid;
}

std::string as_pipes(const std::vector<RowSpec>& rows) {
  std::string text;
  bool is_first = true;
  for (const auto& line : rectangular(rows)) {
    text += "|";
    for (const std::string& cell : line) text += " " + cell + " |";
    text += "\n";
    if (!is_first) continue;
    text += "|";
    for (std::size_t i = 0; i < line.size(); ++i) text += "---|";
    text += "\n";
    is_first = false;
  }
  return text + "\n";
}

struct Frame {
  const char* horizontal;
  const char* vertical;
  const char* left;
  const char* cross;
  const char* right;
};

std::vector<std::size_t> widths_of(const std::vector<std::vector<std::string>>& grid) {
  std::vector<std::size_t> widths(grid.front().size(), 2);
  for (const auto& line : grid)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  return widths;
}

std::string rule(const std::vector<std::size_t>& widths, const Frame& frame) {
  std::string text = frame.left;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    for (std::size_t n = 0; n < widths[i] + 2; ++n) text += frame.horizontal;
    text += i + 1 < widths.size() ? frame.cross : frame.right;
  }
  return text + "\n";
}

std::string framed(const std::vector<RowSpec>& rows, const Frame& top, const Frame& middle, const Frame& bottom) {
  const auto grid = rectangular(rows);
  const std::vector<std::size_t> widths = widths_of(grid);
  std::string text = rule(widths, top);
  for (std::size_t r = 0; r < grid.size(); ++r) {
    text += middle.vertical;
    for (std::size_t i = 0; i < widths.size(); ++i)
      text += " " + grid[r][i] + std::string(widths[i] - display_width(grid[r][i]) + 1, ' ') + middle.vertical;
    text += "\n" + rule(widths, r + 1 < grid.size() ? middle : bottom);
  }
  return text + "\n";
}

std::string as_grid(const std::vector<RowSpec>& rows) {
  constexpr Frame kFrame = {"-", "|", "+", "+", "+"};
  return framed(rows, kFrame, kFrame, kFrame);
}

std::string as_box(const std::vector<RowSpec>& rows) {
  return framed(rows, {"─", "│", "┌", "┬", "┐"}, {"─", "│", "├", "┼", "┤"}, {"─", "│", "└", "┴", "┘"});
}

}  // namespace

const std::vector<TextWriter>& text_writers() {
  static const std::vector<TextWriter> kWriters = {
      {"lines", as_lines, true},    {"spaced-lines", as_spaced_lines, true},
      {"tabs", as_tabs, true},      {"pipes", as_pipes, true},
      {"grid", as_grid, true},      {"box", as_box, true},
      {"spaces", as_spaces, false}, {"run-together", run_together, false},
      {"layout", as_layout, true},
  };
  return kWriters;
}

std::string report_text(const std::map<int, std::vector<RowSpec>>& tables, const TextWriter& writer) {
  static const char* const kNumerals[] = {"一", "二", "三", "四", "五", "六"};
  std::string text = "清河县水务局2022年政府信息公开工作年度报告\n\n";
  for (const FormSection& section : built_in_schema().forms.front().sections) {
    text += kNumerals[section.number - 1] + ("、" + section.heading) + "\n";
    const auto table = tables.find(section.number);
    text += table == tables.end() ? "本部分为文字说明，2021年为12件。\n" : writer.table(table->second);
  }
  return text;
}

}  // namespace nianbao::test

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

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, display_width(text)), ' ');
}

std::string dashes(const std::vector<std::size_t>& widths) {
  std::string line = "  ";
  for (const std::size_t width : widths) line += std::string(width, '-') + " ";
  return line + "\n";
}

std::string columns_of(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::string line = "  ";
  for (std::size_t i = 0; i < cells.size(); ++i) line += padded(cells[i], widths[i]) + " ";
  return line + "\n";
}

// pandoc's simple tables, a row a line: between dashes, or the first row above them and an empty line at the end.
std::string as_simple(const std::vector<RowSpec>& rows) {
  const auto grid = rectangular(rows);
  const std::vector<std::size_t> widths = widths_of(grid);
  std::string text = "\n" + dashes(widths);
  for (const auto& line : grid) text += columns_of(line, widths);
  return text + dashes(widths) + "\n";
}

std::string as_headed(const std::vector<RowSpec>& rows) {
  const auto grid = rectangular(rows);
  const std::vector<std::size_t> widths = widths_of(grid);
  std::string text = "\n" + columns_of(grid.front(), widths) + dashes(widths);
  for (std::size_t r = 1; r < grid.size(); ++r) text += columns_of(grid[r], widths);
  return text + "\n";
}

// Lines of at most `width` columns; figures stay together.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::string character(first_character(std::string_view(text).substr(at)));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool goes_on = !lines.back().empty() && is_digit(lines.back().back()) && is_digit(character.front());
    if (!goes_on && display_width(lines.back() + character) > width) lines.emplace_back();
    lines.back() += character;
    at += character.size();
  }
  return lines;
}

// pandoc's multiline tables: rows parted by empty lines, long labels over several lines.
std::string as_multiline(const std::vector<RowSpec>& rows) {
  constexpr std::size_t kWidest = 14;
  const auto grid = rectangular(rows);
  std::vector<std::size_t> widths = widths_of(grid);
  for (std::size_t& width : widths) width = std::min(width, kWidest);
  std::string text = "\n" + dashes(widths);
  for (const auto& row : grid) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(wrapped(row[i], widths[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t n = 0; n < height; ++n) {
      std::vector<std::string> line;
      line.reserve(cells.size());
      for (const auto& cell : cells) line.push_back(n < cell.size() ? cell[n] : "");
      text += columns_of(line, widths);
    }
    text += "\n";
  }
  text.pop_back();
  return text + dashes(widths) + "\n";
}

// How many rows the cell at grid column `column` of `row` covers.
std::size_t rows_covered(const std::vector<RowSpec>& rows, std::size_t row, int column) {
  std::size_t covered = 1;
  for (std::size_t below = row + 1; below < rows.size(); ++below) {
    int at = 0;
    bool goes_on = false;
    for (const CellSpec& cell : rows[below]) {
      goes_on = goes_on || (at == column && cell.merge == "continue");
      at += cell.span;
    }
    if (!goes_on) break;
    ++covered;
  }
  return covered;
}

// A table inside a text as gfm has it.
std::string as_html(const std::vector<RowSpec>& rows) {
  std::string text = "<table>\n<tbody>\n";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    int column = 0;
    text += "<tr>\n";
    for (const CellSpec& cell : rows[r]) {
      const std::size_t covered = rows_covered(rows, r, column);
      if (cell.merge != "continue") {
        text.append("<td colspan=\"").append(std::to_string(cell.span));
        text.append("\" rowspan=\"").append(std::to_string(covered)).append("\">");
        text.append(xml_escaped(cell.text)).append("</td>\n");
      }
      column += cell.span;
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n\n";
}

// As Word exports it: a line with TAB for every cell, an empty line behind every row.
std::string as_cells(const std::vector<RowSpec>& rows) {
  std::string text;
  for (const RowSpec& row : rows) {
    for (const CellSpec& cell : row) text += "\t" + cell.text + "\n";
    text += "\n";
  }
  return text + "\n";
}

}  // namespace

const std::vector<TextWriter>& text_writers() {
  static const std::vector<TextWriter> kWriters = {
      {"lines", as_lines, true},
      {"spaced-lines", as_spaced_lines, true},
      {"tabs", as_tabs, true},
      {"cells", as_cells, true},
      {"pipes", as_pipes, true},
      {"grid", as_grid, true},
      {"box", as_box, true},
      {"simple", as_simple, true},
      {"headed", as_headed, true},
      {"multiline", as_multiline, true},
      {"html", as_html, true},
      {"spaces", as_spaces, false},
      {"run-together", run_together, false},
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

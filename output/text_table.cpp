#include "output/text_table.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {
namespace {

std::string one_line(const std::string& text) {
  return replace_all(replace_all(replace_all(replace_all(text, "\r\n", " "), "\n", " "), "\r", " "), "\t", " ");
}

std::vector<std::size_t> widths_of(const std::vector<TextRow>& rows) {
  std::vector<std::size_t> widths;
  for (const TextRow& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  return widths;
}

std::string drawn(const TextRow& row, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) line += row[i] + std::string(widths[i] - display_width(row[i]) + 2, ' ');
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

}  // namespace

std::string text_table(const std::vector<TextRow>& rows, bool has_header) {
  std::vector<TextRow> plain = rows;
  for (TextRow& row : plain)
    for (std::string& cell : row) cell = one_line(cell);
  const std::vector<std::size_t> widths = widths_of(plain);
  std::string text;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    text += drawn(plain[i], widths);
    if (i > 0 || !has_header) continue;
    for (const std::size_t width : widths) text += std::string(width, '-') + "  ";
    text.resize(text.size() - 2);
    text += "\n";
  }
  return text;
}

}  // namespace nianbao

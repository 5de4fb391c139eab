#include "extract/text_html.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/html_body.h"
#include "extract/text_markup.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

bool equal_but_for_case(string_view a, string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// Whether the tag (`<table`, `</td`) stands at `at`, with its end or a space behind.
bool is_tag_at(string_view line, std::size_t at, string_view tag) {
  const string_view rest = line.substr(at);
  const char after = rest.size() > tag.size() ? rest[tag.size()] : ' ';
  return equal_but_for_case(rest.substr(0, tag.size()), tag) &&
         (after == '>' || after == '/' || after == ' ' || after == '\t');
}

std::size_t count_of(string_view line, string_view tag) {
  std::size_t count = 0;
  for (std::size_t at = line.find('<'); at != string_view::npos; at = line.find('<', at + 1))
    if (is_tag_at(line, at, tag)) ++count;
  return count;
}

bool opens_table(const TextLine& line) {
  const std::size_t at = line.text.find_first_not_of(" \t");
  return at != std::string::npos && is_tag_at(line.text, at, "<table");
}

// Up to the end of the table; a file that is cut has none.
TextLines lines_of_table(TextLines lines) {
  std::size_t open = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    open += count_of(lines[i].text, "<table");
    const std::size_t closed = count_of(lines[i].text, "</table");
    if (closed >= open) return lines.first(i + 1);
    open -= closed;
  }
  return lines;
}

std::string joined(TextLines lines) {
  std::string html;
  for (const TextLine& line : lines) html += line.text + "\n";
  return html;
}

// The lines of all tags of cells.
std::vector<std::size_t> lines_of_cells(TextLines lines) {
  std::vector<std::size_t> numbers;
  for (const TextLine& line : lines)
    numbers.insert(numbers.end(), count_of(line.text, "<td") + count_of(line.text, "<th"), line.number);
  return numbers;
}

// Where tags and cells are not as many, some stand in comments or are hidden: which is which is not known.
void number_lines(std::vector<Block>& blocks, TextLines lines) {
  const std::vector<std::size_t> numbers = lines_of_cells(lines);
  const bool is_one_table = blocks.size() == 1 && std::holds_alternative<Table>(blocks.front());
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) {
      paragraph->ordinal = lines.front().number;
      paragraph->is_line = true;
      continue;
    }
    auto& table = std::get<Table>(block);
    const bool is_known = is_one_table && table.cells.size() == numbers.size();
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      table.cells[i].line = is_known ? numbers[i] : lines.front().number;
      table.cells[i].text = std::string(without_emphasis(table.cells[i].text));  // Textile has it inside of tags
    }
  }
}

TextPart read_html_table(TextLines lines, const Limits& limits) {
  if (!opens_table(lines.front())) return {};
  const TextLines used = lines_of_table(lines);
  TextPart part{used.size(), {}};
  if (Result<HtmlBody> body = read_html_body(joined(used), limits)) {
    part.blocks = std::move(body->blocks);
    number_lines(part.blocks, used);
  } else {
    for (const TextLine& line : used)
      if (!is_blank(line.text)) part.blocks.emplace_back(paragraph_of(line));
  }
  return part;
}

std::size_t score_html(TextLines text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), opens_table));
}

}  // namespace

const TextDialect kHtmlDialect = {"html", score_html, read_html_table};

}  // namespace nianbao

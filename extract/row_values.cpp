#include "extract/row_values.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

struct Piece {
  string_view text;
  std::size_t offset = 0;
};

using Pieces = std::vector<Piece>;

Pieces pieces_between(string_view text, char separator) {
  Pieces pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    pieces.push_back({text.substr(at, end - at), at});
    at = end + 1;
  }
  return pieces;
}

bool shows_nothing(const Piece& piece) { return is_blank(piece.text); }

Pieces filled(const Pieces& pieces) {
  Pieces found;
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(found),
               [](const Piece& p) { return !shows_nothing(p); });
  return found;
}

bool all_blank(Pieces::const_iterator from, Pieces::const_iterator to) { return std::all_of(from, to, shows_nothing); }

RowValues as_cells(const Pieces& pieces, Separation separation) {
  RowValues values{.separation = separation};
  for (const Piece& piece : pieces) {
    values.cells.emplace_back(piece.text);
    values.offsets.push_back(piece.offset);
  }
  return values;
}

RowValues as_one(string_view text, Separation separation) {
  const string_view shown = trim(text);
  RowValues values{.separation = separation, .cells = {std::string(shown)}, .offsets = {}};
  values.offsets.push_back(shown.empty() ? 0 : static_cast<std::size_t>(shown.data() - text.data()));
  return values;
}

// All columns are blank: label stands at label.
RowValues all_blank_cells(std::size_t columns, Separation separation) {
  RowValues values{.separation = separation};
  values.cells.resize(columns);
  values.offsets.resize(columns);
  return values;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number as it is printed, or a mark: what a cell of figures shows without a gap inside.
bool is_figure(string_view text, const Lexicon& lexicon) {
  const bool number = std::all_of(text.begin(), text.end(),
                                  [](char c) { return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '+'; });
  return (number && std::any_of(text.begin(), text.end(), is_digit)) || lexicon.marks.contains(fold(text));
}

// Whether the filled lines follow one another at equal distances, the first one at the first place of the pattern.
bool are_evenly_spaced(const Pieces& lines) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!shows_nothing(lines[i])) places.push_back(i + 1);
  for (std::size_t i = 1; i < places.size(); ++i)
    if (places[i] - places[i - 1] != places.front()) return false;
  return true;
}

// Figures on the first lines, one for every column, then text: a note or a row that the form does not have.
bool begins_with_figures(const Pieces& lines, std::size_t columns, const Lexicon& lexicon) {
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(columns);
  return lines.size() > columns && !shows_nothing(*end) && !is_figure(trim(end->text), lexicon) &&
         std::all_of(lines.begin(), end,
                     [&](const Piece& line) { return !shows_nothing(line) && is_figure(trim(line.text), lexicon); });
}

// The lines below that of the label, without the beginning of the line on which the next label stands.
RowValues split_lines_of_row(const Pieces& below, std::size_t columns, std::optional<std::size_t> merged_after,
                             const Lexicon& lexicon, string_view text) {
  const Pieces shown = filled(below);
  const auto end = below.begin() + static_cast<std::ptrdiff_t>(std::min(columns, below.size()));
  const bool all_filled = shown.size() == columns && are_evenly_spaced(below);
  const bool with_note = !all_filled && begins_with_figures(below, columns, lexicon);
  const bool keeps_to_lines = merged_after && below.size() == columns + *merged_after && all_blank(end, below.end());
  if (!all_filled && !with_note && !keeps_to_lines) return as_one(text, Separation::kLines);
  RowValues values = as_cells(all_filled ? shown : Pieces(below.begin(), end), Separation::kLines);
  if (with_note) values.note = end->offset;
  values.needs_style = !all_filled && !with_note;
  values.lines = below.size();
  return values;
}

// A row of TABs stands on the line of its label; a converter that breaks long lines puts a line end for a TAB.
RowValues split_tabs(const Pieces& lines, std::size_t columns, string_view text) {
  Pieces cells = pieces_between(lines.front().text, '\t');
  const bool begins_with_border = shows_nothing(cells.front()) && cells.size() > 1;
  cells.erase(cells.begin());
  if (!begins_with_border) return as_one(text, Separation::kTabs);
  const bool goes_on = !all_blank(lines.begin() + 1, lines.end());
  for (std::size_t i = 1; goes_on && i < lines.size(); ++i)
    for (const Piece& piece : pieces_between(lines[i].text, '\t'))
      if (!shows_nothing(lines[i])) cells.push_back({piece.text, lines[i].offset + piece.offset});
  if (goes_on && filled(cells).size() != cells.size()) return as_one(text, Separation::kTabs);
  const auto end = cells.begin() + static_cast<std::ptrdiff_t>(std::min(columns, cells.size()));
  const bool empty_tail = all_blank(end, cells.end()) && filled(Pieces(cells.begin(), end)).size() == columns;
  if (cells.size() != columns && !empty_tail) return as_one(text, Separation::kTabs);
  return as_cells(Pieces(cells.begin(), end), Separation::kTabs);
}

// Pieces of one line parted by spaces of any kind.
Pieces words_of(const Piece& line) {
  Pieces words;
  std::size_t begin = std::string::npos;
  for (std::size_t at = 0; at < line.text.size();) {
    std::size_t length = 1;
    while (at + length < line.text.size() && (static_cast<unsigned char>(line.text[at + length]) & 0xC0U) == 0x80U)
      ++length;
    const bool blank = is_blank(line.text.substr(at, length));
    if (!blank && begin == std::string::npos) begin = at;
    if (blank && begin != std::string::npos) {
      words.push_back({line.text.substr(begin, at - begin), line.offset + begin});
      begin = std::string::npos;
    }
    at += length;
  }
  if (begin != std::string::npos) words.push_back({line.text.substr(begin), line.offset + begin});
  return words;
}

RowValues split_spaces(const Piece& line, std::size_t columns, const Lexicon& lexicon, string_view text) {
  const Pieces words = words_of(line);
  const bool figures =
      std::all_of(words.begin(), words.end(), [&](const Piece& word) { return is_figure(word.text, lexicon); });
  return words.size() == columns && figures ? as_cells(words, Separation::kSpaces) : as_one(text, Separation::kSpaces);
}

bool is_run_of_digits(string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); }) && !text.empty();
}

std::string without_blanks(const Piece& line) {
  std::string out;
  for (const Piece& word : words_of(line)) out += word.text;
  return out;
}

}  // namespace

const char* name_of(Separation separation) {
  switch (separation) {
    case Separation::kLines:
      return "lines";
    case Separation::kTabs:
      return "tabs";
    case Separation::kSpaces:
      return "spaces";
    case Separation::kNone:
      return "run-together";
  }
  return "";
}

RowValues split_values(string_view text, std::size_t columns, std::optional<std::size_t> merged_after,
                       const Lexicon& lexicon, std::optional<Separation> only) {
  const auto is_allowed = [&](Separation separation) { return !only || *only == separation; };
  const Pieces lines = pieces_between(text, '\n');
  const Pieces shown = filled(lines);
  const Pieces below(lines.begin() + 1, lines.size() > 1 ? lines.end() - 1 : lines.end());
  const bool begins_below = lines.size() > 2 && shows_nothing(lines.front()) && shows_nothing(lines.back());
  if (text.find('\t') != string_view::npos && is_allowed(Separation::kTabs)) return split_tabs(lines, columns, text);
  if (shown.empty()) return all_blank_cells(columns, lines.size() > 1 ? Separation::kLines : Separation::kNone);
  if (columns == 1) return as_one(text, shown.size() == 1 && begins_below ? Separation::kLines : Separation::kSpaces);
  if (begins_below && (shown.size() > 1 || lines.size() > columns) && is_allowed(Separation::kLines))
    return split_lines_of_row(below, columns, merged_after, lexicon, text);
  if (shown.size() > 1) return as_one(text, Separation::kNone);
  RowValues values =
      is_allowed(Separation::kSpaces) ? split_spaces(shown.front(), columns, lexicon, text) : RowValues{};
  if (values.cells.size() == columns) return values;
  values = as_one(text, Separation::kNone);
  values.run_together = is_allowed(Separation::kNone) && is_run_of_digits(without_blanks(shown.front()));
  return values;
}

}  // namespace nianbao

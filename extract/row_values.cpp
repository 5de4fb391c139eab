#include "extract/row_values.h"

#include <algorithm>

#include "schema/direction.h"
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

// Without the unit that stands behind a number.
string_view without_unit(string_view text, const Lexicon& lexicon) {
  for (const auto& [type, units] : lexicon.units)
    for (const std::string& unit : units)
      if (text.size() > unit.size() && text.ends_with(unit) && is_digit(text[text.size() - unit.size() - 1]))
        return text.substr(0, text.size() - unit.size());
  return text;
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

// Whether there are as many lines as the row has cells and merges away below it. Where the latter is not known, further
// empty lines may follow, but then the first and the last cell must show that they are where they should be.
bool has_lines_for(const Pieces& lines, const RowShape& row) {
  if (row.merged_after) return lines.size() == row.columns + *row.merged_after;
  return lines.size() >= row.columns && !shows_nothing(lines.front()) && !shows_nothing(lines[row.columns - 1]);
}

// The lines below that of the label, without the beginning of the line on which the next label stands.
RowValues split_lines_of_row(const Pieces& below, const RowShape& row, const Lexicon& lexicon, string_view text) {
  const std::size_t columns = row.columns;
  const Pieces shown = filled(below);
  const auto end = below.begin() + static_cast<std::ptrdiff_t>(std::min(columns, below.size()));
  const bool all_filled = shown.size() == columns && are_evenly_spaced(below);
  const bool with_note = !all_filled && begins_with_figures(below, columns, lexicon);
  const bool keeps_to_lines = all_blank(end, below.end()) && has_lines_for(below, row);
  if (!all_filled && !with_note && !keeps_to_lines) return as_one(text, Separation::kLines);
  RowValues values = as_cells(all_filled ? shown : Pieces(below.begin(), end), Separation::kLines);
  if (with_note) values.note = end->offset;
  values.needs_style = !all_filled && !with_note;
  values.lines = below.size();
  values.has_neighbours = std::adjacent_find(below.begin(), below.end(), [](const Piece& a, const Piece& b) {
                            return !shows_nothing(a) && !shows_nothing(b);
                          }) != below.end();
  return values;
}

Pieces tabbed_cells(const Piece& line) {
  Pieces cells = pieces_between(line.text, '\t');
  for (Piece& cell : cells) cell.offset += line.offset;
  return cells;
}

// A note or a row that the form does not have; a line that goes on begins with a figure.
bool begins_with_text(const Pieces& cells, const Lexicon& lexicon) {
  return !shows_nothing(cells.front()) && !is_figure(trim(cells.front().text), lexicon);
}

// What a converter that breaks long lines has put on further ones: a line end stands for a TAB.
void append_broken_lines(Pieces& cells, Pieces::const_iterator line, Pieces::const_iterator end) {
  for (; line != end; ++line)
    if (!shows_nothing(*line)) {
      const Pieces more = tabbed_cells(*line);
      cells.insert(cells.end(), more.begin(), more.end());
    }
}

// Where a row of TABs begins: behind its label, or on the next line where a converter has broken it before the TAB; one
// without label on a line of its own.
Pieces::const_iterator start_of_tabs(const Pieces& lines, bool has_label) {
  if (!has_label) return std::find_if_not(lines.begin(), lines.end(), shows_nothing);
  const auto tab_in = [&](std::size_t line) { return lines[line].text.find('\t'); };
  const bool is_broken = lines.size() > 1 && shows_nothing(lines[0]) && tab_in(0) == string_view::npos &&
                         tab_in(1) != string_view::npos && is_blank(lines[1].text.substr(0, tab_in(1)));
  return lines.begin() + (is_broken ? 1 : 0);
}

RowValues split_tabs(const Pieces& lines, std::size_t columns, bool has_label, const Lexicon& lexicon,
                     string_view text) {
  const auto first = start_of_tabs(lines, has_label);
  const auto rest = std::find_if_not(first + 1, lines.end(), shows_nothing);
  Pieces cells = tabbed_cells(*first);
  if (has_label && (cells.size() == 1 || !shows_nothing(cells.front()))) return as_one(text, Separation::kTabs);
  if (has_label) cells.erase(cells.begin());
  const bool has_note =
      rest != lines.end() && cells.size() == columns && begins_with_text(tabbed_cells(*rest), lexicon);
  if (rest != lines.end() && !has_note) {
    append_broken_lines(cells, rest, lines.end());
    if (filled(cells).size() != cells.size()) return as_one(text, Separation::kTabs);
  }
  const auto end = cells.begin() + static_cast<std::ptrdiff_t>(std::min(columns, cells.size()));
  const bool empty_tail = all_blank(end, cells.end()) && filled(Pieces(cells.begin(), end)).size() == columns;
  if (cells.size() != columns && !empty_tail) return as_one(text, Separation::kTabs);
  RowValues values = as_cells(Pieces(cells.begin(), end), Separation::kTabs);
  if (has_note) values.note = rest->offset;
  return values;
}

// Pieces of one line parted by spaces of any kind.
Pieces words_of(const Piece& line) {
  Pieces words;
  std::size_t begin = std::string::npos;
  for (std::size_t at = 0; at < line.text.size();) {
    const std::size_t length = first_character(line.text.substr(at)).size();
    const bool blank = is_gap(line.text.substr(at, length));
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

bool has_joined_digits(const Pieces& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const Piece& word) { return word.text.size() > 1 && word.text.front() == '0'; });
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

RowValues split_values(string_view text, const RowShape& row, const Lexicon& lexicon, std::optional<Separation> only) {
  const auto is_allowed = [&](Separation separation) { return !only || *only == separation; };
  const Pieces lines = pieces_between(text, '\n');
  const Pieces shown = filled(lines);
  if (shown.empty()) return all_blank_cells(row.columns, lines.size() > 1 ? Separation::kLines : Separation::kNone);
  if (text.find('\t') != string_view::npos && is_allowed(Separation::kTabs))
    return split_tabs(lines, row.columns, row.has_label, lexicon, text);
  const bool begins_below = lines.size() > 2 && shows_nothing(lines.front()) && shows_nothing(lines.back());
  if (row.columns == 1)
    return as_one(text, shown.size() == 1 && begins_below ? Separation::kLines : Separation::kSpaces);
  if (begins_below && (shown.size() > 1 || lines.size() > row.columns) && is_allowed(Separation::kLines))
    return split_lines_of_row(Pieces(lines.begin() + 1, lines.end() - 1), row, lexicon, text);
  if (shown.size() > 1) return as_one(text, Separation::kNone);
  RowValues values;
  if (is_allowed(Separation::kSpaces)) values = split_spaces(shown.front(), row.columns, lexicon, text);
  if (values.cells.size() == row.columns) return values;
  values = as_one(text, Separation::kNone);
  values.run_together = is_allowed(Separation::kNone) && is_run_of_digits(without_blanks(shown.front()));
  values.shows_joined = values.run_together && has_joined_digits(words_of(shown.front()));
  return values;
}

bool is_figure(string_view text, const Lexicon& lexicon) {
  const string_view figures = without_unit(text, lexicon);
  const bool number = std::all_of(figures.begin(), figures.end(),
                                  [](char c) { return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '+'; });
  return (number && std::any_of(figures.begin(), figures.end(), is_digit)) || lexicon.marks.contains(fold(text));
}

RowValues as_run_together(const RowValues& values) {
  RowValues one{.separation = Separation::kNone, .cells = {""}, .offsets = {values.offsets.front()}};
  for (const std::string& cell : values.cells) one.cells.front() += (one.cells.front().empty() ? "" : " ") + cell;
  one.run_together = is_run_of_digits(replace_all(one.cells.front(), " ", ""));
  return one;
}

}  // namespace nianbao

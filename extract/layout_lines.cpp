#include "extract/layout_lines.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/row_values.h"
#include "schema/direction.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// A page has no more words on a line; section 四 has 15 numbers.
constexpr std::size_t kMostWords = 60;

// A unit one space behind a figure is part of it.
std::vector<LayoutWord> with_units(std::vector<LayoutWord> words, const Lexicon& lexicon) {
  std::vector<LayoutWord> joined;
  for (LayoutWord& word : words) {
    const bool is_unit = std::any_of(lexicon.units.begin(), lexicon.units.end(),
                                     [&](const auto& units) { return lexicon.allows_unit(units.first, word.text); });
    if (is_unit && !joined.empty() && joined.back().is_figure && word.begin == joined.back().end + 1) {
      joined.back().text += " " + word.text;
      joined.back().folded += word.folded;
      joined.back().end = word.end;
    } else {
      joined.push_back(std::move(word));
    }
  }
  return joined;
}

// The words of a line; none where there are more than a page can have, or a TAB, which says nothing of places.
std::vector<LayoutWord> words_of(string_view text, const Lexicon& lexicon) {
  if (text.find('\t') != string_view::npos) return {};
  std::vector<LayoutWord> words;
  std::size_t column = 0;
  std::size_t shift = 0;
  bool in_word = false;
  for (; !text.empty(); ++column) {
    const string_view character = first_character(text);
    text.remove_prefix(character.size());
    if (character == "\f" || changes_direction(character)) --column;
    if (is_gap(character)) {
      in_word = false;
      continue;
    }
    if (!in_word && words.size() == kMostWords) return {};
    if (!in_word) words.push_back({.text = "", .folded = "", .begin = column, .shift = shift});
    words.back().text += character;
    if (display_width(character) > 1) ++shift;
    words.back().end = column + 1;
    in_word = true;
  }
  for (LayoutWord& word : words) {
    word.folded = fold_characters(word.text);
    word.is_figure = is_figure(word.text, lexicon);
  }
  return with_units(std::move(words), lexicon);
}

// What a page number may be: words close together. Nothing where columns part them.
std::string close_words(const LayoutLine& line) {
  std::string all;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i > 0 && line.words[i].begin > line.words[i - 1].end + 1) return "";
    all += line.words[i].folded;
  }
  return all;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// `text` with # for every run of digits.
std::string without_numbers(string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (!is_digit(text[i]))
      out += text[i];
    else if (i == 0 || !is_digit(text[i - 1]))
      out += '#';
  return out;
}

std::optional<std::size_t> bare_number(const LayoutLine& line) {
  constexpr std::size_t kLongest = 4;  // digits
  const bool is_bare = line.words.size() == 1 && line.words.front().text.size() <= kLongest &&
                       std::all_of(line.words.front().text.begin(), line.words.front().text.end(), is_digit);
  return is_bare ? std::optional<std::size_t>(std::stoul(line.words.front().text)) : std::nullopt;
}

// Of a number alone at this edge of every page, each one more than the last, it is known what it is.
void mark_rising_numbers(std::vector<LayoutLine>& lines, const std::vector<std::size_t>& edges) {
  if (edges.size() < 2) return;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto first = bare_number(lines[edges.front()]);
    const auto number = bare_number(lines[edges[i]]);
    if (!first || !number || *number != *first + i) return;
  }
  for (const std::size_t edge : edges) lines[edge].is_page_number = true;
}

void mark_page_numbers(std::vector<LayoutLine>& lines, const Lexicon& lexicon) {
  std::vector<std::size_t> tops;
  std::vector<std::size_t> bottoms;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].words.empty()) continue;
    const bool is_top = i == 0 || lines[i - 1].page != lines[i].page;
    const bool is_bottom = i + 1 == lines.size() || lines[i + 1].page != lines[i].page;
    if (is_top) tops.push_back(i);
    if (is_bottom) bottoms.push_back(i);
    const bool looks_like_one = lexicon.page_numbers.contains(without_numbers(close_words(lines[i])));
    lines[i].is_page_number = (is_top || is_bottom) && looks_like_one;
  }
  mark_rising_numbers(lines, tops);
  mark_rising_numbers(lines, bottoms);
}

// Two gaps of two spaces or more between words, and no TAB.
bool has_wide_gaps(string_view line) {
  int gaps = 0;
  std::size_t word = line.find_first_not_of(' ');
  for (std::size_t gap = line.find("  ", word); gap != string_view::npos; gap = line.find("  ", word)) {
    word = line.find_first_not_of(' ', gap);
    if (word == string_view::npos) break;
    ++gaps;
  }
  return gaps >= 2 && line.find('\t') == string_view::npos;
}

}  // namespace

std::vector<LayoutLine> layout_lines(const std::vector<const Paragraph*>& paragraphs, const Lexicon& lexicon) {
  std::vector<LayoutLine> lines;
  std::size_t page = 0;
  for (const Paragraph* paragraph : paragraphs) {
    page += static_cast<std::size_t>(std::count(paragraph->text.begin(), paragraph->text.end(), '\f'));
    lines.push_back({.paragraph = paragraph,
                     .number = paragraph->ordinal,
                     .page = page,
                     .words = words_of(paragraph->text, lexicon)});
  }
  mark_page_numbers(lines, lexicon);
  for (LayoutLine& line : lines)
    if (line.is_page_number) line.words.clear();
  return lines;
}

bool are_in_columns(const std::vector<const Paragraph*>& paragraphs) {
  constexpr std::ptrdiff_t kFewest = 3;
  return std::count_if(paragraphs.begin(), paragraphs.end(),
                       [](const Paragraph* paragraph) { return has_wide_gaps(paragraph->text); }) >= kFewest;
}

}  // namespace nianbao

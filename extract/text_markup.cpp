#include "extract/text_markup.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// How many of `mark` `text` begins with; a converter may break the line between two of them.
std::size_t opening(string_view text, char mark, std::size_t& marks) {
  std::size_t at = 0;
  for (; at < text.size() && (text[at] == mark || (text[at] == '\n' && marks > 0)); ++at)
    if (text[at] == mark) ++marks;
  return at;
}

std::size_t closing(string_view text, char mark, std::size_t& marks) {
  std::size_t at = text.size();
  for (; at > 0 && (text[at - 1] == mark || (text[at - 1] == '\n' && marks > 0)); --at)
    if (text[at - 1] == mark) ++marks;
  return at;
}

}  // namespace

string_view without_emphasis(string_view text) {
  constexpr std::size_t kMostMarks = 3;
  const char mark = text.empty() ? ' ' : text.front();
  if (mark != '*' && mark != '_') return text;
  std::size_t opens = 0;
  std::size_t closes = 0;
  const std::size_t begin = opening(text, mark, opens);
  if (begin == text.size()) return text;
  const std::size_t end = closing(text, mark, closes);
  const string_view inner = text.substr(begin, end - begin);
  const bool is_around_all = opens == closes && opens <= kMostMarks && inner.find(mark) == string_view::npos;
  return is_around_all && !inner.ends_with('\\') ? inner : text;
}

string_view without_heading_marks(string_view line) {
  constexpr std::size_t kMostMarks = 6;
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks > kMostMarks || (marks > 0 && !line.substr(marks).starts_with(' '))) return line;
  string_view inner = trim(line.substr(marks));
  if (marks > 0 && inner.ends_with('#')) inner = inner.substr(0, inner.find_last_not_of('#') + 1);
  return without_emphasis(trim(inner));
}

bool has_inner_link(string_view line) {
  return line.find("<#") != string_view::npos || line.find("](#") != string_view::npos;
}

std::string without_markup(string_view text) {
  if (text.find_first_not_of("\\ \n") == string_view::npos) return std::string(text);
  const string_view inner = without_emphasis(text);
  std::string shown;
  for (std::size_t at = 0; at < inner.size(); ++at) {
    const std::size_t behind = std::min(inner.find_first_not_of('\\', at), inner.size());
    const bool ends_line = behind > at && (behind == inner.size() || inner[behind] == '\n');
    if (ends_line) {
      at = behind - 1;
      continue;
    }
    if (inner[at] == '\\' && is_punctuation(inner[at + 1])) ++at;
    shown += inner[at];
  }
  return shown;
}

}  // namespace nianbao

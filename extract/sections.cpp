#include "extract/sections.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "extract/text_markup.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

// A line of a paragraph that may be a heading.
struct TextLine {
  std::size_t block = 0;
  std::string_view text;
  bool first_of_block = false;
};

// How a heading is numbered. The report's own headings are 一、 二、 or 第一部分; （一） and 1. mostly number what is
// below.
enum class Series { kNone, kLower, kReport };

struct Candidate {
  std::size_t line = 0;  // index into the lines
  int number = 0;
  std::string heading;  // as printed
  std::string rest;     // what follows on the same line
  Series series = Series::kNone;
};

Series series_of(const std::string& folded) {
  const bool lower = folded.front() == '(' || (folded.front() >= '0' && folded.front() <= '9');
  return lower ? Series::kLower : Series::kReport;
}

// Longer lines are prose: the longest heading with its numeral has some 40 characters.
constexpr std::size_t kLongestHeading = 60;
constexpr std::size_t kLongestHeadingBytes = kLongestHeading * 4;

// The part of `text` before its first colon, full stop or gap, with the mark, and the rest behind it.
struct Cut {
  string_view head;
  string_view rest;
};

std::vector<Cut> cuts_of(string_view text) {
  constexpr std::size_t kLongestMark = 3;
  const string_view searched = text.substr(0, kLongestHeadingBytes + kLongestMark);
  std::vector<Cut> cuts = {{text, {}}};
  for (const string_view mark : {"：", ":", "。", " ", "　", "\t"}) {
    const std::size_t at = searched.find(mark, 3);
    if (at == string_view::npos) continue;
    cuts.push_back({text.substr(0, at), text.substr(at + mark.size())});
    const std::size_t last = searched.find(mark, at + mark.size());
    if (last != string_view::npos) cuts.push_back({text.substr(0, last), text.substr(last + mark.size())});
  }
  return cuts;
}

// "一 总体情况" and "一总体情况" are numbered too: the numeral stands before the heading without a sign.
bool is_numeral_only(string_view prefix) {
  static const std::vector<std::string> kNumerals = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  return std::find(kNumerals.begin(), kNumerals.end(), prefix) != kNumerals.end();
}

std::optional<Candidate> match(const std::string& folded, const std::vector<Heading>& known) {
  const std::string bare = without_enumerator(folded);
  for (const Heading& heading : known) {
    if (bare == heading.text)
      return Candidate{.number = heading.section, .series = bare == folded ? Series::kNone : series_of(folded)};
    if (folded.size() <= heading.text.size() ||
        folded.compare(folded.size() - heading.text.size(), std::string::npos, heading.text) != 0)
      continue;
    if (is_numeral_only(string_view(folded).substr(0, folded.size() - heading.text.size())))
      return Candidate{.number = heading.section, .series = Series::kReport};
  }
  return std::nullopt;
}

// Whether match() can find anything. Most lines are prose, and folding these takes long.
bool may_match(string_view text, const std::vector<Heading>& known) {
  if (text.size() > kLongestHeadingBytes || character_count(text) > kLongestHeading) return false;
  const std::string last = last_letter(text);
  return std::any_of(known.begin(), known.end(), [&](const Heading& k) { return k.last_letter == last; });
}

bool is_page_number(string_view rest) {
  const string_view text = trim(rest);
  return !text.empty() && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

// `一、总体情况……3`: leaders and a page number.
bool is_contents_entry(string_view text) {
  const string_view shown = trim(text);
  std::size_t digits = shown.size();
  while (digits > 0 && shown[digits - 1] >= '0' && shown[digits - 1] <= '9') --digits;
  if (digits == shown.size()) return false;
  const string_view before = trim(shown.substr(0, digits));
  constexpr std::array<string_view, 5> kLeaders = {"…", "..", "··", "—", "．．"};
  return std::any_of(kLeaders.begin(), kLeaders.end(), [&](string_view leader) {
    return before.size() >= leader.size() && before.substr(before.size() - leader.size()) == leader;
  });
}

std::optional<Candidate> heading_in(string_view text, const std::vector<Heading>& known) {
  const string_view shown = without_heading_marks(trim(text));
  if (shown.empty() || is_contents_entry(shown) || has_inner_link(shown)) return std::nullopt;
  for (const Cut& cut : cuts_of(shown)) {
    if (!may_match(cut.head, known)) continue;
    std::optional<Candidate> found = match(comparable_heading(fold(cut.head)), known);
    if (!found || is_page_number(cut.rest)) continue;
    if (!trim(cut.rest).empty() && found->series == Series::kNone) continue;
    found->heading = std::string(trim(cut.head));
    found->rest = std::string(trim(cut.rest));
    return found;
  }
  return std::nullopt;
}

std::vector<TextLine> lines_of(const Document& document) {
  std::vector<TextLine> lines;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr) continue;
    bool first = true;
    for (const string_view text : split_lines(paragraph->text)) {
      lines.push_back({i, text, first});
      first = false;
    }
  }
  return lines;
}

std::vector<Candidate> candidates_in(const std::vector<TextLine>& lines, const Schema& schema) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (std::optional<Candidate> found = heading_in(lines[i].text, schema.headings)) {
      found->line = i;
      candidates.push_back(std::move(*found));
    }
  return candidates;
}

// Where two or more sections have headings of the report's own series, （一） and 1. are subheadings. A heading without
// numeral is trusted only where its section has no other.
void drop_lesser_series(std::vector<Candidate>& candidates) {
  std::map<int, Series> best;
  for (const Candidate& candidate : candidates)
    best[candidate.number] = std::max(best[candidate.number], candidate.series);
  const auto own =
      std::count_if(best.begin(), best.end(), [](const auto& section) { return section.second == Series::kReport; });
  std::erase_if(candidates, [&](const Candidate& c) {
    return (c.series == Series::kLower && own >= 2) || c.series < best[c.number];
  });
}

bool nothing_between(const std::vector<TextLine>& lines, const Document& document, const Candidate& a,
                     const Candidate& b) {
  if (!a.rest.empty()) return false;
  for (std::size_t i = lines[a.line].block; i < lines[b.line].block; ++i)
    if (std::holds_alternative<Table>(document.blocks[i])) return false;
  for (std::size_t i = a.line + 1; i < b.line; ++i)
    if (!is_blank(lines[i].text)) return false;
  return true;
}

bool comes_again(const std::vector<Candidate>& candidates, std::size_t from, std::size_t index) {
  return std::any_of(candidates.begin() + static_cast<std::ptrdiff_t>(from), candidates.end(),
                     [&](const Candidate& c) { return c.number == candidates[index].number; });
}

// Three or more headings in a row with nothing between them, all of which come again: a table of contents.
void drop_contents(std::vector<Candidate>& candidates, const std::vector<TextLine>& lines, const Document& document) {
  constexpr std::size_t kShortestContents = 3;
  for (std::size_t start = 0; start < candidates.size();) {
    std::size_t end = start + 1;
    while (end < candidates.size() && candidates[end].number > candidates[end - 1].number &&
           nothing_between(lines, document, candidates[end - 1], candidates[end]))
      ++end;
    bool repeated = end - start >= kShortestContents;
    for (std::size_t i = start; i < end; ++i) repeated = repeated && comes_again(candidates, end, i);
    if (repeated)
      candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(start),
                       candidates.begin() + static_cast<std::ptrdiff_t>(end));
    else
      start = end;
  }
}

void append(std::string& text, string_view line) {
  if (is_blank(line)) return;
  if (!text.empty()) text += '\n';
  text += line;
}

Section preamble(const Document& document) {
  Section section;
  for (const Block& block : document.blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      section.where = address_of(document, *paragraph);
      break;
    }
  return section;
}

Section open_section(const Document& document, const Candidate& candidate, std::size_t block) {
  Section section{.number = candidate.number,
                  .heading = candidate.heading,
                  .where = "",
                  .text = candidate.rest,
                  .first_block = block,
                  .end_block = block};
  section.where = address_of(document, std::get<Paragraph>(document.blocks[block]));
  return section;
}

}  // namespace

std::vector<Section> find_sections(const Document& document, const Schema& schema) {
  const std::vector<TextLine> lines = lines_of(document);
  std::vector<Candidate> candidates = candidates_in(lines, schema);
  drop_contents(candidates, lines, document);
  drop_lesser_series(candidates);
  std::vector<Section> sections = {preamble(document)};
  auto next = candidates.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (next == candidates.end() || next->line != i) {
      append(sections.back().text, lines[i].text);
      continue;
    }
    sections.back().end_block = lines[i].block;
    sections.push_back(open_section(document, *next, lines[i].block));
    ++next;
  }
  sections.back().end_block = document.blocks.size();
  return sections;
}

int section_of(const std::vector<Section>& sections, std::size_t block_index) {
  for (const Section& section : sections)
    if (block_index >= section.first_block && block_index < section.end_block) return section.number;
  return 0;
}

}  // namespace nianbao

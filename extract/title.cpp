#include "extract/title.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "extract/text_markup.h"
#include "schema/numeral.h"
#include "schema/text.h"

namespace nianbao {
namespace {

using std::string_view;

constexpr std::size_t kLongestTitle = 80;   // characters
constexpr std::size_t kLinesSearched = 40;  // a title stands near the top
constexpr std::size_t kLongestTitleLines = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Bytes of the space that `text` begins with.
std::size_t space_at_start(string_view text) {
  for (const string_view space : {string_view(" "), string_view("\t"), string_view("　"), string_view("\xC2\xA0")})
    if (text.starts_with(space)) return space.size();
  return 0;
}

std::string without_spaces(string_view text) {
  constexpr string_view kFirstBytes = " \t\n\r\xE3\xC2";  // of spaces and line ends
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t kept = std::min(text.find_first_of(kFirstBytes), text.size());
    out += text.substr(0, kept);
    text.remove_prefix(kept);
    if (text.empty()) break;
    const bool is_line_end = text.front() == '\n' || text.front() == '\r';
    const std::size_t space = is_line_end ? 1 : space_at_start(text);
    if (space == 0) out += text.front();
    text.remove_prefix(std::max<std::size_t>(space, 1));
  }
  return out;
}

bool strip_end(std::string& text, const std::vector<std::string>& ends) {
  for (const std::string& end : ends)
    if (text.ends_with(end)) {
      text.resize(text.size() - end.size());
      return true;
    }
  return false;
}

bool strip_start(std::string& text, const std::vector<std::string>& starts) {
  for (const std::string& start : starts)
    if (text.starts_with(start)) {
      text.erase(0, start.size());
      return true;
    }
  return false;
}

// 二〇二〇 or 二○二○, written digit by digit: 4 characters before 年.
std::optional<int> chinese_year(string_view text) {
  int year = 0;
  if (text.size() != 12) return std::nullopt;
  for (std::size_t i = 0; i < 12; i += 3) {
    const std::string digit = replace_all(std::string(text.substr(i, 3)), "○", "〇");
    const auto value = read_chinese_numeral(digit);
    if (!value || *value > 9) return std::nullopt;
    year = year * 10 + static_cast<int>(*value);
  }
  return year;
}

struct FoundYear {
  int year = 0;
  std::size_t at = 0;
  std::size_t length = 0;  // with 年 and 度
};

// Every `2020年`, `2020年度` or `二〇二〇年` in `text` that can be the year of a report; a digit run longer than four
// is none.
std::vector<FoundYear> years_in(const std::string& text, const TitleWords& words) {
  constexpr string_view kYear = "年";
  std::vector<FoundYear> years;
  for (std::size_t at = text.find(kYear); at != std::string::npos; at = text.find(kYear, at + kYear.size())) {
    std::size_t length = at + kYear.size();
    if (string_view(text).substr(length).starts_with("度")) length += string_view("度").size();
    const bool digits = at >= 4 && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) - 4,
                                               text.begin() + static_cast<std::ptrdiff_t>(at), is_digit);
    if (digits && (at == 4 || !is_digit(text[at - 5]))) {
      years.push_back({std::stoi(text.substr(at - 4, 4)), at - 4, length - (at - 4)});
    } else if (at >= 12) {
      if (const auto year = chinese_year(string_view(text).substr(at - 12, 12)))
        years.push_back({*year, at - 12, length - (at - 12)});
    }
  }
  std::erase_if(years, [&](const FoundYear& y) { return y.year < words.first_year || y.year > words.last_year; });
  return years;
}

std::optional<int> the_one_year(const std::vector<FoundYear>& years) {
  std::set<int> distinct;
  for (const FoundYear& year : years) distinct.insert(year.year);
  return distinct.size() == 1 ? std::optional(*distinct.begin()) : std::nullopt;
}

std::string without_years(std::string text, std::vector<FoundYear> years) {
  // From the last to the first: the places before an erased one stay right.
  std::reverse(years.begin(), years.end());
  for (const FoundYear& year : years) text.erase(year.at, year.length);
  return text;
}

// 《 … 》 inside a covering letter is the title itself.
std::string inner_title(const std::string& text) {
  const std::size_t opens = text.find("《");
  const std::size_t closes = text.find("》", opens == std::string::npos ? 0 : opens);
  if (opens == std::string::npos || closes == std::string::npos) return text;
  return text.substr(opens + string_view("《").size(), closes - opens - string_view("《").size());
}

// `…年度报告（2020年度）`: the bracket goes to the front, where years are looked for.
std::string without_year_bracket(const std::string& text, const TitleWords& words) {
  for (const auto& [opening, closing] : {std::pair("（", "）"), std::pair("(", ")")}) {
    const std::size_t opens = text.rfind(opening);
    if (opens == std::string::npos || !text.ends_with(closing)) continue;
    const std::string inside =
        text.substr(opens + string_view(opening).size(),
                    text.size() - string_view(closing).size() - opens - string_view(opening).size());
    const std::vector<FoundYear> years = years_in(inside, words);
    if (years.size() == 1 && without_years(inside, years).empty()) return inside + text.substr(0, opens);
  }
  return text;
}

// "XX市人民政府信息公开": the 政府 belongs to both the body and the subject. A 年 is left where a crawler lost the
// digits.
std::string complete_name(std::string name, const TitleWords& words) {
  strip_end(name, words.name_ends);
  for (const auto& [end, completion] : words.name_completions)
    if (name.ends_with(end)) return name + completion;
  return name;
}

std::string org_from(std::string text, const TitleWords& words, bool& is_title) {
  is_title = strip_end(text, words.endings) && strip_end(text, words.subjects);
  return is_title ? complete_name(text, words) : "";
}

// A name found in the simplified title as the title prints it. Simplifying changes characters, not their places.
std::string as_printed(const std::string& name, const std::string& printed) {
  const std::string plain = simplified(printed);
  const std::size_t at = plain.find(name);
  return plain.size() == printed.size() && at != std::string::npos ? printed.substr(at, name.size()) : name;
}

bool reads_like_prose(const std::string& text) {
  for (const char* mark : {"。", "，", "；", ",", ";", "！", ">", "|", "›", "»"})
    if (text.find(mark) != std::string::npos) return true;
  return character_count(text) > kLongestTitle;
}

std::vector<std::string> top_lines(const Section& preamble) {
  std::vector<std::string> lines;
  for (const string_view line : split_lines(preamble.text)) {
    if (lines.size() == kLinesSearched) break;
    if (!is_blank(line)) lines.emplace_back(without_heading_marks(trim(line)));
  }
  return lines;
}

// A line that may be the body's name printed above the rest of the title.
bool may_be_name(const std::string& line, const Lexicon& lexicon) {
  return !reads_like_prose(line) && character_count(line) <= 30 && org_type_of(line, lexicon) != "unknown";
}

// One title that some lines make. A title that names body and year is better than one that names less, then one of
// fewer lines, then the first.
struct TitleCandidate {
  Title title;
  int named = -1;
  std::size_t lines = 0;
};

bool is_better(const TitleCandidate& a, const TitleCandidate& b) {
  return a.named != b.named ? a.named > b.named : a.lines < b.lines;
}

// A title without a name whose body stands on the line above.
Title with_name_above(const Title& title, const std::string& above, const std::string& joined, const Lexicon& lexicon) {
  return title.org_name.empty() && may_be_name(above, lexicon) ? parse_title(above + joined, lexicon) : title;
}

Title titled(const std::vector<std::string>& lines, const Lexicon& lexicon) {
  TitleCandidate best;
  for (std::size_t first = 0; first < lines.size(); ++first) {
    std::string joined;
    for (std::size_t n = 0; n < kLongestTitleLines && first + n < lines.size(); ++n) {
      joined += lines[first + n];
      Title title = parse_title(joined, lexicon);
      if (title.text.empty()) continue;
      if (first > 0) title = with_name_above(title, lines[first - 1], joined, lexicon);
      TitleCandidate candidate{title, named_in(title), n};
      if (is_better(candidate, best)) best = std::move(candidate);
    }
  }
  return best.title;
}

struct PlacedLine {
  string_view text;
  std::size_t block = 0;
  bool is_first = false;  // of its paragraph
};

// The lines that a title may begin with.
class LinesAbove {
 public:
  explicit LinesAbove(const Lexicon& lexicon) : lexicon_(lexicon) {}

  void clear() { lines_.clear(); }

  // The best title that ends with `line`.
  std::optional<PlacedTitle> title_ending_with(const PlacedLine& line) {
    lines_.push_back({without_heading_marks(trim(line.text)), line.block, line.is_first});
    if (lines_.size() > kLongestTitleLines + 1) lines_.erase(lines_.begin());
    if (!may_end_title(line.text)) return std::nullopt;
    std::optional<PlacedTitle> best;
    std::string joined;
    for (std::size_t n = 1; n <= std::min(kLongestTitleLines, lines_.size()); ++n) {
      joined.insert(0, lines_[lines_.size() - n].text);
      std::optional<PlacedTitle> title = title_of(joined, n);
      if (title && (!best || named_in(title->title) > named_in(best->title))) best = std::move(title);
    }
    if (best) lines_.clear();
    return best;
  }

 private:
  bool may_end_title(string_view line) const {
    if (line.size() > kLongestTitle * 4) return false;
    const std::string text = simplified(without_spaces(line));
    const std::vector<std::string>& endings = lexicon_.titles.endings;
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return text.find(ending) != std::string::npos; });
  }

  // The title that the last `n` lines make, maybe with the name above them.
  std::optional<PlacedTitle> title_of(const std::string& joined, std::size_t n) const {
    Title title = parse_title(joined, lexicon_);
    if (title.text.empty() || (n > 1 && !title.org_name.empty() && title.org_type == "unknown")) return std::nullopt;
    // `栏目:政府信息公开年报` is an entry of a page's head.
    if (title.org_name.find(':') != std::string::npos || title.org_name.find("：") != std::string::npos)
      return std::nullopt;
    if (n < lines_.size()) {
      const PlacedLine& above = lines_[lines_.size() - n - 1];
      Title named = with_name_above(title, std::string(above.text), joined, lexicon_);
      if (named.text != title.text) return placed(std::move(named), above);
    }
    return placed(std::move(title), lines_[lines_.size() - n]);
  }

  static std::optional<PlacedTitle> placed(Title title, const PlacedLine& first) {
    return first.is_first ? std::optional(PlacedTitle{std::move(title), first.block}) : std::nullopt;
  }

  const Lexicon& lexicon_;
  std::vector<PlacedLine> lines_;
};

// The year of 统计期限自2024年1月1日起至12月31日止: that of the first sentence of the kind that names one; nothing
// where it names two different ones.
std::optional<int> period_year(const std::vector<Section>& sections, const TitleWords& words) {
  // Where a report says it, it says it at the beginning.
  constexpr std::size_t kSearched = 64U << 10U;
  for (const Section& section : sections) {
    if (section.number > 1) break;
    const std::string text = simplified(without_spaces(string_view(section.text).substr(0, kSearched)));
    for (const std::string& word : words.period)
      for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = std::min(text.find("。", at), text.size());
        const std::vector<FoundYear> years = years_in(text.substr(at, end - at), words);
        if (!years.empty()) return the_one_year(years);
      }
  }
  return std::nullopt;
}

bool says_one_of(const std::vector<Section>& sections, const std::vector<std::string>& words) {
  return std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
    return section.number == 0 && std::any_of(words.begin(), words.end(), [&](const std::string& word) {
             return section.text.find(word) != std::string::npos;
           });
  });
}

std::string scope_of(const std::vector<Section>& sections, const Lexicon& lexicon) {
  const bool consolidated = says_one_of(sections, lexicon.consolidated_words);
  const bool organ = says_one_of(sections, lexicon.organ_words);
  if (consolidated == organ) return "unknown";
  return consolidated ? "consolidated" : "organ";
}

// 洪泽区人民政府 and 淮安市洪泽区人民政府 are the same body.
bool may_be_same_body(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a.ends_with(b) || b.ends_with(a);
}

}  // namespace

bool name_different_reports(const Title& a, const Title& b) {
  const bool other_year = a.report_year && b.report_year && a.report_year != b.report_year;
  return other_year || !may_be_same_body(simplified(a.org_name), simplified(b.org_name));
}

Title parse_title(const std::string& line, const Lexicon& lexicon) {
  if (line.size() > kLongestTitle * kLongestTitleLines * 4) return {};
  const TitleWords& words = lexicon.titles;
  const std::string printed = without_spaces(line);
  if (reads_like_prose(printed)) return {};
  std::string text = without_year_bracket(inner_title(simplified(printed)), words);
  strip_start(text, words.prefixes);
  strip_end(text, words.suffixes);
  const std::vector<FoundYear> years = years_in(text, words);
  bool is_title = false;
  Title title;
  title.org_name = org_from(without_years(text, years), words, is_title);
  if (!is_title) return {};
  title.org_name = as_printed(title.org_name, printed);
  title.text = printed;
  title.report_year = the_one_year(years);
  title.org_type = org_type_of(simplified(title.org_name), lexicon);
  return title;
}

std::string org_type_of(const std::string& org_name, const Lexicon& lexicon) {
  std::string type = "unknown";
  std::size_t longest = 0;
  for (const OrganisationKind& kind : lexicon.organisations) {
    const bool starts =
        kind.starts.empty() || std::any_of(kind.starts.begin(), kind.starts.end(),
                                           [&](const std::string& s) { return org_name.starts_with(s); });
    if (!starts) continue;
    for (const std::string& end : kind.ends)
      if (org_name.ends_with(end) && end.size() > longest) type = kind.type, longest = end.size();
  }
  return type;
}

int named_in(const Title& title) { return (title.org_name.empty() ? 0 : 1) + (title.report_year ? 1 : 0); }

std::vector<PlacedTitle> find_titles(const Document& document, const Lexicon& lexicon) {
  std::vector<PlacedTitle> titles;
  LinesAbove lines(lexicon);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i]);
    if (paragraph == nullptr) lines.clear();
    bool is_first = true;
    for (const string_view line : paragraph == nullptr ? std::vector<string_view>{} : split_lines(paragraph->text)) {
      if (is_blank(line)) continue;
      if (std::optional<PlacedTitle> title = lines.title_ending_with({trim(line), i, is_first}))
        titles.push_back(std::move(*title));
      is_first = false;
    }
  }
  return titles;
}

Title read_title(const std::vector<Section>& sections, const Lexicon& lexicon) {
  Title title = titled(top_lines(sections.front()), lexicon);
  if (!title.report_year && years_in(title.text, lexicon.titles).empty())
    title.report_year = period_year(sections, lexicon.titles);
  title.scope = scope_of(sections, lexicon);
  return title;
}

}  // namespace nianbao

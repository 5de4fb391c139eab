#include "extract/report_split.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "extract/report_match.h"
#include "extract/sections.h"
#include "extract/title.h"
#include "schema/text.h"

namespace nianbao {
namespace {

// What shows that a part of a document is a report, or part of one.
struct Content {
  std::set<int> sections;  // with text or a table behind their heading, or whose table is there
  bool has_tables = false;

  void add(const Content& other) {
    sections.insert(other.sections.begin(), other.sections.end());
    has_tables = has_tables || other.has_tables;
  }

  bool is_report() const {
    constexpr std::size_t kFewestSections = 3;
    return has_tables || sections.size() >= kFewestSections;
  }
};

bool shows_something(const Section& section, const Document& document) {
  const auto begin = document.blocks.begin();
  return !is_blank(section.text) ||
         std::any_of(begin + static_cast<std::ptrdiff_t>(section.first_block),
                     begin + static_cast<std::ptrdiff_t>(section.end_block),
                     [](const Block& block) { return std::holds_alternative<Table>(block); });
}

Content content_of(const Document& document, const Schema& schema) {
  Content content;
  const std::vector<Section> sections = find_sections(document, schema);
  for (const Section& section : sections)
    if (section.number > 0 && shows_something(section, document)) content.sections.insert(section.number);
  for (const FieldMatch& field : match_report(document, sections, schema).fields)
    if (field.absence != Absence::kTable) {
      content.sections.insert(field.field->section);
      content.has_tables = true;
    }
  return content;
}

// From one title up to the next.
class Stretch {
 public:
  Stretch(Document document, Title title) : document_(std::move(document)), title_(std::move(title)) {}

  const Title& title() const { return title_; }
  // Of the title, with which it begins.
  std::string place() const { return address_of(document_, std::get<Paragraph>(document_.blocks.front())); }
  Document take() { return std::move(document_); }

  // Nothing but perhaps a page number stands between the title and the next one.
  bool is_bare() const {
    constexpr std::size_t kSaysNothing = 6;
    std::size_t characters = 0;
    for (const Block& block : document_.blocks) {
      const auto* paragraph = std::get_if<Paragraph>(&block);
      if (paragraph == nullptr) return false;
      characters += character_count(fold(paragraph->text));
    }
    return characters <= character_count(fold(title_.text)) + kSaysNothing;
  }

  // Found when first asked for: most documents have one title, and nothing is asked.
  const Content& content(const Schema& schema) {
    if (!content_) content_ = content_of(document_, schema);
    return *content_;
  }

 private:
  Document document_;
  Title title_;
  std::optional<Content> content_;
};

// An empty document with what is said of the whole.
Document like(const Document& whole) {
  Document part = whole;
  part.blocks.clear();
  return part;
}

std::vector<Stretch> stretches_of(Document document, const Lexicon& lexicon) {
  const std::vector<PlacedTitle> titles = find_titles(document, lexicon);
  std::vector<Block> blocks = std::exchange(document.blocks, {});
  std::vector<Stretch> stretches;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end, const Title& title) {
    Document part = like(document);
    part.blocks.assign(std::make_move_iterator(blocks.begin() + static_cast<std::ptrdiff_t>(begin)),
                       std::make_move_iterator(blocks.begin() + static_cast<std::ptrdiff_t>(end)));
    stretches.emplace_back(std::move(part), title);
    begin = end;
  };
  Title title;
  for (const PlacedTitle& next : titles) {
    if (next.block > begin || !title.text.empty()) add(next.block, title);
    title = next.title;
  }
  add(blocks.size(), title);
  return stretches;
}

// The sections of the form begin again, instead of going on.
bool begin_again(const Content& before, const Content& behind) {
  return behind.is_report() && *behind.sections.begin() < *before.sections.rbegin() &&
         std::any_of(behind.sections.begin(), behind.sections.end(),
                     [&](int section) { return before.sections.contains(section); });
}

// Before them stands not even what makes a report, such as a section or two without tables.
bool holds_first_section_of(const Content& before, const Content& behind) {
  return behind.is_report() && *behind.sections.begin() <= *before.sections.rbegin();
}

constexpr const char* kTitleDiffers = "title_differs";

// What a title in a document means.
struct Turn {
  bool begins_report = false;
  bool names_other_report = false;  // than the one that goes on
  bool is_in_doubt = false;         // which of both the tables behind it are of
};

class Splitter {
 public:
  Splitter(std::vector<Stretch> stretches, const Schema& schema)
      : stretches_(std::move(stretches)), schema_(schema), title_(stretches_.front().title()) {
    for (std::size_t i = 0; i < stretches_.size(); ++i) places_[stretches_[i].title().text].push_back(i);
  }

  std::vector<Document> reports() {
    // What stands behind a title is looked at before it is taken.
    std::vector<Turn> turns(1);
    for (std::size_t i = 1; i < stretches_.size(); ++i) turns.push_back(turn_at(i));
    forget_those_without_tables(turns);
    std::vector<Document> reports;
    bool is_in_doubt = false;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      const bool begins = i == 0 || turns[i].begins_report;
      const bool is_said = !begins && says_other_report(reports.back()) && (is_in_doubt || !turns[i].is_in_doubt);
      const std::string place = turns[i].names_other_report && !is_said ? stretches_[i].place() : "";
      is_in_doubt = turns[i].is_in_doubt || (is_in_doubt && !begins);
      Document part = stretches_[i].take();
      if (is_in_doubt) mark_tables(part);
      if (begins)
        reports.push_back(std::move(part));
      else
        append(reports.back().blocks, std::move(part.blocks));
      if (!place.empty()) reports.back().damage.push_back({kTitleDiffers, place});
    }
    return reports;
  }

 private:
  Turn turn_at(std::size_t i) {
    const Title& title = stretches_[i].title();
    if (!title_.text.empty() && !name_different_reports(title_, title)) return {};
    for (; counted_ < i; ++counted_) before_.add(stretches_[counted_].content(schema_));
    if (before_.sections.empty() || (title_.text.empty() && !before_.is_report())) {
      title_ = title;
      return {};
    }
    const Content behind = content_behind(i);
    if (before_.is_report() && begin_again(before_, behind)) {
      begin_report(i);
      return {.begins_report = true};
    }
    if (!before_.has_tables) above_tables_.insert(title.text);
    const bool is_title = !title_.text.empty() && !is_listed(i) && !is_page_header(title);
    const bool is_in_middle = before_.is_report() || holds_first_section_of(before_, behind);
    return {.names_other_report = true, .is_in_doubt = is_title && is_in_middle};
  }

  void begin_report(std::size_t i) {
    first_ = i;
    title_ = stretches_[i].title();
    before_ = {};
    above_tables_.clear();
  }

  // Up to the next title that names another report; a report has no more pages with headers than this.
  Content content_behind(std::size_t i) {
    constexpr std::size_t kMostPages = 200;
    Content content;
    const std::size_t end = std::min(stretches_.size(), i + kMostPages);
    for (std::size_t k = i; k < end; ++k) {
      if (name_different_reports(stretches_[i].title(), stretches_[k].title())) break;
      content.add(stretches_[k].content(schema_));
    }
    return content;
  }

  // One of several titles with nothing between them.
  bool is_listed(std::size_t i) const {
    const auto parted = [&](std::size_t a, std::size_t b) {
      return name_different_reports(stretches_[a].title(), stretches_[b].title());
    };
    const bool above =
        stretches_[i - 1].is_bare() && parted(i - 1, i) && name_different_reports(title_, stretches_[i - 1].title());
    return above || (i + 1 < stretches_.size() && stretches_[i].is_bare() && parted(i, i + 1));
  }

  // It stands in the report several times, first in its sections above all tables. In a list above them it is none.
  bool is_page_header(const Title& title) const {
    constexpr std::ptrdiff_t kFewest = 3;
    const std::vector<std::size_t>& places = places_.at(title.text);
    const auto first = std::lower_bound(places.begin(), places.end(), first_);
    return above_tables_.contains(title.text) && places.end() - first >= kFewest;
  }

  // A title with no table behind it puts none in doubt: a link to another report.
  void forget_those_without_tables(std::vector<Turn>& turns) {
    const auto differs = [](const Turn& turn) { return turn.names_other_report; };
    if (std::none_of(turns.begin(), turns.end(), differs)) return;
    bool has_tables = false;
    for (std::size_t i = turns.size(); i-- > 0;) {
      has_tables = has_tables || stretches_[i].content(schema_).has_tables;
      if (!has_tables) turns[i].names_other_report = turns[i].is_in_doubt = false;
      if (turns[i].begins_report) has_tables = false;
    }
  }

  static bool says_other_report(const Document& report) {
    return std::any_of(report.damage.begin(), report.damage.end(),
                       [](const Problem& problem) { return problem.code == kTitleDiffers; });
  }

  static void mark_tables(Document& part) {
    for (Block& block : part.blocks)
      if (auto* table = std::get_if<Table>(&block)) table->is_of_other_report = true;
  }

  static void append(std::vector<Block>& blocks, std::vector<Block> more) {
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  std::vector<Stretch> stretches_;
  const Schema& schema_;
  std::map<std::string, std::vector<std::size_t>> places_;  // by title, where it stands
  std::size_t first_ = 0;                                   // stretch of the report that has begun
  Title title_;                                             // of this report
  Content before_;                                          // of this report, up to `counted_`
  std::set<std::string> above_tables_;                      // other titles in its sections above all tables
  std::size_t counted_ = 0;
};

}  // namespace

std::vector<Document> split_reports(Document document, const Schema& schema) {
  return Splitter(stretches_of(std::move(document), schema.lexicon), schema).reports();
}

}  // namespace nianbao

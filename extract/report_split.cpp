#include "extract/report_split.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
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

// 洪泽区人民政府 and 淮安市洪泽区人民政府 are the same body.
bool may_be_same_body(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a.ends_with(b) || b.ends_with(a);
}

bool name_different_reports(const Title& a, const Title& b) {
  const bool other_year = a.report_year && b.report_year && a.report_year != b.report_year;
  return other_year || !may_be_same_body(simplified(a.org_name), simplified(b.org_name));
}

// The sections of the form begin again, instead of going on.
bool begin_again(const Content& before, const Content& behind) {
  return behind.is_report() && *behind.sections.begin() < *before.sections.rbegin() &&
         std::any_of(behind.sections.begin(), behind.sections.end(),
                     [&](int section) { return before.sections.contains(section); });
}

// What a title in a document means.
struct Turn {
  bool begins_report = false;
  std::optional<Problem> doubt;
};

class Splitter {
 public:
  Splitter(std::vector<Stretch> stretches, const Schema& schema)
      : stretches_(std::move(stretches)), schema_(schema), title_(stretches_.front().title()) {}

  std::vector<Document> reports() {
    // What stands behind a title is looked at before it is taken.
    std::vector<Turn> turns;
    for (std::size_t i = 1; i < stretches_.size(); ++i) turns.push_back(turn_at(i));
    std::vector<Document> reports = {stretches_.front().take()};
    for (std::size_t i = 1; i < stretches_.size(); ++i) {
      const Turn& turn = turns[i - 1];
      if (turn.begins_report)
        reports.push_back(stretches_[i].take());
      else
        append(reports.back().blocks, stretches_[i].take().blocks);
      if (turn.doubt) reports.back().damage.push_back(*turn.doubt);
    }
    return reports;
  }

 private:
  Turn turn_at(std::size_t i) {
    const Title& title = stretches_[i].title();
    if (!title_.text.empty() && !name_different_reports(title_, title)) return {};
    for (; counted_ < i; ++counted_) before_.add(stretches_[counted_].content(schema_));
    if (!before_.is_report()) {
      title_ = title;
      return {};
    }
    const Content behind = content_behind(i);
    if (begin_again(before_, behind)) {
      title_ = title;
      before_ = {};
      return {.begins_report = true, .doubt = {}};
    }
    if (!before_.has_tables || !behind.has_tables) return {};
    return {.begins_report = false, .doubt = Problem{"title_differs", stretches_[i].place()}};
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

  static void append(std::vector<Block>& blocks, std::vector<Block> more) {
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  std::vector<Stretch> stretches_;
  const Schema& schema_;
  Title title_;     // of the report that has begun
  Content before_;  // of this report, up to `counted_`
  std::size_t counted_ = 0;
};

}  // namespace

std::vector<Document> split_reports(Document document, const Schema& schema) {
  return Splitter(stretches_of(std::move(document), schema.lexicon), schema).reports();
}

}  // namespace nianbao

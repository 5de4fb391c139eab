// Lines of text as a document: sections and title. A line that begins with a TAB is a table, a CR breaks the line
// inside a paragraph.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "extract/sections.h"
#include "extract/title.h"
#include "schema/text.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"

namespace {

using nianbao::Document;
using nianbao::Section;
using nianbao::fuzz::require;

nianbao::Block block_of(std::string_view line, std::size_t number) {
  if (!line.starts_with('\t')) return nianbao::Paragraph{std::string(line), number};
  nianbao::Table table{.ordinal = number, .row_count = 1, .cells = {}};
  table.cells.push_back({.text = std::string(line.substr(1)), .row = 1, .column = 1, .line = number});
  return table;
}

Document document_of(std::string_view text) {
  Document document;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    document.blocks.push_back(block_of(text.substr(at, end - at), document.blocks.size() + 1));
    at = end + 1;
  }
  return document;
}

std::size_t shown_lines(std::string_view text) {
  const auto lines = nianbao::split_lines(text);
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](std::string_view line) { return !nianbao::is_blank(line); }));
}

void check_spans(const std::vector<Section>& sections, const Document& document) {
  require(!sections.empty() && sections.front().number == 0, "the first section is number 0");
  std::size_t at = 0;
  for (const Section& section : sections) {
    const bool is_first = &section == &sections.front();
    require(section.first_block == at && section.end_block >= at, "sections follow one another without gap");
    require(is_first == (section.number == 0), "only the first section is number 0");
    require(is_first == section.heading.empty(), "every other section has a heading");
    at = section.end_block;
  }
  require(at == document.blocks.size(), "the last section ends with the document");
}

// A heading takes its line out of the text and may leave the rest of it there.
void check_lines(const std::vector<Section>& sections, const Document& document) {
  std::size_t printed = 0;
  for (const nianbao::Block& block : document.blocks)
    if (const auto* paragraph = std::get_if<nianbao::Paragraph>(&block)) printed += shown_lines(paragraph->text);
  std::size_t kept = 0;
  for (const Section& section : sections) kept += shown_lines(section.text);
  require(kept <= printed && kept + sections.size() - 1 >= printed, "no line is lost or doubled");
}

void check_title(const nianbao::Title& title) {
  require(!title.text.empty() || title.org_name.empty(), "a body is named by a title");
  require(!title.report_year || (*title.report_year >= 1000 && *title.report_year <= 9999), "a year has four digits");
  require(!title.org_type.empty() && !title.scope.empty(), "type and scope are said, if only to be unknown");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const nianbao::Schema schema = nianbao::load_schema();
  const nianbao::fuzz::Budget budget(size);
  const Document document = document_of({reinterpret_cast<const char*>(data), size});
  const std::vector<Section> sections = find_sections(document, schema);
  check_spans(sections, document);
  check_lines(sections, document);
  check_title(read_title(sections, schema.lexicon));
  return 0;
}

// Odd and broken files that nobody here made: nothing crashes, every file has its row, and no table cell gets lost.
#include <gtest/gtest.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include <map>
#include <memory>
#include <set>

#include "app/input_outcome.h"
#include "extract/docx_package.h"
#include "extract/zip_archive.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> hostile_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(shared("hostile")))
    if (entry.is_regular_file()) files.push_back(entry.path());
  return files;
}

// The w:tc elements of a part by another way than the program's: libxml2's reader, by local name.
std::optional<std::size_t> cells_counted_plainly(const std::string& xml) {
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      &xmlFreeTextReader);
  std::size_t cells = 0;
  int state = 0;
  while ((state = xmlTextReaderRead(reader.get())) == 1)
    if (xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT &&
        std::string(reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader.get()))) == "tc" &&
        std::string(reinterpret_cast<const char*>(xmlTextReaderConstNamespaceUri(reader.get())))
                .find("wordprocessingml") != std::string::npos)
      ++cells;
  return state == 0 ? std::optional(cells) : std::nullopt;
}

std::optional<std::size_t> cells_in_main_part(const std::string& bytes) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return std::nullopt;
  const Result<DocxParts> parts = find_docx_parts(ZipPackage(*archive, {}));
  if (!parts) return std::nullopt;
  const Result<std::string> xml = archive->read(parts->main);
  return xml ? cells_counted_plainly(*xml) : std::nullopt;
}

// Those of the main part.
std::size_t cells_in_blocks(const Document& document) {
  std::size_t cells = 0;
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) cells += table->chunk == 0 ? table->cells.size() : 0U;
  return cells;
}

TEST(Hostile, EveryCellOfEveryReadableDocumentIsAccountedFor) {
  if (shared("hostile").empty()) GTEST_SKIP() << "../shared/hostile is not on this machine";
  std::size_t documents = 0;
  std::size_t cells = 0;
  for (const fs::path& file : hostile_files()) {
    const std::string bytes = file_content(file);
    const Source source(bytes, file.filename().string());
    if (source.kind != "docx") continue;
    const Result<Document> document = read_document(source, {});
    if (!document) continue;  // refused as a whole, with its reason
    const std::optional<std::size_t> counted = cells_in_main_part(bytes);
    ASSERT_TRUE(counted) << file;
    EXPECT_EQ(document->counts.total(), *counted) << file;
    EXPECT_EQ(cells_in_blocks(*document), document->counts.shown + document->counts.nested + document->counts.refused)
        << file;
    ++documents;
    cells += *counted;
  }
  EXPECT_GT(documents, 1000U);
  EXPECT_GT(cells, 10000U);
}

// The td and th elements of a page by libxml2's tree, which also has those that templates hold.
std::size_t page_cells_in(const xmlNode* node) {
  std::size_t cells = 0;
  for (; node != nullptr; node = node->next) {
    const std::string name = node->type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node->name) : "";
    cells += (name == "td" || name == "th" ? 1U : 0U) + page_cells_in(node->children);
  }
  return cells;
}

std::size_t page_cells_counted_plainly(const std::string& html) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> page(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING),
      &xmlFreeDoc);
  return page ? page_cells_in(page->children) : 0;
}

TEST(Hostile, EveryCellOfEveryPageIsAccountedFor) {
  if (shared("hostile").empty()) GTEST_SKIP() << "../shared/hostile is not on this machine";
  std::size_t pages = 0;
  std::size_t cells = 0;
  for (const fs::path& file : hostile_files()) {
    const std::string bytes = file_content(file);
    const Source source(bytes, "");
    if (source.kind != "html") continue;
    const Result<Document> document = read_document(source, {});
    if (!document) continue;  // refused as a whole, with its reason
    const std::size_t counted = page_cells_counted_plainly(bytes);
    EXPECT_EQ(document->counts.total(), counted) << file;
    ++pages;
    cells += counted;
  }
  EXPECT_GT(pages, 100U);
  EXPECT_GT(cells, 500U);
}

// The report that most files of _made hide, field by field, as far as it is a value.
std::map<std::string, std::string> hidden_report() {
  std::map<std::string, std::string> values;
  for (const CsvRecord& line : read_csv(shared("corpus/truth/tongxin-street-2020.csv")))
    values[line.at("field_id")] = line.at("status") == "value" ? line.at("value") : line.at("status");
  return values;
}

TEST(Hostile, MadeVariantsGiveTheValuesOfThePlainReportOrNone) {
  if (shared("hostile/_made").empty() || shared("corpus/truth").empty())
    GTEST_SKIP() << "../shared is not on this machine";
  const std::map<std::string, std::string> hidden = hidden_report();
  // What Word itself would not show whole: spans that say nothing.
  const std::set<std::string> doubtful = {"gridspan_neg_zero_text.docx"};
  std::size_t reports = 0;
  for (const auto& entry : fs::directory_iterator(shared("hostile/_made"))) {
    const std::string bytes = file_content(entry.path());
    const std::string name = entry.path().filename().string();
    const Result<Report> report = process_report({bytes, name}, built_in_schema(), {});
    if (!report) continue;
    ++reports;
    for (const RecordField& field : report->record.fields) {
      const bool is_value = field.value.status == Status::kValue;
      const std::string shown = is_value ? field.value.number : name_of(field.value.status);
      if (!is_value && doubtful.count(name) > 0) continue;
      EXPECT_EQ(shown, hidden.at(field.field->id)) << name;
    }
  }
  EXPECT_GT(reports, 20U);
}

TEST(Hostile, EveryFileHasOneRowAndNoneAnInternalError) {
  if (shared("hostile").empty()) GTEST_SKIP() << "../shared/hostile is not on this machine";
  const ReportRows rows(built_in_schema());
  std::size_t files = 0;
  for (const fs::path& file : hostile_files()) {
    const std::vector<InputOutcome> outcomes = process_input({file.string(), file}, built_in_schema(), {}, rows);
    std::size_t own_rows = 0;  // rows of members of an archive beside
    for (const InputOutcome& outcome : outcomes) {
      if (outcome.path == file.string()) ++own_rows;
      EXPECT_NE(outcome.problem.value_or(Problem{}).code, "internal") << outcome.path << " " << outcome.problem->detail;
    }
    EXPECT_EQ(own_rows, 1U) << file;
    ++files;
  }
  EXPECT_GT(files, 1600U);
}

}  // namespace
}  // namespace nianbao::test

// Any bytes as a text file, in the encoding and dialect that are found out and in those that are asked for.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "extract/blocks.h"
#include "extract/report_split.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"

namespace {

using nianbao::fuzz::require;

constexpr std::array kEncodings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "Big5", "no-such"};

// Paragraphs and cells are named by their lines, so these never go back; what takes several lines is named by its
// first. In narrow columns a label may begin above one that stands left of it.
void check_lines(const nianbao::Document& document) {
  const bool is_layout = document.dialect.find("layout") != std::string::npos;
  std::size_t last = 0;
  std::size_t furthest = 0;
  const auto next = [&](std::size_t line, bool may_go_back) {
    require(line >= last, "lines stand in the order of the file");
    furthest = std::max(furthest, line);
    if (!may_go_back) last = furthest;
  };
  for (const nianbao::Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<nianbao::Paragraph>(&block)) next(paragraph->ordinal, false);
    if (const auto* table = std::get_if<nianbao::Table>(&block))
      for (const nianbao::Cell& cell : table->cells) next(cell.line, is_layout);
    last = furthest;
  }
}

std::string place_of(const nianbao::Document& document, const nianbao::Block& block) {
  return std::visit([&](const auto& shown) { return address_of(document, shown); }, block);
}

const nianbao::Schema& schema() {
  static const nianbao::Schema loaded = nianbao::load_schema();
  return loaded;
}

// Dialects that read what the likeliest ones leave, and the one that otherwise depends on the look of the whole text.
constexpr std::array kDialects = {"", "layout", "lines", "tabs", "spaces", "run-together"};

// All blocks are in one of the reports, in the order of the file.
void check_split(nianbao::Document document) {
  std::vector<std::string> before;
  for (const nianbao::Block& block : document.blocks) before.push_back(place_of(document, block));
  std::vector<std::string> behind;
  for (const nianbao::Document& report : split_reports(std::move(document), schema()))
    for (const nianbao::Block& block : report.blocks) behind.push_back(place_of(report, block));
  require(before == behind, "reports keep the blocks and their places");
}

void read_as(const nianbao::Source& source, const char* encoding, const char* dialect) {
  const nianbao::ReadOptions options{.encoding = encoding, .text_dialect = dialect};
  auto document = read_blocks(source, schema(), options);
  if (!document) return nianbao::fuzz::check_problem(document.problem());
  nianbao::fuzz::check_document(*document);
  if (document->kind == "text") check_lines(*document);
  check_split(std::move(*document));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const nianbao::fuzz::Budget budget(size);
  const nianbao::Source source{{reinterpret_cast<const char*>(data), size}, "a.txt"};
  read_as(source, "", "");
  if (size == 0) return 0;
  read_as(source, kEncodings.at(data[0] % kEncodings.size()), "");
  read_as(source, "", kDialects.at(data[size - 1] % kDialects.size()));
  return 0;
}

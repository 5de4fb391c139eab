// Any bytes as a text file, in the encoding that is found out and in one that is asked for.
#include <array>
#include <cstddef>
#include <cstdint>

#include "extract/flow_tables.h"
#include "extract/reader.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"

namespace {

using nianbao::fuzz::require;

constexpr std::array kEncodings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "Big5", "no-such"};

// Paragraphs and cells are named by their lines, so these never go back; what takes several lines is named by its
// first.
void check_lines(const nianbao::Document& document) {
  std::size_t last = 0;
  const auto next = [&](std::size_t line) {
    require(line >= last, "lines stand in the order of the file");
    last = line;
  };
  for (const nianbao::Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<nianbao::Paragraph>(&block)) next(paragraph->ordinal);
    if (const auto* table = std::get_if<nianbao::Table>(&block))
      for (const nianbao::Cell& cell : table->cells) next(cell.line);
  }
}

const nianbao::Schema& schema() {
  static const nianbao::Schema loaded = nianbao::load_schema();
  return loaded;
}

// Dialects that read what the likeliest ones leave, and the one that otherwise depends on the look of the whole text.
constexpr std::array kDialects = {"", "layout", "lines", "tabs", "spaces", "run-together"};

void read_as(const nianbao::Source& source, const char* encoding, const char* dialect) {
  const nianbao::ReadOptions options{.encoding = encoding, .text_dialect = dialect};
  auto document = read_document(source, options);
  if (!document) return nianbao::fuzz::check_problem(document.problem());
  nianbao::fuzz::check_document(*document);
  if (document->kind == "text") check_lines(*document);
  if (const auto problem = find_flow_tables(*document, schema(), options))
    return nianbao::fuzz::check_problem(*problem);
  nianbao::fuzz::check_document(*document);
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

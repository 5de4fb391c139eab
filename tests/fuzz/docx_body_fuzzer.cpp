// The main part of a Word document, as XML.
#include <cstddef>
#include <cstdint>

#include "extract/docx_body.h"
#include "extract/xml_sax.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"

namespace {

using nianbao::XmlSpace;

class CellCounter : public nianbao::XmlHandler {
 public:
  const char* start(const nianbao::XmlName& name, const nianbao::XmlAttributes& /*attributes*/) override {
    if (name.is(XmlSpace::kWord, "tc")) ++cells;
    return nullptr;
  }
  void end(const nianbao::XmlName& /*name*/) override {}
  void text(std::string_view /*text*/) override {}

  std::size_t cells = 0;
};

std::size_t cell_elements(std::string_view xml) {
  CellCounter counter;
  sax_xml(xml, counter);
  return counter.cells;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const nianbao::fuzz::Budget budget(size);
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  const auto body = nianbao::read_docx_body(xml, "word/document.xml", nianbao::DocxFormatting{});
  if (!body) {
    nianbao::fuzz::check_problem(body.problem());
    return 0;
  }
  nianbao::fuzz::check_document(body->document);
  for (const nianbao::ChunkPlace& chunk : body->chunks)
    nianbao::fuzz::require(chunk.block <= body->document.blocks.size(), "chunks stand in the document");
  nianbao::fuzz::require(body->document.counts.total() == cell_elements(xml),
                         "every cell element is in exactly one count");
  return 0;
}

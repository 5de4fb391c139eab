// The main part of a Word document, as XML.
#include <cstddef>
#include <cstdint>

#include "extract/docx_body.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  nianbao::read_docx_body(xml, "word/document.xml", nianbao::Numbering{});
  return 0;
}

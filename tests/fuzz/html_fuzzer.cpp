// Any bytes as a web page: no crash, and every cell shown is in a table.
#include <cstdint>
#include <cstdlib>

#include "extract/html_body.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const nianbao::Result<nianbao::HtmlBody> body = nianbao::read_html_body({reinterpret_cast<const char*>(data), size});
  if (!body) return 0;
  std::size_t shown = 0;
  for (const nianbao::Block& block : body->blocks)
    if (const auto* table = std::get_if<nianbao::Table>(&block)) shown += table->cells.size();
  if (shown != body->counts.shown + body->counts.nested + body->counts.refused) std::abort();
  return 0;
}

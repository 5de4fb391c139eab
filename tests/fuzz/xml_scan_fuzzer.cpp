// Any bytes as an XML part: the scanner tells what libxml2 tells, or leaves it to libxml2.
#include <cstddef>
#include <cstdint>

#include "extract/xml_sax.h"
#include "extract/xml_scan.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"
#include "tests/support/xml_recorder.h"

namespace {

void compare(std::string_view xml, const nianbao::Limits& limits) {
  nianbao::test::XmlRecorder scanned;
  if (!scan_xml(xml, scanned, limits)) return;
  nianbao::test::XmlRecorder parsed;
  nianbao::fuzz::require(!sax_xml(xml, parsed, limits), "what is scanned is well-formed and within the limits");
  nianbao::fuzz::require(scanned.events == parsed.events, "the scanner tells what libxml2 tells");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const nianbao::fuzz::Budget budget(size);
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  compare(xml, {});
  // So that small inputs are beyond them.
  compare(xml, {.xml_bytes = 10'000, .attributes = 4, .tag_bytes = 40});
  return 0;
}

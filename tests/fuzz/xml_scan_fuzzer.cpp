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

// Only told of elements whose names begin with one of the first letters, however it is told.
class Heeding : public nianbao::test::XmlRecorder {
 public:
  const char* start(const nianbao::XmlName& name, const nianbao::XmlAttributes& attributes) override {
    return heeds(name) ? XmlRecorder::start(name, attributes) : nullptr;
  }
  void end(const nianbao::XmlName& name) override {
    if (heeds(name)) XmlRecorder::end(name);
  }
  bool heeds(const nianbao::XmlName& name) const override { return name.local.front() < 'c'; }
};

void compare_heeded(std::string_view xml) {
  Heeding scanned;
  if (!scan_xml(xml, scanned)) return;
  Heeding parsed;
  nianbao::fuzz::require(!sax_xml(xml, parsed), "what is scanned is well-formed");
  nianbao::fuzz::require(scanned.events == parsed.events, "the scanner leaves out only what is not heeded");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const nianbao::fuzz::Budget budget(size);
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  compare(xml, {});
  compare_heeded(xml);
  // So that small inputs are beyond them.
  compare(xml, {.xml_bytes = 10'000, .attributes = 4, .tag_bytes = 40});
  return 0;
}

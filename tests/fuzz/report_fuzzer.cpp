// Any bytes through the whole program.
#include <cstddef>
#include <cstdint>

#include "app/process_report.h"
#include "output/report_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const nianbao::Schema schema = nianbao::load_schema();
  static const nianbao::ReportRows rows(schema);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto report = nianbao::process_report({bytes, "input"}, schema, {})) rows.lines_of(*report);
  return 0;
}

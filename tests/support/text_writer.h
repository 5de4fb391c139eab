// Tables of reports written the way programs write them into text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/docx_builder.h"

namespace nianbao::test {

struct TextWriter {
  const char* name;
  // One table, with a line end behind it.
  std::string (*table)(const std::vector<RowSpec>& rows);
  bool keeps_borders;  // it is seen where a cell begins and ends, also of a blank one
};

// One for every dialect of the README, and more where programs differ.
const std::vector<TextWriter>& text_writers();

// A whole report with these tables, by section, and a line of prose in the others.
std::string report_text(const std::map<int, std::vector<RowSpec>>& tables, const TextWriter& writer);

}  // namespace nianbao::test

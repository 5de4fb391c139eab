// Tables drawn into text by place, as `pdftotext -layout` does: narrow cells broken over lines, centred, nothing else
// between columns than spaces.
#pragma once

#include <string>
#include <vector>

#include "tests/support/docx_builder.h"

namespace nianbao::test {

// A long table goes on on a second page, which has wider columns and begins with a form feed.
std::string as_layout(const std::vector<RowSpec>& rows);

}  // namespace nianbao::test

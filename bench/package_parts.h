// The parts of a .docx around its text, about as large as editors make them.
#pragma once

#include <string>

#include "tests/support/docx_builder.h"

namespace nianbao::bench {

// A whole file with this body; `own_style` names a style that most files do not have, or is empty.
std::string package_of(const std::string& body, const std::string& own_style);

}  // namespace nianbao::bench

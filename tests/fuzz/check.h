// What the headers promise, checked on any input.
#pragma once

#include "extract/document.h"
#include "extract/problem.h"

namespace nianbao::fuzz {

// Aborts and says `what`, the promise that is broken, unless it `holds`.
void require(bool holds, const char* what);

// Its code is one of the catalogue.
void check_problem(const Problem& problem);

// Counts, places and order of what a reader gives; all text is UTF-8.
void check_document(const Document& document);

}  // namespace nianbao::fuzz

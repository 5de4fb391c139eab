// The facts of a report as bytes, and back.
#pragma once

#include "audit/report_facts.h"
#include "output/byte_pass.h"

namespace nianbao {

void pass_facts(ByteSaver& stream, ReportFacts& facts);
// Throws ByteError.
void pass_facts(ByteLoader& stream, ReportFacts& facts);

}  // namespace nianbao

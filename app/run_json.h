// run.json: what made OUT, and when. The only file with times.
#pragma once

#include <string>

#include "app/options.h"
#include "app/summary.h"
#include "output/finding_book.h"
#include "schema/schema.h"

namespace nianbao {

// Of a run of extract.
std::string extract_run_json(const Options& options, const Schema& schema, const Summary& summary,
                             const FindingCounts& counts, double seconds);

// Of a run of audit: what extract wrote (`before`, may be empty) with another part about the findings. Throws
// OutputError where `before` is no JSON object.
std::string audit_run_json(const std::string& before, const Options& options, const Schema& schema,
                           const FindingCounts& counts, double seconds);

}  // namespace nianbao

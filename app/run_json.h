// run.json: what made OUT, and when. The only file with times.
#pragma once

#include <string>

#include "app/options.h"
#include "app/summary.h"
#include "output/finding_book.h"
#include "schema/schema.h"

namespace nianbao {

// The text before and behind the items of its list of documents, which may be long.
struct RunJson {
  std::string before_documents;
  std::string after_documents;
};

// How the outcomes of a run were come by.
struct RunOrigin {
  Json options = nullptr;  // of extract, as extract_options_json() gives them
  Json work = nullptr;     // what was read, what was kept; or which parts were merged
};

Json extract_options_json(const Options& options);

// Of a run of extract or merge.
RunJson extract_run_json(const Options& options, const Schema& schema, const Summary& summary,
                         const FindingCounts& counts, const RunOrigin& origin, double seconds);

// Of a run of audit: what extract wrote (`before`, may be empty) with another part about the findings. Throws
// OutputError where `before` is no JSON object.
std::string audit_run_json(const std::string& before, const Options& options, const Schema& schema,
                           const FindingCounts& counts, double seconds);

}  // namespace nianbao

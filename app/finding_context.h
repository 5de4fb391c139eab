// What the findings of a run are held against: decisions, an earlier run, changed rules.
#pragma once

#include <string>

#include "app/options.h"
#include "output/baseline.h"
#include "output/decisions.h"
#include "output/finding_book.h"
#include "output/json.h"

namespace nianbao {

// The decisions of --decisions, on the day of --today or today (UTC). Throws DecisionError.
Decisions decisions_of(const Options& options, const Schema& schema);

// The findings of --baseline, read before OUT changes. Throws CsvError.
Baseline baseline_of(const Options& options);

// What decides decisions_of(); equal for equal files on equal days. Empty without --decisions.
std::string decisions_state(const Options& options);

// Lines of the summary: rules that are off, what became of decisions, and what is new and gone; those that were asked
// for.
std::string context_text(const Options& options, const Schema& schema, const FindingCounts& counts);

// The same for run.json, with the counts of findings.
Json context_json(const Options& options, const Schema& schema, const FindingCounts& counts);

// True if findings at or above --fail-on are left that nobody has acknowledged.
bool fails(const Options& options, const FindingCounts& counts);

}  // namespace nianbao

// What the program does, command by command. Each gives the exit code.
#pragma once

#include "app/options.h"
#include "schema/schema.h"

namespace nianbao {

// Extracts all inputs into OUT. stdout stays empty; progress and summary go to stderr. Throws OutputError, or
// std::runtime_error where the list of inputs cannot be read, CsvError and DecisionError.
int extract(const Options& options, const Schema& schema);

// Applies the rules again to what extract left in OUT, and rewrites what depends on it. Throws OutputError, CsvError
// where OUT cannot be read, and DecisionError.
int audit(const Options& options, const Schema& schema);

// Explains a rule, a status, a problem code or a finding on stdout. Throws std::runtime_error where there is none.
int explain(const Options& options, const Schema& schema);

// Shows reports on stdout; problems go to stderr.
int show(const Options& options, const Schema& schema);

// Prints the forms, fields or rules on stdout.
int list(const Options& options, const Schema& schema);

}  // namespace nianbao

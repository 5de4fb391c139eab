// What the program does, command by command. Each gives the exit code.
#pragma once

#include "app/file_work.h"
#include "app/options.h"
#include "schema/schema.h"

namespace nianbao {

// Extracts all inputs into OUT, or one shard of them into OUT/parts. stdout stays empty; progress and summary go to
// stderr. Throws OutputError, or std::runtime_error where the list of inputs cannot be read, CsvError, DecisionError
// and Interrupted.
int extract(const Options& options, const Schema& schema);

// The same with something else that reads the files.
int extract(const Options& options, const Schema& schema, const FileWork::Process& process);

// Writes the inputs of a later extract into a file. Throws OutputError, and std::runtime_error where the list of inputs
// cannot be read.
int plan(const Options& options);

// Brings the parts that extract --shard has made together as if one run had made them. Throws OutputError, CsvError and
// DecisionError, and std::runtime_error where the parts are not those of one run.
int merge(const Options& options, const Schema& schema);

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

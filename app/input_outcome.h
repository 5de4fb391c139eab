// What became of one input: its row in inputs.csv, and its reports.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/inputs.h"
#include "extract/reader.h"
#include "output/finding_book.h"
#include "output/report_rows.h"
#include "schema/schema.h"

namespace nianbao {

// A report as lines of all CSV files, with the counts that the summary needs.
struct ReportLines : ReportAudit {
  std::array<std::size_t, kStatuses.size()> statuses = {};  // by Status
};

struct InputOutcome {
  std::string path;
  std::string sha256;
  std::size_t bytes = 0;
  std::string kind;
  std::string encoding;
  std::string dialect;
  std::optional<Problem> problem;   // also the first damage beside reports that were read
  std::vector<Problem> damage;      // all of it
  std::vector<DocumentPart> parts;  // of a document that was read, report or not: what became of the cells of each part
  std::vector<ReportLines> reports;
};

using TakeOutcome = std::function<void(InputOutcome)>;

// What a file in memory holds. An archive gives one outcome for itself and one a member, any other file gives one. They
// do not have the file's path yet, neither in `path` (empty, or "!/2020/a.docx") nor in their lines: place() puts it.
// What goes wrong inside is the problem `internal`; only want of memory (std::bad_alloc) is thrown.
void process_source(const Source& source, const Schema& schema, const ReadOptions& options, const ReportRows& rows,
                    const TakeOutcome& take);

// Puts the path of the file in front of that of the outcome, and into its lines.
void place(InputOutcome& outcome, const std::string& path);

// Reads and processes one input; the outcomes have their places. Throws only as process_source() does.
std::vector<InputOutcome> process_input(const InputFile& input, const Schema& schema, const ReadOptions& options,
                                        const ReportRows& rows);

// Of an input that cannot be read.
InputOutcome failed(const std::string& path, Problem problem);

// The outcome of a second input with the same bytes as `first`.
InputOutcome as_duplicate(InputOutcome outcome, const std::string& first);

// Its line of inputs.csv, and its status there.
std::string inputs_line(const InputOutcome& outcome);
std::string status_of(const InputOutcome& outcome);

}  // namespace nianbao

// What became of one input: its row in inputs.csv, and its reports.
#pragma once

#include <array>
#include <cstddef>
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

// Reads and processes one input. An archive gives one outcome for itself and one a member, with paths like
// reports.zip!/2020/a.docx; any other file gives one. Never throws: what goes wrong inside is the problem `internal`.
std::vector<InputOutcome> process_input(const InputFile& input, const Schema& schema, const ReadOptions& options,
                                        const ReportRows& rows);

// The outcome of a second input with the same bytes as `first`.
InputOutcome as_duplicate(InputOutcome outcome, const std::string& first);

// Its line of inputs.csv, and its status there.
std::string inputs_line(const InputOutcome& outcome);
std::string status_of(const InputOutcome& outcome);

}  // namespace nianbao

// The findings of a run, brought together: those of each report, those of the batch, and what was decided about them.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "output/baseline.h"
#include "output/batch_book.h"
#include "output/csv_reader.h"
#include "output/dataset.h"
#include "output/decisions.h"
#include "output/record_file.h"
#include "output/report_rows.h"

namespace nianbao {

// By Severity.
using SeverityCounts = std::array<std::size_t, 3>;

// What audit() says of one report, ready to be written.
struct ReportAudit {
  CsvLines lines;                        // of reports.csv and findings.csv at least
  std::vector<std::string> finding_ids;  // of the findings in these lines
  ReportFacts facts;

  SeverityCounts severities = {};  // of these findings
};

// Audits a report, whose findings are those of audit(), and gives its lines by ReportRows::lines_of_audit().
ReportAudit audit_of(const Report& report, CsvLines lines, const Schema& schema);

struct FindingCounts {
  SeverityCounts by_severity = {};
  SeverityCounts open = {};  // those that are not acknowledged
  std::map<std::string, std::size_t> by_state;
  std::map<std::string, std::size_t> decisions;  // by outcome
  std::map<std::string, std::size_t> gone;       // by reason
};

// Takes reports in order, their rows waiting in a file; then writes reports.csv, findings.csv, decisions.csv
// and gone.csv, each report's own findings before those of the batch.
class FindingBook {
 public:
  // `dataset`, `rows` and `schema` must outlive this.
  FindingBook(const std::filesystem::path& out, Dataset& dataset, const ReportRows& rows, const Schema& schema,
              Decisions decisions, Baseline baseline);

  // True for the tables whose lines go into the book and not into the dataset.
  static bool writes(const std::string& table);

  void add(ReportAudit added);

  // Applies the rules over the batch and writes everything. Once. Throws OutputError and CsvError.
  FindingCounts finish();

  // After finish(): what is to stand beside values.
  const Corrections& corrections() const { return decisions_.corrections(); }

 private:
  void meet(const std::string& finding_id);
  bool is_compared() const { return !decisions_.empty() || baseline_.is_given(); }
  void write_as_it_is(const ReportAudit& report);
  void write_report(const ReportAudit& audit, const std::vector<CsvRow>& of_batch);
  void decide(CsvRow& row);

  Dataset& dataset_;
  const Schema& schema_;
  Decisions decisions_;
  Baseline baseline_;
  RecordFile waiting_;
  BatchBook batch_;
  FindingCounts counts_;
};

// Copies `folder`/cells.csv into the dataset with these corrections and no others. Throws OutputError and CsvError.
void write_corrected_cells(const std::filesystem::path& folder, const Corrections& corrections, Dataset& dataset);

}  // namespace nianbao

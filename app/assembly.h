// Outcomes, in the order of their inputs, become OUT: rows are written, copies told apart, findings brought together.
#pragma once

#include <chrono>
#include <optional>

#include "app/input_outcome.h"
#include "app/last_run.h"
#include "app/options.h"
#include "app/run_json.h"
#include "app/summary.h"
#include "output/data_package.h"
#include "output/dataset.h"
#include "output/finding_book.h"
#include "output/name_map.h"
#include "output/scratch.h"
#include "output/spool.h"

namespace nianbao {

class Assembly {
 public:
  // Begins the files of options.out. Throws OutputError, CsvError and DecisionError. Both must outlive this.
  Assembly(const Options& options, const Schema& schema);

  void take(InputOutcome outcome);
  const Summary& summary() const { return summary_; }

  // Writes all. Throws OutputError and CsvError.
  RunEnd finish(const RunOrigin& origin);

 private:
  using Clock = std::chrono::steady_clock;
  Assembly(const Options& options, const Schema& schema, Decisions decisions, Baseline baseline);
  void append(const std::string& table, const std::string& lines);
  void append_document(const std::string& path, const DocumentPart& part);
  std::string text(const FindingCounts& counts, Language language) const;
  void write_run_json(const RunOrigin& origin, const FindingCounts& counts);

  const Options& options_;
  const Schema& schema_;
  const ReportRows rows_;
  Dataset dataset_;
  std::optional<Scratch> cells_;  // where rows of cells.csv wait for corrections
  FindingBook book_;
  Spool documents_;
  std::size_t document_count_ = 0;
  NameMap first_paths_;  // by SHA-256
  Summary summary_;
  Clock::time_point started_ = Clock::now();
};

}  // namespace nianbao

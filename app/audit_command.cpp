#include <chrono>
#include <exception>
#include <filesystem>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/finding_context.h"
#include "app/inputs.h"
#include "app/log.h"
#include "app/ordered.h"
#include "app/progress.h"
#include "app/run_json.h"
#include "audit/rules.h"
#include "output/dataset.h"
#include "output/dataset_reader.h"

namespace nianbao {
namespace {

using Clock = std::chrono::steady_clock;

struct Audited {
  ReportAudit report;
  std::map<std::string, std::string> corrections;  // as they stand beside its values now
  std::string id;
  std::exception_ptr error;  // then nothing else counts
};

// Reads reports one after another, whichever thread asks, and applies the rules to them.
class Auditor {
 public:
  Auditor(const std::filesystem::path& out, const Schema& schema, const ReportRows& rows)
      : reader_(out), builder_(schema), schema_(schema), rows_(rows) {}

  Audited audit_report(std::size_t index) {
    Audited audited;
    try {
      const StoredReport stored = take(index);
      Report report = builder_.build(stored);
      report.findings = audit(report, schema_);
      audited.report = audit_of(report, rows_.lines_of_audit(report), schema_);
      audited.corrections = stored.corrections();
      audited.id = report.id;
    } catch (...) {
      audited.error = std::current_exception();
    }
    return audited;
  }

  // CsvError where rows are left that belong to no report.
  void expect_end() { reader_.next(); }

 private:
  StoredReport take(std::size_t index) {
    const Turns::Turn turn(turns_, index);
    std::optional<StoredReport> stored = reader_.next();
    if (!stored) throw CsvError("reports.csv changed while it was read; run audit again");
    return std::move(*stored);
  }

  DatasetReader reader_;
  ReportBuilder builder_;
  const Schema& schema_;
  const ReportRows& rows_;
  Turns turns_;
};

// Fills the book; gives the corrections that stand in cells.csv now.
Corrections audit_all(const Options& options, const Schema& schema, const ReportRows& rows, std::size_t count,
                      FindingBook& book) {
  Auditor auditor(options.out, schema, rows);
  Corrections before;
  Progress progress(count, options);
  run_ordered<Audited>(
      count, options.jobs, [&](std::size_t i) { return auditor.audit_report(i); },
      [&](std::size_t /*index*/, Audited audited) {
        if (audited.error) std::rethrow_exception(audited.error);
        book.add(std::move(audited.report));
        if (!audited.corrections.empty()) before[audited.id] = std::move(audited.corrections);
        progress.advance();
      });
  auditor.expect_end();
  return before;
}

std::string run_json_before(const std::filesystem::path& out) {
  const Result<std::string> content = read_file(out / "run.json");
  return content ? *content : "";
}

}  // namespace

int audit(const Options& options, const Schema& schema) {
  const Clock::time_point started = Clock::now();
  const std::size_t count = report_count(options.out);
  const ReportRows rows(schema);
  Decisions decisions = decisions_of(options, schema);
  Dataset dataset(options.out, {reports_table(), findings_table(), decisions_table(), gone_table()});
  FindingBook book(options.out, dataset, rows, schema, std::move(decisions), baseline_of(options));
  const Corrections before = audit_all(options, schema, rows, count, book);
  const FindingCounts counts = book.finish();
  if (book.corrections() != before) {
    dataset.begin_table(cells_table());
    write_corrected_cells(options.out, book.corrections(), dataset);
  }
  dataset.add_file("run.json", audit_run_json(run_json_before(options.out), options, schema, counts,
                                              std::chrono::duration<double>(Clock::now() - started).count()));
  dataset.finish(options.excel);
  tell(options, "summary",
       audit_summary_text(count, counts, options.out, options.language) + context_text(options, schema, counts));
  if (count == 0) return kExitNothing;
  return fails(options, counts) ? kExitFindings : kExitDone;
}

}  // namespace nianbao

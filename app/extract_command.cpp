#include <chrono>
#include <iostream>
#include <optional>
#include <unordered_map>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/finding_context.h"
#include "app/input_outcome.h"
#include "app/inputs.h"
#include "app/ordered.h"
#include "app/progress.h"
#include "app/run_json.h"
#include "app/summary.h"
#include "output/data_package.h"
#include "output/dataset.h"

namespace nianbao {
namespace {

using Clock = std::chrono::steady_clock;

std::vector<InputFile> inputs_of(const Options& options) {
  std::vector<std::string> names = options.inputs;
  if (!options.files_from.empty())
    for (std::string& name : read_name_list(options.files_from, options.nul_separated))
      names.push_back(std::move(name));
  return find_inputs(names, options.out);
}

// Takes outcomes in input order: writes their rows, counts them, and recognises reports whose bytes came before.
class Collector {
 public:
  // Rows of cells.csv wait in `cells`, if there is one, for corrections.
  Collector(Dataset& dataset, FindingBook& book, Scratch* cells) : dataset_(dataset), book_(book), cells_(cells) {}

  void take(InputOutcome outcome) {
    if (!outcome.reports.empty()) {
      const auto [first, is_new] = seen_.try_emplace(outcome.sha256, outcome.path);
      if (!is_new) outcome = as_duplicate(std::move(outcome), first->second);
    }
    summary_.add(outcome);
    dataset_.append("inputs", inputs_line(outcome));
    for (ReportLines& report : outcome.reports) {
      for (const auto& [table, lines] : report.lines) append(table, lines);
      book_.add(std::move(report));
    }
  }

  const Summary& summary() const { return summary_; }

 private:
  void append(const std::string& table, const std::string& lines) {
    if (FindingBook::writes(table)) return;
    if (cells_ != nullptr && cells_->has(table))
      cells_->append(table, lines);
    else
      dataset_.append(table, lines);
  }

  Dataset& dataset_;
  FindingBook& book_;
  Scratch* cells_;
  Summary summary_;
  std::unordered_map<std::string, std::string> seen_;  // SHA-256 to the first path with it
};

Summary process_all(const Options& options, const Schema& schema, const ReportRows& rows, Collector& collector) {
  const std::vector<InputFile> inputs = inputs_of(options);
  Progress progress(inputs.size(), options.language);
  run_ordered<std::vector<InputOutcome>>(
      inputs.size(), options.jobs, [&](std::size_t i) { return process_input(inputs[i], schema, options.read, rows); },
      [&](std::size_t i, std::vector<InputOutcome> outcomes) {
        for (InputOutcome& outcome : outcomes) collector.take(std::move(outcome));
        progress.update(i + 1, collector.summary().unread());
      });
  return collector.summary();
}

int exit_code(const Options& options, const Summary& summary, const FindingCounts& counts) {
  if (summary.reports == 0) return kExitNothing;
  if (summary.unread() > 0) return kExitSomeUnread;
  return fails(options, counts) ? kExitFindings : kExitDone;
}

}  // namespace

int extract(const Options& options, const Schema& schema) {
  const Clock::time_point started = Clock::now();
  Decisions decisions = decisions_of(options, schema);
  Baseline baseline = baseline_of(options);
  Dataset dataset(options.out, schema);
  std::optional<Scratch> cells;
  if (decisions.may_correct()) cells.emplace(options.out, std::vector<CsvTable>{cells_table()});
  const ReportRows rows(schema);
  FindingBook book(options.out, dataset, rows, schema, std::move(decisions), std::move(baseline));
  Collector collector(dataset, book, cells ? &*cells : nullptr);
  Summary summary = process_all(options, schema, rows, collector);
  const FindingCounts counts = book.finish();
  summary.findings = counts.by_severity;
  if (cells) write_corrected_cells(cells->finish(), book.corrections(), dataset);
  dataset.append("dictionary", dictionary_lines(schema));
  dataset.add_file("datapackage.json", data_package(schema));
  dataset.add_file("run.json", extract_run_json(options, schema, summary, counts,
                                                std::chrono::duration<double>(Clock::now() - started).count()));
  dataset.finish(options.excel);
  std::cerr << summary_text(summary, options.out, options.language) << context_text(options, schema, counts);
  return exit_code(options, summary, counts);
}

}  // namespace nianbao

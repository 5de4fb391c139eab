#include <chrono>
#include <iostream>
#include <unordered_map>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/input_outcome.h"
#include "app/inputs.h"
#include "app/ordered.h"
#include "app/progress.h"
#include "app/summary.h"
#include "app/version.h"
#include "output/data_package.h"
#include "output/dataset.h"
#include "schema/digest.h"

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
  explicit Collector(Dataset& dataset) : dataset_(dataset) {}

  void take(InputOutcome outcome) {
    if (!outcome.reports.empty()) {
      const auto [first, is_new] = seen_.try_emplace(outcome.sha256, outcome.path);
      if (!is_new) outcome = as_duplicate(std::move(outcome), first->second);
    }
    summary_.add(outcome);
    dataset_.append("inputs", inputs_line(outcome));
    for (const ReportLines& report : outcome.reports)
      for (const auto& [table, lines] : report.lines) dataset_.append(table, lines);
  }

  const Summary& summary() const { return summary_; }

 private:
  Dataset& dataset_;
  Summary summary_;
  std::unordered_map<std::string, std::string> seen_;  // SHA-256 to the first path with it
};

Summary process_all(const Options& options, const Schema& schema, Dataset& dataset) {
  const std::vector<InputFile> inputs = inputs_of(options);
  const ReportRows rows(schema);
  Collector collector(dataset);
  Progress progress(inputs.size(), options.language);
  run_ordered<std::vector<InputOutcome>>(
      inputs.size(), options.jobs, [&](std::size_t i) { return process_input(inputs[i], schema, options.read, rows); },
      [&](std::size_t i, std::vector<InputOutcome> outcomes) {
        for (InputOutcome& outcome : outcomes) collector.take(std::move(outcome));
        progress.update(i + 1, collector.summary().unread());
      });
  return collector.summary();
}

Json forms_json(const Schema& schema) {
  Json::Members forms;
  for (const Form& form : schema.forms) forms.emplace_back(form.id, form.digest);
  return forms;
}

Json limits_json(const Limits& limits) {
  Json::Members members;
  for (const LimitKind& kind : limit_kinds())
    members.emplace_back(kind.name, static_cast<std::int64_t>(limits.*kind.value));
  return members;
}

// Of the program's own file; empty where the system does not show it.
std::string program_digest() {
  const Result<std::string> bytes = read_file("/proc/self/exe");
  return bytes ? sha256_hex(*bytes) : "";
}

std::string run_json(const Options& options, const Schema& schema, const Summary& summary, double seconds) {
  return to_text(Json::Members{{"program", "nianbao"},
                               {"version", kVersion},
                               {"program_digest", program_digest()},
                               {"schema_digest", schema.digest},
                               {"forms", forms_json(schema)},
                               {"rules_digest", schema.rules.digest},
                               {"options", Json::Members{{"inputs", json_strings(options.inputs)},
                                                         {"files_from", options.files_from},
                                                         {"nul_separated", options.nul_separated},
                                                         {"encoding", options.read.encoding},
                                                         {"text_dialect", options.read.text_dialect},
                                                         {"limits", limits_json(options.read.limits)},
                                                         {"forms_directory", options.forms_directory},
                                                         {"excel", options.excel}}},
                               {"counts", summary_json(summary)},
                               {"jobs", static_cast<std::int64_t>(options.jobs)},
                               {"seconds", seconds},
                               {"documents", documents_json(summary)}});
}

bool has_findings(const Summary& summary, Severity level) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(level); ++i)
    if (summary.findings.at(i) > 0) return true;
  return false;
}

int exit_code(const Options& options, const Summary& summary) {
  if (summary.reports == 0) return kExitNothing;
  if (summary.unread() > 0) return kExitSomeUnread;
  return options.fail_on && has_findings(summary, *options.fail_on) ? kExitFindings : kExitDone;
}

}  // namespace

int extract(const Options& options, const Schema& schema) {
  const Clock::time_point started = Clock::now();
  Dataset dataset(options.out, schema);
  const Summary summary = process_all(options, schema, dataset);
  dataset.append("dictionary", dictionary_lines(schema));
  dataset.add_file("datapackage.json", data_package(schema));
  dataset.add_file("run.json",
                   run_json(options, schema, summary, std::chrono::duration<double>(Clock::now() - started).count()));
  dataset.finish(options.excel);
  std::cerr << summary_text(summary, options.out, options.language);
  return exit_code(options, summary);
}

}  // namespace nianbao

#include "app/assembly.h"

#include <utility>

#include "app/exit_codes.h"
#include "app/finding_context.h"

namespace nianbao {
namespace {

std::optional<Scratch> scratch_for_cells(const Options& options, const Decisions& decisions) {
  if (!decisions.may_correct()) return std::nullopt;
  return std::optional<Scratch>(std::in_place, options.out, std::vector<CsvTable>{cells_table()});
}

}  // namespace

Assembly::Assembly(const Options& options, const Schema& schema)
    : Assembly(options, schema, decisions_of(options, schema), baseline_of(options)) {}

Assembly::Assembly(const Options& options, const Schema& schema, Decisions decisions, Baseline baseline)
    : options_(options),
      schema_(schema),
      rows_(schema),
      dataset_(options.out, schema),
      cells_(scratch_for_cells(options, decisions)),
      book_(options.out, dataset_, rows_, schema, std::move(decisions), std::move(baseline)),
      documents_(temporary_name(options.out, "documents.json")) {}

void Assembly::take(InputOutcome outcome) {
  if (!outcome.reports.empty())
    if (const std::optional<std::string> first = first_paths_.put(outcome.sha256, outcome.path))
      outcome = as_duplicate(std::move(outcome), *first);
  summary_.add(outcome);
  dataset_.append("inputs", inputs_line(outcome));
  for (const DocumentPart& part : outcome.parts) append_document(outcome.path, part);
  for (ReportLines& report : outcome.reports) {
    for (const auto& [table, lines] : report.lines) append(table, lines);
    book_.add(std::move(report));
  }
}

void Assembly::append(const std::string& table, const std::string& lines) {
  if (FindingBook::writes(table)) return;
  if (cells_ && cells_->has(table))
    cells_->append(table, lines);
  else
    dataset_.append(table, lines);
}

void Assembly::append_document(const std::string& path, const DocumentPart& part) {
  documents_.append((document_count_++ == 0 ? "" : ",") + document_text(path, part));
}

RunEnd Assembly::finish(const RunOrigin& origin) {
  const FindingCounts counts = book_.finish();
  summary_.findings = counts.by_severity;
  if (cells_) write_corrected_cells(cells_->finish(), book_.corrections(), dataset_);
  dataset_.append("dictionary", dictionary_lines(schema_));
  dataset_.add_file("datapackage.json", data_package(schema_));
  write_run_json(origin, counts);
  dataset_.finish(options_.excel);
  return {.summary_zh = text(counts, Language::kChinese),
          .summary_en = text(counts, Language::kEnglish),
          .exit_code = summary_.reports == 0   ? kExitNothing
                       : summary_.unread() > 0 ? kExitSomeUnread
                                               : kExitDone,
          .counts = counts};
}

std::string Assembly::text(const FindingCounts& counts, Language language) const {
  Options options = options_;
  options.language = language;
  return summary_text(summary_, options_.out, language) + context_text(options, schema_, counts);
}

void Assembly::write_run_json(const RunOrigin& origin, const FindingCounts& counts) {
  const double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  const RunJson json = extract_run_json(options_, schema_, summary_, counts, origin, seconds);
  dataset_.add_file("run.json", json.before_documents);
  documents_.give([&](const std::string& block) { dataset_.append_to_file("run.json", block); });
  dataset_.append_to_file("run.json", json.after_documents);
}

}  // namespace nianbao

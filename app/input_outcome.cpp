#include "app/input_outcome.h"

#include <exception>

#include "app/process_report.h"
#include "extract/zip_archive.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

ReportLines lines_of(const Report& report, const ReportRows& rows) {
  ReportLines made{.lines = rows.lines_of(report), .statuses = {}, .cells = report.cells, .severities = {}};
  for (const RecordField& field : report.record.fields)
    ++made.statuses.at(static_cast<std::size_t>(field.value.status));
  for (const Finding& finding : report.findings) ++made.severities.at(static_cast<std::size_t>(finding.severity));
  return made;
}

InputOutcome failed(const std::string& path, Problem problem) {
  InputOutcome outcome;
  outcome.path = path;
  outcome.problem = std::move(problem);
  return outcome;
}

InputOutcome process_unguarded(const std::string& path, const std::string& bytes, const Schema& schema,
                               const ReadOptions& options, const ReportRows& rows) {
  const Source source{bytes, path};
  InputOutcome outcome{.path = path,
                       .sha256 = sha256_hex(bytes),
                       .bytes = bytes.size(),
                       .kind = kind_of(source),
                       .encoding = "",
                       .problem = {},
                       .report = {}};
  Result<Report> report = process_report(source, schema, options);
  if (!report) {
    outcome.problem = report.problem();
    return outcome;
  }
  report->path = path;
  outcome.encoding = report->encoding;
  if (!report->damage.empty()) outcome.problem = report->damage.front();
  outcome.report = lines_of(*report, rows);
  return outcome;
}

// Nothing that goes wrong with one file or member of an archive may cost another its row.
InputOutcome process_bytes(const std::string& path, const std::string& bytes, const Schema& schema,
                           const ReadOptions& options, const ReportRows& rows) {
  try {
    return process_unguarded(path, bytes, schema, options, rows);
  } catch (const std::exception& error) {
    return failed(path, {"internal", error.what()});
  }
}

std::vector<InputOutcome> process_archive(const std::string& path, const std::string& bytes, const Schema& schema,
                                          const ReadOptions& options, const ReportRows& rows) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  const std::vector<std::string> names = archive->names();
  std::vector<InputOutcome> outcomes;
  UniqueNames members;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].ends_with('/')) continue;
    const std::string member = members.take(path + "!/" + names[i]);
    const Result<std::string> content = archive->read(i);
    outcomes.push_back(content ? process_bytes(member, *content, schema, options, rows)
                               : failed(member, content.problem()));
  }
  if (outcomes.empty()) outcomes.push_back(failed(path, {"zip_empty", ""}));
  return outcomes;
}

std::vector<InputOutcome> process_file(const InputFile& input, const Schema& schema, const ReadOptions& options,
                                       const ReportRows& rows) {
  const Result<std::string> bytes = read_file(input.file);
  if (!bytes) return {failed(input.path, bytes.problem())};
  if (is_archive({*bytes, input.path})) return process_archive(input.path, *bytes, schema, options, rows);
  return {process_bytes(input.path, *bytes, schema, options, rows)};
}

std::string detailed(const char* message, const std::string& detail) {
  return detail.empty() ? message : message + (" [" + detail + "]");
}

}  // namespace

std::vector<InputOutcome> process_input(const InputFile& input, const Schema& schema, const ReadOptions& options,
                                        const ReportRows& rows) {
  try {
    return process_file(input, schema, options, rows);
  } catch (const std::exception& error) {
    return {failed(input.path, {"internal", error.what()})};
  }
}

InputOutcome as_duplicate(InputOutcome outcome, const std::string& first) {
  outcome.problem = Problem{"duplicate", first};
  outcome.report.reset();
  return outcome;
}

std::string status_of(const InputOutcome& outcome) {
  return outcome.problem ? problem_kind(outcome.problem->code).status : "ok";
}

std::string inputs_line(const InputOutcome& outcome) {
  const Problem problem = outcome.problem.value_or(Problem{});
  const ProblemKind* kind = outcome.problem ? &problem_kind(problem.code) : nullptr;
  return csv_line(inputs_table().columns,
                  {sha256_hex(outcome.path).substr(0, 16), outcome.path, outcome.sha256,
                   outcome.sha256.empty() ? "" : std::to_string(outcome.bytes), outcome.kind, status_of(outcome),
                   problem.code, kind == nullptr ? "" : detailed(kind->zh, problem.detail),
                   kind == nullptr ? "" : detailed(kind->en, problem.detail), outcome.encoding});
}

}  // namespace nianbao

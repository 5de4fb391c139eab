#include "app/input_outcome.h"

#include <algorithm>
#include <exception>
#include <new>
#include <set>

#include "app/process_report.h"
#include "extract/zip_archive.h"
#include "output/language.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

constexpr std::size_t kPathColumn = 1;

ReportLines lines_of(const Report& report, const Schema& schema, const ReportRows& rows) {
  ReportLines made{audit_of(report, rows.lines_of(report), schema), {}};
  for (const RecordField& field : report.record.fields)
    ++made.statuses.at(static_cast<std::size_t>(field.value.status));
  return made;
}

InputOutcome of_file(const Source& source) {
  InputOutcome outcome;
  outcome.bytes = source.bytes.size();
  outcome.kind = source.kind;
  return outcome;
}

InputOutcome process_unguarded(const Source& source, const Schema& schema, const ReadOptions& options,
                               const ReportRows& rows) {
  InputOutcome outcome = of_file(source);
  FileReports file = process_reports(source, schema, options);
  outcome.sha256 = file.sha256;
  outcome.encoding = file.encoding;
  outcome.dialect = file.dialect;
  outcome.parts = file.parts;
  outcome.damage = file.damage;
  outcome.problem = file.problem;
  if (!outcome.problem && !outcome.damage.empty()) outcome.problem = outcome.damage.front();
  for (const Report& report : file.reports) outcome.reports.push_back(lines_of(report, schema, rows));
  return outcome;
}

// Nothing that goes wrong with one file or member of an archive may cost another its row.
InputOutcome process_bytes(const Source& source, const Schema& schema, const ReadOptions& options,
                           const ReportRows& rows) {
  try {
    return process_unguarded(source, schema, options, rows);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return failed("", {"internal", error.what()});
  }
}

bool is_folder(const std::string& member) { return member.ends_with('/'); }

InputOutcome of_archive(const Source& source, const std::vector<std::string>& names) {
  InputOutcome outcome = of_file(source);
  outcome.sha256 = sha256_hex(source.bytes);
  outcome.problem = Problem{std::all_of(names.begin(), names.end(), is_folder) ? "zip_empty" : "archive", ""};
  return outcome;
}

// The archive itself, then its files; folders are none.
void process_archive(const Source& source, const Schema& schema, const ReadOptions& options, const ReportRows& rows,
                     const TakeOutcome& take) {
  const Result<ZipArchive> archive = ZipArchive::open(source.bytes, options.limits);
  if (!archive) return take(failed("", archive.problem()));
  const std::vector<std::string> names = archive->names();
  take(of_archive(source, names));
  UniqueNames members;
  std::size_t unpacked = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (is_folder(names[i])) continue;
    const std::string member = members.take("!/" + names[i]);
    const Result<std::string> content =
        unpacked > options.limits.archive_bytes ? beyond(options.limits, &Limits::archive_bytes, "") : archive->read(i);
    unpacked += content ? content->size() : 0;
    InputOutcome outcome =
        content ? process_bytes({*content, names[i]}, schema, options, rows) : failed("", content.problem());
    outcome.path = member;
    take(std::move(outcome));
  }
}

// Behind the first comma: those tables have report_id, path … as their first columns.
void put_path(CsvLines& lines, const std::string& path) {
  static const CsvTable table = reports_table();
  std::string column = csv_line({table.columns[kPathColumn]}, {path});
  column.pop_back();
  for (const char* name : {"reports", "records"})
    if (const auto found = lines.find(name); found != lines.end() && !found->second.empty())
      found->second.insert(found->second.find(',') + 1, column);
}

std::string detailed(const char* message, const std::string& detail) {
  return detail.empty() ? message : message + (" [" + detail + "]");
}

// What is wrong and what to do, then whatever else is damaged, each code once.
std::string message_of(const InputOutcome& outcome, Language language) {
  if (!outcome.problem) return "";
  const ProblemKind& kind = problem_kind(outcome.problem->code);
  std::string message = detailed(say(language, kind.zh, kind.en), outcome.problem->detail);
  std::set<std::string> said = {outcome.problem->code};
  for (const Problem& damage : outcome.damage)
    if (said.insert(damage.code).second) message += " + " + detailed(damage.code.c_str(), damage.detail);
  return message;
}

}  // namespace

void process_source(const Source& source, const Schema& schema, const ReadOptions& options, const ReportRows& rows,
                    const TakeOutcome& take) {
  if (is_archive(source)) return process_archive(source, schema, options, rows, take);
  take(process_bytes(source, schema, options, rows));
}

void place(InputOutcome& outcome, const std::string& path) {
  outcome.path.insert(0, path);
  for (ReportLines& report : outcome.reports) put_path(report.lines, outcome.path);
}

std::vector<InputOutcome> process_input(const InputFile& input, const Schema& schema, const ReadOptions& options,
                                        const ReportRows& rows) {
  const Result<std::string> bytes = read_file(input.file, options.limits);
  if (!bytes) return {failed(input.path, bytes.problem())};
  std::vector<InputOutcome> outcomes;
  process_source({*bytes, input.path}, schema, options, rows, [&](InputOutcome outcome) {
    place(outcome, input.path);
    outcomes.push_back(std::move(outcome));
  });
  return outcomes;
}

InputOutcome failed(const std::string& path, Problem problem) {
  InputOutcome outcome;
  outcome.path = path;
  outcome.problem = std::move(problem);
  return outcome;
}

InputOutcome as_duplicate(InputOutcome outcome, const std::string& first) {
  outcome.problem = Problem{"duplicate", first};
  outcome.reports.clear();
  return outcome;
}

std::string status_of(const InputOutcome& outcome) {
  return outcome.problem ? problem_kind(outcome.problem->code).status : "ok";
}

std::string inputs_line(const InputOutcome& outcome) {
  static const CsvTable table = inputs_table();
  return csv_line(table.columns,
                  {sha256_hex(outcome.path).substr(0, 16), outcome.path, outcome.sha256,
                   outcome.sha256.empty() ? "" : std::to_string(outcome.bytes), outcome.kind, status_of(outcome),
                   outcome.problem ? outcome.problem->code : "", message_of(outcome, Language::kChinese),
                   message_of(outcome, Language::kEnglish), outcome.encoding, outcome.dialect});
}

}  // namespace nianbao

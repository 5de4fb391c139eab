#include "output/finding_book.h"

#include <algorithm>
#include <string_view>

#include "output/byte_pass.h"

namespace nianbao {
namespace {

constexpr Severity kSeverities[] = {Severity::kError, Severity::kWarning, Severity::kNote};
constexpr const char* kReports = "reports";
constexpr const char* kFindings = "findings";

struct FindingColumns {
  CsvTable table = findings_table();
  std::size_t id = table.column("finding_id");
  std::size_t report = table.column("report_id");
  std::size_t severity = table.column("severity");
  std::size_t state = table.column("state");
  std::size_t fields = table.column("fields");
  std::size_t decision = table.column("decision");
  std::size_t corrected = table.column("corrected");
};

struct ReportColumns {
  CsvTable table = reports_table();
  std::size_t id = table.column("report_id");
  std::size_t org = table.column("org_name");
  std::size_t year = table.column("report_year");
  std::size_t first_severity = table.column("n_error");
};

const FindingColumns& finding() {
  static const FindingColumns columns;
  return columns;
}

const ReportColumns& report() {
  static const ReportColumns columns;
  return columns;
}

std::vector<std::string> words_of(const std::string& text) {
  constexpr std::string_view kSpaces = " \t\n\v\f\r";
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(kSpaces); at != std::string::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kSpaces, end);
  }
  return words;
}

std::size_t index_of_severity(const std::string& name) {
  return static_cast<std::size_t>(
      std::find_if(std::begin(kSeverities), std::end(kSeverities), [&](Severity s) { return name_of(s) == name; }) -
      std::begin(kSeverities));
}

// What of a report waits for the end of the batch.
template <typename Stream>
void pass(Stream& stream, ReportAudit& report) {
  stream.text(report.lines[kReports]);
  stream.text(report.lines[kFindings]);
  for (std::size_t& count : report.severities) stream.number(count);
}

}  // namespace

ReportAudit audit_of(const Report& report, CsvLines lines, const Schema& schema) {
  ReportAudit made{.lines = std::move(lines), .finding_ids = {}, .facts = facts_of(report, schema)};
  for (const Finding& finding : report.findings) {
    made.finding_ids.push_back(finding.id);
    ++made.severities.at(static_cast<std::size_t>(finding.severity));
  }
  return made;
}

FindingBook::FindingBook(const std::filesystem::path& out, Dataset& dataset, const ReportRows& rows,
                         const Schema& schema, Decisions decisions, Baseline baseline)
    : dataset_(dataset),
      schema_(schema),
      decisions_(std::move(decisions)),
      baseline_(std::move(baseline)),
      waiting_(temporary_name(out, "audits")),
      batch_(schema, rows) {}

bool FindingBook::writes(const std::string& table) { return table == kReports || table == kFindings; }

void FindingBook::add(ReportAudit added) {
  ByteSaver saver;
  pass(saver, added);
  waiting_.append(saver.out.take());
  for (const std::string& id : added.finding_ids) meet(id);
  batch_.add(std::move(added.facts));
}

void FindingBook::meet(const std::string& finding_id) {
  decisions_.meet(finding_id);
  baseline_.meet_finding(finding_id);
}

FindingCounts FindingBook::finish() {
  batch_.audit();
  batch_.each_id([&](const std::string& id) { meet(id); });
  BatchBook::Findings all_of_batch = batch_.findings();
  std::string record;
  for (std::size_t i = 0; waiting_.next(record); ++i) {
    ReportAudit audit;
    ByteLoader loader(record);
    pass(loader, audit);
    loader.in.expect_end();
    std::vector<CsvRow> of_batch;
    for (CsvRow row; all_of_batch.next(i, row);) of_batch.push_back(row);
    if (of_batch.empty() && !is_compared())
      write_as_it_is(audit);
    else
      write_report(audit, of_batch);
  }
  dataset_.append("decisions", decisions_.lines());
  counts_.gone = baseline_.tell_gone(schema_.rules, [&](const std::string& line) { dataset_.append("gone", line); });
  counts_.decisions = decisions_.outcomes();
  return counts_;
}

// Most reports are: then its lines need not be read.
void FindingBook::write_as_it_is(const ReportAudit& report) {
  for (std::size_t i = 0; i < report.severities.size(); ++i) {
    const std::size_t count = report.severities.at(i);
    counts_.by_severity.at(i) += count;
    counts_.open.at(i) += count;
    if (count > 0) counts_.by_state[kNewState] += count;
  }
  dataset_.append(kFindings, report.lines.at(kFindings));
  dataset_.append(kReports, report.lines.at(kReports));
}

void FindingBook::write_report(const ReportAudit& audit, const std::vector<CsvRow>& of_batch) {
  CsvRow report_row = rows_of_lines(audit.lines.at(kReports), report().table).at(0);
  baseline_.meet_report(report_row[report().id], report_row[report().org], report_row[report().year]);
  std::vector<CsvRow> findings = rows_of_lines(audit.lines.at(kFindings), finding().table);
  findings.insert(findings.end(), of_batch.begin(), of_batch.end());
  SeverityCounts counts = {};
  std::string lines;
  for (CsvRow& row : findings) {
    decide(row);
    ++counts.at(index_of_severity(row[finding().severity]));
    lines += csv_line(finding().table.columns, row);
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    report_row[report().first_severity + i] = std::to_string(counts.at(i));
    counts_.by_severity.at(i) += counts.at(i);
  }
  dataset_.append(kFindings, lines);
  dataset_.append(kReports, csv_line(report().table.columns, report_row));
}

void FindingBook::decide(CsvRow& row) {
  const Decisions::Verdict verdict =
      decisions_.judge(row[finding().id], row[finding().report], words_of(row[finding().fields]), baseline_);
  row[finding().state] = verdict.state;
  ++counts_.by_state[verdict.state];
  if (verdict.decision == nullptr) {
    ++counts_.open.at(index_of_severity(row[finding().severity]));
    return;
  }
  row[finding().decision] = verdict.decision->kind;
  row[finding().corrected] = verdict.decision->corrected;
}

void write_corrected_cells(const std::filesystem::path& folder, const Corrections& corrections, Dataset& dataset) {
  const CsvTable table = cells_table();
  const std::size_t report_id = table.column("report_id");
  const std::size_t field_id = table.column("field_id");
  const std::size_t corrected = table.column("corrected");
  TableReader cells(folder, table);
  for (CsvRow row; cells.next(row);) {
    row[corrected].clear();
    if (const auto known = corrections.find(row[report_id]); known != corrections.end())
      if (const auto field = known->second.find(row[field_id]); field != known->second.end())
        row[corrected] = field->second;
    dataset.append("cells", csv_line(table.columns, row));
  }
}

}  // namespace nianbao

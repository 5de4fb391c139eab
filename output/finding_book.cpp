#include "output/finding_book.h"

#include <algorithm>
#include <string_view>

#include "output/dataset_reader.h"

namespace nianbao {
namespace {

constexpr Severity kSeverities[] = {Severity::kError, Severity::kWarning, Severity::kNote};

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

}  // namespace

ReportAudit audit_of(const Report& report, CsvLines lines, const Schema& schema) {
  ReportAudit made{.lines = std::move(lines), .finding_ids = {}, .facts = facts_of(report, schema)};
  for (const Finding& finding : report.findings) made.finding_ids.push_back(finding.id);
  return made;
}

FindingBook::FindingBook(const std::filesystem::path& out, Dataset& dataset, const ReportRows& rows,
                         const Schema& schema, Decisions decisions, Baseline baseline)
    : dataset_(dataset),
      schema_(schema),
      decisions_(std::move(decisions)),
      baseline_(std::move(baseline)),
      scratch_(out, {reports_table(), findings_table()}),
      batch_(schema, rows) {}

void FindingBook::add(ReportAudit added) {
  scratch_.append("reports", added.lines.at("reports"));
  scratch_.append("findings", added.lines.at("findings"));
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
  const std::filesystem::path& folder = scratch_.finish();
  TableReader reports(folder, reports_table());
  RowsByReport own(folder, findings_table());
  BatchBook::Findings of_batch = batch_.findings();
  CsvRow row;
  for (std::size_t i = 0; reports.next(row); ++i) {
    const std::string& id = row[report().id];
    baseline_.meet_report(id, row[report().org], row[report().year]);
    std::vector<CsvRow> findings = own.take(id);
    for (CsvRow more; of_batch.next(i, more);) findings.push_back(more);
    write_report(row, std::move(findings));
  }
  dataset_.append("decisions", decisions_.lines());
  counts_.gone = baseline_.tell_gone(schema_.rules, [&](const std::string& line) { dataset_.append("gone", line); });
  counts_.decisions = decisions_.outcomes();
  return counts_;
}

void FindingBook::write_report(CsvRow report_row, std::vector<CsvRow> findings) {
  std::array<std::size_t, std::size(kSeverities)> counts = {};
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
  dataset_.append("findings", lines);
  dataset_.append("reports", csv_line(report().table.columns, report_row));
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

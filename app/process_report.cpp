#include "app/process_report.h"

#include "audit/rules.h"
#include "extract/flow_tables.h"
#include "extract/report_match.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

Report begin_report(const Document& document, const std::string& digest) {
  Report report;
  report.id = digest.substr(0, 16);
  report.encoding = document.encoding;
  report.damage = document.damage;
  return report;
}

// Three headings of the form and no table: most likely a report in a layout that cannot be read.
Problem no_table(const Report& report, const Document& document) {
  constexpr std::size_t kHeadingsOfAReport = 3;
  const bool has_headings = report.sections.size() > kHeadingsOfAReport;
  return {has_headings && document.part.empty() ? "text_layout" : "no_table", ""};
}

}  // namespace

Result<Report> process_report(const Source& source, const Schema& schema, const ReadOptions& options) {
  Result<Document> document = read_document(source, options);
  if (!document) return document.problem();
  if (const auto problem = find_flow_tables(*document, schema, options)) return *problem;
  return process_document(*document, sha256_hex(source.bytes), schema);
}

Result<Report> process_document(const Document& document, const std::string& digest, const Schema& schema) {
  Report report = begin_report(document, digest);
  report.sections = find_sections(document, schema);
  report.title = read_title(report.sections, schema.lexicon);
  const ReportMatch match = match_report(document, report.sections, schema);
  if (!match.has_tables()) return no_table(report, document);
  report.record = make_record(match, document, schema.lexicon);
  report.findings = audit(report, schema);
  return report;
}

}  // namespace nianbao

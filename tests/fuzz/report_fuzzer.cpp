// Any bytes through the whole program. A mutated archive fails its checksums, so the main part of a Word document is
// packed here.
#include <cstddef>
#include <cstdint>
#include <set>

#include "app/process_report.h"
#include "output/language.h"
#include "output/report_rows.h"
#include "output/show.h"
#include "schema/text.h"
#include "tests/fuzz/budget.h"
#include "tests/fuzz/check.h"
#include "tests/support/docx_builder.h"

namespace {

using nianbao::Report;
using nianbao::Status;
using nianbao::fuzz::require;

std::string packed(std::string_view bytes) {
  constexpr std::size_t kHead = 400;
  if (bytes.substr(0, kHead).find("<w:document") == std::string_view::npos) return std::string(bytes);
  return nianbao::test::DocxBuilder("").part("word/document.xml", std::string(bytes)).bytes();
}

std::size_t base_of(std::string_view bytes) {
  using nianbao::fuzz::Budget;
  return bytes.starts_with("PK") ? Budget::kArchiveBase : Budget::kBase;
}

void check_field(const nianbao::RecordField& field) {
  const nianbao::Value& value = field.value;
  const bool is_absent =
      value.status == Status::kNoCell || value.status == Status::kNoRow || value.status == Status::kNoTable;
  require((value.status == Status::kValue) != value.number.empty(), "a value, and nothing else, has a number");
  require(value.status == Status::kValue || value.unit.empty(), "only a value has a unit");
  require(!is_absent || (value.raw.empty() && field.where.empty()), "what is not there shows nothing");
  require(is_absent || !field.where.empty(), "what is there stands somewhere");
}

// The keys of the tables: cells by field, extras by place, findings by id.
void check_keys(const Report& report) {
  std::set<std::string> fields;
  std::set<std::string> places;
  std::set<std::string> findings;
  for (const auto& field : report.record.fields) require(fields.insert(field.field->id).second, "a field comes once");
  for (const auto& extra : report.record.extras)
    require(places.insert(extra.where + (extra.label == nianbao::kLeftMark ? extra.label : "")).second,
            "a place is extra once, and has one mark");
  for (const auto& finding : report.findings) require(findings.insert(finding.id).second, "a finding comes once");
}

// A place in the prose is one of its section's text.
void check_span(const Report& report, const nianbao::Finding& finding) {
  const std::size_t at = finding.where.rfind('@');
  if (at == std::string::npos) return;
  const std::size_t begin = std::stoul(finding.where.substr(at + 1));
  const std::size_t end = std::stoul(finding.where.substr(finding.where.find('-', at) + 1));
  require(begin < end, "a span holds something");
  bool inside = false;
  for (const auto& section : report.sections)
    inside = inside || (section.where == finding.where.substr(0, at) && end <= nianbao::character_count(section.text));
  require(inside, "a span stands inside its section");
}

void check_file(const nianbao::FileReports& file) {
  require(file.problem.has_value() == file.reports.empty(), "a file has reports, or a reason why it has none");
  if (file.problem) nianbao::fuzz::check_problem(*file.problem);
  for (const nianbao::Problem& damage : file.damage) nianbao::fuzz::check_problem(damage);
  std::set<std::string> ids;
  for (const Report& report : file.reports) require(ids.insert(report.id).second, "a report has an id of its own");
}

void check_lines(const nianbao::CsvLines& lines) {
  for (const auto& [table, text] : lines) require(text.empty() || text.back() == '\n', "lines end with LF");
  for (const char* table : {"reports", "cells", "records", "sections"})
    require(!lines.at(table).empty(), "every report has lines");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const nianbao::Schema schema = nianbao::load_schema();
  static const nianbao::ReportRows rows(schema);
  const std::string bytes = packed({reinterpret_cast<const char*>(data), size});
  const nianbao::fuzz::Budget budget(size, base_of(bytes));
  const nianbao::FileReports file = nianbao::process_reports({bytes, "input"}, schema, {});
  check_file(file);
  const nianbao::FileReports again = nianbao::process_reports({bytes, "input"}, schema, {});
  require(again.reports.size() == file.reports.size(), "the same bytes give the same reports");
  for (std::size_t i = 0; i < file.reports.size(); ++i) {
    const Report& report = file.reports[i];
    for (const auto& field : report.record.fields) check_field(field);
    check_keys(report);
    for (const auto& finding : report.findings) check_span(report, finding);
    const nianbao::CsvLines lines = rows.lines_of(report);
    check_lines(lines);
    require(rows.lines_of(again.reports[i]) == lines, "the same bytes give the same lines");
    show_report(report, nianbao::Language::kChinese);
  }
  return 0;
}

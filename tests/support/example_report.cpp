#include "tests/support/example_report.h"

#include <algorithm>
#include <stdexcept>

#include "audit/batch.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/text_writer.h"

namespace nianbao::test {
namespace {

ModelReport model_of(const ReportExample& example) {
  ModelReport model(built_in_schema(), example.form, example.year);
  model.set_org(example.org);
  model.set_all("0");
  for (const auto& [id, text] : example.cells) model.set(id, text);
  for (const auto& [section, text] : example.texts) model.set_prose(section, text);
  for (const int section : example.without_sections) model.leave_out(section);
  return model;
}

std::map<int, std::vector<RowSpec>> tables_of(const ModelReport& model, const ReportExample& example) {
  std::map<int, std::vector<RowSpec>> tables;
  for (const FormTable& table : built_in_schema().find_form(example.form)->tables)
    tables[table.section] = model.table(table.section);
  for (const std::string& row : example.extra_rows) tables.begin()->second.push_back({{row, 4, ""}});
  return tables;
}

std::string run_together(const std::map<int, std::vector<RowSpec>>& tables) {
  const auto writer = std::find_if(text_writers().begin(), text_writers().end(),
                                   [](const TextWriter& w) { return w.name == std::string("run-together"); });
  return report_text(tables, *writer);
}

Source source_of(const ReportExample& example, std::string& bytes) {
  const ModelReport model = model_of(example);
  const auto tables = tables_of(model, example);
  bytes = example.run_together ? run_together(tables) : DocxBuilder(model.body_with(tables)).bytes();
  return {bytes, example.run_together ? "example.txt" : "example.docx"};
}

}  // namespace

Report report_of(const ReportExample& example) {
  std::string bytes;
  Result<Report> report = process_report(source_of(example, bytes), built_in_schema(), {});
  if (!report) throw std::runtime_error(report.problem().code);
  return std::move(*report);
}

std::vector<Finding> findings_of(const RuleExample& example) {
  std::vector<ReportFacts> batch;
  std::vector<Finding> findings;
  for (const ReportExample& one : example) {
    const Report report = report_of(one);
    batch.push_back(facts_of(report, built_in_schema()));
    findings = report.findings;
  }
  for (BatchFinding& found : audit_batch(batch, built_in_schema())) findings.push_back(std::move(found.finding));
  return findings;
}

}  // namespace nianbao::test

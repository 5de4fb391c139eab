// What a report costs, stage by stage; items are reports. Numbers of one run compare with each other only.
#include <benchmark/benchmark.h>

#include "audit/rules.h"
#include "extract/blocks.h"
#include "extract/report_match.h"
#include "output/report_rows.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/text_writer.h"

namespace nianbao::test {
namespace {

// A report by one of the text writers, or as `cells` (one a line, with TABs) or `docx`.
std::string bytes_of(const std::string& writer) {
  const ModelReport report(built_in_schema(), built_in_schema().forms.front().id, 2022);
  if (writer == "docx") return report.docx();
  for (const TextWriter& known : text_writers())
    if (known.name == writer)
      return report_text({{2, report.table(2)}, {3, report.table(3)}, {4, report.table(4)}}, known);
  return report.text();
}

Document read(const std::string& bytes) {
  Result<Document> document = read_blocks({bytes, "report"}, built_in_schema(), {});
  if (!document) throw std::runtime_error("not read: " + document.problem().code);
  return std::move(*document);
}

Report process(const std::string& bytes) {
  Result<Report> report = process_report({bytes, "report"}, built_in_schema(), {});
  if (!report) throw std::runtime_error("no report: " + report.problem().code);
  return std::move(*report);
}

void count_reports(benchmark::State& state) { state.SetItemsProcessed(state.iterations()); }

void reading(benchmark::State& state, const std::string& writer) {
  const std::string bytes = bytes_of(writer);
  for (auto _ : state) benchmark::DoNotOptimize(read_document({bytes, "report"}, {}));
  count_reports(state);
}

void reading_blocks(benchmark::State& state, const std::string& writer) {
  const std::string bytes = bytes_of(writer);
  for (auto _ : state) benchmark::DoNotOptimize(read(bytes));
  count_reports(state);
}

void sections(benchmark::State& state, const std::string& writer) {
  const Document document = read(bytes_of(writer));
  for (auto _ : state) benchmark::DoNotOptimize(find_sections(document, built_in_schema()));
  count_reports(state);
}

void matching(benchmark::State& state, const std::string& writer) {
  const Document document = read(bytes_of(writer));
  const std::vector<Section> found = find_sections(document, built_in_schema());
  for (auto _ : state) benchmark::DoNotOptimize(match_report(document, found, built_in_schema()));
  count_reports(state);
}

void normalising(benchmark::State& state, const std::string& writer) {
  const Document document = read(bytes_of(writer));
  const ReportMatch match = match_report(document, find_sections(document, built_in_schema()), built_in_schema());
  for (auto _ : state) benchmark::DoNotOptimize(make_record(match, document, built_in_schema().lexicon));
  count_reports(state);
}

void auditing(benchmark::State& state, const std::string& writer) {
  const Report report = process(bytes_of(writer));
  for (auto _ : state) benchmark::DoNotOptimize(audit(report, built_in_schema()));
  count_reports(state);
}

void writing(benchmark::State& state, const std::string& writer) {
  const Report report = process(bytes_of(writer));
  const ReportRows rows(built_in_schema());
  for (auto _ : state) benchmark::DoNotOptimize(rows.lines_of(report));
  count_reports(state);
}

void whole(benchmark::State& state, const std::string& writer) {
  const std::string bytes = bytes_of(writer);
  for (auto _ : state) benchmark::DoNotOptimize(process(bytes));
  count_reports(state);
}

void with_rows(benchmark::State& state, const std::string& writer) {
  const std::string bytes = bytes_of(writer);
  const ReportRows rows(built_in_schema());
  for (auto _ : state) benchmark::DoNotOptimize(rows.lines_of(process(bytes)));
  count_reports(state);
}

void register_all() {
  struct Stage {
    const char* name;
    void (*run)(benchmark::State&, const std::string&);
  };
  static constexpr Stage kStages[] = {
      {"read", reading},   {"blocks", reading_blocks}, {"sections", sections},
      {"match", matching}, {"normalise", normalising}, {"audit", auditing},
      {"rows", writing},   {"process_report", whole},  {"process_report+rows", with_rows}};
  std::vector<std::string> writers = {"cells", "docx"};
  for (const TextWriter& writer : text_writers()) writers.emplace_back(writer.name);
  for (const std::string& writer : writers)
    for (const Stage& stage : kStages)
      benchmark::RegisterBenchmark((writer + "/" + stage.name).c_str(),
                                   [stage, writer](benchmark::State& state) { stage.run(state, writer); });
}

}  // namespace
}  // namespace nianbao::test

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  nianbao::test::register_all();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}

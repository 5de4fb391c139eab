// What a report costs, stage by stage; items are reports. Numbers of one run compare with each other only.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "audit/rules.h"
#include "extract/blocks.h"
#include "extract/report_match.h"
#include "output/report_rows.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/random_report.h"
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

// Reports of both forms with random numbers; what `shows_blank` says of a field and its number stands blank.
template <typename ShowsBlank>
std::vector<std::string> archive(ShowsBlank shows_blank) {
  constexpr int kReports = 24;
  std::mt19937 random(2022);
  std::vector<std::string> files;
  for (int i = 0; i < kReports; ++i) {
    RandomReport report(i % 2 == 0 ? "2019" : "2021", random);
    for (const auto& [field, number] : report.numbers())
      if (shows_blank(field, number)) report.report().set(field, "");
    files.push_back(report.report().docx());
  }
  return files;
}

std::vector<std::string> full_archive() {
  return archive([](const std::string&, int) { return false; });
}

// No zero is printed, and of the totals every other one, so that many of them can be proved from the rest.
std::vector<std::string> archive_with_blanks() {
  bool is_odd = false;
  return archive([&](const std::string& field, int number) {
    return number == 0 || (field.ends_with("total") && (is_odd = !is_odd));
  });
}

// What the audit takes for each second of the rest of process_report(): of all reports, and of the worst of them.
void audit_share(benchmark::State& state, const std::vector<std::string>& files) {
  using Clock = std::chrono::steady_clock;
  std::vector<std::chrono::duration<double>> audits(files.size());
  std::vector<std::chrono::duration<double>> rests(files.size());
  for (auto _ : state)
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto begin = Clock::now();
      const Report report = process(files[i]);
      const auto processed = Clock::now();
      benchmark::DoNotOptimize(audit(report, built_in_schema()));
      const auto audited = Clock::now();
      audits[i] += audited - processed;
      rests[i] += (processed - begin) - (audited - processed);
    }
  double audit_time = 0;
  double rest_time = 0;
  double worst = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    audit_time += audits[i].count();
    rest_time += rests[i].count();
    worst = std::max(worst, audits[i] / rests[i]);
  }
  state.counters["audit_share"] = audit_time / rest_time;
  state.counters["worst_share"] = worst;
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(files.size()));
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
  benchmark::RegisterBenchmark("full/audit_share", [](benchmark::State& s) { audit_share(s, full_archive()); });
  benchmark::RegisterBenchmark("blanks/audit_share",
                               [](benchmark::State& s) { audit_share(s, archive_with_blanks()); });
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

#include "app/outcome_bytes.h"

#include "output/byte_pass.h"
#include "output/facts_bytes.h"

namespace nianbao {
namespace {

template <typename Stream>
void pass(Stream& stream, Problem& problem) {
  stream.text(problem.code);
  stream.text(problem.detail);
}

template <typename Stream>
void pass(Stream& stream, DocumentPart& part) {
  stream.text(part.name);
  for (const CellCountKind& kind : kCellCountKinds) stream.number(part.counts.*kind.count);
}

template <typename Stream>
void pass(Stream& stream, CsvLines& lines) {
  std::vector<std::pair<std::string, std::string>> tables(lines.begin(), lines.end());
  each(stream, tables, [&](auto& table) {
    stream.text(table.first);
    stream.text(table.second);
  });
  lines = CsvLines(tables.begin(), tables.end());
}

template <typename Stream>
void pass(Stream& stream, ReportLines& report) {
  pass(stream, report.lines);
  texts(stream, report.finding_ids);
  pass_facts(stream, report.facts);
  for (std::size_t& count : report.severities) stream.number(count);
  for (std::size_t& count : report.statuses) stream.number(count);
}

template <typename Stream>
void pass(Stream& stream, std::optional<Problem>& problem) {
  std::vector<Problem> some;
  if (problem) some.push_back(*problem);
  each(stream, some, [&](Problem& only) { pass(stream, only); });
  if (!some.empty()) problem = some.front();
}

template <typename Stream>
void pass(Stream& stream, InputOutcome& outcome) {
  for (std::string* text : {&outcome.path, &outcome.sha256, &outcome.kind, &outcome.encoding, &outcome.dialect})
    stream.text(*text);
  stream.number(outcome.bytes);
  pass(stream, outcome.problem);
  each(stream, outcome.damage, [&](Problem& problem) { pass(stream, problem); });
  each(stream, outcome.parts, [&](DocumentPart& part) { pass(stream, part); });
  each(stream, outcome.reports, [&](ReportLines& report) { pass(stream, report); });
}

}  // namespace

std::string bytes_of(InputOutcome outcome) {
  ByteSaver saver;
  pass(saver, outcome);
  return saver.out.take();
}

InputOutcome outcome_of(std::string_view bytes) {
  ByteLoader loader(bytes);
  InputOutcome outcome;
  pass(loader, outcome);
  loader.in.expect_end();
  return outcome;
}

}  // namespace nianbao

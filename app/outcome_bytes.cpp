#include "app/outcome_bytes.h"

#include "app/byte_stream.h"

namespace nianbao {
namespace {

// One description of each type serves both directions: `Stream` is a Saver or a Loader.
class Saver {
 public:
  void text(std::string& value) { out.text(value); }
  template <typename Number>
  void number(Number& value) {
    out.signed_number(static_cast<std::int64_t>(value));
  }
  std::size_t count(std::size_t size) {
    out.number(size);
    return size;
  }
  ByteWriter out;
};

class Loader {
 public:
  explicit Loader(std::string_view bytes) : in(bytes) {}
  void text(std::string& value) { value = in.text(); }
  template <typename Number>
  void number(Number& value) {
    value = static_cast<Number>(in.signed_number());
  }
  std::size_t count(std::size_t /*size*/) { return in.count(); }
  ByteReader in;
};

template <typename Stream, typename T, typename Each>
void each(Stream& stream, std::vector<T>& values, Each one) {
  values.resize(stream.count(values.size()));
  for (T& value : values) one(value);
}

template <typename Stream>
void texts(Stream& stream, std::vector<std::string>& values) {
  each(stream, values, [&](std::string& value) { stream.text(value); });
}

template <typename Stream>
void numbers(Stream& stream, std::vector<FieldNumber>& values) {
  each(stream, values, [&](FieldNumber& value) { stream.number(value); });
}

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
void pass(Stream& stream, Fingerprint& prose) {
  stream.number(prose.characters);
  if (prose.characters == 0) return;
  for (std::uint32_t& least : prose.least) stream.number(least);
}

template <typename Stream>
void pass(Stream& stream, ReportFacts& facts) {
  for (std::string* text : {&facts.id, &facts.org_name, &facts.org_type, &facts.scope}) stream.text(*text);
  stream.number(facts.year);
  texts(stream, facts.tables);
  each(stream, facts.numbers, [&](auto& number) {
    stream.number(number.first);
    stream.number(number.second);
  });
  numbers(stream, facts.blanks);
  numbers(stream, facts.others);
  each(stream, facts.units, [&](auto& unit) {
    stream.number(unit.first);
    stream.text(unit.second);
  });
  pass(stream, facts.prose);
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
  pass(stream, report.facts);
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
  Saver saver;
  pass(saver, outcome);
  return saver.out.take();
}

InputOutcome outcome_of(std::string_view bytes) {
  Loader loader(bytes);
  InputOutcome outcome;
  pass(loader, outcome);
  loader.in.expect_end();
  return outcome;
}

}  // namespace nianbao

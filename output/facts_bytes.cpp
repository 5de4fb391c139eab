#include "output/facts_bytes.h"

namespace nianbao {
namespace {

template <typename Stream>
void numbers(Stream& stream, std::vector<FieldNumber>& values) {
  each(stream, values, [&](FieldNumber& value) { stream.number(value); });
}

template <typename Stream>
void pass_prose(Stream& stream, Fingerprint& prose) {
  stream.number(prose.characters);
  if (prose.characters == 0) return;
  for (std::uint32_t& least : prose.least) stream.number(least);
}

template <typename Stream>
void pass_all(Stream& stream, ReportFacts& facts) {
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
  pass_prose(stream, facts.prose);
}

}  // namespace

void pass_facts(ByteSaver& stream, ReportFacts& facts) { pass_all(stream, facts); }

void pass_facts(ByteLoader& stream, ReportFacts& facts) { pass_all(stream, facts); }

}  // namespace nianbao

#include "audit/text_finding.h"

#include <algorithm>

#include "schema/text.h"

namespace nianbao {
namespace {

constexpr std::size_t kMostEvidence = 100;  // characters on each side of the span

Span around(Span span, Span sentence) {
  const std::size_t begin = span.begin > kMostEvidence ? span.begin - kMostEvidence : 0;
  return {std::max(sentence.begin, begin), std::min(sentence.end, span.end + kMostEvidence)};
}

}  // namespace

std::string source_of(const Prose& prose, Span span) {
  if (span.begin >= span.end) return "";
  const std::size_t first = prose.plain.bytes[span.begin];
  const std::string_view last = std::string_view(prose.section->text).substr(prose.plain.bytes[span.end - 1]);
  return prose.section->text.substr(first, prose.plain.bytes[span.end - 1] + first_character(last).size() - first);
}

Finding text_finding(const Prose& prose, const char* rule, Span span, Span sentence) {
  Finding finding;
  finding.rule = rule;
  const std::size_t last =
      span.end > span.begin ? prose.plain.origin[span.end - 1] + 1 : prose.plain.origin[span.begin];
  finding.where =
      prose.section->where + "@" + std::to_string(prose.plain.origin[span.begin]) + "-" + std::to_string(last);
  finding.actual = source_of(prose, span);
  finding.evidence = trim(source_of(prose, around(span, sentence)));
  return finding;
}

}  // namespace nianbao

#include "audit/prose_bodies.h"

#include <algorithm>

#include "audit/text_finding.h"
#include "schema/plain_text.h"

namespace nianbao {
namespace {

// Whether the character there is the first of a quotation: “我镇要闻” is the name of a column.
bool is_quoted(const Prose& prose, std::size_t at) {
  constexpr std::u32string_view kQuotes = U"“‘「『《\"";
  const std::size_t origin = prose.plain.origin[at];
  if (origin == 0) return false;
  return kQuotes.find(code_points(prose.section->text)[origin - 1]) != std::u32string_view::npos;
}

std::size_t unquoted(const Prose& prose, const std::u32string& word) {
  constexpr int kMostQuoted = 20;  // more are no columns
  std::size_t at = prose.plain.text.find(word);
  for (int i = 0; i < kMostQuoted && at != std::u32string::npos && is_quoted(prose, at); ++i)
    at = prose.plain.text.find(word, at + word.size());
  return at;
}

}  // namespace

std::vector<Finding> check_bodies(const Narrative& narrative) {
  std::vector<Finding> findings;
  const Title& title = narrative.report.title;
  for (const SelfWords& body : narrative.words.bodies) {
    if (std::find(body.not_of.begin(), body.not_of.end(), title.org_type) == body.not_of.end()) continue;
    for (const Prose& prose : narrative.prose)
      for (const std::u32string& word : body.words) {
        const std::size_t at = unquoted(prose, word);
        if (at == std::u32string::npos) continue;
        Finding finding = text_finding(prose, "R-T-12", {at, at + word.size()}, {0, prose.plain.text.size()});
        finding.severity = Severity::kWarning;
        finding.expected = title.org_name;
        finding.message_zh =
            "「" + finding.actual + "」不像是" + title.org_name + "的自称或上级，可能抄自其他机关的报告。";
        finding.message_en = "\"" + finding.actual + "\" does not suit " + title.org_name +
                             "; it may be copied from another body's report.";
        findings.push_back(std::move(finding));
        break;
      }
  }
  return findings;
}

}  // namespace nianbao

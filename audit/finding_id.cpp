#include "audit/finding_id.h"

#include "schema/digest.h"

namespace nianbao {
namespace {

constexpr std::size_t kHalf = 8;

// Parts with their lengths: no text of a document can look like two parts.
std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += std::to_string(part.size()) + ":" + part;
  return all;
}

std::string half_of(const std::string& text) { return sha256_hex(text).substr(0, kHalf); }

}  // namespace

std::string subject_of(const Report& report) {
  if (report.title.org_name.empty() || !report.title.report_year) return report.id;
  return joined({report.title.org_name, std::to_string(*report.title.report_year)});
}

std::string subject_from(const std::vector<std::string>& parts) { return joined(parts); }

std::string FindingIds::take(const Finding& finding) {
  const std::string topic = joined({finding.rule, subject_, joined(finding.fields)});
  const std::string whole = joined({topic, finding.expected, finding.actual, finding.evidence});
  return half_of(topic) + half_of(joined({whole, std::to_string(++seen_[whole])}));
}

std::string_view topic_of(std::string_view finding_id) { return finding_id.substr(0, kHalf); }

}  // namespace nianbao

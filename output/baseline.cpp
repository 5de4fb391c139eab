#include "output/baseline.h"

#include "audit/finding_id.h"
#include "output/csv_reader.h"
#include "output/csv_tables.h"

namespace nianbao {
namespace {

constexpr const char* kFindings = "findings.csv";

// Body and year, as no report id can look; empty where the report does not say both.
std::string subject(const std::string& org_name, const std::string& report_year) {
  return org_name.empty() || report_year.empty() ? "" : report_year + " " + org_name;
}

}  // namespace

// Ids are hex digits; whatever else stands in a file of somebody else is a key too.
std::uint64_t FindingIdSet::key_of(const std::string& finding_id) {
  std::uint64_t key = 0;
  for (const char c : finding_id) {
    const auto byte = static_cast<unsigned char>(c);
    const unsigned digit = c >= '0' && c <= '9' ? byte - unsigned{'0'} : byte - unsigned{'a'} + 10U;
    key = key * 16U + digit;
  }
  return key;
}

Baseline::Baseline(std::filesystem::path directory) : directory_(std::move(directory)) {
  CsvReader findings(directory_ / kFindings);
  const std::size_t id = findings.column("finding_id");
  for (CsvRow row; findings.next(row);) ids_.insert(row[id]);
}

void Baseline::meet_report(const std::string& report_id, const std::string& org_name, const std::string& report_year) {
  if (!is_given()) return;
  reports_.insert(report_id);
  reports_.insert(subject(org_name, report_year));
}

void Baseline::meet_finding(const std::string& finding_id) {
  if (!is_given()) return;
  met_.insert(finding_id);
  if (!has(finding_id)) new_topics_.emplace(topic_of(finding_id));
}

Baseline::Subjects Baseline::subjects() const {
  CsvReader reports(directory_ / "reports.csv");
  const std::size_t id = reports.column("report_id");
  const std::size_t org = reports.column("org_name");
  const std::size_t year = reports.column("report_year");
  Subjects subjects;
  for (CsvRow row; reports.next(row);) subjects[row[id]] = subject(original_text(row[org]), row[year]);
  return subjects;
}

std::string Baseline::why_gone(const std::string& finding_id, const std::string& report_id, const std::string& rule_id,
                               const RuleBook& rules, const Subjects& subjects) const {
  const auto known = subjects.find(report_id);
  const std::string about = known == subjects.end() ? "" : known->second;
  if (!reports_.contains(report_id) && (about.empty() || !reports_.contains(about))) return "report_left";
  const RuleSpec* rule = rules.find(rule_id);
  if (rule != nullptr && rule->level == RuleLevel::kOff) return "rule_off";
  return new_topics_.contains(std::string(topic_of(finding_id))) ? "changed" : "resolved";
}

std::map<std::string, std::size_t> Baseline::tell_gone(const RuleBook& rules,
                                                       const std::function<void(const std::string&)>& write) const {
  std::map<std::string, std::size_t> counts;
  if (!is_given()) return counts;
  const Subjects about = subjects();
  const CsvTable table = gone_table();
  CsvReader findings(directory_ / kFindings);
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i + 1 < table.columns.size(); ++i) columns.push_back(findings.column(table.columns[i].name));
  for (CsvRow row; findings.next(row);) {
    CsvRow gone;
    for (const std::size_t column : columns) gone.push_back(original_text(row[column]));
    if (met_.has(gone[0])) continue;
    gone.push_back(why_gone(gone[0], gone[1], gone[2], rules, about));
    ++counts[gone.back()];
    write(csv_line(table.columns, gone));
  }
  return counts;
}

}  // namespace nianbao

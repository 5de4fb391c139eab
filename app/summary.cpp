#include "app/summary.h"

#include <algorithm>
#include <iterator>

#include "output/text_table.h"

namespace nianbao {
namespace {

constexpr const char* kUnreadStatuses[] = {"unreadable", "limit", "timeout", "crash"};

std::string counted(const std::map<std::string, std::size_t>& counts) {
  std::string text;
  for (const auto& [name, count] : counts) text += (text.empty() ? "" : ", ") + name + " " + std::to_string(count);
  return text;
}

std::map<std::string, std::size_t> value_counts(const Summary& summary) {
  std::map<std::string, std::size_t> counts;
  for (const Status status : kStatuses)
    if (const std::size_t count = summary.values.at(static_cast<std::size_t>(status)); count > 0)
      counts[name_of(status)] = count;
  return counts;
}

std::map<std::string, std::size_t> finding_counts(const std::array<std::size_t, 3>& findings) {
  std::map<std::string, std::size_t> counts;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
    counts[name_of(severity)] = findings.at(static_cast<std::size_t>(severity));
  return counts;
}

std::string unread_text(const Summary& summary) {
  std::string text;
  for (const std::string& line : summary.first_unread) text += line + "\n";
  return text;
}

std::vector<std::vector<std::string>> count_lines(const Summary& summary, Language language) {
  return {{say(language, "输入", "inputs"), std::to_string(summary.inputs), counted(summary.by_status)},
          {say(language, "报告", "reports"), std::to_string(summary.reports), counted(value_counts(summary))}};
}

Json counts_json(const std::map<std::string, std::size_t>& counts) {
  Json::Members members;
  for (const auto& [name, count] : counts) members.emplace_back(name, static_cast<std::int64_t>(count));
  return members;
}

Json cells_json(const CellCounts& cells) {
  Json::Members members;
  for (const CellCountKind& kind : kCellCountKinds)
    members.emplace_back(kind.name, static_cast<std::int64_t>(cells.*kind.count));
  return members;
}

}  // namespace

bool is_unread(const std::string& status) {
  return std::find(std::begin(kUnreadStatuses), std::end(kUnreadStatuses), status) != std::end(kUnreadStatuses);
}

void Summary::add(const InputOutcome& outcome) {
  ++inputs;
  ++by_status[status_of(outcome)];
  constexpr std::size_t kNamed = 10;
  if (is_unread(status_of(outcome)) && first_unread.size() < kNamed)
    first_unread.push_back(outcome.path + ": " + outcome.problem->code);
  for (const DocumentPart& part : outcome.parts) cells += part.counts;
  for (const ReportLines& report : outcome.reports) {
    ++reports;
    for (std::size_t i = 0; i < values.size(); ++i) values.at(i) += report.statuses.at(i);
  }
}

std::size_t Summary::unread() const {
  std::size_t count = 0;
  for (const char* status : kUnreadStatuses)
    if (const auto found = by_status.find(status); found != by_status.end()) count += found->second;
  return count;
}

std::string summary_text(const Summary& summary, const std::string& out, Language language) {
  std::vector<std::vector<std::string>> lines = count_lines(summary, language);
  lines.push_back({say(language, "发现", "findings"), "", counted(finding_counts(summary.findings))});
  lines.push_back({say(language, "输出", "output"), "", out});
  return unread_text(summary) + text_table(lines, false);
}

std::string part_summary_text(const Summary& summary, const std::string& file, Language language) {
  std::vector<std::vector<std::string>> lines = count_lines(summary, language);
  lines.push_back({say(language, "部分", "part"), "", file});
  return unread_text(summary) + text_table(lines, false);
}

std::string audit_summary_text(std::size_t reports, const FindingCounts& counts, const std::string& out,
                               Language language) {
  return text_table({{say(language, "报告", "reports"), std::to_string(reports), ""},
                     {say(language, "发现", "findings"), "", counted(finding_counts(counts.by_severity))},
                     {say(language, "输出", "output"), "", out}},
                    false);
}

Json summary_json(const Summary& summary) {
  return Json::Members{{"inputs", static_cast<std::int64_t>(summary.inputs)},
                       {"reports", static_cast<std::int64_t>(summary.reports)},
                       {"cells", cells_json(summary.cells)},
                       {"inputs_by_status", counts_json(summary.by_status)},
                       {"fields_by_status", counts_json(value_counts(summary))},
                       {"findings_by_severity", counts_json(finding_counts(summary.findings))}};
}

std::string document_text(const std::string& path, const DocumentPart& part) {
  Json::Members document = {{"path", path}};
  if (!part.name.empty()) document.emplace_back("part", part.name);
  document.emplace_back("cells", cells_json(part.counts));
  std::string line = to_line(document);
  line.pop_back();
  return "\n    " + line;
}

}  // namespace nianbao

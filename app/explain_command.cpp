#include <iostream>
#include <stdexcept>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "output/explain.h"

namespace nianbao {
namespace {

// The rows of findings.csv with this id, by the reports that have it.
std::map<std::string, std::vector<CsvRow>> findings_with(const std::string& id, const std::string& out) {
  TableReader findings(out, findings_table());
  const std::size_t finding_id = findings.column("finding_id");
  const std::size_t report_id = findings.column("report_id");
  std::map<std::string, std::vector<CsvRow>> found;
  for (CsvRow row; findings.next(row);)
    if (row[finding_id] == id) found[row[report_id]].push_back(row);
  return found;
}

std::string explained_findings(const Options& options, const Schema& schema) {
  std::string text;
  auto wanted = findings_with(options.id, options.in);
  if (wanted.empty()) return text;
  DatasetReader reports(options.in);
  while (!wanted.empty()) {
    const std::optional<StoredReport> report = reports.next();
    if (!report) break;
    const auto found = wanted.find(report->id());
    if (found == wanted.end()) continue;
    for (const CsvRow& finding : found->second)
      text += (text.empty() ? "" : "\n") + explain_finding(finding, *report, schema, options.language);
    wanted.erase(found);
  }
  return text;
}

std::string explained(const Options& options, const Schema& schema) {
  if (const RuleSpec* rule = schema.rules.find(options.id)) return explain_rule(*rule, options.language);
  if (const auto word = explain_word(options.id, options.language)) return *word;
  return options.in.empty() ? "" : explained_findings(options, schema);
}

}  // namespace

int explain(const Options& options, const Schema& schema) {
  const std::string text = explained(options, schema);
  if (text.empty())
    throw std::runtime_error(options.id + ": " +
                             (options.in.empty()
                                  ? say(options.language, "不是规则、状态或问题代码；发现的编号要加 --in OUT",
                                        "no rule, status or problem code; the id of a finding needs --in OUT")
                                  : say(options.language, "不是规则、状态或问题代码，OUT 中也没有这个发现",
                                        "no rule, status or problem code, and OUT has no such finding")));
  std::cout << text;
  return kExitDone;
}

}  // namespace nianbao

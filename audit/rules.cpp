#include "audit/rules.h"

#include <map>
#include <string_view>

#include "audit/completeness.h"
#include "audit/solved.h"
#include "audit/structure.h"
#include "schema/digest.h"

namespace nianbao {
namespace {

// Parts of what a finding's id is made of, each with its length: no text of a document can look like two parts.
std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += std::to_string(part.size()) + ":" + part;
  return all;
}

// The subject is the body and the year, so that a finding keeps its id when the file is saved again or renamed; the
// file itself where the document does not say whose report it is.
std::string subject_of(const Report& report) {
  if (report.title.org_name.empty() || !report.title.report_year) return report.id;
  return joined({report.title.org_name, std::to_string(*report.title.report_year)});
}

// One function finds the numbers that do not suit their fields; the form names the rule by table.
std::vector<Finding> only(std::string_view rule, std::vector<Finding> findings) {
  std::erase_if(findings, [&](const Finding& finding) { return finding.rule != rule; });
  return findings;
}

std::string identity_of(const Finding& finding, const std::string& subject) {
  return joined({finding.rule, subject, finding.expected, finding.actual, finding.evidence, joined(finding.fields)});
}

}  // namespace

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "";
}

const char* name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kViolated:
      return "violated";
    case Outcome::kPossible:
      return "possible";
    case Outcome::kCannotCheck:
      return "cannot_check";
  }
  return "";
}

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {"R-S-01", "六个部分和各表齐全、顺序正确，表内行列齐全。",
       "All sections and tables are there, in order, with all their rows and columns.", check_structure},
      {"R-S-02", "表格格式与报告年度相符。", "The form is the one due for the report's year.", check_form_year},
      {"R-S-03", "没有格式之外的行、单元格或表格。", "There are no rows, cells or tables beyond the form.",
       check_extras},
      {"R-C-01", "每个应填单元格都有数字。", "Every cell of the form shows a number.", check_blanks},
      {"R-S-04", "金额栏的单位与格式相同。", "Amounts are in the unit that the form prints.", check_units},
      {"R-S-07", "每个单元格的数字各自独立，不连写。",
       "Digits of different cells do not run together; where they do, the sums that tell them apart are the proof.",
       check_solved},
      {"R-2-09", "第二部分的数字符合栏目类型：件数为非负整数，增减可带正负号，金额可带小数。",
       "Numbers of section 2 suit their columns: counts whole and not negative, changes with a sign, amounts with "
       "decimals.",
       [](const Report& report, const Schema& schema) { return only("R-2-09", check_number_types(report, schema)); }},
      {"R-3-04", "第三部分的数字都是非负整数。", "Numbers of section 3 are whole and not negative.",
       [](const Report& report, const Schema& schema) { return only("R-3-04", check_number_types(report, schema)); }},
      {"R-4-04", "第四部分的数字都是非负整数。", "Numbers of section 4 are whole and not negative.",
       [](const Report& report, const Schema& schema) { return only("R-4-04", check_number_types(report, schema)); }},
  };
  return all;
}

std::vector<Finding> audit(const Report& report, const Schema& schema) {
  const std::string subject = subject_of(report);
  std::vector<Finding> findings;
  std::map<std::string, int> occurrences;
  for (const Rule& rule : rules())
    for (Finding& finding : rule.check(report, schema)) {
      if (finding.rule.empty()) finding.rule = rule.id;
      // The same words twice in one report (two equal strange rows) are two findings.
      const std::string identity = identity_of(finding, subject);
      const int occurrence = ++occurrences[identity];
      finding.id = sha256_hex(joined({identity, std::to_string(occurrence)})).substr(0, 16);
      findings.push_back(std::move(finding));
    }
  return findings;
}

}  // namespace nianbao

#include "audit/rules.h"

#include <map>
#include <string_view>

#include "audit/completeness.h"
#include "audit/narrative.h"
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

// The prose is read once for all its rules: the first of them gives the findings of all, and each names its own.
std::vector<Finding> found_with_narrative(const Report& /*report*/, const Schema& /*schema*/) { return {}; }

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
      {"R-T-01", "文中收到的申请数与表相符。", "Applications received, as the text has them, are those of the table.",
       check_narrative},
      {"R-T-02", "文中答复、办结的申请数与表相符。",
       "Applications answered, as the text has them, are those of the table.", found_with_narrative},
      {"R-T-03", "文中上年结转、结转下年度的申请数与表相符。",
       "Applications carried over, as the text has them, are those of the table.", found_with_narrative},
      {"R-T-04", "文中各类办理结果的件数与表相符。", "Results, as the text has them, are those of the table.",
       found_with_narrative},
      {"R-T-05", "文中的百分比与文中或表中的数相符。", "Percentages are those of numbers in the text or the tables.",
       found_with_narrative},
      {"R-T-06", "文中行政复议、行政诉讼的件数与表相符。",
       "Reconsiderations and suits, as the text has them, are those of the table.", found_with_narrative},
      {"R-T-07", "文中称未收到申请的，表中也没有。",
       "Where the text says that no application came, the table has none.", found_with_narrative},
      {"R-T-08", "文中分项之和不大于总数。", "Parts in the text do not add up to more than their whole.",
       found_with_narrative},
      {"R-T-09", "文中规章、规范性文件的件数与表相符。",
       "Government rules and normative documents, as the text has them, are those of the table.", found_with_narrative},
      {"R-T-10", "文中的年份属于本报告的年度。", "Years in the text belong to the report's year.",
       found_with_narrative},
      {"R-T-11", "统计期限为报告年度的1月1日至12月31日。",
       "The period stated is 1 January to 31 December of the report's year.", found_with_narrative},
      {"R-T-12", "文中的自称、上级与标题中的机关相符。",
       "The body speaks of itself and its superior as its kind would.", found_with_narrative},
      {"R-X-05", "有因逾期未缴费不再处理的申请时，文中说明信息处理费。",
       "Where applications ended for unpaid fees, the text reports fees.", found_with_narrative},
      {"R-X-06", "信息处理费是10元的整数倍。", "Fees for information are multiples of 10 yuan.", found_with_narrative},
      {"R-X-08", "各项信息处理费之和等于总额。", "Single fees add up to the total.", found_with_narrative},
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

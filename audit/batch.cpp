#include "audit/batch.h"

#include <algorithm>
#include <map>

#include "audit/comparison.h"
#include "audit/copies.h"
#include "audit/finding_id.h"
#include "audit/rules.h"
#include "audit/year_links.h"

namespace nianbao {
namespace {

constexpr const char* kOneReport = "R-Y-00";
constexpr const char* kRepeated = "R-Y-05";
constexpr const char* kCopied = "R-P-10";

void append(std::string& list, const std::string& separator, const std::string& item) {
  list += (list.empty() ? "" : separator) + item;
}

Finding possible(const char* rule, Severity severity, std::string zh, std::string en) {
  Finding finding{.rule = rule, .severity = severity};
  finding.message_zh = std::move(zh);
  finding.message_en = std::move(en);
  return finding;
}

struct DoubtWords {
  LinkDoubt doubt;
  Severity worst;
  const char* zh;
  const char* en;
};

constexpr DoubtWords kDoubts[] = {
    {LinkDoubt::kScope, Severity::kWarning, "两份报告中有一份未说明数据是本机关的还是汇总的，口径可能不同",
     "one of the two does not say whether its numbers are its own or a region's, so they may count differently"},
    {LinkDoubt::kName, Severity::kNote, "机关名称没有写明地区，两份报告可能不属于同一机关",
     "the name says no place, so the two may be of different bodies"},
    {LinkDoubt::kRenamed, Severity::kNote, "两份报告的机关名称不同，仅依据地区、相近的名称和相接的结转数推定为同一机关",
     "the names differ; only place, likeness of names and matching carry-overs suggest that they are of one body"},
};

void lower_for_doubt(Finding& finding, LinkDoubt doubt) {
  for (const DoubtWords& words : kDoubts)
    if (words.doubt == doubt) {
      finding.severity = std::max(finding.severity, words.worst);
      if (finding.outcome == Outcome::kViolated) finding.outcome = Outcome::kPossible;
      finding.message_zh += "（不能确定：" + std::string(words.zh) + "。）";
      finding.message_en += " (Uncertain: " + std::string(words.en) + ".)";
    }
}

class Batch {
 public:
  Batch(const std::vector<ReportFacts>& reports, const Schema& schema, const FactsReader& reader,
        const std::vector<const RuleSpec*>& comparing)
      : reports_(reports), schema_(schema), reader_(reader), comparing_(comparing) {}

  std::vector<BatchFinding> compare_years() {
    const RuleSpec* one_report = schema_.rules.find(kOneReport);
    if (one_report == nullptr) return {};
    links_ = links_between(reports_, schema_, *one_report);
    for (const SameYear& same : links_.same_years) add_same_year(same);
    for (const YearLink& link : links_.links) add_link(link);
    return std::move(findings_);
  }

  // R-P-10.
  std::vector<BatchFinding> compare_bodies() {
    const RuleSpec* rule = schema_.rules.find(kCopied);
    if (rule == nullptr) return {};
    links_.names = names_of(reports_, schema_);
    for (const Copy& copy : copies_among(reports_, links_.names, *rule)) add_copy(copy);
    return std::move(findings_);
  }

 private:
  void add(std::size_t report, Finding finding, FindingIds& ids) {
    finding.id = ids.take(finding);
    findings_.push_back({report, std::move(finding)});
  }

  std::string key_and_year(std::size_t report) const {
    return subject_from({links_.names[report].key, std::to_string(reports_[report].year)});
  }

  void add_link(const YearLink& link) {
    const Numbers previous = reader_.numbers_of(reports_[link.previous]);
    const Numbers current = reader_.numbers_of(reports_[link.current]);
    std::vector<Finding> found;
    for (const RuleSpec* rule : comparing_)
      for (Finding& finding : findings_of(*rule, {&current, &previous}, schema_)) found.push_back(std::move(finding));
    add_repetition(link, found);
    FindingIds ids(subject_from({key_and_year(link.previous), key_and_year(link.current)}));
    for (Finding& finding : found) {
      grade(finding, schema_);
      name_previous(finding, reports_[link.previous]);
      lower_for_doubt(finding, link.doubt);
      add(link.current, std::move(finding), ids);
    }
  }

  static void name_previous(Finding& finding, const ReportFacts& previous) {
    const std::string year = std::to_string(previous.year);
    finding.message_zh += "（对照 " + year + " 年度报告 " + previous.id + "）";
    finding.message_en += " (Against the report for " + year + ", " + previous.id + ".)";
  }

  // R-Y-05.
  void add_repetition(const YearLink& link, std::vector<Finding>& found) const {
    const RuleSpec* rule = schema_.rules.find(kRepeated);
    if (rule == nullptr) return;
    const ReportFacts& previous = reports_[link.previous];
    const ReportFacts& current = reports_[link.current];
    if (previous.numbers == current.numbers && says_enough(current, *rule)) {
      const std::string count = std::to_string(current.numbers.size());
      found.push_back(possible(kRepeated, Severity::kNote, "全部 " + count + " 个非零数字与上年完全相同。",
                               "All " + count + " numbers that are not 0 are those of the year before."));
      found.back().actual = count;
    }
    const int percent = alike(previous.prose, current.prose);
    const auto least = static_cast<std::uint32_t>(rule->number("least_characters"));
    if (percent < rule->number("least_likeness") ||
        std::min(previous.prose.characters, current.prose.characters) < least)
      return;
    found.push_back(
        possible(kRepeated, Severity::kNote, "不计年份，文字与上年约有 " + std::to_string(percent) + "% 相同。",
                 "But for years, about " + std::to_string(percent) + "% of the prose is that of the year before."));
    found.back().actual = std::to_string(percent) + "%";
  }

  // R-Y-00.
  void add_same_year(const SameYear& same) {
    const std::string count = std::to_string(same.reports.size());
    const std::size_t last = same.reports.back();
    const std::string year = std::to_string(reports_[last].year);
    std::string ids_of_reports;
    for (const std::size_t report : same.reports) append(ids_of_reports, " ", reports_[report].id);
    Finding finding =
        same.are_equal
            ? possible(kOneReport, Severity::kNote,
                       "本批有 " + count + " 份同一机关 " + year + " 年度的报告，数字相同，只取其一与前后年度比较：",
                       count + " reports of this body for " + year +
                           " show the same numbers; one of them is compared with other years: ")
            : possible(kOneReport, same.is_unique ? Severity::kWarning : Severity::kNote,
                       "本批有 " + count + " 份同一机关 " + year + " 年度的报告，数字不同，均不与前后年度比较：",
                       count + " reports of this body for " + year +
                           " show different numbers; none of them is compared with other years: ");
    finding.message_zh += ids_of_reports + "。";
    finding.message_en += ids_of_reports + ".";
    finding.actual = count;
    finding.expected = "1";
    if (!same.are_equal) name_differences(finding, same);
    if (!same.is_unique) lower_for_doubt(finding, LinkDoubt::kName);
    FindingIds ids(key_and_year(last));
    add(last, std::move(finding), ids);
  }

  // The fields that do not show the same in all, and what the first report and the first that differs show.
  void name_differences(Finding& finding, const SameYear& same) const {
    const Numbers first = reader_.numbers_of(reports_[same.reports.front()]);
    std::map<FieldNumber, std::string> shown;
    for (std::size_t i = 1; i < same.reports.size(); ++i) {
      const Numbers other = reader_.numbers_of(reports_[same.reports[i]]);
      for (std::size_t f = 0; f < first.fields.size(); ++f)
        name_difference(shown, static_cast<FieldNumber>(f), text_of(first.fields[f]), text_of(other.fields[f]));
    }
    for (const auto& [field, text] : shown) {
      std::string difference = schema_.fields.at(field).id;
      finding.fields.push_back(difference);
      difference.append(": ").append(text);
      append(finding.evidence, "; ", difference);
    }
  }

  static void name_difference(std::map<FieldNumber, std::string>& shown, FieldNumber field, std::string first,
                              const std::string& other) {
    if (first != other) shown.try_emplace(field, first.append(" / ").append(other));
  }

  static std::string text_of(const Operand& operand) {
    switch (operand.known) {
      case Known::kNumber:
        return operand.number.text() + (operand.unit.empty() ? "" : " " + std::string(operand.unit));
      case Known::kBlank:
        return "blank";
      case Known::kOther:
        return "no number";
      default:
        return "not there";
    }
  }

  void add_copy(const Copy& copy) {
    const ReportFacts& other = reports_[copy.original];
    const std::string count = std::to_string(reports_[copy.copy].numbers.size());
    std::string body = other.org_name;
    if (other.year != 0) body.append(" ").append(std::to_string(other.year));
    Finding finding = possible(kCopied, Severity::kNote, "全部 " + count + " 个非零数字与另一机关的报告完全相同：",
                               "All " + count + " numbers that are not 0 are those of another body's report: ");
    finding.message_zh.append(body).append("（").append(other.id).append("）。");
    finding.message_en.append(body).append(" (").append(other.id).append(").");
    finding.actual = count;
    finding.evidence = body;
    FindingIds ids(subject_from({key_and_year(copy.original), key_and_year(copy.copy)}));
    grade(finding, schema_);
    add(copy.copy, std::move(finding), ids);
  }

  const std::vector<ReportFacts>& reports_;
  const Schema& schema_;
  const FactsReader& reader_;
  const std::vector<const RuleSpec*>& comparing_;
  YearLinks links_;
  std::vector<BatchFinding> findings_;
};

}  // namespace

std::vector<std::string> batch_rules() { return {kOneReport, kRepeated, kCopied}; }

BatchAuditor::BatchAuditor(const Schema& schema) : schema_(schema), reader_(schema) {
  for (std::size_t i = 0; i < schema.rules.rules.size(); ++i) {
    const RuleSpec& rule = schema.rules.rules[i];
    order_[rule.id] = i;
    if (rule.compares_years) comparing_.push_back(&rule);
  }
}

BatchKeys BatchAuditor::keys(const ReportFacts& report) const {
  const BodyName name = body_name_of(report.org_name, report.org_type, schema_.lexicon);
  if (name.key.empty()) return {};
  const RuleSpec* copied = schema_.rules.find(kCopied);
  return {.bodies = name.place.empty() ? name.key : name.place,
          .numbers = copied != nullptr && says_enough(report, *copied) ? key_of_numbers(report) : ""};
}

std::vector<BatchFinding> BatchAuditor::bodies(const std::vector<ReportFacts>& reports) const {
  std::vector<BatchFinding> found = Batch(reports, schema_, reader_, comparing_).compare_years();
  sort(found);
  return found;
}

std::vector<BatchFinding> BatchAuditor::copies(const std::vector<ReportFacts>& reports) const {
  std::vector<BatchFinding> found = Batch(reports, schema_, reader_, comparing_).compare_bodies();
  sort(found);
  return found;
}

void BatchAuditor::sort(std::vector<BatchFinding>& findings) const {
  std::stable_sort(findings.begin(), findings.end(), [&](const BatchFinding& a, const BatchFinding& b) {
    return a.report != b.report ? a.report < b.report : order(a.finding.rule) < order(b.finding.rule);
  });
}

std::vector<BatchFinding> audit_batch(const std::vector<ReportFacts>& reports, const Schema& schema) {
  const BatchAuditor auditor(schema);
  std::vector<BatchFinding> found = auditor.bodies(reports);
  for (BatchFinding& copied : auditor.copies(reports)) found.push_back(std::move(copied));
  std::stable_sort(found.begin(), found.end(), [&](const BatchFinding& a, const BatchFinding& b) {
    return a.report != b.report ? a.report < b.report : auditor.order(a.finding.rule) < auditor.order(b.finding.rule);
  });
  return found;
}

}  // namespace nianbao

// The findings of an earlier run, held against those of this one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "schema/rule.h"

namespace nianbao {

// The ids of findings, kept small.
class FindingIdSet {
 public:
  void insert(const std::string& finding_id) { ids_.insert(key_of(finding_id)); }
  bool has(const std::string& finding_id) const { return ids_.contains(key_of(finding_id)); }

 private:
  static std::uint64_t key_of(const std::string& finding_id);
  std::unordered_set<std::uint64_t> ids_;
};

class Baseline {
 public:
  // No earlier run.
  Baseline() = default;
  // Reads the ids in `directory`/findings.csv, which any version may have written. Throws CsvError.
  explicit Baseline(std::filesystem::path directory);

  bool is_given() const { return !directory_.empty(); }
  bool has(const std::string& finding_id) const { return ids_.has(finding_id); }

  // Tells a report and a finding of this run.
  void meet_report(const std::string& report_id, const std::string& org_name, const std::string& report_year);
  void meet_finding(const std::string& finding_id);

  // After all are met, the lines of gone.csv for the findings that this run does not have, given to `write` one by one,
  // with the reason: report_left where neither the report's id nor its body and year are in this run, rule_off, changed
  // where a new finding has the same topic, else resolved. Gives how many there are of each. Throws CsvError.
  std::map<std::string, std::size_t> tell_gone(const RuleBook& rules,
                                               const std::function<void(const std::string&)>& write) const;

 private:
  using Subjects = std::map<std::string, std::string>;
  Subjects subjects() const;
  std::string why_gone(const std::string& finding_id, const std::string& report_id, const std::string& rule_id,
                       const RuleBook& rules, const Subjects& subjects) const;

  std::filesystem::path directory_;
  FindingIdSet ids_;
  FindingIdSet met_;
  std::unordered_set<std::string> new_topics_;
  std::unordered_set<std::string> reports_;  // ids and subjects
};

}  // namespace nianbao

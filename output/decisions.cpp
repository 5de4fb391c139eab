#include "output/decisions.h"

#include <algorithm>

#include "audit/finding_id.h"
#include "output/csv_tables.h"
#include "output/report_rows.h"

namespace nianbao {
namespace {

constexpr const char* kCorrected = "corrected";

// The correction by field; nothing where it names a field that the finding is not about, or no number for one.
std::optional<std::map<std::string, std::string>> placed(const std::string& corrected,
                                                         const std::vector<std::string>& fields) {
  auto by_field = corrections_by_field(corrected);
  if (by_field.empty()) {
    if (fields.empty()) return by_field;
    if (fields.size() > 1 || !is_plain_number(corrected)) return std::nullopt;
    by_field[fields.front()] = corrected;
  }
  for (const auto& [field, number] : by_field)
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) return std::nullopt;
  return by_field;
}

}  // namespace

Decisions::Decisions(std::vector<Decision> decisions, std::string today)
    : decisions_(std::move(decisions)), fates_(decisions_.size()), today_(std::move(today)) {
  for (std::size_t i = 0; i < decisions_.size(); ++i)
    if (by_id_.try_emplace(decisions_[i].finding_id, i).second)
      by_topic_.emplace(topic_of(decisions_[i].finding_id), i);
}

bool Decisions::may_correct() const {
  return std::any_of(decisions_.begin(), decisions_.end(), [](const Decision& d) { return d.kind == kCorrected; });
}

void Decisions::meet(const std::string& finding_id) {
  if (const auto found = by_id_.find(finding_id); found != by_id_.end()) ++fates_[found->second].met;
}

Decisions::Verdict Decisions::judge(const std::string& finding_id, const std::string& report_id,
                                    const std::vector<std::string>& fields, const Baseline& baseline) {
  const bool updated = is_update(finding_id, baseline);
  if (const auto found = by_id_.find(finding_id); found != by_id_.end()) {
    const Decision& decision = decisions_[found->second];
    if (has_expired(decision)) return {"expired"};
    if (correct(found->second, report_id, fields)) return {"acknowledged", &decision};
  } else if (updated) {
    return {"updated"};
  }
  return {baseline.has(finding_id) ? "known" : kNewState};
}

// Notes it for the decisions that have ended so.
bool Decisions::is_update(const std::string& finding_id, const Baseline& baseline) {
  bool updated = false;
  const auto [begin, end] = by_topic_.equal_range(std::string(topic_of(finding_id)));
  for (auto at = begin; at != end; ++at) {
    Fate& fate = fates_[at->second];
    const bool stood_beside_it = baseline.has(finding_id) && baseline.has(decisions_[at->second].finding_id);
    if (fate.met > 0 || stood_beside_it) continue;
    if (fate.new_id.empty()) fate.new_id = finding_id;
    updated = true;
  }
  return updated;
}

// False where the correction has no place: the decision then does not hold.
bool Decisions::correct(std::size_t index, const std::string& report_id, const std::vector<std::string>& fields) {
  const Decision& decision = decisions_[index];
  if (decision.kind != kCorrected) return true;
  const auto by_field = placed(decision.corrected, fields);
  auto& known = corrections_[report_id];
  const auto contradicts = [&](const auto& correction) {
    const auto other = known.find(correction.first);
    return other != known.end() && other->second != correction.second;
  };
  if (!by_field)
    fates_[index].problem = "no_field";
  else if (std::any_of(by_field->begin(), by_field->end(), contradicts))
    fates_[index].problem = "contradicts";
  else
    known.insert(by_field->begin(), by_field->end());
  if (known.empty()) corrections_.erase(report_id);
  return fates_[index].problem.empty();
}

std::string Decisions::outcome_of(std::size_t index) const {
  const Fate& fate = fates_[by_id_.at(decisions_[index].finding_id)];
  if (fate.met == 0) return fate.new_id.empty() ? "unmatched" : "updated";
  if (has_expired(decisions_[index])) return "expired";
  return fate.problem.empty() ? "applied" : fate.problem;
}

std::string Decisions::lines() const {
  const CsvTable table = decisions_table();
  std::string lines;
  for (std::size_t i = 0; i < decisions_.size(); ++i) {
    const Decision& decision = decisions_[i];
    const Fate& fate = fates_[by_id_.at(decision.finding_id)];
    lines += csv_line(table.columns, {decision.finding_id, decision.kind, decision.corrected, decision.reason,
                                      decision.by, decision.until, outcome_of(i), fate.new_id,
                                      std::to_string(decision.line), std::to_string(fate.met)});
  }
  return lines;
}

std::map<std::string, std::size_t> Decisions::outcomes() const {
  std::map<std::string, std::size_t> outcomes;
  for (std::size_t i = 0; i < decisions_.size(); ++i) ++outcomes[outcome_of(i)];
  return outcomes;
}

}  // namespace nianbao

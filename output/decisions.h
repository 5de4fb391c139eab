// Decisions held against the findings of a run: which hold, which do not any more, and what they correct.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "output/baseline.h"
#include "output/decision_file.h"

namespace nianbao {

// Corrections to stand beside values: by report id, then field id.
using Corrections = std::map<std::string, std::map<std::string, std::string>>;

class Decisions {
 public:
  Decisions() = default;
  // `today` as YYYY-MM-DD.
  Decisions(std::vector<Decision> decisions, std::string today);

  bool empty() const { return decisions_.empty(); }
  // True if a decision may correct a cell.
  bool may_correct() const;

  // Tells the id of a finding of this run. All are told before the first is judged.
  void meet(const std::string& finding_id);

  // The state of a finding and the decision that holds, or nullptr. A decision about it holds until its day is over. A
  // decision about the same topic with other numbers has ended (`updated`), but where it met its own finding in this
  // run, or the baseline has both.
  struct Verdict {
    std::string state;  // new, known, acknowledged, expired, updated
    const Decision* decision = nullptr;
  };
  Verdict judge(const std::string& finding_id, const std::string& report_id, const std::vector<std::string>& fields,
                const Baseline& baseline);

  const Corrections& corrections() const { return corrections_; }
  // After judging: the lines of decisions.csv, and how many decisions have each outcome.
  std::string lines() const;
  std::map<std::string, std::size_t> outcomes() const;

 private:
  struct Fate {
    std::size_t met = 0;  // findings with its id
    std::string problem;  // no_field or contradicts
    std::string new_id;   // of the finding that it has become
  };
  std::string outcome_of(std::size_t index) const;
  bool has_expired(const Decision& decision) const { return !decision.until.empty() && decision.until < today_; }
  bool correct(std::size_t index, const std::string& report_id, const std::vector<std::string>& fields);
  bool is_update(const std::string& finding_id, const Baseline& baseline);

  std::vector<Decision> decisions_;
  std::vector<Fate> fates_;                             // by decision; of equal ones the first has it
  std::unordered_map<std::string, std::size_t> by_id_;  // the first decision about a finding
  std::unordered_multimap<std::string, std::size_t> by_topic_;
  std::string today_;
  Corrections corrections_;
};

}  // namespace nianbao

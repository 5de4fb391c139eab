// Ids of findings that last: the same finding has the same id in the next run, after a rename and on another machine.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "audit/finding.h"
#include "audit/report.h"

namespace nianbao {

// What a report is about, as findings name it: its body and year, so that an id lasts when the file is saved again or
// renamed; the file itself where the document does not say whose report it is.
std::string subject_of(const Report& report);

// A subject of several parts, told apart whatever they hold.
std::string subject_from(const std::vector<std::string>& parts);

// Gives ids to the findings of one subject, one after another.
class FindingIds {
 public:
  explicit FindingIds(std::string subject) : subject_(std::move(subject)) {}

  // 16 hex digits: eight over rule, subject and fields, and eight over these, the numbers and the evidence. So two
  // findings about the same thing with other numbers share the first half. Equal findings in one report (two equal
  // strange rows) get different ids.
  std::string take(const Finding& finding);

 private:
  std::string subject_;
  std::map<std::string, int> seen_;
};

// The first half of an id: what the finding is about.
std::string_view topic_of(std::string_view finding_id);

}  // namespace nianbao

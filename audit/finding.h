// What is wrong or doubtful in a report.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

enum class Severity { kError, kWarning, kNote };
enum class Outcome { kViolated, kPossible, kCannotCheck };

const char* name_of(Severity severity);  // "error", "warning", "note"
const char* name_of(Outcome outcome);    // "violated", "possible", "cannot_check"

struct Finding {
  std::string id;    // 16 hex digits of a hash of rule, subject and evidence; the same in every run and place
  std::string rule;  // of forms.md section 4
  Severity severity = Severity::kNote;
  Outcome outcome = Outcome::kPossible;
  std::vector<std::string> fields;  // field ids concerned, in the form's order
  std::string where;                // addresses, joined with "; "
  std::string expected;
  std::string actual;
  std::string difference;  // actual - expected, where both are numbers; else empty
  std::string evidence;    // what the document shows
  std::string message_zh;
  std::string message_en;
};

}  // namespace nianbao

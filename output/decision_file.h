// What people decided about findings, as they write it down: a CSV file that lasts longer than any run.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "schema/schema.h"

namespace nianbao {

// A file of decisions cannot be used: what() is "FILE:LINE: reason and what to do".
class DecisionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Decision {
  std::string finding_id;
  std::string kind;       // acknowledged, wrong_rule or corrected
  std::string corrected;  // as written; only of kind corrected
  std::string reason;
  std::string by;
  std::string until;     // YYYY-MM-DD, the last day on which it holds; empty: no end
  std::size_t line = 0;  // in the file
};

// The decisions in `file`, in its order: columns finding_id, decision, corrected, reason, by, until, in any order. Each
// has a known kind, a reason and somebody who decided; a finding is decided on once, or several times alike. Throws
// DecisionError.
std::vector<Decision> read_decisions(const std::filesystem::path& file, const Schema& schema);

// A correction by field id, where it is written as `field_id=value; field_id=value`; empty where it is a single value.
std::map<std::string, std::string> corrections_by_field(const std::string& corrected);

// True for a number as `value` in cells.csv has it: 251000, -5, 477.35.
bool is_plain_number(const std::string& text);

// True for a day that there is, as YYYY-MM-DD.
bool is_date(const std::string& text);

}  // namespace nianbao

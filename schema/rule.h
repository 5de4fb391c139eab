// What is demanded of a report, as data (schema/rules.json): the words of a rule, how grave its breach is, the numbers
// it uses, and examples. Identities between cells stand in the form files; the functions that apply rules in audit/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/alarm.h"

namespace nianbao {

// forms.md section 4: a breach of a hard rule is an error, of a strong one a warning, of a plausible one a note.
enum class RuleKind { kHard, kStrong, kPlausible };

// "hard", "strong", "plausible", as in the file.
const char* name_of(RuleKind kind);

// What a breach counts as where a file of changes (--rules) says so; of an off rule it is not said at all.
enum class RuleLevel { kOfItsKind, kError, kWarning, kNote, kOff };

// A report in short: all cells of the form hold 0 but those named.
struct ReportExample {
  std::string form;
  std::string org;
  int year = 0;
  std::map<std::string, std::string> cells;  // by field id: what the cell shows
  std::map<int, std::string> texts;          // by section: its prose
  std::vector<int> without_sections;
  std::vector<std::string> extra_rows;  // of one cell each, at the end of the first table
  bool run_together = false;            // the digits of a row stand side by side without borders
};

// Reports of one batch; the rule passes or fails for the last one.
using RuleExample = std::vector<ReportExample>;

struct RuleSpec {
  std::string id;
  RuleKind kind = RuleKind::kPlausible;
  bool graded = false;  // findings differ in severity: the check grades each
  RuleLevel level = RuleLevel::kOfItsKind;
  std::string zh;  // what it demands
  std::string en;
  std::string why_zh;
  std::string why_en;
  std::string basis;  // law, notice or words of the form; empty where there is none
  std::map<std::string, std::vector<std::string>> settings;  // numbers and words that the check uses
  std::vector<Alarm> alarms;                                 // comparisons that raise it
  bool compares_years = false;                               // one of them does
  std::vector<RuleExample> passes;
  std::vector<RuleExample> fails;

  // A setting, which must be there: std::logic_error otherwise, for the file and the check belong together.
  const std::vector<std::string>& words(const std::string& setting) const;
  // Its only word as a whole number.
  int number(const std::string& setting) const;
};

// What a file of changes says of a rule.
struct RuleChange {
  std::string id;
  std::string severity;  // error, warning, note or off, as in the file; empty where it stays
  std::map<std::string, std::vector<std::string>> settings;
};

struct RuleBook {
  std::vector<RuleSpec> rules;      // in the order of forms.md section 4
  std::vector<RuleChange> changes;  // those that have been made, in the order of their file
  std::string digest;               // SHA-256 of the file, in hex; with changes another one

  // The rule with this id, or nullptr.
  const RuleSpec* find(const std::string& id) const;
};

}  // namespace nianbao

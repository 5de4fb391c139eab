// The command line, checked and complete.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/shard.h"
#include "audit/finding.h"
#include "extract/reader.h"
#include "output/catalogue.h"
#include "output/language.h"

namespace nianbao {

enum class Command { kExtract, kPlan, kMerge, kAudit, kShow, kExplain, kForms, kFields, kRules };

struct Options {
  Command command = Command::kExtract;
  Language language = Language::kEnglish;
  std::string forms_directory;  // empty: only the built-in forms
  std::string rules_file;       // changes of the rules; empty: none
  ReadOptions read;             // --encoding, --limit
  // extract, plan and show; the OUTs of merge
  std::vector<std::string> inputs;
  std::string files_from;  // empty: none; "-": standard input
  bool nul_separated = false;
  // extract
  std::string plan;            // a file that plan wrote; empty: none
  std::optional<Shard> shard;  // nothing: all in one run
  // extract, merge and audit; the file that plan writes
  std::string out;
  std::size_t jobs = 1;
  bool log_json = false;  // also of merge
  bool excel = false;
  std::optional<Severity> fail_on;
  std::string decisions;  // a CSV file; empty: none
  std::string baseline;   // the OUT of an earlier run; empty: none
  std::string today;      // YYYY-MM-DD; empty: the day it is
  // explain
  std::string id;
  std::string in;  // an OUT; empty: none
  // forms, fields, rules
  CatalogueFormat format = CatalogueFormat::kText;
};

// What parsing ends with: options to run with, or text already printed and the exit code to leave with (--help,
// --version and usage errors).
struct ParsedOptions {
  std::optional<Options> options;
  int exit_code = 0;
};

// Reads the command line. Touches no files; looks at LC_ALL, LC_MESSAGES and LANG for the default language.
ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace nianbao

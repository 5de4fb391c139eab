#include <iostream>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/inputs.h"
#include "app/process_report.h"
#include "output/show.h"

namespace nianbao {
namespace {

FileReports reports_in(const InputFile& input, const Options& options, const Schema& schema) {
  const Result<std::string> bytes = read_file(input.file, options.read.limits);
  FileReports file;
  if (bytes)
    file = process_reports({*bytes, input.path}, schema, options.read);
  else
    file.problem = bytes.problem();
  for (Report& report : file.reports) report.path = input.path;
  return file;
}

void tell(const InputFile& input, const Problem& problem, Language language) {
  const ProblemKind& kind = problem_kind(problem.code);
  std::cerr << input.path << ": " << problem.code << ": " << say(language, kind.zh, kind.en);
  if (!problem.detail.empty()) std::cerr << " [" << problem.detail << "]";
  std::cerr << "\n";
}

}  // namespace

int show(const Options& options, const Schema& schema) {
  std::size_t shown = 0;
  bool printed = false;
  const std::vector<InputFile> inputs = find_inputs(options.inputs, "");
  for (const InputFile& input : inputs) {
    const FileReports file = reports_in(input, options, schema);
    if (file.problem) tell(input, *file.problem, options.language);
    if (file.reports.empty()) continue;
    for (const Problem& damage : file.damage) tell(input, damage, options.language);
    for (const Report& report : file.reports) {
      std::cout << (printed ? "\n" : "") << show_report(report, options.language);
      printed = true;
    }
    // Nobody sees the rest; main() says why.
    if (!std::cout.flush()) break;
    ++shown;
  }
  if (shown == inputs.size()) return kExitDone;
  return shown == 0 ? kExitNothing : kExitSomeUnread;
}

int list(const Options& options, const Schema& schema) {
  switch (options.command) {
    case Command::kForms:
      std::cout << forms_catalogue(schema, options.format, options.language);
      break;
    case Command::kFields:
      std::cout << fields_catalogue(schema, options.format, options.language);
      break;
    default:
      std::cout << rules_catalogue(schema, options.format, options.language);
      break;
  }
  return kExitDone;
}

}  // namespace nianbao

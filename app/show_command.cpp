#include <iostream>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/inputs.h"
#include "app/process_report.h"
#include "output/show.h"

namespace nianbao {
namespace {

Result<Report> report_in(const InputFile& input, const Options& options, const Schema& schema) {
  const Result<std::string> bytes = read_file(input.file, options.read.limits);
  if (!bytes) return bytes.problem();
  Result<Report> report = process_report({*bytes, input.path}, schema, options.read);
  if (report) report->path = input.path;
  return report;
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
  const std::vector<InputFile> inputs = find_inputs(options.inputs, "");
  for (const InputFile& input : inputs) {
    const Result<Report> report = report_in(input, options, schema);
    if (!report) {
      tell(input, report.problem(), options.language);
      continue;
    }
    for (const Problem& damage : report->damage) tell(input, damage, options.language);
    std::cout << (shown++ == 0 ? "" : "\n") << show_report(*report, options.language);
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
      std::cout << rules_catalogue(options.format, options.language);
      break;
  }
  return kExitDone;
}

}  // namespace nianbao

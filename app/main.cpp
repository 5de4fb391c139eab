#include <exception>
#include <iostream>
#include <stdexcept>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/options.h"

namespace {

using namespace nianbao;

int run(const Options& options) {
  const Schema schema = load_schema(options.forms_directory, options.rules_file);
  switch (options.command) {
    case Command::kExtract:
      return extract(options, schema);
    case Command::kAudit:
      return audit(options, schema);
    case Command::kExplain:
      return explain(options, schema);
    case Command::kShow:
      return show(options, schema);
    default:
      return list(options, schema);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const ParsedOptions parsed = parse_options(argc, argv);
  if (!parsed.options) return parsed.exit_code;
  try {
    const int exit_code = run(*parsed.options);
    if (!std::cout.flush()) throw std::runtime_error("standard output cannot be written");
    return exit_code;
  } catch (const std::exception& error) {
    std::cerr << "nianbao: " << error.what() << "\n";
    return kExitUsage;
  }
}

#include <malloc.h>
#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>

#include "app/commands.h"
#include "app/exit_codes.h"
#include "app/log.h"
#include "app/options.h"
#include "app/stop_signals.h"
#include "output/output_error.h"

namespace {

using namespace nianbao;

// What is stopped and started again goes on where it was; the others are simply ended.
bool can_go_on(Command command) { return command == Command::kExtract || command == Command::kMerge; }

int run(const Options& options) {
  if (can_go_on(options.command)) catch_stop_signals();
  const Schema schema = load_schema(options.forms_directory, options.rules_file);
  switch (options.command) {
    case Command::kExtract:
      return extract(options, schema);
    case Command::kPlan:
      return plan(options);
    case Command::kMerge:
      return merge(options, schema);
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

// Room for parts of documents and lines of reports, some 100 KiB each, is kept from one to the next: memory that is
// given back comes again page by page and has to be cleared. Workers inherit this.
void keep_room() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
#endif
}

// libzip tells the time of every member of an archive in the local time zone, which the system looks up each time. No
// time of a member, and no time of day, is used here.
void fix_time_zone() { setenv("TZ", "UTC0", 1); }

// Who reads standard output, such as `head`, has all that was wanted.
bool reader_has_left() {
  pollfd out{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
  return poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP)) != 0;
}

int fail(const ParsedOptions& parsed, const std::exception& error, int code) {
  if (parsed.options && parsed.options->log_json)
    log_event("error", {{"text", error.what()}, {"exit_code", code}});
  else
    std::cerr << "nianbao: " << error.what() << "\n";
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  keep_room();
  fix_time_zone();
  // Writing says what is wrong; a signal would say nothing.
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
  const ParsedOptions parsed = parse_options(argc, argv);
  try {
    const int exit_code = parsed.options ? run(*parsed.options) : parsed.exit_code;
    if (std::cout.flush()) return exit_code;
    if (reader_has_left()) return kExitDone;
    throw std::runtime_error("standard output cannot be written");
  } catch (const Interrupted& error) {
    return fail(parsed, error, kExitTryAgain);
  } catch (const OutputError& error) {
    return fail(parsed, error, error.may_pass() ? kExitTryAgain : kExitUsage);
  } catch (const std::exception& error) {
    return fail(parsed, error, kExitUsage);
  }
}

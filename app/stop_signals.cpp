#include "app/stop_signals.h"

#include <csignal>
#include <string>

namespace nianbao {
namespace {

// All that a handler may change (C11 7.14.1.1).
volatile std::sig_atomic_t stopped_by = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void note_signal(int signal) { stopped_by = signal; }

}  // namespace

void catch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = note_signal;  // without SA_RESTART: what waits is to look up
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaction(signal, &action, nullptr);
}

void throw_if_interrupted() {
  if (stopped_by != 0)
    throw Interrupted("stopped by signal " + std::to_string(stopped_by) + "; run the same command again to go on");
}

}  // namespace nianbao

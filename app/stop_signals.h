// The signals that ask a run to stop.
#pragma once

#include <stdexcept>

namespace nianbao {

// The run was told to stop: what is done is kept, and the same run may be started again.
class Interrupted : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// From now on SIGTERM, SIGINT and SIGHUP do not end the process but make throw_if_interrupted() throw. For the commands
// that can be gone on with.
void catch_stop_signals();

// Throws Interrupted if such a signal has come.
void throw_if_interrupted();

}  // namespace nianbao

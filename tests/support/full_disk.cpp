#include "tests/support/full_disk.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "output/output_error.h"

namespace nianbao::test {
namespace {

WriteEnd end_of(const std::function<void()>& act) {
  try {
    act();
    return WriteEnd::kDone;
  } catch (const OutputError& error) {
    return error.may_pass() ? WriteEnd::kMayPass : WriteEnd::kStays;
  } catch (...) {
    return WriteEnd::kOther;
  }
}

}  // namespace

WriteEnd on_full_disk(std::size_t bytes, const std::function<void()>& act) {
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    _exit(static_cast<int>(end_of(act)));
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return WriteEnd::kOther;
  return static_cast<WriteEnd>(WEXITSTATUS(status));
}

}  // namespace nianbao::test

#include "app/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <exception>
#include <fstream>
#include <new>
#include <system_error>

namespace nianbao {
namespace {

// A sanitizer reserves terabytes of address space: such a process is watched only.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

// Honest files leave a worker below 64 MiB.
constexpr std::size_t kBloated = std::size_t{kSanitized ? 512U : 64U} << 20U;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

void set_limits(const WorkLimits& limits) {
  constexpr rlimit kNoCore{.rlim_cur = 0, .rlim_max = 0};
  setrlimit(RLIMIT_CORE, &kNoCore);
  const rlimit memory{.rlim_cur = limits.memory_bytes, .rlim_max = limits.memory_bytes};
  if (!kSanitized) setrlimit(RLIMIT_AS, &memory);
}

// The parent alone decides when to stop, and no worker outlives it.
void depend_on(pid_t parent) {
  for (const int signal : {SIGINT, SIGHUP}) std::signal(signal, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
}

// False where the process is not to go on.
bool do_task(TaskList& list, Channel& channel) {
  const std::string request = channel.next_task();
  try {
    list.work(request, channel);
  } catch (const std::bad_alloc&) {
    channel.out_of_memory();
    return false;
  } catch (const std::exception& error) {
    channel.error(error.what());
    return false;
  }
  channel.done();
  return true;
}

[[noreturn]] void serve(TaskList& list, int socket) {
  Channel channel(socket);
  while (do_task(list, channel)) {
  }
  // Nothing of the parent's is to be ended here: neither its files nor its workers.
  _exit(0);
}

Failure failure_of(int status) {
  if (!WIFSIGNALED(status)) return {FailureKind::kCrash, "exit " + std::to_string(WEXITSTATUS(status))};
  const int signal = WTERMSIG(status);
  return {signal == SIGKILL || signal == SIGTERM ? FailureKind::kKilled : FailureKind::kCrash,
          "signal " + std::to_string(signal)};
}

}  // namespace

Worker::Worker(TaskList& list, const WorkLimits& limits) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) fail("socketpair");
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ == 0) {
    close(ends[0]);
    depend_on(parent);
    set_limits(limits);
    serve(list, ends[1]);
  }
  const int error = errno;
  close(ends[1]);
  socket_ = ends[0];
  if (process_ > 0) return;
  close(socket_);
  errno = error;
  fail("fork");
}

Worker::~Worker() { end(); }

void Worker::give(std::size_t index, std::string_view request) {
  if (tasks_.empty()) begin_task();
  tasks_.push_back(index);
  outgoing_.push(FrameKind::kTask, request);
}

void Worker::finish_task() {
  tasks_.pop_front();
  begin_task();
}

void Worker::begin_task() {
  cpu_at_start_ = cpu_seconds();
  idle_ = {};
}

bool Worker::receive() {
  idle_ = {};
  return incoming_.fill(socket_);
}

std::optional<Failure> Worker::overrun(const WorkLimits& limits, std::chrono::milliseconds passed) {
  if (tasks_.empty()) return std::nullopt;
  idle_ += passed;
  if (cpu_seconds() - cpu_at_start_ > static_cast<double>(limits.cpu_seconds)) return Failure{FailureKind::kTime, ""};
  if (idle_ > std::chrono::seconds(limits.idle_seconds)) return Failure{FailureKind::kIdle, ""};
  if (resident_bytes() > limits.memory_bytes) return Failure{FailureKind::kMemory, ""};
  return std::nullopt;
}

Failure Worker::end() {
  int status = 0;
  if (process_ > 0) {
    // One without a task ends by itself when nobody is there to give it any. Closing alone would not tell it: workers
    // that were started later hold this end too.
    shutdown(socket_, SHUT_RDWR);
    close(socket_);
    if (!tasks_.empty()) kill(process_, SIGKILL);
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
  }
  process_ = -1;
  return failure_of(status);
}

bool Worker::is_bloated() const { return resident_bytes() > kBloated; }

double Worker::cpu_seconds() const {
  clockid_t clock{};
  timespec spent{};
  if (clock_getcpuclockid(process_, &clock) != 0 || clock_gettime(clock, &spent) != 0) return cpu_at_start_;
  return static_cast<double>(spent.tv_sec) + 1e-9 * static_cast<double>(spent.tv_nsec);
}

// proc(5): the second number of statm is the resident set in pages.
std::size_t Worker::resident_bytes() const {
  std::ifstream statm("/proc/" + std::to_string(process_) + "/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  statm >> total >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace nianbao

// One process that does tasks, as its parent sees it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <string>

#include "app/frames.h"
#include "app/worker_pool.h"

namespace nianbao {

class Worker {
 public:
  // Forks: the child knows what the parent has loaded. Throws std::system_error.
  Worker(TaskList& list, const WorkLimits& limits);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  // Ends the process, whatever it does.
  ~Worker();

  int socket() const { return socket_; }
  bool wants_to_write() const { return !outgoing_.empty(); }
  // Indices of the tasks that it has, the one it works on first.
  const std::deque<std::size_t>& tasks() const { return tasks_; }

  void give(std::size_t index, std::string_view request);
  void answer(std::string_view bytes) { outgoing_.push(FrameKind::kAnswer, bytes); }
  // The first task is done.
  void finish_task();

  // Both move what can be moved without waiting. False where the process is gone.
  bool send() { return outgoing_.flush(socket_); }
  bool receive();
  std::optional<Frame> next_frame() { return incoming_.next(); }

  // What is wrong with the task at hand by clock or memory, so far. `passed`: since this was asked last.
  std::optional<Failure> overrun(const WorkLimits& limits, std::chrono::milliseconds passed);
  // Ends the process and says how it ended by itself, if it had.
  Failure end();
  // True if it has grown so much that a new process is cheaper.
  bool is_bloated() const;

 private:
  void begin_task();
  double cpu_seconds() const;
  std::size_t resident_bytes() const;

  pid_t process_ = -1;
  int socket_ = -1;
  FrameQueue outgoing_;
  FrameBuffer incoming_;
  std::deque<std::size_t> tasks_;
  double cpu_at_start_ = 0;           // of the task at hand
  std::chrono::milliseconds idle_{};  // since its last sign of life
};

}  // namespace nianbao

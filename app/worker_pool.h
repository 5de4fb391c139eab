// Work done in processes of their own, so that a task that crashes, hangs or eats memory costs nothing but itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/channel.h"

namespace nianbao {

enum class FailureKind {
  kCrash,
  kKilled,  // from outside
  kTime,
  kIdle,
  kMemory
};

// Why a task could not be done, also when it was tried again.
struct Failure {
  FailureKind kind = FailureKind::kCrash;
  std::string detail;  // such as "signal 11"
};

struct TaskResult {
  std::vector<std::string> replies;  // empty where it failed or needed no work
  std::optional<Failure> failure;
};

// What is to be done. All but work() is called in the parent.
class TaskList {
 public:
  TaskList() = default;
  TaskList(const TaskList&) = delete;
  TaskList& operator=(const TaskList&) = delete;
  virtual ~TaskList() = default;

  struct Task {
    std::string request;     // what work() is to know
    bool needs_work = true;  // false: goes straight to take(), in its turn
  };
  // Tasks in order; nothing at the end.
  virtual std::optional<Task> next() = 0;
  // Does a task, in a worker. What it throws is a failure.
  virtual void work(std::string_view request, Channel& channel) = 0;
  // The answer to what work() asks.
  virtual std::string answer(std::string_view question) = 0;
  // What became of the tasks, in their order.
  virtual void take(TaskResult result) = 0;
};

struct WorkLimits {
  std::size_t workers = 1;
  std::size_t memory_bytes = 0;  // of a worker: its address space, or, under a sanitizer, what of it is resident
  std::size_t cpu_seconds = 0;   // of one task, by the worker's own clock: a slow machine changes no result
  std::size_t idle_seconds = 0;  // between two signs of life, by the wall clock: storage that does not answer
};

// Does all tasks. A failed one is tried once more (a few times, if its process was killed from outside) while no other
// worker runs, in a process of its own. Memory does not
// grow with the number of tasks: only a few a worker wait for their turn. Throws Interrupted, std::system_error where
// no worker can be started, and what the list throws.
void run_workers(TaskList& list, const WorkLimits& limits);

}  // namespace nianbao

#include "app/worker_pool.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <deque>
#include <memory>
#include <system_error>
#include <utility>

#include "app/stop_signals.h"
#include "app/worker.h"

namespace nianbao {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A worker finds its next task waiting when it has done one.
constexpr std::size_t kTasksPerWorker = 2;
// Results that wait for the one before them.
constexpr std::size_t kOpenPerWorker = 16;
constexpr std::size_t kTries = 2;
// From outside, as by an administrator or for want of the machine's memory; says little about the task.
constexpr std::size_t kTriesIfKilled = 5;
constexpr milliseconds kBetweenChecks{200};
// The parent may itself have been stopped; that time is not the workers'.
constexpr milliseconds kLongestBetweenChecks{1000};

// A task taken from the list and not yet given back.
struct OpenTask {
  std::string request;
  TaskResult result;
  std::size_t tries = 0;
  bool is_done = false;
};

class Pool {
 public:
  Pool(TaskList& list, const WorkLimits& limits) : list_(list), limits_(limits) {}

  void run() {
    for (;;) {
      throw_if_interrupted();
      read_ahead();
      if (open_.empty()) return;
      hand_out();
      if (!open_.front().is_done) wait();
      check();
      give_back();
    }
  }

 private:
  using Workers = std::vector<std::unique_ptr<Worker>>;

  OpenTask& task(std::size_t index) { return open_.at(index - given_back_); }

  void read_ahead() {
    while (!is_at_end_ && open_.size() < limits_.workers * kOpenPerWorker) {
      std::optional<TaskList::Task> next = list_.next();
      is_at_end_ = !next;
      if (!next) return;
      if (next->needs_work) pending_.push_back(given_back_ + open_.size());
      open_.push_back({.request = std::move(next->request), .result = {}, .is_done = !next->needs_work});
    }
  }

  void give_back() {
    while (!open_.empty() && open_.front().is_done) {
      TaskResult result = std::move(open_.front().result);
      open_.pop_front();
      ++given_back_;
      list_.take(std::move(result));
    }
  }

  void hand_out() {
    if (!retries_.empty()) return retry();
    while (!pending_.empty()) {
      Worker* worker = free_worker();
      if (worker == nullptr) return;
      give(*worker, pending_.front());
      pending_.pop_front();
    }
  }

  void give(Worker& worker, std::size_t index) {
    ++task(index).tries;
    worker.give(index, task(index).request);
  }

  void retry() {
    if (std::any_of(workers_.begin(), workers_.end(), [](const auto& worker) { return !worker->tasks().empty(); }))
      return;
    workers_.clear();
    give(start(), retries_.front());
  }

  // One without a task, a new one, or the one that has least to do.
  Worker* free_worker() {
    const auto least = std::min_element(workers_.begin(), workers_.end(), [](const auto& a, const auto& b) {
      return a->tasks().size() < b->tasks().size();
    });
    if (least != workers_.end() && (*least)->tasks().empty()) return least->get();
    if (workers_.size() < limits_.workers) return &start();
    return (*least)->tasks().size() < kTasksPerWorker ? least->get() : nullptr;
  }

  Worker& start() { return *workers_.emplace_back(std::make_unique<Worker>(list_, limits_)); }

  void wait() {
    std::vector<pollfd> sockets;
    for (const auto& worker : workers_)
      sockets.push_back({.fd = worker->socket(),
                         .events = static_cast<short>(POLLIN | (worker->wants_to_write() ? POLLOUT : 0)),
                         .revents = 0});
    if (poll(sockets.data(), sockets.size(), static_cast<int>(kBetweenChecks.count())) < 0 && errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "poll");
    // Backwards, as those that fail are removed.
    for (std::size_t i = sockets.size(); i-- > 0;)
      if (sockets[i].revents != 0 && errno != EINTR) serve(i, sockets[i].revents);
  }

  void serve(std::size_t at, int events) {
    Worker& worker = *workers_[at];
    const bool is_there = (events & POLLOUT) == 0 || worker.send();
    const bool has_more = is_there && ((events & (POLLIN | POLLHUP | POLLERR)) == 0 || worker.receive());
    while (std::optional<Frame> frame = worker.next_frame())
      if (!read(at, std::move(*frame))) return;
    if (!has_more) lose(at);
  }

  // False where the worker is gone.
  bool read(std::size_t at, Frame frame) {
    Worker& worker = *workers_[at];
    switch (frame.kind) {
      case FrameKind::kReply:
        task(worker.tasks().front()).result.replies.push_back(std::move(frame.bytes));
        return true;
      case FrameKind::kQuestion:
        worker.answer(list_.answer(frame.bytes));
        return true;
      case FrameKind::kOutOfMemory:
        fail(at, {FailureKind::kMemory, ""});
        return false;
      case FrameKind::kError:
        fail(at, {FailureKind::kCrash, frame.bytes});
        return false;
      default:
        finish(worker);
        return true;
    }
  }

  void finish(Worker& worker) {
    const std::size_t index = worker.tasks().front();
    task(index).is_done = true;
    worker.finish_task();
    end_retry(index);
  }

  void end_retry(std::size_t index) {
    if (!retries_.empty() && retries_.front() == index) retries_.pop_front();
  }

  void lose(std::size_t at) {
    const Failure failure = workers_[at]->end();
    fail(at, failure);
  }

  // Removes a worker; what it had not begun goes to others.
  void fail(std::size_t at, const Failure& failure) {
    const std::unique_ptr<Worker> worker = std::move(workers_[at]);
    workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(at));
    const std::deque<std::size_t>& tasks = worker->tasks();
    for (std::size_t i = tasks.size(); i-- > 1;) {
      --task(tasks[i]).tries;
      pending_.push_front(tasks[i]);
    }
    if (!tasks.empty()) fail_task(tasks.front(), failure);
  }

  void fail_task(std::size_t index, const Failure& failure) {
    OpenTask& failed = task(index);
    failed.result.replies.clear();
    end_retry(index);
    if (failed.tries < (failure.kind == FailureKind::kKilled ? kTriesIfKilled : kTries)) {
      retries_.push_back(index);
      return;
    }
    failed.result.failure = failure;
    failed.is_done = true;
  }

  // Clocks and memory, now and then.
  void check() {
    const auto passed = std::chrono::duration_cast<milliseconds>(Clock::now() - checked_);
    if (passed < kBetweenChecks) return;
    checked_ = Clock::now();
    for (std::size_t i = workers_.size(); i-- > 0;) {
      if (const auto failure = workers_[i]->overrun(limits_, std::min(passed, kLongestBetweenChecks)))
        fail(i, *failure);
      else if (workers_[i]->tasks().empty() && workers_[i]->is_bloated())
        workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  TaskList& list_;
  const WorkLimits& limits_;
  Workers workers_;
  std::deque<OpenTask> open_;        // from index given_back_ on
  std::size_t given_back_ = 0;       // how many
  std::deque<std::size_t> pending_;  // wait for a worker
  std::deque<std::size_t> retries_;  // wait to be tried again alone; the first may be at it
  bool is_at_end_ = false;
  Clock::time_point checked_ = Clock::now();
};

}  // namespace

void run_workers(TaskList& list, const WorkLimits& limits) { Pool(list, limits).run(); }

}  // namespace nianbao

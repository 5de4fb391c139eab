// Work done by several threads and taken in order.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace nianbao {

// Lets calls with the indices 0, 1, 2 … through one at a time, in this order, whichever thread makes them. Every index
// must come, and threads must take indices in order, as those of run_ordered() do.
class Turns {
 public:
  // While it lives, it is the turn of `index`.
  class Turn {
   public:
    Turn(Turns& turns, std::size_t index) : turns_(turns) {
      std::unique_lock lock(turns_.mutex_);
      turns_.changed_.wait(lock, [&] { return turns_.next_ == index; });
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
      {
        const std::lock_guard lock(turns_.mutex_);
        ++turns_.next_;
      }
      turns_.changed_.notify_all();
    }

   private:
    Turns& turns_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t next_ = 0;
};

// Calls produce(0) … produce(count - 1) in `jobs` (≥ 1) threads and consume(i, result) for each, in order, in the
// calling thread. At most a few results per thread wait, so memory does not grow with `count`. `produce` must not
// throw; if `consume` throws, the threads are stopped and the exception goes on.
template <typename T, typename Produce, typename Consume>
void run_ordered(std::size_t count, std::size_t jobs, Produce produce, Consume consume) {
  constexpr std::size_t kWaitingPerJob = 8;
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, T> ready;
  std::size_t next = 0;
  std::size_t taken = 0;
  bool stopped = false;

  const auto work = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return stopped || next >= count || next < taken + jobs * kWaitingPerJob; });
      if (stopped || next >= count) return;
      const std::size_t index = next++;
      lock.unlock();
      T result = produce(index);
      lock.lock();
      ready.emplace(index, std::move(result));
      changed.notify_all();
    }
  };

  // Joins the threads whichever way this function is left.
  struct Crew {
    std::vector<std::thread> threads;
    std::mutex& mutex;
    std::condition_variable& changed;
    bool& stopped;
    ~Crew() {
      {
        const std::lock_guard lock(mutex);
        stopped = true;
      }
      changed.notify_all();
      for (std::thread& thread : threads) thread.join();
    }
  } crew{{}, mutex, changed, stopped};
  for (std::size_t i = 0; i < std::min(jobs, count); ++i) crew.threads.emplace_back(work);

  while (taken < count) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return ready.contains(taken); });
    T result = std::move(ready.extract(taken).mapped());
    lock.unlock();
    consume(taken, std::move(result));
    lock.lock();
    ++taken;
    changed.notify_all();
  }
}

}  // namespace nianbao

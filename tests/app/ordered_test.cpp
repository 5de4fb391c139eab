#include "app/ordered.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>

namespace nianbao::test {
namespace {

using std::chrono::microseconds;

const std::size_t kJobs[] = {1, 2, 3, 4, 7, 16};

TEST(RunOrdered, GivesResultsInOrderForAnyNumberOfThreads) {
  for (const std::size_t jobs : kJobs)
    for (const std::size_t count : {0U, 1U, 2U, 5U, 100U, 1000U}) {
      std::vector<std::size_t> taken;
      run_ordered<std::string>(
          count, jobs,
          [](std::size_t i) {
            if (i % 7 == 0) std::this_thread::sleep_for(microseconds(200));  // so that later ones are ready before
            return std::to_string(i * i);
          },
          [&](std::size_t i, const std::string& result) {
            EXPECT_EQ(result, std::to_string(i * i));
            taken.push_back(i);
          });
      std::vector<std::size_t> expected(count);
      std::iota(expected.begin(), expected.end(), 0U);
      EXPECT_EQ(taken, expected) << jobs << " threads";
    }
}

TEST(RunOrdered, ProducesEachOnce) {
  for (const std::size_t jobs : kJobs) {
    std::vector<std::atomic<int>> calls(500);
    run_ordered<int>(
        calls.size(), jobs, [&](std::size_t i) { return ++calls[i]; },
        [](std::size_t, int result) { EXPECT_EQ(result, 1); });
    for (const std::atomic<int>& count : calls) EXPECT_EQ(count, 1);
  }
}

TEST(RunOrdered, ConsumesInTheCallingThread) {
  const std::thread::id here = std::this_thread::get_id();
  run_ordered<int>(
      50, 4, [](std::size_t) { return 0; }, [&](std::size_t, int) { EXPECT_EQ(std::this_thread::get_id(), here); });
}

TEST(RunOrdered, WorksInSeveralThreads) {
  std::atomic<int> running = 0;
  std::atomic<int> most = 0;
  run_ordered<int>(
      64, 4,
      [&](std::size_t) {
        const int now = ++running;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        std::this_thread::sleep_for(microseconds(500));
        --running;
        return 0;
      },
      [](std::size_t, int) {});
  EXPECT_GT(most, 1);
  EXPECT_LE(most, 4);
}

TEST(RunOrdered, FewResultsWaitHoweverManyThereAre) {
  constexpr std::size_t kFewPerThread = 16;
  for (const std::size_t jobs : {1U, 4U}) {
    std::atomic<std::size_t> made = 0;
    std::size_t most = 0;
    run_ordered<int>(
        2000, jobs,
        [&](std::size_t) {
          ++made;
          return 0;
        },
        [&](std::size_t i, int) {
          if (i % 100 == 0) std::this_thread::sleep_for(microseconds(2000));  // the others could run far ahead
          most = std::max<std::size_t>(most, made - i);
        });
    EXPECT_LE(most, kFewPerThread * jobs);
  }
}

TEST(RunOrdered, SlowFirstResultHoldsTheOthersBack) {
  std::atomic<std::size_t> made = 0;
  std::size_t made_before_first = 0;
  run_ordered<int>(
      1000, 4,
      [&](std::size_t i) {
        if (i == 0) std::this_thread::sleep_for(microseconds(20'000));
        ++made;
        return 0;
      },
      [&](std::size_t i, int) {
        if (i == 0) made_before_first = made;
      });
  EXPECT_LE(made_before_first, 64U);
}

TEST(RunOrdered, ExceptionOfConsumeGoesOnAndStopsTheThreads) {
  for (const std::size_t jobs : kJobs)
    for (const std::size_t bad : {0U, 3U, 99U}) {
      std::atomic<std::size_t> made = 0;
      std::size_t last = 0;
      const auto run = [&] {
        run_ordered<int>(
            100, jobs,
            [&](std::size_t) {
              ++made;
              return 0;
            },
            [&](std::size_t i, int) {
              last = i;
              if (i == bad) throw std::runtime_error("disk full");
            });
      };
      EXPECT_THROW(run(), std::runtime_error);
      EXPECT_EQ(last, bad);
      const std::size_t before = made;
      std::this_thread::sleep_for(microseconds(200));
      EXPECT_EQ(made, before) << "a thread is still at work";
    }
}

TEST(Turns, LetThreadsThroughInOrder) {
  constexpr std::size_t kCount = 500;
  Turns turns;
  std::vector<std::size_t> order;  // written in turns alone
  run_ordered<int>(
      kCount, 8,
      [&](std::size_t i) {
        if (i % 7 == 0) std::this_thread::yield();
        const Turns::Turn turn(turns, i);
        order.push_back(i);
        return 0;
      },
      [](std::size_t, int) {});
  ASSERT_EQ(order.size(), kCount);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST(RunOrdered, ResultsNeedNotBeCopied) {
  std::size_t sum = 0;
  run_ordered<std::unique_ptr<std::size_t>>(
      10, 3, [](std::size_t i) { return std::make_unique<std::size_t>(i); },
      [&](std::size_t, std::unique_ptr<std::size_t> result) { sum += *result; });
  EXPECT_EQ(sum, 45U);
}

}  // namespace
}  // namespace nianbao::test

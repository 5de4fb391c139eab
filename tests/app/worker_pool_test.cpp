#include "app/worker_pool.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <map>
#include <new>
#include <random>
#include <stdexcept>
#include <thread>

#include "tests/support/places.h"

namespace nianbao::test {
namespace {

using Replies = std::vector<std::string>;

// Tasks that are named by what they do; a second word is theirs to use.
class Tasks : public TaskList {
 public:
  explicit Tasks(std::vector<std::string> names) : names_(std::move(names)) {}

  std::optional<Task> next() override {
    if (at_ == names_.size()) return std::nullopt;
    most_open_ = std::max(most_open_, at_ - results.size());
    const std::string& name = names_[at_++];
    return Task{name, name != "nothing"};
  }

  void work(std::string_view request, Channel& channel) override {
    const std::string task(request.substr(0, request.find(' ')));
    const std::string word(request.substr(std::min(request.size(), task.size() + 1)));
    if (const auto planted = planted_tasks().find(task); planted != planted_tasks().end())
      planted->second(word);
    else if (task == "ask")
      channel.reply(channel.ask(word));
    else if (task == "many")
      for (int i = 0; i < 100; ++i) channel.reply(std::string(100'000, 'x'));
    else
      channel.reply(request);
  }

  std::string answer(std::string_view question) override { return "answer to " + std::string(question); }
  void take(TaskResult result) override { results.push_back(std::move(result)); }

  std::size_t most_open() const { return most_open_; }
  std::vector<TaskResult> results;

 private:
  using Planted = std::function<void(const std::string&)>;

  static const std::map<std::string, Planted>& planted_tasks() {
    static const std::map<std::string, Planted> tasks = {
        {"crash", [](const std::string&) { std::raise(SIGSEGV); }},
        {"exit", [](const std::string&) { _exit(7); }},
        {"throw", [](const std::string& what) { throw std::runtime_error(what); }},
        {"no-memory", [](const std::string&) { throw std::bad_alloc(); }},
        {"loop",
         [](const std::string&) {
           for (std::atomic<std::size_t> count = 0;; ++count) {
           }
         }},
        {"sleep", [](const std::string&) { std::this_thread::sleep_for(std::chrono::hours(1)); }},
        {"eat",
         [](const std::string&) {
           std::vector<std::string> eaten;
           for (;;) eaten.emplace_back(std::size_t{16} << 20U, 'x');
         }},
        // Fails only where nobody has been here before.
        {"fail-once",
         [](const std::string& mark) {
           if (std::filesystem::exists(mark)) return;
           write_file(mark, "");
           std::raise(SIGABRT);
         }},
        {"killed-thrice",
         [](const std::string& mark) {
           const std::string marks = std::filesystem::exists(mark) ? file_content(mark) : "";
           if (marks.size() == 3) return;
           write_file(mark, marks + "x");
           std::raise(SIGKILL);
         }},
    };
    return tasks;
  }

  std::vector<std::string> names_;
  std::size_t at_ = 0;
  std::size_t most_open_ = 0;
};

constexpr std::size_t kMemory = std::size_t{1536} << 20U;

WorkLimits limits(std::size_t workers) {
  return {.workers = workers, .memory_bytes = kMemory, .cpu_seconds = 600, .idle_seconds = 3600};
}

std::vector<TaskResult> results_of(const std::vector<std::string>& names, const WorkLimits& with) {
  Tasks tasks(names);
  run_workers(tasks, with);
  return tasks.results;
}

TEST(WorkerPool, ResultsComeInTheOrderOfTheTasks) {
  std::mt19937 random(7);
  for (const std::size_t workers : {1U, 2U, 7U}) {
    std::vector<std::string> names;
    for (int i = 0; i < 500; ++i) names.push_back(random() % 10 == 0 ? "nothing" : "echo " + std::to_string(i));
    const std::vector<TaskResult> results = results_of(names, limits(workers));
    ASSERT_EQ(results.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
      EXPECT_EQ(results[i].replies, names[i] == "nothing" ? Replies() : Replies{names[i]});
  }
}

TEST(WorkerPool, FewTasksWaitHoweverManyThereAre) {
  Tasks tasks(std::vector<std::string>(20'000, "echo"));
  run_workers(tasks, limits(2));
  EXPECT_EQ(tasks.results.size(), 20'000U);
  EXPECT_LE(tasks.most_open(), 32U);
}

TEST(WorkerPool, WithoutTasksNothingIsDone) { EXPECT_TRUE(results_of({}, limits(2)).empty()); }

TEST(WorkerPool, QuestionsAreAnsweredWhileTheNextTaskWaits) {
  const std::vector<TaskResult> results = results_of({"ask a", "ask b", "ask c", "echo"}, limits(1));
  ASSERT_EQ(results.size(), 4U);
  EXPECT_EQ(results[0].replies, Replies{"answer to a"});
  EXPECT_EQ(results[2].replies, Replies{"answer to c"});
  EXPECT_EQ(results[3].replies, Replies{"echo"});
}

TEST(WorkerPool, RepliesLargerThanTheSocketHolds) {
  const std::vector<TaskResult> results =
      results_of({"many", "echo " + std::string(3'000'000, 'y'), "many"}, limits(1));
  ASSERT_EQ(results.size(), 3U);
  EXPECT_EQ(results[0].replies.size(), 100U);
  EXPECT_EQ(results[0].replies.back().size(), 100'000U);
  EXPECT_EQ(results[1].replies.front().size(), 3'000'005U);
}

// The clock strikes only where it is what is tried: a sanitizer takes its time for everything else.
WorkLimits limits_for(const std::string& task, std::size_t workers) {
  WorkLimits with = limits(workers);
  if (task == "loop") with.cpu_seconds = 1;
  return with;
}

struct Planted {
  const char* task;
  FailureKind kind;
  const char* detail;
};

class PlantedTask : public testing::TestWithParam<Planted> {};

TEST_P(PlantedTask, FailsAloneAndTheOthersAreDone) {
  const Planted& planted = GetParam();
  for (const std::size_t workers : {1U, 3U}) {
    std::vector<std::string> names(20, "echo");
    names[workers == 1 ? 0 : 9] = planted.task;
    const std::vector<TaskResult> results = results_of(names, limits_for(planted.task, workers));
    ASSERT_EQ(results.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      EXPECT_EQ(results[i].failure.has_value(), names[i] != "echo") << i;
      if (!results[i].failure) continue;
      EXPECT_EQ(results[i].failure->kind, planted.kind);
      EXPECT_EQ(results[i].failure->detail, planted.detail);
      EXPECT_TRUE(results[i].replies.empty());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, PlantedTask,
                         testing::Values(Planted{"exit", FailureKind::kCrash, "exit 7"},
                                         Planted{"throw what it says", FailureKind::kCrash, "what it says"},
                                         Planted{"no-memory", FailureKind::kMemory, ""},
                                         Planted{"loop", FailureKind::kTime, ""},
                                         Planted{"eat", FailureKind::kMemory, ""}));

// A sanitizer turns the signal into an exit of its own.
TEST(WorkerPool, ACrashIsOne) {
  const std::vector<TaskResult> results = results_of({"echo", "crash", "echo"}, limits(2));
  ASSERT_EQ(results.size(), 3U);
  ASSERT_TRUE(results[1].failure);
  EXPECT_EQ(results[1].failure->kind, FailureKind::kCrash);
  EXPECT_FALSE(results[0].failure || results[2].failure);
}

TEST(WorkerPool, WhatGivesNoSignOfLifeIsIdle) {
  WorkLimits impatient = limits(2);
  impatient.idle_seconds = 1;
  const std::vector<TaskResult> results = results_of({"echo", "sleep", "echo"}, impatient);
  ASSERT_TRUE(results.at(1).failure);
  EXPECT_EQ(results[1].failure->kind, FailureKind::kIdle);
  EXPECT_FALSE(results[2].failure);
}

TEST(WorkerPool, WhatFailsOnceIsTriedAgainAlone) {
  const TemporaryFolder folder;
  const std::string mark = (folder / "mark").string();
  const std::vector<TaskResult> results = results_of({"echo", "fail-once " + mark, "echo"}, limits(2));
  ASSERT_EQ(results.size(), 3U);
  EXPECT_FALSE(results[1].failure);
  EXPECT_TRUE(std::filesystem::exists(mark));
}

TEST(WorkerPool, ProcessesKilledFromOutsideSayLittleAboutTheTask) {
  const TemporaryFolder folder;
  const std::string mark = (folder / "mark").string();
  const std::vector<TaskResult> results = results_of({"killed-thrice " + mark, "echo"}, limits(1));
  ASSERT_EQ(results.size(), 2U);
  EXPECT_FALSE(results[0].failure);
  EXPECT_EQ(file_content(mark), "xxx");
}

}  // namespace
}  // namespace nianbao::test

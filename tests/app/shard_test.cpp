#include "app/shard.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <map>

namespace nianbao::test {
namespace {

const char* const kVariables[] = {
    "SLURM_ARRAY_TASK_ID", "PBS_ARRAY_INDEX", "PBS_ARRAYID",          "SGE_TASK_ID",
    "LSB_JOBINDEX",        "PARALLEL_SEQ",    "JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"};

// The tests may themselves be run by a scheduler.
class ShardOfTask : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : kVariables) {
      if (const char* value = std::getenv(name)) before_[name] = value;
      unsetenv(name);
    }
  }
  void TearDown() override {
    for (const char* name : kVariables) unsetenv(name);
    for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
  }

 private:
  std::map<std::string, std::string> before_;
};

// What is wrong, or what was read all the same.
std::string refused(const std::string& text) {
  try {
    return "read as " + Shard::parse(text).text();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

struct GoodCase {
  const char* text;
  Shard shard;
};

constexpr GoodCase kGood[] = {
    {"1/1", {1, 1}},
    {"3/64", {3, 64}},
    {"64/64", {64, 64}},
    {"1/100000", {1, 100'000}},
    {"100000/100000", {100'000, 100'000}},
    {"007/010", {7, 10}},
};

TEST_F(ShardOfTask, IsReadFromText) {
  for (const GoodCase& c : kGood) EXPECT_EQ(Shard::parse(c.text), c.shard) << c.text;
}

TEST_F(ShardOfTask, IsWrittenAsItIsRead) {
  for (const char* text : {"1/1", "3/64", "100000/100000"}) EXPECT_EQ(Shard::parse(text).text(), text);
}

constexpr const char* kBad[] = {"",         "/",
                                "1",        "1/",
                                "/1",       "0/1",
                                "2/1",      "1/0",
                                "-1/2",     "1/-2",
                                "+1/2",     " 1/2",
                                "1/2 ",     "1 /2",
                                "1/2/3",    "a/2",
                                "1/b",      "1.0/2",
                                "0x1/2",    "１/２",
                                "1/100001", "1\\2",
                                "Auto/2",   "aut/2",
                                "autos/2",  "99999999999999999999/99999999999999999999"};

TEST_F(ShardOfTask, BadTextIsQuoted) {
  for (const char* text : kBad)
    EXPECT_TRUE(refused(text).starts_with("'" + std::string(text) + "' is no K/N")) << refused(text);
}

struct TaskCase {
  const char* variable;
  const char* first;  // what it holds in the first task
  const char* fourth;
};

constexpr TaskCase kTasks[] = {
    {"SLURM_ARRAY_TASK_ID", "1", "4"},  {"PBS_ARRAY_INDEX", "1", "4"},
    {"PBS_ARRAYID", "1", "4"},          {"SGE_TASK_ID", "1", "4"},
    {"LSB_JOBINDEX", "1", "4"},         {"PARALLEL_SEQ", "1", "4"},
    {"JOB_COMPLETION_INDEX", "0", "3"}, {"AWS_BATCH_JOB_ARRAY_INDEX", "0", "3"},
};

TEST_F(ShardOfTask, IsReadFromAnyScheduler) {
  for (const TaskCase& c : kTasks) {
    setenv(c.variable, c.first, 1);
    EXPECT_EQ(Shard::parse("auto/64"), (Shard{1, 64})) << c.variable;
    setenv(c.variable, c.fourth, 1);
    EXPECT_EQ(Shard::parse("auto/64"), (Shard{4, 64})) << c.variable;
    unsetenv(c.variable);
  }
}

TEST_F(ShardOfTask, EmptyVariableIsNone) {
  setenv("SLURM_ARRAY_TASK_ID", "", 1);
  setenv("SGE_TASK_ID", "2", 1);
  EXPECT_EQ(Shard::parse("auto/4"), (Shard{2, 4}));
}

TEST_F(ShardOfTask, VariablesAreForAutoAlone) {
  setenv("SLURM_ARRAY_TASK_ID", "2", 1);
  EXPECT_EQ(Shard::parse("3/4"), (Shard{3, 4}));
}

// Grid Engine says "undefined" outside of an array.
TEST_F(ShardOfTask, VariableWithoutNumberIsNamed) {
  for (const TaskCase& c : kTasks)
    for (const char* value : {"undefined", "-1", "1a", " 1", "00x", "99999999999999999999"}) {
      setenv(c.variable, value, 1);
      EXPECT_TRUE(refused("auto/4").starts_with(std::string(c.variable) + "=" + value)) << refused("auto/4");
      unsetenv(c.variable);
    }
}

TEST_F(ShardOfTask, TaskZeroIsTheFirstOnlyWhereTheyCountFromZero) {
  for (const TaskCase& c : kTasks) {
    setenv(c.variable, "0", 1);
    EXPECT_EQ(refused("auto/4") == "read as 1/4", std::string(c.first) == "0") << c.variable;
    unsetenv(c.variable);
  }
}

TEST_F(ShardOfTask, MoreTasksThanShardsAreRefused) {
  setenv("SLURM_ARRAY_TASK_ID", "5", 1);
  EXPECT_TRUE(refused("auto/4").starts_with("'auto/4' is no K/N")) << refused("auto/4");
  EXPECT_TRUE(refused("auto/0").starts_with("'auto/0' is no K/N")) << refused("auto/0");
}

TEST_F(ShardOfTask, WithoutSchedulerAllVariablesAreNamed) {
  for (const char* name : kVariables) EXPECT_NE(refused("auto/4").find(name), std::string::npos) << name;
}

// Of no shard more than one longer than another's, either.
TEST(Shard, StretchesCoverTheListWithoutGapOrOverlap) {
  for (const std::size_t count : {0U, 1U, 2U, 3U, 7U, 10U, 63U, 64U, 65U, 1000U, 99'991U})
    for (const std::size_t of : {1U, 2U, 3U, 7U, 10U, 64U, 1000U, 100'000U}) {
      std::size_t at = 0;
      for (std::size_t number = 1; number <= of; ++number) {
        const Shard shard{number, of};
        ASSERT_EQ(shard.begin(count), at) << shard.text() << " of " << count;
        at = shard.end(count);
        ASSERT_GE(at - shard.begin(count), count / of);
        ASSERT_LE(at - shard.begin(count), count / of + 1);
      }
      EXPECT_EQ(at, count) << of;
    }
}

TEST(Shard, NoListIsTooLong) {
  EXPECT_EQ((Shard{100'000, 100'000}.end(SIZE_MAX)), SIZE_MAX);
  EXPECT_EQ((Shard{1, 2}.end(SIZE_MAX)), SIZE_MAX / 2);
  EXPECT_EQ((Shard{2, 2}.begin(SIZE_MAX)), SIZE_MAX / 2);
}

TEST(Shard, OnlyShardIsAll) {
  EXPECT_EQ(Shard{}.begin(5), 0U);
  EXPECT_EQ(Shard{}.end(5), 5U);
}

}  // namespace
}  // namespace nianbao::test

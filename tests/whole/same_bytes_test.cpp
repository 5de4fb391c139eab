// One archive, one result: whoever reads it, in how many processes, parts and runs, and whatever happens meanwhile.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

#include "schema/text.h"
#include "tests/support/archive.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

class SameBytes : public testing::Test {
 protected:
  SameBytes() {
    make_archive(folder_ / "in");
    extract("expected", {});
  }

  std::string at(const std::string& name) const { return (folder_ / name).string(); }

  Words words(const std::string& out, const Words& further) const {
    Words all = {"extract", at("in"), "-o", at(out)};
    all.insert(all.end(), further.begin(), further.end());
    return all;
  }

  // All inputs, with further arguments.
  ProgramRun extract(const std::string& out, const Words& further, const Words& environment = {}) const {
    return run_program(words(out, further), environment);
  }

  void expect_same(const std::string& out, const std::string& special) const {
    EXPECT_EQ(difference(folder_ / "expected", folder_ / out), "") << special;
    fs::remove_all(folder_ / out);
  }

  TemporaryFolder folder_;
};

TEST_F(SameBytes, ForAnyNumberOfWorkers) {
  for (const char* jobs : {"1", "2", "16"}) {
    extract("out", {"--jobs", jobs});
    expect_same("out", jobs);
  }
}

TEST_F(SameBytes, InAnyLocale) {
  for (const char* locale : {"LC_ALL=C", "LC_ALL=zh_CN.UTF-8", "LC_ALL=tr_TR.UTF-8"}) {
    extract("out", {}, {locale});
    expect_same("out", locale);
  }
}

TEST_F(SameBytes, ForAnyNumberOfShardsInAnyOrder) {
  ASSERT_EQ(run_program({"plan", at("in"), "-o", at("plan")}).exit_code, 0);
  for (const int shards : {1, 7, 64}) {
    Words numbers;
    for (int number = 1; number <= shards; ++number) numbers.push_back(std::to_string(number));
    std::shuffle(numbers.begin(), numbers.end(), std::mt19937(5));
    for (const std::string& number : numbers) {
      const ProgramRun run = run_program({"extract", "--plan", at("plan"), "-o", at("out"), "-j", "1", "--shard",
                                          number + "/" + std::to_string(shards)});
      ASSERT_TRUE(run.exit_code == 0 || run.exit_code == 3) << run.err;
    }
    const ProgramRun merged = run_program({"merge", at("out")});
    EXPECT_EQ(merged.exit_code, 3) << merged.err;
    expect_same("out", std::to_string(shards));
  }
}

TEST_F(SameBytes, OfPartsInSeveralFolders) {
  for (const char* shard : {"3/3", "1/3", "2/3"}) extract(shard[0] == '2' ? "a" : "b", {"--shard", shard});
  const ProgramRun merged = run_program({"merge", at("b"), at("a"), "-o", at("out")});
  EXPECT_EQ(merged.exit_code, 3) << merged.err;
  expect_same("out", "b a");
  run_program({"merge", at("a"), at("b"), "-o", at("out")});
  expect_same("out", "a b");
}

TEST_F(SameBytes, OfFilesPutThereInAnyOrder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "in"))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::shuffle(files.begin(), files.end(), std::mt19937(3));
  fs::rename(folder_ / "in", folder_ / "before");
  for (const fs::path& file : files) {
    const fs::path from = folder_ / "before" / fs::relative(file, folder_ / "in");
    write_file(file, file_content(from));
  }
  extract("out", {"-j", "3"});
  expect_same("out", "shuffled");
}

TEST_F(SameBytes, OfAListOfNames) {
  std::string list;
  for (const auto& entry : fs::directory_iterator(folder_ / "in")) list += entry.path().string() + '\0';
  ASSERT_EQ(run_program({"extract", "--files-from", "-", "-0", "-o", at("one"), "-j", "1"}, {}, list).exit_code, 3);
  run_program({"extract", "--files-from", "-", "-0", "-o", at("out"), "-j", "2"}, {}, list);
  EXPECT_EQ(difference(folder_ / "one", folder_ / "out"), "");
}

// NIANBAO_KILLS=200 kills so many times.
TEST_F(SameBytes, AfterAnyKilling) {
  const char* const rounds = std::getenv("NIANBAO_KILLS");
  const int kills = rounds == nullptr ? 12 : std::stoi(rounds);
  std::mt19937 random(11);
  int killed = 0;
  for (int round = 0; killed < kills; ++round) {
    ASSERT_LT(round, 20 * kills) << "hardly any run lives long enough to be killed";
    // Of the parent, of one of its workers, or a request to stop; after up to half a second.
    const std::string victim = random() % 2 == 0 ? "$p" : "$(tr ' ' '\\n' </proc/$p/task/$p/children | shuf -n 1)";
    const std::string signal = random() % 3 == 0 ? "TERM" : "KILL";
    const std::string wait = "0." + std::to_string(100 + random() % 400);
    std::string command;
    for (const std::string& word : words("out", {"-j", "2"})) command += " '" + word + "'";
    // A process that looks for leaks in the end is a child too, and its parent would wait for it for ever.
    const int code = run_command("export ASAN_OPTIONS=detect_leaks=0; '" + program_file().string() + "'" + command +
                                 " & p=$!; sleep " + wait + "; kill -" + signal + " " + victim + "; wait $p");
    // Stopped, killed, or stopped before it could listen.
    const bool is_over = code == 75 || code == 137 || code == 143;
    killed += is_over ? 1 : 0;
    if (is_over) continue;
    ASSERT_EQ(code, 3) << "a killed worker costs nothing";
    ++killed;
    expect_same("out", "worker killed");
  }
  ASSERT_EQ(extract("out", {}).exit_code, 3);
  expect_same("out", "after the last kill");
}

TEST_F(SameBytes, AfterTheDiskWasFull) {
  std::string command;
  for (const std::string& word : words("out", {})) command += " '" + word + "'";
  for (const char* blocks : {"1", "40", "100", "300"}) {
    // In blocks of 512 or 1024 bytes: the largest file that may be written.
    const int code = run_command("ulimit -f " + std::string(blocks) + "; '" + program_file().string() + "'" + command);
    EXPECT_EQ(code, 75) << blocks;
    for (const auto& entry : fs::directory_iterator(folder_ / "out"))
      EXPECT_TRUE(entry.path().filename().string().starts_with('.')) << "half a result: " << entry.path();
  }
  EXPECT_EQ(extract("out", {}).exit_code, 3);
  expect_same("out", "room again");
}

TEST_F(SameBytes, ButForFilesThatBreakTheirWorkers) {
  for (const char* fault : {"crash", "loop", "eat"}) write_file(folder_ / "in" / (std::string(fault) + ".docx"), fault);
  const int code = run_command("'" + faulty_program_file().string() + "' extract '" + at("in") + "' -o '" + at("out") +
                               "' -j 2 --limit cpu-seconds=8");
  EXPECT_EQ(code, 3);
  std::map<std::string, std::string> broken;
  for (const CsvRecord& row : read_csv(folder_ / "out/inputs.csv"))
    if (row.at("status") == "crash" || row.at("status") == "timeout" || row.at("code") == "limit_memory")
      broken[fs::path(row.at("path")).filename().string()] = row.at("status");
  EXPECT_EQ(broken, (std::map<std::string, std::string>{
                        {"crash.docx", "crash"}, {"loop.docx", "timeout"}, {"eat.docx", "limit"}}));
  EXPECT_EQ(file_content(folder_ / "out/cells.csv"), file_content(folder_ / "expected/cells.csv"));
  EXPECT_EQ(file_content(folder_ / "out/findings.csv"), file_content(folder_ / "expected/findings.csv"));
}

}  // namespace
}  // namespace nianbao::test

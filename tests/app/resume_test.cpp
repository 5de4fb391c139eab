// What a second run does again, and what it does not.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "tests/support/archive.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

class Resume : public testing::Test {
 protected:
  Resume() {
    for (int year = 2019; year <= 2022; ++year)
      write_file(folder_ / "in" / (std::to_string(year) + ".docx"), report(year, "清河县水务局"));
    write_file(folder_ / "in/notice.txt", "通知\n");
    write_file(folder_ / "in/empty.docx", "");
    extract();
  }

  // A file that has just been written is looked at again, for it may change within the same tick of the file system.
  void grow_old() const {
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    extract();
  }

  static std::string report(int year, const std::string& org) {
    ModelReport made(built_in_schema(), year > 2020 ? "2021" : "2019", year);
    made.set_org(org);
    return made.docx();
  }

  ProgramRun extract(const Words& further = {}, const std::string& out = "out") const {
    Words words = {"extract", (folder_ / "in").string(), "-o", (folder_ / out).string()};
    words.insert(words.end(), further.begin(), further.end());
    return run_program(words);
  }

  // Read, audited again, kept and left by the last run.
  std::vector<int> work() const {
    std::vector<int> counts;
    for (const char* name : {"read", "audited_again", "kept", "left"})
      counts.push_back(work_count(folder_ / "out", name));
    return counts;
  }

  // The same as what a first run gives now.
  void expect_as_new(const Words& further = {}) const {
    extract(further, "new");
    EXPECT_EQ(difference(folder_ / "new", folder_ / "out"), "");
    fs::remove_all(folder_ / "new");
  }

  TemporaryFolder folder_;
};

using Counts = std::vector<int>;

TEST_F(Resume, TheFirstRunReadsAll) { EXPECT_EQ(work(), (Counts{6, 0, 0, 0})); }

TEST_F(Resume, NothingIsDoneWhereNothingHasChanged) {
  grow_old();
  const auto written = fs::last_write_time(folder_ / "out/run.json");
  const ProgramRun run = extract();
  EXPECT_EQ(run.exit_code, 3) << "as the first time";
  EXPECT_NE(run.err.find("nothing has changed"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("ok 4"), std::string::npos) << run.err;
  EXPECT_EQ(fs::last_write_time(folder_ / "out/run.json"), written);
}

TEST_F(Resume, FindingsDecideTheExitCodeAlsoWhereNothingIsDone) {
  fs::remove(folder_ / "in/empty.docx");
  grow_old();
  const ProgramRun run = extract();
  EXPECT_NE(run.err.find("nothing has changed"), std::string::npos) << run.err;
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(extract({"--fail-on", "note"}).exit_code, 1);
}

TEST_F(Resume, WhatTheResultIsMadeOfDecidesWhatIsDoneAgain) {
  const struct {
    const char* special;
    std::function<void(const fs::path&)> change;
    Words further;
    Counts work;
  } cases[] = {
      {"a lost result", [](const fs::path& at) { fs::remove(at / "out/cells.csv"); }, {}, {0, 0, 6, 0}},
      {"a changed result", [](const fs::path& at) { write_file(at / "out/cells.csv", "x"); }, {}, {0, 0, 6, 0}},
      {"another output", [](const fs::path&) {}, {"--excel"}, {0, 0, 6, 0}},
      {"a touched input",
       [](const fs::path& at) {
         fs::last_write_time(at / "in/2019.docx", fs::file_time_type::clock::now() - std::chrono::hours(1));
       },
       {},
       {0, 0, 6, 0}},
      {"a renamed input",
       [](const fs::path& at) { fs::rename(at / "in/2020.docx", at / "in/renamed.docx"); },
       {},
       {0, 0, 6, 1}},
      {"a changed input",
       [](const fs::path& at) { write_file(at / "in/2021.docx", report(2021, "清河县教育局")); },
       {},
       {1, 0, 5, 0}},
      {"a new input",
       [](const fs::path& at) { write_file(at / "in/2023.docx", report(2023, "清河县水务局")); },
       {},
       {1, 0, 6, 0}},
      {"an input that is gone", [](const fs::path& at) { fs::remove(at / "in/2023.docx"); }, {}, {0, 0, 6, 1}},
      {"another rule",
       [](const fs::path& at) { write_file(at / "rules", R"({"rules": [{"id": "R-C-01", "severity": "error"}]})"); },
       {"--rules", "rules"},
       {0, 6, 0, 0}},
      {"the first rules again", [](const fs::path&) {}, {}, {0, 6, 0, 0}},
      {"another option of reading", [](const fs::path&) {}, {"--limit", "cells=5000"}, {6, 0, 0, 0}},
  };
  for (const auto& c : cases) {
    c.change(folder_.path());
    Words further = c.further;
    if (!further.empty() && further.back() == "rules") further.back() = (folder_ / "rules").string();
    extract(further);
    EXPECT_EQ(work(), c.work) << c.special;
    expect_as_new(further);
  }
}

TEST_F(Resume, InputsThatLeftAreNamed) {
  fs::remove(folder_ / "in/2020.docx");
  const ProgramRun run = extract();
  EXPECT_NE(run.err.find("not in this one: 1"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("in/2020.docx"), std::string::npos) << run.err;
}

TEST_F(Resume, AnInputThatCouldNotBeOpenedIsTriedAgain) {
  fs::remove(folder_ / "in/2019.docx");
  fs::create_symlink(folder_ / "elsewhere.docx", folder_ / "in/2019.docx");
  extract();
  EXPECT_EQ(work(), (Counts{1, 0, 5, 0}));
  write_file(folder_ / "elsewhere.docx", report(2019, "清河县水务局"));
  extract();
  EXPECT_EQ(work(), (Counts{1, 0, 5, 0}));
  expect_as_new();
}

}  // namespace
}  // namespace nianbao::test

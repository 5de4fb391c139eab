#include "app/last_run.h"

#include <gtest/gtest.h>

#include <fstream>

#include "app/exit_codes.h"
#include "tests/support/full_disk.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

constexpr FileStamp kStamp{.size = 5, .modified = 100, .changed = 200, .inode = 7};

using Stamped = std::pair<std::string, std::optional<FileStamp>>;

std::string states_of(const std::vector<Stamped>& inputs) {
  InputStates states;
  for (const auto& [path, stamp] : inputs) states.add({path, path}, stamp);
  return states.digest();
}

TEST(InputStates, AreEqualForEqualInputs) {
  EXPECT_EQ(states_of({}), states_of({}));
  EXPECT_EQ(states_of({{"a", kStamp}, {"b", std::nullopt}}), states_of({{"a", kStamp}, {"b", std::nullopt}}));
  EXPECT_NE(states_of({}), "");
}

TEST(InputStates, TellInputsApart) {
  FileStamp other = kStamp;
  ++other.changed;
  const std::vector<std::vector<Stamped>> all = {
      {},
      {{"a", kStamp}},
      {{"a", other}},
      {{"a", std::nullopt}},
      {{"b", kStamp}},
      {{"a", kStamp}, {"b", kStamp}},
      {{"b", kStamp}, {"a", kStamp}},
      {{"a", kStamp}, {"b", std::nullopt}},
      {{"a", std::nullopt}, {"b", kStamp}},
      {{"a", kStamp}, {"a", kStamp}},
  };
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(states_of(all[i]), states_of(all[j])) << i << " and " << j;
}

TEST(InputStates, OneDoubtfulInputLeavesNothing) {
  InputStates states;
  states.add({"a", "a"}, kStamp);
  states.add_doubtful();
  states.add({"b", "b"}, kStamp);
  EXPECT_EQ(states.digest(), "");
}

RunEnd some_end() {
  RunEnd end;
  end.summary_zh = "共 3 份\n";
  end.summary_en = "3 reports\n";
  end.exit_code = kExitSomeUnread;
  end.counts.open = {1, 2, 3};
  return end;
}

class ALastRun : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"in/a.docx", "in/b.docx", "out/cells.csv", "out/excel/cells.xlsx"})
      write_file(folder_ / name, name);
    options_.out = (folder_ / "out").string();
    write_plan({"in/a.docx", "in/b.docx"});
  }

  void write_plan(const std::vector<std::string>& names) const {
    PlanWriter plan(plan_);
    for (const std::string& name : names) plan.add({name, folder_ / name});
    plan.finish();
  }
  // As reading all of them would give it.
  std::string states() const {
    InputStates states;
    PlanReader plan(plan_);
    while (const std::optional<InputFile> input = plan.next()) states.add(*input, stamp_of(input->file));
    return states.digest();
  }
  void note(const RunEnd& end = some_end()) { LastRun(store_, keys_, options_).note(states(), end); }
  std::optional<RunEnd> find() { return LastRun(store_, keys_, options_).find(plan_); }
  bool is_found() { return find().has_value(); }

  TemporaryFolder folder_;
  fs::path plan_ = folder_ / "plan";
  WorkKeys keys_{.reading = "forms 1", .auditing = "rules 1"};
  WorkStore store_{folder_ / "work.db", keys_};
  Options options_;
};

TEST_F(ALastRun, IsFoundWhereNothingHasChanged) {
  EXPECT_FALSE(is_found()) << "there was none";
  note();
  const std::optional<RunEnd> end = find();
  ASSERT_TRUE(end.has_value());
  EXPECT_EQ(end->summary_zh, some_end().summary_zh);
  EXPECT_EQ(end->summary_en, some_end().summary_en);
  EXPECT_EQ(end->exit_code, kExitSomeUnread);
  EXPECT_EQ(end->counts.open, some_end().counts.open);
  EXPECT_TRUE(is_found()) << "again and again";
}

TEST_F(ALastRun, LastOneCounts) {
  note();
  RunEnd other = some_end();
  other.exit_code = kExitDone;
  note(other);
  EXPECT_EQ(find().value().exit_code, kExitDone);
}

TEST_F(ALastRun, OfNoInputsIsFoundToo) {
  write_plan({});
  note();
  EXPECT_TRUE(is_found());
}

TEST_F(ALastRun, WithADoubtfulInputIsNotFound) {
  note();
  LastRun(store_, keys_, options_).note("", some_end());
  EXPECT_FALSE(is_found());
}

struct Change {
  const char* special;
  void (*make)(const fs::path& folder);
  bool is_found;
};

const Change kChanges[] = {
    {"an input has grown", [](const fs::path& f) { std::ofstream(f / "in/a.docx", std::ios::app) << "x"; }, false},
    {"an input has an older time", [](const fs::path& f) { fs::last_write_time(f / "in/b.docx", {}); }, false},
    {"an input is gone", [](const fs::path& f) { fs::remove(f / "in/a.docx"); }, false},
    {"an input has become a folder",
     [](const fs::path& f) {
       fs::remove(f / "in/a.docx");
       fs::create_directory(f / "in/a.docx");
     },
     false},
    {"a table has changed", [](const fs::path& f) { std::ofstream(f / "out/cells.csv", std::ios::app) << "x"; }, false},
    {"a table is gone", [](const fs::path& f) { fs::remove(f / "out/cells.csv"); }, false},
    {"a table has another name", [](const fs::path& f) { fs::rename(f / "out/cells.csv", f / "out/c.csv"); }, false},
    {"there is a file more", [](const fs::path& f) { write_file(f / "out/notes.txt", "x"); }, false},
    {"a workbook has changed", [](const fs::path& f) { fs::last_write_time(f / "out/excel/cells.xlsx", {}); }, false},
    {"all is gone", [](const fs::path& f) { fs::remove_all(f / "out"); }, false},
    {"nothing", [](const fs::path&) {}, true},
    {"a hidden file in OUT", [](const fs::path& f) { write_file(f / "out/.nianbao/work.db-journal", "x"); }, true},
    {"a file beside the inputs", [](const fs::path& f) { write_file(f / "in/c.docx", "x"); }, true},
};

TEST_F(ALastRun, IsFoundOnlyWhileFilesAreTheSame) {
  for (const Change& change : kChanges) {
    fs::remove_all(folder_ / "in");
    fs::remove_all(folder_ / "out");
    SetUp();
    write_file(folder_ / "out/.nianbao/kept", "");
    note();
    ASSERT_TRUE(is_found()) << change.special;
    change.make(folder_.path());
    EXPECT_EQ(is_found(), change.is_found) << change.special;
  }
}

TEST_F(ALastRun, OfAnotherListIsNotFound) {
  note();
  for (const std::vector<std::string>& other : std::vector<std::vector<std::string>>{
           {}, {"in/a.docx"}, {"in/b.docx", "in/a.docx"}, {"in/a.docx", "in/c.docx"}}) {
    write_plan(other);
    EXPECT_FALSE(is_found()) << other.size();
  }
}

TEST_F(ALastRun, WithOtherFormsOrRulesIsNotFound) {
  note();
  for (std::string WorkKeys::*key : {&WorkKeys::reading, &WorkKeys::auditing}) {
    const std::string before = std::exchange(keys_.*key, "other");
    EXPECT_FALSE(is_found());
    keys_.*key = before;
    EXPECT_TRUE(is_found());
  }
}

TEST_F(ALastRun, WithOtherOptionsIsNotFound) {
  write_file(folder_ / "decisions.csv", "x");
  note();
  options_.excel = true;
  EXPECT_FALSE(is_found());
  options_.excel = false;
  options_.decisions = (folder_ / "decisions.csv").string();
  EXPECT_FALSE(is_found());
  options_.decisions.clear();
  options_.baseline = (folder_ / "out").string();
  EXPECT_FALSE(is_found()) << "an earlier run may change by itself";
}

TEST_F(ALastRun, WithOtherDecisionsIsNotFound) {
  write_file(folder_ / "decisions.csv", "first");
  options_.decisions = (folder_ / "decisions.csv").string();
  options_.today = "2024-01-02";
  note();
  EXPECT_TRUE(is_found());
  write_file(folder_ / "decisions.csv", "other");
  EXPECT_FALSE(is_found());
  write_file(folder_ / "decisions.csv", "first");
  EXPECT_TRUE(is_found()) << "their content counts";
  options_.today = "2024-01-03";
  EXPECT_FALSE(is_found()) << "some hold until a day";
}

TEST_F(ALastRun, WithOptionsThatChangeNothingIsFound) {
  note();
  options_.jobs = 7;
  options_.language = Language::kChinese;
  options_.fail_on = Severity::kError;
  EXPECT_TRUE(is_found());
}

TEST_F(ALastRun, IsKept) {
  note();
  store_.begin_run();
  store_.finish();
  EXPECT_TRUE(is_found()) << "the same store, another run";
}

// The end is too long for this disk: the run must not be taken for complete, least of all with the end of another.
TEST_F(ALastRun, NotedInHalfIsNotFound) {
  const fs::path file = folder_ / "half.db";
  { const WorkStore made(file, keys_); }
  const WriteEnd written = on_full_disk(1'000'000, [&] {
    WorkStore store(file, keys_);
    RunEnd end = some_end();
    end.summary_en = std::string(3'000'000, 'x');
    LastRun(store, keys_, options_).note(states(), end);
  });
  EXPECT_EQ(written, WriteEnd::kMayPass);
  WorkStore store(file, keys_);
  EXPECT_FALSE(LastRun(store, keys_, options_).find(plan_).has_value());
}

struct ExitCase {
  const char* special;
  int exit_code;
  std::optional<Severity> fail_on;
  std::array<std::size_t, 3> open;
  int told;
};

const ExitCase kExits[] = {
    {"findings, but nobody asked", kExitDone, std::nullopt, {1, 1, 1}, kExitDone},
    {"none", kExitDone, Severity::kNote, {0, 0, 0}, kExitDone},
    {"lesser ones", kExitDone, Severity::kError, {0, 1, 1}, kExitDone},
    {"errors", kExitDone, Severity::kError, {1, 0, 0}, kExitFindings},
    {"errors are worse than warnings", kExitDone, Severity::kWarning, {1, 0, 0}, kExitFindings},
    {"the least", kExitDone, Severity::kNote, {0, 0, 1}, kExitFindings},
    {"unread inputs count more", kExitSomeUnread, Severity::kNote, {1, 1, 1}, kExitSomeUnread},
    {"nothing usable", kExitNothing, Severity::kNote, {0, 0, 0}, kExitNothing},
};

TEST(TellEnd, ExitCodeIsThatOfTheRunUnlessFindingsFailIt) {
  for (const ExitCase& c : kExits) {
    RunEnd end;
    end.exit_code = c.exit_code;
    end.counts.open = c.open;
    Options options;
    options.fail_on = c.fail_on;
    EXPECT_EQ(tell_end(end, options), c.told) << c.special;
  }
}

TEST(TellEnd, SpeaksTheLanguageOfThisRun) {
  for (const Language language : {Language::kChinese, Language::kEnglish}) {
    Options options;
    options.language = language;
    testing::internal::CaptureStderr();
    tell_end(some_end(), options);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), language == Language::kChinese ? "共 3 份\n" : "3 reports\n");
  }
}

}  // namespace
}  // namespace nianbao::test

#include "app/work_store.h"

#include <gtest/gtest.h>

#include "output/output_error.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

const WorkKeys kKeys{.reading = "forms 1", .auditing = "rules 1"};
const WorkKeys kOtherRules{.reading = "forms 1", .auditing = "rules 2"};
const WorkKeys kOtherForms{.reading = "forms 2", .auditing = "rules 1"};

constexpr FileStamp kStamp{.size = 5, .modified = 100, .changed = 200, .inode = 7};

using Content = std::optional<std::string>;
using Paths = std::vector<std::string>;

class AWorkStore : public testing::Test {
 protected:
  WorkStore store(const WorkKeys& keys = kKeys) const { return WorkStore(file_, keys); }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "work.db";
};

// An input that was read: its outcomes are kept under its content.
void read(WorkStore& store, const std::string& file, const std::string& content,
          const std::optional<FileStamp>& stamp = kStamp) {
  store.keep(content, "outcomes of " + content);
  store.note(file, {"path of " + file, content, ""}, stamp);
}

// A run that reads these files, the content of each being its name.
void run(WorkStore& store, const Paths& files) {
  store.begin_run();
  for (const std::string& file : files) read(store, file, file);
  store.finish();
}

std::vector<NotedInput> inputs_of(const WorkStore& store) {
  std::vector<NotedInput> all;
  WorkStore::Inputs inputs = store.inputs();
  for (NotedInput input; inputs.next(input);) all.push_back(input);
  return all;
}

Paths paths_of(const WorkStore& store) {
  Paths paths;
  for (const NotedInput& input : inputs_of(store)) paths.push_back(input.path);
  return paths;
}

TEST_F(AWorkStore, NewOneHasNothing) {
  WorkStore made = store();
  EXPECT_EQ(made.file(), file_);
  EXPECT_FALSE(made.has_results());
  EXPECT_EQ(made.content_of("a", kStamp), std::nullopt);
  EXPECT_FALSE(made.find("a"));
  EXPECT_EQ(made.text("state"), "");
  EXPECT_EQ(made.left().count, 0U);
  EXPECT_TRUE(inputs_of(made).empty());
}

TEST_F(AWorkStore, KnowsTheContentOfAFileByItsStamp) {
  WorkStore made = store();
  run(made, {"a", "b"});
  EXPECT_EQ(made.content_of("a", kStamp), Content("a"));
  EXPECT_EQ(made.content_of("b", kStamp), Content("b"));
  EXPECT_EQ(made.content_of("c", kStamp), std::nullopt);
}

TEST_F(AWorkStore, FileThatHasChangedInAnythingIsUnknown) {
  WorkStore made = store();
  run(made, {"a"});
  for (std::int64_t FileStamp::*field :
       {&FileStamp::size, &FileStamp::modified, &FileStamp::changed, &FileStamp::inode}) {
    FileStamp stamp = kStamp;
    ++(stamp.*field);
    EXPECT_EQ(made.content_of("a", stamp), std::nullopt);
    EXPECT_EQ(made.content_of("a", kStamp), Content("a")) << "asking changes nothing";
  }
}

TEST_F(AWorkStore, FileWithoutStampIsUnknown) {
  WorkStore made = store();
  read(made, "a", "a", std::nullopt);
  EXPECT_EQ(made.content_of("a", kStamp), std::nullopt);
  EXPECT_EQ(made.content_of("a", FileStamp{}), std::nullopt) << "nothing is not zero";
}

TEST_F(AWorkStore, FileThatCouldNotBeReadIsUnknown) {
  WorkStore made = store();
  made.note("a", {"path of a", "", "its outcome"}, kStamp);
  EXPECT_EQ(made.content_of("a", kStamp), std::nullopt);
}

TEST_F(AWorkStore, LastNoteOfAFileCounts) {
  WorkStore made = store();
  read(made, "a", "first");
  read(made, "a", "second", FileStamp{.size = 6, .modified = 100, .changed = 200, .inode = 7});
  EXPECT_EQ(made.content_of("a", kStamp), std::nullopt);
  EXPECT_EQ(inputs_of(made).size(), 1U);
}

struct BytesCase {
  const char* special;
  std::string bytes;
};

const BytesCase kBytes[] = {{"of zero", std::string("\0a\0", 3)},
                            {"in two lines", "a\nb"},
                            {"no UTF-8", "\xC7\xE5"},
                            {"Chinese", "清河县"},
                            {"that look like a number", "007"},
                            {"many", std::string(1'000'000, 'x')}};

TEST_F(AWorkStore, AllAreBytes) {
  WorkStore made = store();
  for (const BytesCase& c : kBytes) {
    made.begin_run();
    made.keep(c.bytes, c.bytes);
    made.note(c.bytes, {c.bytes, c.bytes, ""}, kStamp);
    made.set_text("text", c.bytes);
    made.finish();
    EXPECT_TRUE(made.content_of(c.bytes, kStamp) == c.bytes) << c.special;
    EXPECT_TRUE(made.find(c.bytes)->outcomes == c.bytes) << c.special;
    EXPECT_TRUE(made.text("text") == c.bytes) << c.special;
    const std::vector<NotedInput> inputs = inputs_of(made);
    ASSERT_EQ(inputs.size(), 1U) << c.special;
    EXPECT_TRUE(inputs[0].path == c.bytes && inputs[0].content == c.bytes && inputs[0].outcomes == c.bytes)
        << c.special;
  }
}

TEST_F(AWorkStore, FindsWhatWasKept) {
  WorkStore made = store();
  made.keep("a", "1");
  made.keep("b", "2");
  EXPECT_EQ(made.find("a")->outcomes, "1");
  EXPECT_TRUE(made.find("a")->is_audited);
  EXPECT_EQ(made.find("b")->outcomes, "2");
  EXPECT_FALSE(made.find("c"));
  made.keep("a", "3");
  EXPECT_EQ(made.find("a")->outcomes, "3") << "the last counts";
}

TEST_F(AWorkStore, WhatOtherRulesFoundIsToBeAuditedAgain) {
  { run(*std::make_unique<WorkStore>(store()), {"a"}); }
  WorkStore again = store(kOtherRules);
  ASSERT_TRUE(again.find("a"));
  EXPECT_FALSE(again.find("a")->is_audited);
  again.keep("a", "by the new rules");
  EXPECT_TRUE(again.find("a")->is_audited);
  EXPECT_EQ(again.find("a")->outcomes, "by the new rules");
}

TEST_F(AWorkStore, WhatWasReadWithOtherFormsIsToBeReadAgain) {
  { run(*std::make_unique<WorkStore>(store()), {"a"}); }
  WorkStore again = store(kOtherForms);
  EXPECT_TRUE(again.has_results());
  EXPECT_EQ(again.content_of("a", kStamp), Content("a")) << "its bytes are the same";
  EXPECT_FALSE(again.find("a"));
}

TEST_F(AWorkStore, KeepsAllOverItsEnd) {
  {
    WorkStore made = store();
    run(made, {"b", "a"});
    made.set_text("state", "1");
  }
  WorkStore again = store();
  EXPECT_TRUE(again.has_results());
  EXPECT_EQ(again.content_of("a", kStamp), Content("a"));
  EXPECT_EQ(again.find("a")->outcomes, "outcomes of a");
  EXPECT_EQ(again.text("state"), "1");
  EXPECT_EQ(paths_of(again), (Paths{"path of b", "path of a"}));
}

TEST_F(AWorkStore, TextsAreReplaced) {
  WorkStore made = store();
  made.set_text("state", "1");
  made.set_text("other", "2");
  made.set_text("state", "");
  EXPECT_EQ(made.text("state"), "");
  EXPECT_EQ(made.text("other"), "2");
}

// A run that is stopped has left what it had read, and the next one reads the rest.
TEST_F(AWorkStore, WhatAStoppedRunHadReadIsKept) {
  {
    WorkStore made = store();
    run(made, {"a", "b"});
    made.begin_run();
    read(made, "c", "c");
    made.set_text("state", "stopped");  // commits
  }
  WorkStore again = store();
  EXPECT_EQ(again.find("c")->outcomes, "outcomes of c");
  EXPECT_EQ(again.content_of("c", kStamp), Content("c"));
  run(again, {"b", "c"});
  EXPECT_EQ(paths_of(again), (Paths{"path of b", "path of c"}));
}

TEST_F(AWorkStore, NamesInputsThatAreNotInThisRun) {
  WorkStore made = store();
  run(made, {"c", "a", "b"});
  EXPECT_EQ(made.left().count, 0U);
  made.begin_run();
  EXPECT_EQ(made.left().count, 3U);
  read(made, "b", "b");
  const WorkStore::Left left = made.left();
  EXPECT_EQ(left.count, 2U);
  EXPECT_EQ(left.first, (Paths{"path of a", "path of c"}));
}

TEST_F(AWorkStore, NamesOnlyTheFirstOfManyThatLeft) {
  WorkStore made = store();
  Paths many;
  for (int i = 100; i < 200; ++i) many.push_back(std::to_string(i));
  run(made, many);
  made.begin_run();
  const WorkStore::Left left = made.left();
  EXPECT_EQ(left.count, 100U);
  ASSERT_EQ(left.first.size(), 10U);
  EXPECT_EQ(left.first.back(), "path of 109");
}

TEST_F(AWorkStore, FinishDropsInputsThatLeftAndWhatOnlyTheyHad) {
  { run(*std::make_unique<WorkStore>(store()), {"a", "b", "c"}); }
  WorkStore again = store();
  again.begin_run();
  again.note("a", {"path of a", "a", ""}, kStamp);
  again.note("d", {"path of d", "c", ""}, kStamp);
  again.finish();
  EXPECT_EQ(paths_of(again), (Paths{"path of a", "path of d"}));
  EXPECT_EQ(again.content_of("b", kStamp), std::nullopt);
  EXPECT_TRUE(again.find("a"));
  EXPECT_FALSE(again.find("b"));
  EXPECT_TRUE(again.find("c")) << "another input has the same content";
  EXPECT_EQ(again.left().count, 0U);
}

TEST_F(AWorkStore, InputsComeInTheOrderOfTheLastRun) {
  WorkStore made = store();
  run(made, {"a", "b", "c"});
  run(made, {"c", "d", "a"});
  EXPECT_EQ(paths_of(made), (Paths{"path of c", "path of d", "path of a"}));
}

TEST_F(AWorkStore, InputsComeWithTheirOutcomes) {
  WorkStore made = store();
  made.begin_run();
  read(made, "a", "same");
  made.note("b", {"path of b", "", "could not be read"}, std::nullopt);
  read(made, "c", "same");
  made.finish();
  const std::vector<NotedInput> inputs = inputs_of(made);
  ASSERT_EQ(inputs.size(), 3U);
  const Paths outcomes = {"outcomes of same", "could not be read", "outcomes of same"};
  for (std::size_t i = 0; i < inputs.size(); ++i) EXPECT_EQ(inputs[i].outcomes, outcomes[i]) << inputs[i].path;
  EXPECT_EQ(inputs[0].content, "same");
  EXPECT_EQ(inputs[1].content, "");
}

TEST_F(AWorkStore, IsReadByAnyNumber) {
  { run(*std::make_unique<WorkStore>(store()), {"a", "b"}); }
  const WorkStore first = WorkStore::open(file_);
  const WorkStore second = WorkStore::open(file_);
  EXPECT_EQ(paths_of(first), (Paths{"path of a", "path of b"}));
  EXPECT_EQ(paths_of(second), paths_of(first));
}

TEST_F(AWorkStore, IsNotWrittenWhereItIsRead) {
  store();
  WorkStore opened = WorkStore::open(file_);
  EXPECT_THROW(opened.set_text("state", "1"), OutputError);
  EXPECT_THROW(opened.keep("a", "1"), OutputError);
}

// As a version that counts otherwise might leave it, with tables of its own kind.
void make_other_version(const fs::path& file) {
  Database database(file, Database::Mode::kWrite);
  database.run(
      "CREATE TABLE texts(name TEXT PRIMARY KEY, value BLOB); INSERT INTO texts VALUES('version', x'30');"
      "INSERT INTO texts VALUES('state', x'31'); CREATE TABLE inputs(run INTEGER);"
      "INSERT INTO inputs VALUES(7); CREATE TABLE results(content BLOB)");
  database.commit();
}

TEST_F(AWorkStore, OfAnotherVersionIsBegunAnew) {
  make_other_version(file_);
  {
    WorkStore made = store();
    EXPECT_EQ(made.text("state"), "");
    EXPECT_FALSE(made.has_results());
    EXPECT_EQ(made.left().count, 0U);
    run(made, {"a"});
  }
  EXPECT_EQ(paths_of(store()), Paths{"path of a"});
}

TEST_F(AWorkStore, OfAnotherVersionIsNotRead) {
  make_other_version(file_);
  try {
    WorkStore::open(file_);
    FAIL() << "was opened";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(error.what(), file_.string() + ": another version of nianbao made it");
  }
}

TEST_F(AWorkStore, SecondRunInTheSameFolderMayPass) {
  {
    const WorkStore first = store();
    try {
      store();
      FAIL() << "two write into one file";
    } catch (const OutputError& error) {
      EXPECT_TRUE(error.may_pass());
      EXPECT_NE(std::string(error.what()).find(file_.string()), std::string::npos) << error.what();
    }
  }
  EXPECT_NO_THROW(store()) << "the first is done";
}

TEST_F(AWorkStore, WhatIsNoStoreStaysAndIsNamed) {
  write_file(file_, std::string(5000, 'x'));
  for (const bool writes : {true, false}) {
    try {
      writes ? store() : WorkStore::open(file_);
      FAIL() << "was opened";
    } catch (const OutputError& error) {
      EXPECT_FALSE(error.may_pass());
      EXPECT_NE(std::string(error.what()).find(file_.string()), std::string::npos) << error.what();
    }
  }
  EXPECT_EQ(file_content(file_), std::string(5000, 'x'));
}

TEST_F(AWorkStore, MissingOneIsNotMadeToBeRead) {
  EXPECT_THROW(WorkStore::open(file_), OutputError);
  EXPECT_FALSE(fs::exists(file_));
}

}  // namespace
}  // namespace nianbao::test

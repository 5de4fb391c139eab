#include "app/part.h"

#include <gtest/gtest.h>

#include "app/work_folder.h"
#include "app/work_keys.h"
#include "output/output_error.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class Parts : public testing::Test {
 protected:
  std::string out(const std::string& name = "out") const { return (folder_ / name).string(); }
  Options options(const std::string& name = "out") const {
    Options options;
    options.out = out(name);
    return options;
  }
  fs::path file(const Shard& shard, const std::string& name = "out") const { return part_file(out(name), shard); }

  // Makes the part of a list; nothing is read of its inputs.
  void make(const Shard& shard, const std::string& name = "out", const Words& list = {"a", "b", "c", "d", "e"}) const {
    PartWriter part(options(name), built_in_schema(), shard);
    note_inputs(part, shard, list);
  }
  static void note_inputs(PartWriter& part, const Shard& shard, const Words& list) {
    PlanWriter plan(part.plan_file());
    for (const std::string& path : list) plan.add({path, path});
    plan.finish();
    PlanReader inputs(part.plan_file());
    part.store().begin_run();
    for (std::size_t i = shard.begin(list.size()); i < shard.end(list.size()); ++i)
      part.store().note(list[i], {list[i], "", "outcomes of " + list[i]}, std::nullopt);
    part.finish(inputs);
  }
  // Changes what a complete part says of itself.
  void relabel(const Shard& shard, const std::string& text, const std::string& value) const {
    WorkStore(file(shard), {}).set_text(text, value);
  }

  // Why the parts of these folders are no set, or nothing.
  std::string refused(const Words& names = {"out"}) const {
    Words outs;
    for (const std::string& name : names) outs.push_back(out(name));
    try {
      const PartSet parts(outs, built_in_schema());
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  }

  TemporaryFolder folder_;
};

Words paths_in(const PartSet& parts) {
  Words paths;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const WorkStore store = parts.open(i);
    WorkStore::Inputs inputs = store.inputs();
    for (NotedInput input; inputs.next(input);) paths.push_back(input.path);
  }
  return paths;
}

TEST_F(Parts, PartIsThereWhenItIsComplete) {
  const Shard shard{2, 3};
  {
    PartWriter part(options(), built_in_schema(), shard);
    EXPECT_EQ(part.file(), file(shard));
    EXPECT_FALSE(fs::exists(part.file()));
    note_inputs(part, shard, {"a", "b", "c"});
  }
  ASSERT_EQ(std::distance(fs::directory_iterator(parts_folder(out())), {}), 1) << "and nothing else is left";
  EXPECT_TRUE(fs::exists(file(shard)));
}

TEST_F(Parts, StoppedPartIsGoneOnWith) {
  const Shard shard{1, 1};
  {
    PartWriter part(options(), built_in_schema(), shard);
    part.store().keep("content", "outcomes");
    part.store().set_text("any", "commits");
  }
  EXPECT_FALSE(fs::exists(file(shard)));
  EXPECT_TRUE(has(refused(), "no parts")) << "a stopped part is none";
  PartWriter part(options(), built_in_schema(), shard);
  ASSERT_TRUE(part.store().find("content"));
  EXPECT_EQ(part.store().find("content")->outcomes, "outcomes");
}

TEST_F(Parts, CompletePartIsLookedAtAgain) {
  make({1, 1});
  PartWriter part(options(), built_in_schema(), {1, 1});
  EXPECT_FALSE(fs::exists(part.file())) << "until it is complete again";
  EXPECT_EQ(part.store().left().count, 0U);
  part.store().begin_run();
  EXPECT_EQ(part.store().left().count, 5U) << "of the run before";
  note_inputs(part, {1, 1}, {"a", "x"});
  EXPECT_EQ(paths_in(PartSet({out()}, built_in_schema())), (Words{"a", "x"}));
}

TEST_F(Parts, OneWriterAtATimeHasAPart) {
  const PartWriter first(options(), built_in_schema(), {1, 2});
  try {
    PartWriter(options(), built_in_schema(), {1, 2});
    FAIL() << "two make one part";
  } catch (const OutputError& error) {
    EXPECT_TRUE(error.may_pass());
  }
  EXPECT_NO_THROW(PartWriter(options(), built_in_schema(), {2, 2})) << "of one folder";
}

TEST_F(Parts, AreInOrderHoweverTheyWereMade) {
  for (const std::size_t number : {3U, 1U, 2U}) make({number, 3});
  const PartSet parts({out()}, built_in_schema());
  EXPECT_EQ(parts.size(), 3U);
  EXPECT_EQ(paths_in(parts), (Words{"a", "b", "c", "d", "e"}));
}

TEST_F(Parts, OfSeveralFoldersAreOneSet) {
  make({1, 3}, "z");
  make({2, 3}, "a");
  make({3, 3}, "z");
  const PartSet parts({out("a"), out("z")}, built_in_schema());
  EXPECT_EQ(paths_in(parts), (Words{"a", "b", "c", "d", "e"}));
}

TEST_F(Parts, SayWhatTheyHaveInCommon) {
  make({1, 1});
  const PartSet parts({out()}, built_in_schema());
  const WorkKeys keys = work_keys({}, built_in_schema());
  EXPECT_EQ(parts.label().program, program_digest());
  EXPECT_EQ(parts.label().reading, keys.reading);
  EXPECT_EQ(parts.label().auditing, keys.auditing);
  EXPECT_EQ(parts.label().plan.size(), 64U);
  EXPECT_TRUE(parts.label().options.starts_with("{")) << parts.label().options;
  EXPECT_FALSE(has(parts.label().options, "1/1")) << "the shard is of each part alone";
}

TEST_F(Parts, MayHaveMoreShardsThanInputs) {
  for (std::size_t number = 1; number <= 4; ++number) make({number, 4}, "out", {"a", "b"});
  EXPECT_EQ(paths_in(PartSet({out()}, built_in_schema())), (Words{"a", "b"}));
}

TEST_F(Parts, OtherFilesInTheFolderAreNoParts) {
  make({1, 1});
  write_file(parts_folder(out()) / "readme.txt", "a");
  write_file(parts_folder(out()) / ".000002-of-000002.part.tmp", "a");
  EXPECT_EQ(refused(), "");
}

TEST_F(Parts, NoneAtAllIsSaid) {
  EXPECT_TRUE(has(refused(), "no parts"));
  EXPECT_TRUE(has(refused(), parts_folder(out()).string()));
  fs::create_directories(parts_folder(out()));
  EXPECT_TRUE(has(refused(), "no parts"));
}

TEST_F(Parts, MissingOnesAreNamed) {
  make({2, 4});
  make({4, 4});
  EXPECT_TRUE(has(refused(), "1/4, 3/4")) << refused();
  EXPECT_FALSE(has(refused(), "2/4")) << refused();
}

TEST_F(Parts, OnesThatAreThereTwiceAreNamed) {
  make({1, 2}, "a");
  make({2, 2}, "a");
  make({2, 2}, "b");
  const std::string reason = refused({"a", "b"});
  EXPECT_TRUE(has(reason, "part 2/2 is there twice")) << reason;
  EXPECT_TRUE(has(reason, file({2, 2}, "a").string()) && has(reason, file({2, 2}, "b").string())) << reason;
  EXPECT_EQ(refused({"a"}), "");
}

TEST_F(Parts, SameFolderTwiceHasAllTwice) {
  make({1, 1});
  EXPECT_TRUE(has(refused({"out", "out"}), "there twice"));
}

struct LabelCase {
  const char* special;
  const char* text;
  const char* reason;
};

constexpr LabelCase kLabels[] = {
    {"another version", "program", "another version of nianbao"},
    {"another list of inputs", "plan", "another list of inputs"},
    {"other options of reading", "reading", "other forms or options of reading"},
    {"other rules", "auditing", "other rules"},
    {"one of another number of parts", "shard", "one of 3 parts, not of 2"},
};

TEST_F(Parts, OnesOfAnotherRunAreNamedWithTheReason) {
  for (const LabelCase& c : kLabels) {
    make({1, 2});
    make({2, 2});
    ASSERT_EQ(refused(), "");
    relabel({2, 2}, c.text, std::string(c.text) == "shard" ? "2/3" : "other");
    EXPECT_TRUE(has(refused(), file({2, 2}).string() + ": ")) << c.special << ": " << refused();
    EXPECT_TRUE(has(refused(), c.reason)) << c.special << ": " << refused();
  }
}

TEST_F(Parts, OfOtherListsAreToldApart) {
  make({1, 2}, "out", {"a", "b"});
  make({2, 2}, "out", {"a", "c"});
  EXPECT_TRUE(has(refused(), "another list of inputs")) << refused();
}

// All parts agree, but this program or its rules are others: they would not have made them.
TEST_F(Parts, AllOfAnotherRunAreRefused) {
  for (const char* text : {"program", "auditing"}) {
    make({1, 1});
    relabel({1, 1}, text, "other");
    EXPECT_NE(refused(), "") << text;
  }
  make({1, 1});
  EXPECT_EQ(refused(), "");
}

// Merging has no options of reading; those of the parts count.
TEST_F(Parts, OptionsOfReadingNeedNotBeGivenAgain) {
  Options other = options();
  other.read.encoding = "GB18030";
  PartWriter part(other, built_in_schema(), {1, 1});
  note_inputs(part, {1, 1}, {"a"});
  EXPECT_EQ(refused(), "");
}

struct DamageCase {
  const char* special;
  void (*make)(const fs::path& part);
};

const DamageCase kDamage[] = {
    {"empty", [](const fs::path& part) { write_file(part, ""); }},
    {"another file", [](const fs::path& part) { write_file(part, std::string(5000, 'x')); }},
    {"the first bytes alone", [](const fs::path& part) { write_file(part, file_content(part).substr(0, 100)); }},
    {"a stopped one that somebody renamed",
     [](const fs::path& part) {
       fs::remove(part);
       const WorkStore made(part, {});
     }},
};

TEST_F(Parts, DamagedOnesAreNamed) {
  for (const DamageCase& c : kDamage) {
    make({1, 2});
    make({2, 2});
    c.make(file({2, 2}));
    EXPECT_TRUE(has(refused(), file({2, 2}).string())) << c.special << ": " << refused();
    fs::remove(file({2, 2}));
  }
}

}  // namespace
}  // namespace nianbao::test

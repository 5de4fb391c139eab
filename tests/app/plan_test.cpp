#include "app/plan.h"

#include <gtest/gtest.h>

#include "output/output_error.h"
#include "tests/support/full_disk.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Inputs = std::vector<InputFile>;

const Inputs kInputs = {
    {"2020/a.docx", "2020/a.docx"},
    {"two\nlines", "two\nlines"},
    {"a\ttab\r", "a\ttab\r"},
    {" ", " "},
    {"清河县/年报.docx", "清河县/年报.docx"},
    {"%C7%E5.docx", "\xC7\xE5.docx"},
    {"100%.docx#2", "100%.docx"},
    {"end", "end"},
    {"end", "./end"},
    {"nianbao plan 1", "nianbao plan 1"},
    {std::string(5000, 'x'), std::string(5000, 'x')},
    {"9", "9"},
};

std::size_t write_plan(const fs::path& file, const Inputs& inputs) {
  PlanWriter plan(file);
  for (const InputFile& input : inputs) plan.add(input);
  return plan.finish();
}

Inputs rest_of(PlanReader& plan) {
  Inputs inputs;
  while (std::optional<InputFile> input = plan.next()) inputs.push_back(std::move(*input));
  return inputs;
}

void expect_equal(const Inputs& got, const Inputs& wanted) {
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_EQ(got[i].path, wanted[i].path) << i;
    EXPECT_EQ(got[i].file, wanted[i].file) << i;
  }
}

// Why it is no plan, without the file's name; with it, the test fails.
std::string refused(const fs::path& file) {
  try {
    return "read, " + std::to_string(PlanReader(file).count()) + " inputs";
  } catch (const std::runtime_error& error) {
    const std::string what = error.what();
    const std::string name = file.string() + ": ";
    return what.starts_with(name) ? what.substr(name.size()) : "does not name the file: " + what;
  }
}

bool is_refused(const fs::path& file) {
  const std::string reason = refused(file);
  return !reason.starts_with("read") && !reason.starts_with("does not name");
}

TEST(Plan, AnyNamesComeBackInOrder) {
  const TemporaryFolder folder;
  EXPECT_EQ(write_plan(folder / "plan", kInputs), kInputs.size());
  PlanReader plan(folder / "plan");
  EXPECT_EQ(plan.file(), folder / "plan");
  EXPECT_EQ(plan.count(), kInputs.size());
  expect_equal(rest_of(plan), kInputs);
  EXPECT_FALSE(plan.next()) << "and then nothing, however often";
}

// The word that ends a list may be a name in it, wherever it stands.
TEST(Plan, InputNamedEndIsAnInput) {
  for (std::size_t before = 0; before < 4; ++before) {
    const TemporaryFolder folder;
    Inputs inputs(before, {"a", "a"});
    inputs.push_back({"end", "end"});
    inputs.push_back({std::to_string(before), std::to_string(before)});
    write_plan(folder / "plan", inputs);
    PlanReader plan(folder / "plan");
    expect_equal(rest_of(plan), inputs);
  }
}

TEST(Plan, EmptyListIsAPlan) {
  const TemporaryFolder folder;
  EXPECT_EQ(write_plan(folder / "plan", {}), 0U);
  PlanReader plan(folder / "plan");
  EXPECT_EQ(plan.count(), 0U);
  EXPECT_FALSE(plan.next());
}

TEST(Plan, BearsManyInputs) {
  const TemporaryFolder folder;
  PlanWriter out(folder / "plan");
  for (int i = 0; i < 50'000; ++i) out.add({std::to_string(i), std::to_string(i)});
  EXPECT_EQ(out.finish(), 50'000U);
  PlanReader plan(folder / "plan");
  plan.skip(49'999);
  expect_equal(rest_of(plan), {{"49999", "49999"}});
}

TEST(Plan, SkipsWhatIsNotOfTheShard) {
  const TemporaryFolder folder;
  write_plan(folder / "plan", kInputs);
  for (std::size_t count = 0; count <= kInputs.size() + 2; ++count) {
    PlanReader plan(folder / "plan");
    plan.skip(count);
    const auto begin = kInputs.begin() + static_cast<std::ptrdiff_t>(std::min(count, kInputs.size()));
    expect_equal(rest_of(plan), Inputs(begin, kInputs.end()));
  }
}

TEST(Plan, SkipsFromWhereItStands) {
  const TemporaryFolder folder;
  write_plan(folder / "plan", kInputs);
  PlanReader plan(folder / "plan");
  EXPECT_EQ(plan.next()->path, kInputs[0].path);
  plan.skip(2);
  EXPECT_EQ(plan.next()->path, kInputs[3].path);
}

std::string digest_of(const Inputs& inputs) {
  const TemporaryFolder folder;
  write_plan(folder / "some plan", inputs);
  return PlanReader(folder / "some plan").digest();
}

TEST(Plan, DigestIsThatOfTheList) {
  EXPECT_EQ(digest_of(kInputs), digest_of(kInputs)) << "wherever it is";
  EXPECT_EQ(digest_of(kInputs).size(), 64U);
  Inputs fewer = kInputs;
  fewer.pop_back();
  Inputs turned(kInputs.rbegin(), kInputs.rend());
  Inputs other_file = kInputs;
  other_file[0].file = "2021/a.docx";
  for (const Inputs& other : {Inputs(), fewer, turned, other_file}) EXPECT_NE(digest_of(other), digest_of(kInputs));
  EXPECT_NE(digest_of({{"ab", "ab"}, {"c", "c"}}), digest_of({{"a", "a"}, {"bc", "bc"}}));
}

class DamagedPlan : public testing::Test {
 protected:
  void SetUp() override {
    write_plan(file_, {{"a", "a"}, {"end", "end"}, {"%FF", "\xFF"}});
    whole_ = file_content(file_);
    ASSERT_EQ(PlanReader(file_).count(), 3U);
  }

  TemporaryFolder folder_;
  fs::path file_ = folder_ / "plan";
  std::string whole_;
};

TEST_F(DamagedPlan, CutAnywhereIsRefused) {
  for (std::size_t size = 0; size < whole_.size(); ++size) {
    write_file(file_, whole_.substr(0, size));
    EXPECT_TRUE(is_refused(file_)) << size << " of " << whole_.size() << ": " << refused(file_);
  }
}

TEST_F(DamagedPlan, AnyChangedByteIsRefused) {
  for (std::size_t at = 0; at < whole_.size(); ++at)
    for (const char change : {'\x01', '\x20', '\x80'}) {
      std::string damaged = whole_;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      write_file(file_, damaged);
      EXPECT_TRUE(is_refused(file_)) << "byte " << at << ": " << refused(file_);
    }
}

TEST_F(DamagedPlan, AnyByteLeftOutOrTwiceIsRefused) {
  for (std::size_t at = 0; at < whole_.size(); ++at) {
    write_file(file_, whole_.substr(0, at) + whole_.substr(at + 1));
    EXPECT_TRUE(is_refused(file_)) << "without byte " << at << ": " << refused(file_);
    write_file(file_, whole_.substr(0, at + 1) + whole_.substr(at));
    EXPECT_TRUE(is_refused(file_)) << "twice byte " << at << ": " << refused(file_);
  }
}

// Two plans, one behind the other, are not the inputs of both.
TEST_F(DamagedPlan, AnythingBehindItsEndIsRefused) {
  for (const std::string& more : {std::string("\n"), std::string(1, '\0'), std::string("a"), whole_}) {
    write_file(file_, whole_ + more);
    EXPECT_TRUE(is_refused(file_)) << refused(file_);
  }
}

struct ForeignCase {
  const char* special;
  std::string bytes;
};

TEST_F(DamagedPlan, WhatIsNoPlanIsCalledThat) {
  const ForeignCase foreign[] = {
      {"empty", ""},
      {"a list of names", "a.docx\nb.docx\n"},
      {"a list of names with NUL", std::string("a.docx\0b.docx\0", 14)},
      {"a plan of another version", std::string("nianbao plan 2\0", 15) + whole_.substr(15)},
      {"a line behind the first words", "nianbao plan 1\n" + whole_.substr(15)},
      {"random bytes", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)},
  };
  for (const ForeignCase& c : foreign) {
    write_file(file_, c.bytes);
    EXPECT_TRUE(refused(file_).starts_with("is no plan")) << c.special << ": " << refused(file_);
  }
}

TEST_F(DamagedPlan, CutOneSaysThatItsEndIsMissing) {
  write_file(file_, whole_.substr(0, 20));
  EXPECT_NE(refused(file_).find("has no end"), std::string::npos) << refused(file_);
}

TEST_F(DamagedPlan, MissingFileAndFolderAreNamed) {
  EXPECT_TRUE(is_refused(folder_ / "missing")) << refused(folder_ / "missing");
  EXPECT_TRUE(is_refused(folder_.path())) << refused(folder_.path());
}

TEST(PlanWriter, SaysWhereItCannotWrite) {
  const TemporaryFolder folder;
  EXPECT_THROW(PlanWriter(folder / "missing/plan"), OutputError);
  EXPECT_THROW(PlanWriter(folder.path()), OutputError);
}

TEST(PlanWriter, FullDiskMayPass) {
  const TemporaryFolder folder;
  const auto write = [&](std::size_t inputs) {
    return on_full_disk(100'000, [&, inputs] {
      write_plan(folder / "plan", Inputs(inputs, {std::string(999, 'x'), ""}));
    });
  };
  EXPECT_EQ(write(90), WriteEnd::kDone);
  EXPECT_EQ(write(100), WriteEnd::kMayPass) << "seen at the end";
  EXPECT_EQ(write(1000), WriteEnd::kMayPass) << "seen in between";
}

}  // namespace
}  // namespace nianbao::test

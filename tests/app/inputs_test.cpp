#include "app/inputs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <stdexcept>

#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

Names names_in(const std::string& list, bool nul_separated) {
  Names names;
  read_name_list(list, nul_separated, [&](const std::string& name) { names.push_back(name); });
  return names;
}

class FindInputs : public testing::Test {
 protected:
  void make(const Names& names) const {
    for (const std::string& name : names) write_file(folder_ / name, name);
  }

  // Paths found, relative to the folder.
  Names found(const Names& names, const std::string& out = "out") const {
    Names whole;
    for (const std::string& name : names) whole.push_back((folder_ / name).string());
    Names paths;
    for (const InputFile& input : find_inputs(whole, folder_ / out))
      paths.push_back(input.path.substr(folder_.path().string().size() + 1));
    return paths;
  }

  TemporaryFolder folder_;
};

TEST_F(FindInputs, FoldersAreReadByNameAndDepthFirst) {
  make({"in/b.docx", "in/a/z.docx", "in/a/2020/y.txt", "in/c.docx", "in/A.docx", "in/10.docx", "in/9.docx",
        "in/年报.docx"});
  EXPECT_EQ(found({"in"}), (Names{"in/10.docx", "in/9.docx", "in/A.docx", "in/a/2020/y.txt", "in/a/z.docx", "in/b.docx",
                                  "in/c.docx", "in/年报.docx"}));
}

TEST_F(FindInputs, NamesKeepTheOrderGiven) {
  make({"b.docx", "a.docx", "in/2.docx", "in/1.docx"});
  EXPECT_EQ(found({"b.docx", "in", "a.docx"}), (Names{"b.docx", "in/1.docx", "in/2.docx", "a.docx"}));
}

TEST_F(FindInputs, EachFileOnce) {
  make({"in/a.docx", "in/b.docx"});
  EXPECT_EQ(found({"in/b.docx", "in", "in/a.docx", "in"}), (Names{"in/b.docx", "in/a.docx"}));
  EXPECT_EQ(found({"in/", "in"}), (Names{"in/a.docx", "in/b.docx"})) << "a slash at the end makes no other folder";
}

TEST_F(FindInputs, HiddenOnesAreSkippedInFolders) {
  make({"in/.DS_Store", "in/.git/config", "in/a/.hidden.docx", "in/a/b.docx", "in/~$b.docx", ".given.docx",
        ".dir/c.docx"});
  EXPECT_EQ(found({"in"}), (Names{"in/a/b.docx", "in/~$b.docx"}));
  EXPECT_EQ(found({".given.docx", ".dir"}), (Names{".given.docx", ".dir/c.docx"})) << "what is named is read";
}

TEST_F(FindInputs, OutIsSkipped) {
  make({"in/a.docx", "in/out/cells.csv", "in/out/excel/cells.csv", "in/other/out/b.docx"});
  EXPECT_EQ(found({"in"}, "in/out"), (Names{"in/a.docx", "in/other/out/b.docx"}));
  EXPECT_EQ(found({"in"}, "in/./other/../out/"), (Names{"in/a.docx", "in/other/out/b.docx"}))
      << "OUT spelled in another way";
}

TEST_F(FindInputs, MissingFilesStayInTheList) {
  make({"a.docx"});
  EXPECT_EQ(found({"missing.docx", "a.docx", "no/where.docx"}), (Names{"missing.docx", "a.docx", "no/where.docx"}));
}

TEST_F(FindInputs, EmptyFolderGivesNothing) {
  fs::create_directories(folder_ / "in/empty");
  EXPECT_EQ(found({"in"}), Names{});
  EXPECT_TRUE(find_inputs({}, "").empty());
}

TEST_F(FindInputs, LinksToFilesAreReadAndLoopsEnd) {
  make({"in/a.docx", "elsewhere/b.docx"});
  fs::create_symlink(folder_ / "elsewhere/b.docx", folder_ / "in/link.docx");
  fs::create_directory_symlink(folder_ / "in", folder_ / "in/loop");
  fs::create_symlink(folder_ / "nowhere", folder_ / "in/broken.docx");
  const Names paths = found({"in"});
  const std::set<std::string> set(paths.begin(), paths.end());
  for (const char* name : {"in/a.docx", "in/link.docx", "in/broken.docx"}) EXPECT_TRUE(set.contains(name)) << name;
  EXPECT_LE(paths.size(), 4U);
}

TEST_F(FindInputs, NamesThatAreNoUtf8AreShownInPercent) {
  const std::string gbk = "\xC4\xEA\xB1\xA8.docx";
  make({"in/" + gbk, "in/年报.docx"});
  const std::vector<InputFile> inputs = find_inputs({(folder_ / "in").string()}, "");
  ASSERT_EQ(inputs.size(), 2U);
  EXPECT_EQ(inputs[0].path, (folder_ / "in").string() + "/%C4%EA%B1%A8.docx");
  EXPECT_EQ(inputs[1].path, (folder_ / "in").string() + "/年报.docx");
  const Result<std::string> content = read_file(inputs[0].file);
  ASSERT_TRUE(content.ok());
  EXPECT_EQ(*content, "in/" + gbk);
}

TEST_F(FindInputs, DifferentFilesHaveDifferentPaths) {
  make({"in/%E9.txt", std::string("in/\xE9.txt")});
  const Names paths = found({"in"});
  EXPECT_EQ(std::set<std::string>(paths.begin(), paths.end()).size(), 2U) << paths.front();
}

TEST(ReadNameList, LinesOrNuls) {
  struct Case {
    const char* special;
    std::string content;
    bool nul;
    Names expected;
  };
  const std::vector<Case> cases = {
      {"nothing", "", false, {}},
      {"LF", "a.docx\nb c.docx\n", false, {"a.docx", "b c.docx"}},
      {"no LF at the end", "a.docx\nb.docx", false, {"a.docx", "b.docx"}},
      {"CRLF", "a.docx\r\nb.docx\r\n", false, {"a.docx", "b.docx"}},
      {"empty lines", "\n\na.docx\n\r\n\nb.docx\n\n", false, {"a.docx", "b.docx"}},
      {"spaces belong to names", " a.docx \n", false, {" a.docx "}},
      {"Chinese", "年报.docx\n", false, {"年报.docx"}},
      {"no UTF-8", "\xC4\xEA.docx\n", false, {"\xC4\xEA.docx"}},
      {"NUL", std::string("a.docx\0b.docx\0", 14), true, {"a.docx", "b.docx"}},
      {"no NUL at the end", std::string("a.docx\0b.docx", 13), true, {"a.docx", "b.docx"}},
      {"LF and CR inside names", std::string("a\nb.docx\0c\r\0", 12), true, {"a\nb.docx", "c\r"}},
      {"empty names", std::string("\0\0a\0", 4), true, {"a"}},
  };
  const TemporaryFolder folder;
  for (const Case& c : cases) {
    write_file(folder / "list", c.content);
    EXPECT_EQ(names_in((folder / "list").string(), c.nul), c.expected) << c.special;
  }
}

TEST(ReadNameList, ThrowsWhereItCannotBeRead) {
  const TemporaryFolder folder;
  EXPECT_THROW(names_in((folder / "missing").string(), false), std::runtime_error);
  EXPECT_THROW(names_in(folder.path().string(), false), std::runtime_error) << "a folder is no list";
}

TEST(ReadFile, GivesTheBytes) {
  const TemporaryFolder folder;
  const std::string texts[] = {"", "a", std::string("\0\r\n\xFF", 4), std::string(100'000, 'x')};
  for (const std::string& text : texts) {
    write_file(folder / "file", text);
    const Result<std::string> bytes = read_file(folder / "file");
    ASSERT_TRUE(bytes.ok());
    EXPECT_EQ(*bytes, text);
  }
}

TEST(ReadFile, SaysWhyItCannot) {
  const TemporaryFolder folder;
  write_file(folder / "large", "");
  fs::resize_file(folder / "large", (512ULL << 20U) + 1);  // sparse
  const std::pair<fs::path, const char*> cases[] = {{folder / "missing", "cannot_open"},
                                                    {folder.path(), "cannot_open"},
                                                    {"/dev/null", "cannot_open"},
                                                    {folder / "large", "limit_size"}};
  for (const auto& [file, code] : cases) {
    const Result<std::string> bytes = read_file(file);
    ASSERT_FALSE(bytes.ok()) << file;
    EXPECT_EQ(bytes.problem().code, code) << file;
  }
}

}  // namespace
}  // namespace nianbao::test

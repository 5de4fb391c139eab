// Includes point only leftwards (design section 2), and third-party headers stand only in the files that wrap them.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "schema/text.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kFolders = {"schema", "extract", "normalize", "audit", "output", "app"};

std::size_t rank_of(const std::string& folder) {
  return static_cast<std::size_t>(std::find(kFolders.begin(), kFolders.end(), folder) - kFolders.begin());
}

std::vector<std::string> includes_of(const fs::path& file) {
  const std::string start = "#include ";
  const std::string content = file_content(file);
  std::vector<std::string> names;
  for (const std::string_view line : split_lines(content))
    if (line.substr(0, start.size()) == start)
      names.emplace_back(line.substr(start.size() + 1, line.find_last_of(">\"") - start.size() - 1));
  return names;
}

std::vector<fs::path> sources_in(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(project(folder)))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") files.push_back(entry.path());
  return files;
}

// Empty where the include is allowed, else why not.
std::string complaint_about(const std::string& folder, const std::string& include) {
  const std::string target = include.substr(0, include.find('/'));
  const bool ours = rank_of(target) < kFolders.size();
  if (ours && rank_of(target) > rank_of(folder)) return folder + " must not include " + include;
  return "";
}

TEST(Layering, ComplainsAboutAnIncludeToTheRightAndNoOther) {
  EXPECT_EQ(complaint_about("audit", "schema/form.h"), "");
  EXPECT_EQ(complaint_about("audit", "audit/finding.h"), "");
  EXPECT_EQ(complaint_about("audit", "vector"), "");
  EXPECT_NE(complaint_about("audit", "output/csv.h"), "");
  EXPECT_NE(complaint_about("schema", "extract/problem.h"), "");
}

TEST(Layering, IncludesPointLeftwards) {
  std::size_t seen = 0;
  for (const std::string& folder : kFolders)
    for (const fs::path& file : sources_in(folder))
      for (const std::string& include : includes_of(file)) {
        EXPECT_EQ(complaint_about(folder, include), "") << file;
        ++seen;
      }
  EXPECT_GT(seen, 200U);
}

TEST(Layering, ThirdPartyHeadersStandOnlyInTheirWrappers) {
  const std::set<std::string> wrappers = {"schema/make_traditional.cpp",
                                          "schema/digest.cpp",
                                          "schema/json_node.cpp",
                                          "schema/numeral.cpp",
                                          "schema/text.cpp",
                                          "extract/encoding.cpp",
                                          "extract/html_sax.cpp",
                                          "extract/xml_sax.cpp",
                                          "extract/zip_archive.cpp",
                                          "output/json.cpp",
                                          "output/database.cpp",
                                          "output/packed.cpp",
                                          "app/options.cpp"};
  const std::vector<std::string> third_party = {"Poco/", "unicode/", "libxml/",   "zip.h", "libdeflate.h",
                                                "CLI/",  "openssl/", "sqlite3.h", "zstd.h"};
  std::set<std::string> found;
  for (const std::string& folder : kFolders)
    for (const fs::path& file : sources_in(folder))
      for (const std::string& include : includes_of(file))
        if (std::any_of(third_party.begin(), third_party.end(),
                        [&](const std::string& start) { return include.rfind(start, 0) == 0; }))
          found.insert(folder + "/" + file.filename().string());
  EXPECT_EQ(found, wrappers);
}

}  // namespace
}  // namespace nianbao::test

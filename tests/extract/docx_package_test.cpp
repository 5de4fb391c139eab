// Which part of a package is the document.
#include "extract/docx_package.h"

#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

using Members = std::map<std::string, std::string>;

constexpr const char* kTransitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

std::string relationship(const std::string& type, const std::string& target, const std::string& more = "") {
  return "<Relationship Id=\"r\" Type=\"" + type + "\" Target=\"" + target + "\" " + more + "/>";
}
std::string relationships(const std::string& inner) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner +
         "</Relationships>";
}
std::string document_at(const std::string& target) {
  return relationships(relationship(std::string(kTransitional) + "officeDocument", target));
}
std::string types(const std::string& inner) {
  return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" + inner + "</Types>";
}
std::string main_type(const std::string& part) {
  return "<Override PartName=\"" + part +
         "\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>";
}

struct PackageCase {
  const char* what;
  Members members;
  std::string main;  // as found in the container, lower case; empty: part_missing
};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

TEST(DocxPackage, FindsTheMainPart) {
  const std::vector<PackageCase> cases = {
      {"relative target",
       {{"_rels/.rels", document_at("word/document.xml")}, {"word/document.xml", ""}},
       "word/document.xml"},
      {"absolute target",
       {{"_rels/.rels", document_at("/word/document.xml")}, {"word/document.xml", ""}},
       "word/document.xml"},
      {"target with .",
       {{"_rels/.rels", document_at("./word/document.xml")}, {"word/document.xml", ""}},
       "word/document.xml"},
      {"target with ..",
       {{"_rels/.rels", document_at("xl/../word/document.xml")}, {"word/document.xml", ""}},
       "word/document.xml"},
      {"target that leaves the package",
       {{"_rels/.rels", document_at("../word/document.xml")}, {"word/document.xml", ""}},
       "word/document.xml"},
      {"other name",
       {{"_rels/.rels", document_at("word/document2.xml")}, {"word/document2.xml", ""}, {"word/document.xml", ""}},
       "word/document2.xml"},
      {"at the root", {{"_rels/.rels", document_at("document.xml")}, {"document.xml", ""}}, "document.xml"},
      {"Chinese part name", {{"_rels/.rels", document_at("word/正文.xml")}, {"word/正文.xml", ""}}, "word/正文.xml"},
      {"Chinese part name, percent-encoded in the target",
       {{"_rels/.rels", document_at("word/%E6%AD%A3%E6%96%87.xml")}, {"word/正文.xml", ""}},
       "word/正文.xml"},
      {"upper case target",
       {{"_rels/.rels", document_at("Word/Document.XML")}, {"word/document.xml", ""}},
       "word/document.xml"},
      {"upper case member",
       {{"_rels/.rels", document_at("word/document.xml")}, {"WORD/DOCUMENT.XML", ""}},
       "word/document.xml"},
      {"upper case relationships", {{"_RELS/.RELS", document_at("word/a.xml")}, {"word/a.xml", ""}}, "word/a.xml"},
      {"strict",
       {{"_rels/.rels", relationships(relationship(std::string(kStrict) + "officeDocument", "word/a.xml"))},
        {"word/a.xml", ""}},
       "word/a.xml"},
      {"other relationships first",
       {{"_rels/.rels",
         relationships(
             relationship("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                          "docProps/core.xml") +
             relationship(std::string(kTransitional) + "officeDocument", "word/a.xml"))},
        {"word/a.xml", ""},
        {"docProps/core.xml", ""}},
       "word/a.xml"},
      {"external target is no part",
       {{"_rels/.rels", relationships(relationship(std::string(kTransitional) + "officeDocument", "http://a/b.xml",
                                                   "TargetMode=\"External\""))},
        {"word/document.xml", ""}},
       "word/document.xml"},
      {"no relationships, by content type",
       {{"[Content_Types].xml", types(main_type("/word/b.xml"))}, {"word/b.xml", ""}},
       "word/b.xml"},
      {"no relationships, no types", {{"word/document.xml", ""}}, "word/document.xml"},
      {"damaged relationships", {{"_rels/.rels", "<Relationships"}, {"word/document.xml", ""}}, "word/document.xml"},
      {"relationship to nothing, by content type",
       {{"_rels/.rels", document_at("word/x.xml")},
        {"[Content_Types].xml", types(main_type("/word/b.xml"))},
        {"word/b.xml", ""}},
       "word/b.xml"},
      {"nothing", {{"a.txt", ""}}, ""},
      {"a part that only looks alike", {{"word/document.xml.bak", ""}, {"xword/document.xml", ""}}, ""},
  };
  for (const PackageCase& made : cases) {
    const std::string bytes = zip_of(made.members);
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    ASSERT_TRUE(archive) << made.what;
    const Result<DocxParts> parts = find_docx_parts(ZipPackage(*archive, {}));
    if (made.main.empty()) {
      ASSERT_FALSE(parts) << made.what;
      EXPECT_EQ(parts.problem().code, "part_missing") << made.what;
      continue;
    }
    ASSERT_TRUE(parts) << made.what;
    EXPECT_EQ(lower(parts->main), made.main) << made.what;
  }
}

struct PartsCase {
  const char* what;
  std::string main;
  std::string target;  // of numbering
  std::string expected;
};

TEST(DocxPackage, FindsNumberingFromTheMainPart) {
  const std::vector<PartsCase> cases = {
      {"beside it", "word/document.xml", "numbering.xml", "word/numbering.xml"},
      {"absolute", "word/document.xml", "/word/numbering.xml", "word/numbering.xml"},
      {"one up and down", "word/document.xml", "../word/numbering.xml", "word/numbering.xml"},
      {"elsewhere", "a/b/c.xml", "../d/n.xml", "a/d/n.xml"},
      {"main at the root", "c.xml", "n.xml", "n.xml"},
      {"Chinese", "word/document.xml", "编号.xml", "word/编号.xml"},
  };
  for (const PartsCase& made : cases) {
    const std::size_t slash = made.main.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "" : made.main.substr(0, slash + 1);
    const std::string name = slash == std::string::npos ? made.main : made.main.substr(slash + 1);
    const std::string bytes =
        zip_of({{"_rels/.rels", document_at(made.main)},
                {made.main, "x"},
                {folder + "_rels/" + name + ".rels",
                 relationships(relationship(std::string(kTransitional) + "numbering", made.target) +
                               relationship(std::string(kTransitional) + "styles", "styles.xml"))}});
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    ASSERT_TRUE(archive) << made.what;
    const Result<DocxParts> parts = find_docx_parts(ZipPackage(*archive, {}));
    ASSERT_TRUE(parts) << made.what;
    EXPECT_EQ(parts->numbering, made.expected) << made.what;
    EXPECT_EQ(parts->styles, folder + "styles.xml") << made.what;
  }
}

TEST(DocxPackage, NumberingAndStylesAreOptional) {
  const std::string bytes = DocxBuilder("").bytes();
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  ASSERT_TRUE(archive);
  const Result<DocxParts> parts = find_docx_parts(ZipPackage(*archive, {}));
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->numbering, "");
  EXPECT_EQ(parts->styles, "");
}

}  // namespace
}  // namespace nianbao::test

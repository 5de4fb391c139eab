// What a file is, told by its bytes.
#include "extract/reader.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

using namespace std::string_literals;

struct KindCase {
  const char* what;
  std::string bytes;
  const char* kind;
  const char* problem;  // of read_document; empty: it is read
};

// A compound file with these names in its directory (MS-CFB 2.6.1).
std::string ole(const std::vector<std::string>& streams) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(504, '\0');
  for (const std::string& stream : streams) {
    std::string entry;
    for (const char c : stream) entry += {c, '\0'};
    entry.resize(128, '\0');
    entry[64] = static_cast<char>(2 * stream.size() + 2);
    bytes += entry;
  }
  return bytes;
}

// Without its declaration.
std::string main_part() {
  const std::string xml = document_xml(paragraph_xml("1"));
  return xml.substr(xml.find("?>") + 2);
}

const std::string kFlat =
    "<?xml version=\"1.0\" standalone=\"yes\"?>\n<?mso-application progid=\"Word.Document\"?>\n"
    "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
    "<pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData>" +
    main_part() + "</pkg:xmlData></pkg:part></pkg:package>";

const std::string kWord2003 =
    "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body>" +
    paragraph_xml("1") + "</w:body></w:wordDocument>";

std::vector<KindCase> kinds() {
  return {
      {"Word document", DocxBuilder(paragraph_xml("1")).bytes(), "docx", ""},
      {"Word document without relationships", DocxBuilder("").without("_rels/.rels").bytes(), "docx", ""},
      {"Word document without content types", DocxBuilder("").without("[Content_Types].xml").bytes(), "docx", ""},
      {"Word document with nothing in it", zip_of({{"[Content_Types].xml", "<Types/>"}}), "docx", "part_missing"},
      {"Word document as template",
       DocxBuilder("").part("[Content_Types].xml", "<Types/>").part("word/vbaProject.bin", "x").bytes(), "docx", ""},
      {"flat package", kFlat, "flatopc", ""},
      {"Word 2003 XML", kWord2003, "wordml", ""},
      {"main part alone", document_xml(""), "wordml", ""},
      {"old Word document", ole({"Root Entry", "1Table", "WordDocument"}), "doc", "format_doc"},
      {"document of WPS", ole({"Root Entry", "WordDocument", "WpsCustomData"}), "wps", "format_wps"},
      {"Word document with a password", ole({"Root Entry", "EncryptionInfo", "EncryptedPackage"}), "encrypted",
       "encrypted"},
      {"old workbook", ole({"Root Entry", "Workbook"}), "xls", "format_sheet"},
      {"old presentation", ole({"Root Entry", "PowerPoint Document"}), "ppt", "format_slides"},
      {"compound file with a name that is only longer", ole({"Root Entry", "WordDocument2"}), "ole", "format_ole"},
      {"compound file without names", ole({}), "ole", "format_ole"},
      {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "pdf", "format_pdf"},
      {"RTF", "{\\rtf1\\ansi 2020}", "rtf", "format_rtf"},
      {"PNG", "\x89PNG\r\n\x1A\n"s + std::string(20, '\0'), "image", "format_image"},
      {"JPEG", "\xFF\xD8\xFF\xE0"s + std::string(20, '\0'), "image", "format_image"},
      {"GIF", "GIF89a\1\0\1\0"s, "image", "format_image"},
      {"TIFF", "II*\0\x08\0\0\0"s, "image", "format_image"},
      {"BMP", "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"s, "image", "format_image"},
      {"HTML", "<!DOCTYPE html>\n<html><body>一、总体情况</body></html>", "html", ""},
      {"HTML in upper case", "<HTML><BODY>1</BODY></HTML>", "html", ""},
      {"HTML after blank lines and BOM", "\xEF\xBB\xBF\n\n  <html>", "html", ""},
      {"HTML after a comment", "<!-- saved from x -->\n<html><head>", "html", ""},
      {"XHTML", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", "html", ""},
      {"page without head", "<p style='x'>一、总体情况</p><table>", "html", ""},
      {"page that begins with its table", "<TABLE><tr><td>1</table>", "html", ""},
      {"XML whose elements begin like those of HTML", "<?xml version=\"1.0\"?><paragraph>1</paragraph>", "xml",
       "format_xml"},
      {"text that begins like a tag", "<p", "text", ""},
      {"text with an element of its own", "<paragraph>1</paragraph>", "text", ""},
      {"XML", "<?xml version=\"1.0\"?><a/>", "xml", "format_xml"},
      {"RAR", "Rar!\x1A\7\0"s, "packed", "format_packed"},
      {"7z", "7z\xBC\xAF\x27\x1C\0\4"s, "packed", "format_packed"},
      {"gzip", "\x1F\x8B\x08\0"s, "packed", "format_packed"},
      {"page archive", "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mhtml", "format_mhtml"},
      {"WebP", "RIFF\0\0\0\0WEBP"s, "image", "format_image"},
      {"RIFF of less than its head", "RIFF\7"s, "text", ""},
      {"workbook", zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", ""}}), "xlsx", "format_sheet"},
      {"presentation", zip_of({{"[Content_Types].xml", "<Types/>"}, {"ppt/presentation.xml", ""}}), "pptx",
       "format_slides"},
      {"OpenDocument", zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}}), "odf",
       "format_odf"},
      {"OFD", zip_of({{"OFD.xml", ""}, {"Doc_0/Document.xml", ""}}), "ofd", "format_ofd"},
      {"archive of reports", zip_of({{"a.docx", DocxBuilder("").bytes()}, {"b.txt", "1"}}), "zip", "format_archive"},
      {"archive of an unpacked document", zip_of({{"a/[Content_Types].xml", ""}, {"a/word/document.xml", ""}}), "zip",
       "format_archive"},
      {"cut archive", DocxBuilder("").bytes().substr(0, 200), "zip", "zip_damaged"},
      {"text", "一、总体情况\n", "text", ""},
      {"text in GB18030", "\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5\n", "text", ""},
      {"text in UTF-16", "\xFF\xFE\x00\x4E\x0A\x00"s, "text", ""},
      {"text that begins with the letters of a bitmap", "BMW公司2020年报告\n", "text", ""},
      {"text that begins with the letters of a GIF", "GIF8 是一种图片格式\n", "text", ""},
      {"text that speaks of a PDF", "格式：%PDF-1.7\n", "text", ""},
      {"text with a less-than sign", "<5件的不列出\n", "text", ""},
      {"text with PK in it", "PK 2020年\n", "text", ""},
      {"text with a NUL in it", "一、总体情况\n3\0\n二、主动公开政府信息情况\n"s, "text", ""},
      {"text filled up with NULs", "一、总体情况\n" + std::string(512, '\0'), "text", ""},
      {"text with a control character and NULs", "MZ\1\0\2\0 一、总体情况 一、总体情况"s, "unknown", "format_unknown"},
      {"text with more NULs than belong to damage",
       "1\0\0"
       "2\0\0"
       "3\0\0"s,
       "unknown", "format_unknown"},
      {"binary", "\1\2\3\0\4\5"s + std::string(100, '\x7F'), "unknown", "format_unknown"},
      {"file of zeros, as a broken disk leaves it", std::string(512, '\0'), "unknown", "format_unknown"},
  };
}

TEST(Reader, TellsKindsByTheirBytes) {
  for (const KindCase& made : kinds()) EXPECT_EQ(Source(made.bytes, "").kind, made.kind) << made.what;
}

TEST(Reader, ANameNeverChangesTheKind) {
  for (const KindCase& made : kinds())
    for (const char* name : {"a.docx", "a.txt", "a.pdf", "年报", "a.DOC"})
      EXPECT_EQ(Source(made.bytes, name).kind, made.kind) << made.what << " as " << name;
}

TEST(Reader, ReadsOrSaysWhatToDo) {
  for (const KindCase& made : kinds()) {
    const Result<Document> document = read_document({made.bytes, "a.bin"}, {});
    EXPECT_EQ(document ? "" : document.problem().code, made.problem) << made.what;
    EXPECT_EQ(document ? document->kind : made.kind, made.kind) << made.what;
    EXPECT_TRUE(document || *problem_kind(document.problem().code).en != '\0')
        << made.what << ": the catalogue says what to do";
  }
}

// A file of five bytes, RIFF and one more, was looked at beyond its end.
TEST(Reader, FilesCutShortAnywhereHaveAKindToo) {
  for (const KindCase& made : kinds())
    for (std::size_t size = 1; size < std::min<std::size_t>(made.bytes.size(), 80); ++size)
      EXPECT_FALSE(Source(made.bytes.substr(0, size), "").kind.empty()) << made.what << ", " << size << " bytes";
}

TEST(Reader, EmptyFile) {
  EXPECT_EQ(Source("", "a.docx").kind, "unknown");
  const Result<Document> document = read_document({"", "a.docx"}, {});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.problem().code, "empty_file");
}

TEST(Reader, LockFilesOfWord) {
  const std::string owner = "\5zhang"s + std::string(156, '\0');
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"~$2020年报.docx", "lock_file"},
      {"a/b/~$2020年报.docx", "lock_file"},
      {"a.zip!/~$1.docx", "lock_file"},
      {"2020~$.docx", ""},
      {"~$dir/1.docx", ""},
  };
  for (const auto& [name, code] : cases) {
    const Result<Document> document = read_document({owner, name}, {});
    EXPECT_EQ(!document && document.problem().code == "lock_file", !code.empty()) << name;
  }
}

TEST(Reader, ArchivesAreWholeContainersOfFiles) {
  const std::string archive = zip_of({{"a.txt", "1"}});
  const std::string document = DocxBuilder("").bytes();
  EXPECT_TRUE(is_archive({archive, "a.zip"}));
  EXPECT_TRUE(is_archive({archive, "a.docx"})) << "whatever its name";
  EXPECT_FALSE(is_archive({document, "a.zip"})) << "a document is no archive of files";
  EXPECT_FALSE(is_archive({std::string_view(archive).substr(0, 30), "a.zip"}));
  EXPECT_FALSE(is_archive({"text", "a.zip"}));
  EXPECT_FALSE(is_archive({"", "a.zip"}));
}

TEST(Reader, ReadsTextAsTheOptionsSay) {
  const Result<Document> document = read_document({"\xA4\x40", "a.txt"}, {.encoding = "Big5"});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->encoding, "Big5");
  EXPECT_EQ(std::get<Paragraph>(document->blocks.at(0)).text, "一");
}

}  // namespace
}  // namespace nianbao::test

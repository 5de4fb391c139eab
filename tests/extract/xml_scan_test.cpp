// The scanner tells of a part exactly what libxml2 tells, or leaves it to libxml2.
#include "extract/xml_scan.h"

#include <gtest/gtest.h>

#include "extract/xml_sax.h"
#include "extract/zip_archive.h"
#include "tests/support/places.h"
#include "tests/support/xml_recorder.h"

namespace nianbao::test {
namespace {

namespace fs = std::filesystem;

// What the scanner tells, or nothing where it hands over.
std::optional<std::string> scanned(std::string_view xml, const Limits& limits = {}) {
  XmlRecorder recorder;
  return scan_xml(xml, recorder, limits) ? std::optional(recorder.events) : std::nullopt;
}

// What libxml2 tells, or nothing where it finds a problem.
std::optional<std::string> by_libxml2(std::string_view xml, const Limits& limits = {}) {
  XmlRecorder recorder;
  return sax_xml(xml, recorder, limits) ? std::nullopt : std::optional(recorder.events);
}

std::string repeated(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string attributes(std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += " a" + std::to_string(i) + "=\"v\"";
  return all;
}

std::string nested(std::size_t depth) { return repeated(depth, "<a>") + repeated(depth, "</a>"); }

struct ScanCase {
  const char* what;
  std::string xml;
};

const std::string kW = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

TEST(XmlScan, TellsOfPlainPartsWhatLibxml2Tells) {
  const std::vector<ScanCase> cases = {
      {"an element", "<a/>"},
      {"with a start and an end tag", "<a></a>"},
      {"blanks in tags", "<a \t\r\n></a\n>"},
      {"blank before the end of an empty tag", "<a />"},
      {"names of all ASCII characters", "<_Az.9-x _b.-1=\"\"/>"},
      {"blanks around", " \n<a/>\r\n\t "},
      {"byte order mark", "\xEF\xBB\xBF<a/>"},
      {"declaration", "<?xml version=\"1.0\"?><a/>"},
      {"declaration with an encoding", "<?xml version='1.0' encoding='utf-8'?>\n<a/>"},
      {"declaration with all", "<?xml version = \"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>\r\n<a/>"},
      {"declaration behind a byte order mark", "\xEF\xBB\xBF<?xml version=\"1.0\" standalone='no'?><a/>"},
      {"elements in elements", "<a><b><c/></b><b/></a>"},
      {"as deep as may be", nested(250)},
      {"prefix", "<w:p" + kW + "><w:r/></w:p>"},
      {"default namespace",
       "<p xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" a=\"1\"><r/></p>"},
      {"default namespace taken back", "<p xmlns=\"urn:x\"><r xmlns=\"\"><s/></r><t/></p>"},
      {"inner namespaces, which end with their element",
       "<w:a" + kW + "><w:b xmlns:w=\"urn:x\"><w:b/></w:b><w:b/><c:b xmlns:c=\"urn:y\"/><w:b/></w:a>"},
      {"one namespace under two prefixes", "<a xmlns:b=\"urn:x\" xmlns:c=\"urn:x\" b:d=\"1\" c:e=\"2\"/>"},
      {"declaration behind its use", "<w:p w:a=\"1\"" + kW + "/>"},
      {"a prefix declared in the part and once more inside",
       "<b:a xmlns:b=\"urn:x\"><b:a xmlns:b=\"urn:x\"/><b:a/></b:a>"},
      {"attributes of one local name", "<a xmlns:b=\"urn:x\" xmlns:c=\"urn:y\" d=\"0\" b:d=\"1\" c:d=\"2\"/>"},
      {"URIs of all kinds of schemes",
       "<a xmlns:b=\"https://x.y/z-1_2\" xmlns:c=\"urn:schemas-microsoft-com:vml\" xmlns:d=\"http://x\"/>"},
      {"a prefix that begins with xml", "<xmlb:a xmlns:xmlb=\"urn:x\" xmlb:c=\"1\" xmlnsx=\"2\"/>"},
      {"xml:space", "<a xml:space=\"preserve\"> <b xml:space=\"default\"/> </a>"},
      {"attributes", "<a b=\"1\" c='2'\n d = \"\"/>"},
      {"quotes and markup in values", "<a b='\"' c=\"'\" d=\"a>b/>=]]>\"/>"},
      {"characters in values", "<a b=\"一\xC3\xA9\xF0\x9F\x98\x80\x7F\"/>"},
      {"blanks in values", "<a b=\"1\t2\n3\r4\r\n5\r\r\n6  7\"/>"},
      {"references in values", "<a b=\"&lt;&gt;&amp;&quot;&apos;&#65;&#x4e00;&#x1F600;&#xA;&#13;&#9;\"/>"},
      {"ampersands that look like references", "<a b=\"&amp;#38;&#38;#38;&amp;amp;\">&amp;lt;&#38;lt;</a>"},
      {"many attributes", "<a" + attributes(64) + "/>"},
      {"text", "<a>1<b>2</b>3</a>"},
      {"text of blanks", "<a> <b/>\n</a>"},
      {"text with other marks", "<a>\"'/=>]]]&gt;] ]> ]]</a>"},
      {"characters in text", "<a>一、总体情况\xC2\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBD\xF4\x8F\xBF\xBF</a>"},
      {"line ends", "<a>\r1\r\n2\n\r3\r\r4\r</a>"},
      {"references in text", "<a>&lt;1&gt;&amp;&quot;&apos;&#0065;&#x9;&#xD;&#10;&#x10FFFF;</a>"},
      {"long text", "<a>" + repeated(100'000, "年报") + "</a>"},
      {"long value", "<a b=\"" + std::string(1'000'000, 'x') + "\"/>"},
      {"long name", "<" + std::string(1'000, 'x') + "/>"},
      {"the same tags again and again", "<a>" + repeated(50, "<b c=\"1\"><d/></b><b c=\"2\"/>") + "</a>"},
      {"more kinds of tags than are remembered",
       [] {
         std::string xml = "<a>";
         for (int i = 0; i < 4'000; ++i) xml += "<b c=\"" + std::to_string(i % 1'500) + "\" d=\"1\"/>";
         return xml + "</a>";
       }()},
      {"one tag under several namespaces",
       "<a xmlns:w=\"urn:x\"><w:b/><c xmlns:w=\"urn:schemas\"><w:b/></c><w:b/><w:b" + kW + "/><w:b/></a>"},
      {"a tag again, up to the first of its greater-than signs",
       "<a><b c=\"1\"/><b c=\"1>\"/><b c=\"1>\"/><b c=\"1\"/></a>"},
      {"a tag with references again", "<a><b c=\"&lt;\"/><b c=\"&lt;\"/></a>"},
      {"a content again", "<a>" + repeated(3, "<rPr><b c=\"1\"/><d></d></rPr>") + "</a>"},
      {"an empty content again", "<a>" + repeated(3, "<rPr></rPr><rPr/>") + "</a>"},
      {"a content in a content again", "<a>" + repeated(3, "<pPr><b/><rPr><c/></rPr></pPr><rPr><c/></rPr>") + "</a>"},
      {"contents in turn", "<a>" + repeated(3, "<tcPr><b c=\"1\"/></tcPr><tcPr><b c=\"2\"/></tcPr>") + "</a>"},
      {"a content that is the beginning of another",
       "<a>" + repeated(2, "<rPr><b/></rPr><rPr><b/><c/></rPr><rPr><b/> </rPr>") + "</a>"},
      {"one content of two elements", "<a>" + repeated(2, "<rPr><b/></rPr><pPr><b/></pPr>") + "</a>"},
      {"a content with text again", "<a>" + repeated(3, "<rPr>1<b/></rPr><rPr><b>2</b></rPr>") + "</a>"},
      {"a content with references again", "<a>" + repeated(3, "<rPr><b c=\"&amp;\"/></rPr>") + "</a>"},
      {"a content with attributes on its element", "<a>" + repeated(3, "<rPr c=\"1\"><b/></rPr>") + "</a>"},
      {"a content under several namespaces",
       "<a xmlns:w=\"urn:x\">" + repeated(2, "<w:rPr><w:b/></w:rPr>") +
           "<c xmlns:w=\"urn:y\"><w:rPr><w:b/></w:rPr></c>" + repeated(2, "<w:rPr" + kW + "><w:b/></w:rPr>") +
           repeated(2, "<w:rPr><w:b" + kW + "/></w:rPr>") + "<w:rPr><w:b/></w:rPr></a>"},
      {"one element under two prefixes",
       "<a xmlns:b=\"urn:x\" xmlns:c=\"urn:x\">" + repeated(2, "<b:rPr><b:d/></b:rPr><c:rPr><b:d/></c:rPr>") + "</a>"},
      {"more contents than are remembered",
       [] {
         std::string xml = "<a>";
         for (int i = 0; i < 400; ++i) xml += "<rPr><b c=\"" + std::to_string(i % 150) + "\"/></rPr>";
         return xml + "</a>";
       }()},
      {"more elements than are remembered",
       [] {
         std::string xml = "<a>";
         for (int i = 0; i < 60; ++i) {
           const std::string name = std::string(1, static_cast<char>('a' + i % 20)) + "Pr";
           xml.append("<").append(name).append("><b/></").append(name).append(">");
         }
         return xml + "</a>";
       }()},
      {"a longer content than is remembered",
       "<a>" + repeated(3, "<rPr>" + repeated(600, "<b c=\"1\"/>") + "</rPr>") + "</a>"},
      {"a deep content again, where there is less room", repeated(200, "<a>") + "<rPr>" + nested(40) + "</rPr>" +
                                                             repeated(5, "<a>") + "<rPr>" + nested(40) + "</rPr>" +
                                                             repeated(205, "</a>")},
  };
  for (const ScanCase& made : cases) {
    const std::optional<std::string> told = scanned(made.xml);
    EXPECT_TRUE(told) << made.what;
    EXPECT_TRUE(told == by_libxml2(made.xml)) << made.what;
  }
}

TEST(XmlScan, HandsOverWhatIsRare) {
  const std::vector<ScanCase> cases = {
      {"comment", "<a><!-- 1 --></a>"},
      {"comment behind", "<a/><!-- 1 -->"},
      {"CDATA", "<a><![CDATA[1]]></a>"},
      {"instruction", "<?b c?><a/>"},
      {"instruction inside", "<a><?b c?></a>"},
      {"name that is not ASCII", "<年/>"},
      {"attribute name that is not ASCII", "<a 年=\"1\"/>"},
      {"other encoding", "<?xml version=\"1.0\" encoding=\"GB18030\"?><a>\xD2\xBB</a>"},
      {"UTF-16", std::string("\xFF\xFE<\0a\0/\0>\0", 10)},
      {"other version", "<?xml version=\"1.1\"?><a/>"},
      {"too deep for a document of Word", nested(251)},
      {"very long name", "<" + std::string(1'001, 'x') + "/>"},
      {"very many attributes", "<a" + attributes(65) + "/>"},
      {"URI with a query", "<a xmlns:b=\"http://x/?y\"/>"},
      {"URI with a reference", "<a xmlns:b=\"urn&#58;x\"/>"},
      {"relative URI", "<a xmlns:b=\"x\"/>"},
      {"xml:lang", "<a xml:lang=\"zh-CN\"/>"},
      {"xml:space of another kind", "<a xml:space=\"x\"/>"},
      {"xml declared as what it is", "<a xmlns:xml=\"http://www.w3.org/XML/1998/namespace\"/>"},
      {"NUL behind", std::string("<a/>\0", 5)},
      {"byte order mark in a name", "<a\xEF\xBB\xBF/>"},
      {"long reference", "<a>&#000000000065;</a>"},
  };
  for (const ScanCase& made : cases) {
    EXPECT_FALSE(scanned(made.xml)) << made.what;
    EXPECT_TRUE(by_libxml2(made.xml)) << made.what;
  }
}

TEST(XmlScan, HandsOverWhatIsNotWellFormed) {
  const std::vector<ScanCase> cases = {
      {"nothing", ""},
      {"blanks", " \n"},
      {"only a byte order mark", "\xEF\xBB\xBF"},
      {"only a declaration", "<?xml version=\"1.0\"?>"},
      {"declaration cut off", "<?xml version=>"},
      {"declaration without version", "<?xml encoding=\"UTF-8\"?><a/>"},
      {"declaration in another order", "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?><a/>"},
      {"declaration with quotes of two kinds", "<?xml version=\"1.0'?><a/>"},
      {"declaration with more", "<?xml version=\"1.0\" a=\"b\"?><a/>"},
      {"declaration twice", "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><a/>"},
      {"declaration behind a blank", " <?xml version=\"1.0\"?><a/>"},
      {"doctype", "<!DOCTYPE a><a/>"},
      {"text only", "1"},
      {"greater-than only", ">"},
      {"not closed", "<a><b></b>"},
      {"closed by another", "<a><b></a></b>"},
      {"closed by a longer name", "<a></ab>"},
      {"closed by a shorter name", "<ab></a>"},
      {"a known content closed under another prefix",
       "<a xmlns:b=\"urn:x\" xmlns:c=\"urn:x\"><b:rPr><d/></b:rPr><c:rPr><d/></b:rPr></a>"},
      {"a known content in an element that is not closed", "<a><rPr><b/></rPr><rPr><b/></rPr>"},
      {"a known content with more behind it", "<a><rPr><b/></rPr><rPr><b/></rPr></rPr></a>"},
      {"closed under another prefix", "<b:a xmlns:b=\"urn:x\" xmlns:c=\"urn:x\"></c:a>"},
      {"attribute in an end tag", "<a></a b=\"1\">"},
      {"two roots", "<a/><b/>"},
      {"text before", "1<a/>"},
      {"text behind", "<a/>1"},
      {"greater-than behind", "<a/>>"},
      {"cut inside a tag", "<a><b"},
      {"cut inside a value", "<a b=\"1>"},
      {"cut inside text", "<a>1>"},
      {"cut inside a reference", "<a>&lt>"},
      {"no name", "<>"},
      {"blank before the name", "< a/>"},
      {"name that begins with a digit", "<1/>"},
      {"name of two colons", "<a:b:c xmlns:a=\"urn:x\"/>"},
      {"name that ends with a colon", "<a: xmlns:a=\"urn:x\"/>"},
      {"slash inside a tag", "<a / >"},
      {"slash before an attribute", "<a /b=\"1\">"},
      {"attribute without a value", "<a b/>"},
      {"attribute without quotes", "<a b=1/>"},
      {"attributes without a blank", "<a b=\"1\"c=\"2\"/>"},
      {"attribute twice", "<a b=\"1\" b=\"2\"/>"},
      {"attribute twice by its namespace", "<a xmlns:b=\"urn:x\" xmlns:c=\"urn:x\" b:d=\"1\" c:d=\"2\"/>"},
      {"less-than in a value", "<a b=\"<\"/>"},
      {"prefix not declared", "<b:a/>"},
      {"prefix of an attribute not declared", "<a b:c=\"1\"/>"},
      {"prefix no longer declared", "<a><b:c xmlns:b=\"urn:x\"/><b:c/></a>"},
      {"prefix declared as nothing", "<a xmlns:b=\"\"/>"},
      {"prefix declared twice", "<a xmlns:b=\"urn:x\" xmlns:b=\"urn:y\"/>"},
      {"default declared twice", "<a xmlns=\"urn:x\" xmlns=\"urn:y\"/>"},
      {"prefix xmlns declared", "<a xmlns:xmlns=\"urn:x\"/>"},
      {"element with the prefix xmlns", "<xmlns:a/>"},
      {"xml declared as something else", "<a xmlns:xml=\"urn:x\"/>"},
      {"another prefix declared as xml", "<a xmlns:b=\"http://www.w3.org/XML/1998/namespace\"/>"},
      {"a prefix declared as xmlns", "<a xmlns:b=\"http://www.w3.org/2000/xmlns/\"/>"},
      {"URI that is none", "<a xmlns:b=\"http://a b\"/>"},
      {"bare ampersand", "<a>1 & 2</a>"},
      {"bare less-than", "<a>1 < 2</a>"},
      {"end of CDATA", "<a>]]></a>"},
      {"end of CDATA after a bracket", "<a>]]]></a>"},
      {"unknown entity", "<a>&nbsp;</a>"},
      {"reference without a name", "<a>&;</a>"},
      {"reference without a number", "<a>&#;</a>"},
      {"reference without a hexadecimal number", "<a>&#x;</a>"},
      {"reference with a large X", "<a>&#X41;</a>"},
      {"reference with a sign", "<a>&#-65;</a>"},
      {"reference to NUL", "<a>&#0;</a>"},
      {"reference to a surrogate", "<a>&#xD800;</a>"},
      {"reference to no character", "<a b=\"&#xFFFF;\"/>"},
      {"reference beyond Unicode", "<a>&#x110000;</a>"},
      {"NUL", std::string("<a>\0</a>", 8)},
      {"control character", "<a>\x01</a>"},
      {"control character in a value", "<a b=\"\x1F\"/>"},
      {"half a character", "<a>\xE4\xB8</a>"},
      {"half a character in a value", "<a b=\"\xE4\xB8\"/>"},
      {"byte of no character", "<a>\xFF</a>"},
      {"trailing byte alone", "<a>\x80</a>"},
      {"surrogate", "<a>\xED\xA0\x80</a>"},
      {"U+FFFE", "<a>\xEF\xBF\xBE</a>"},
      {"beyond Unicode", "<a>\xF4\x90\x80\x80</a>"},
  };
  for (const ScanCase& made : cases) {
    EXPECT_FALSE(scanned(made.xml)) << made.what;
    EXPECT_FALSE(by_libxml2(made.xml)) << made.what;
  }
}

TEST(XmlScan, HandsOverWhatIsNotInItsShortestForm) {
  for (const char* bytes :
       {"\xC0\xBC", "\xC1\xBF", "\xE0\x80\xBC", "\xE0\x9F\xBF", "\xF0\x80\x80\xBC", "\xF0\x8F\xBF\xBF"})
    EXPECT_FALSE(scanned("<a>" + std::string(bytes) + "</a>")) << bytes;
}

TEST(XmlScan, HandsOverWhatMayBeBeyondALimit) {
  struct LimitCase {
    const char* what;
    std::string xml;
    Limits limits;
  };
  const std::string declarations = " xmlns:b=\"urn:x\" xmlns:c=\"urn:y\"";
  const std::vector<LimitCase> cases = {
      {"bytes", "<a>" + std::string(100, 'x') + "</a>", {.xml_bytes = 100}},
      {"attributes", "<a" + attributes(5) + "/>", {.attributes = 4}},
      {"attributes and declarations", "<a" + declarations + attributes(3) + "/>", {.attributes = 4}},
      {"namespaces in force",
       "<a" + declarations + "><a" + declarations + "><a xmlns:b=\"urn:z\"/></a></a>",
       {.attributes = 4}},
      {"bytes of a tag", "<a b=\"" + std::string(50, 'x') + "\"/>", {.tag_bytes = 50}},
      {"bytes of an end tag", "<a></a" + std::string(50, ' ') + ">", {.tag_bytes = 50}},
  };
  for (const LimitCase& made : cases) {
    EXPECT_FALSE(by_libxml2(made.xml, made.limits)) << made.what;
    EXPECT_FALSE(scanned(made.xml, made.limits)) << made.what;
    EXPECT_TRUE(scanned(made.xml)) << made.what;
  }
  EXPECT_FALSE(scanned("<a>" + std::string(8U << 20U, 'x') + "</a>"));
}

class Stopping : public XmlRecorder {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    XmlRecorder::start(name, attributes);
    return name.local == "c" ? "limit_depth" : nullptr;
  }
};

TEST(XmlScan, HandsOverWhereTheHandlerStops) {
  for (const char* xml : {"<a><b/><c/><d/></a>", "<c/>", "<a><c></c></a>"}) {
    Stopping handler;
    EXPECT_FALSE(scan_xml(xml, handler)) << xml;
    EXPECT_EQ(handler.events.find('d'), std::string::npos) << "nothing after the stop";
  }
}

// Told of what has names that the readers of Word documents know, and of nothing else, however it is told.
class Heeding : public XmlRecorder {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    return heeds(name) ? XmlRecorder::start(name, attributes) : nullptr;
  }
  void end(const XmlName& name) override {
    if (heeds(name)) XmlRecorder::end(name);
  }
  bool heeds(const XmlName& name) const override { return name.known != XmlLocal::kOther; }
};

std::string heeded(std::string_view xml, bool by_scanner) {
  Heeding handler;
  if (by_scanner)
    EXPECT_TRUE(scan_xml(xml, handler));
  else
    EXPECT_FALSE(sax_xml(xml, handler));
  return handler.events;
}

TEST(XmlScan, LeavesOutOnlyWhatIsNotHeeded) {
  const std::string run = "<w:rPr><w:rFonts w:ascii=\"x\"/><w:sz w:val=\"1\"><w:vanish/></w:sz><w:b/></w:rPr>";
  const std::string xml =
      "<w:p" + kW + ">" + repeated(3, "<w:pPr><w:jc/>" + run + "</w:pPr><w:r>" + run + "<w:t>1</w:t></w:r>") + "</w:p>";
  const std::string told = heeded(xml, true);
  EXPECT_EQ(told, heeded(xml, false));
  const auto count = [&](const std::string& name) {
    std::size_t found = 0;
    for (std::size_t at = told.find(name); at != std::string::npos; at = told.find(name, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("vanish"), 12U) << "a start and an end in each of six";
  EXPECT_EQ(count("sz"), 0U);
}

// How many parts there were, and how many of them the scanner read.
struct Tally {
  std::size_t parts = 0;
  std::size_t scanned = 0;
};

void compare(const std::string& xml, const std::string& where, Tally& tally) {
  const std::optional<std::string> told = scanned(xml);
  ++tally.parts;
  if (!told) return;
  ++tally.scanned;
  EXPECT_TRUE(told == by_libxml2(xml)) << where;
  EXPECT_TRUE(heeded(xml, true) == heeded(xml, false)) << where;
}

bool is_xml_name(const std::string& name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

// All XML in a file, be it a package or XML itself.
void compare_file(const fs::path& file, Tally& tally) {
  const std::string bytes = file_content(file);
  if (bytes.find('<') < 8) compare(bytes, file.string(), tally);
  if (!bytes.starts_with("PK")) return;
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return;
  const std::vector<std::string> names = archive->names();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (is_xml_name(names[i]))
      if (const Result<std::string> xml = archive->read(i)) compare(*xml, file.string() + "!/" + names[i], tally);
}

Tally compare_folder(const fs::path& folder) {
  Tally tally;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) compare_file(entry.path(), tally);
  return tally;
}

TEST(XmlScan, TellsOfEveryPartOfTheSamplesWhatLibxml2Tells) {
  const Tally tally = compare_folder(project("samples"));
  EXPECT_GT(tally.parts, 30U);
  EXPECT_EQ(tally.scanned, tally.parts);
}

TEST(XmlScan, TellsOfEveryPartOfTheCorpusWhatLibxml2Tells) {
  if (shared("corpus").empty()) GTEST_SKIP() << "../shared/corpus is not on this machine";
  const Tally tally = compare_folder(shared("corpus"));
  EXPECT_GT(tally.parts, 500U);
  EXPECT_GT(tally.scanned * 100, tally.parts * 95);
}

TEST(XmlScan, TellsOfEveryPartOfTheHostileFilesWhatLibxml2Tells) {
  if (shared("hostile").empty()) GTEST_SKIP() << "../shared/hostile is not on this machine";
  const Tally tally = compare_folder(shared("hostile"));
  EXPECT_GT(tally.parts, 10'000U);
  EXPECT_GT(tally.scanned * 100, tally.parts * 85);
}

TEST(XmlScan, ReadsEveryMainPartAndEveryStylePartOfTheMadeReports) {
  if (shared("corpus/made").empty()) GTEST_SKIP() << "../shared/corpus is not on this machine";
  std::size_t parts = 0;
  for (const auto& entry : fs::directory_iterator(shared("corpus/made"))) {
    if (entry.path().extension() != ".docx") continue;
    const std::string bytes = file_content(entry.path());
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    ASSERT_TRUE(archive) << entry.path();
    for (const char* part : {"word/document.xml", "word/styles.xml"}) {
      const Result<std::string> xml = archive->read(part);
      if (!xml) continue;
      EXPECT_TRUE(scanned(*xml)) << entry.path() << ' ' << part;
      ++parts;
    }
  }
  EXPECT_GE(parts, 100U);
}

}  // namespace
}  // namespace nianbao::test

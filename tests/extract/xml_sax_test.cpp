// XML parts: namespaces by URI, and no document that is only almost well-formed.
#include "extract/xml_sax.h"

#include <gtest/gtest.h>

#include <map>

namespace nianbao::test {
namespace {

// Events in one line: +word:p(val=1) 'text' -word:p.
class Recorder : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.local == stop_at) return "limit_depth";
    flush();
    events += "+" + shown(name);
    if (const auto value = attributes.find("val")) events += "(" + std::string(*value) + ")";
    return nullptr;
  }
  void end(const XmlName& name) override {
    flush();
    events += "-" + shown(name);
  }
  void text(std::string_view piece) override { pending_ += piece; }

  std::string events;
  std::string stop_at;

 private:
  void flush() {
    if (!pending_.empty()) events += "'" + pending_ + "'";
    pending_.clear();
  }

  static std::string shown(const XmlName& name) {
    static const std::map<XmlSpace, std::string> kNames = {{XmlSpace::kNone, ""},
                                                           {XmlSpace::kWord, "w:"},
                                                           {XmlSpace::kRelationships, "r:"},
                                                           {XmlSpace::kPackageRelationships, "pr:"},
                                                           {XmlSpace::kContentTypes, "ct:"},
                                                           {XmlSpace::kCompatibility, "mc:"},
                                                           {XmlSpace::kMath, "m:"},
                                                           {XmlSpace::kFlatPackage, "pkg:"},
                                                           {XmlSpace::kAnnotation, "aml:"},
                                                           {XmlSpace::kHint, "wx:"},
                                                           {XmlSpace::kOther, "?:"}};
    return kNames.at(name.space) + std::string(name.local);
  }

  std::string pending_;
};

std::string events(const std::string& xml) {
  Recorder recorder;
  const std::optional<Problem> problem = sax_xml(xml, recorder);
  return problem ? "<" + problem->code + ">" : recorder.events;
}

const std::string kW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

struct XmlCase {
  const char* what;
  std::string xml;
  std::string expected;
};

TEST(XmlSax, KnowsNamespacesByTheirUri) {
  const std::vector<XmlCase> cases = {
      {"transitional", "<w:p xmlns:w=\"" + kW + "\"/>", "+w:p-w:p"},
      {"strict", "<w:p xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>", "+w:p-w:p"},
      {"other prefix", "<ns0:p xmlns:ns0=\"" + kW + "\"/>", "+w:p-w:p"},
      {"default namespace", "<p xmlns=\"" + kW + "\"><t>1</t></p>", "+w:p+w:t'1'-w:t-w:p"},
      {"the prefix w for something else", "<w:p xmlns:w=\"urn:x\"/>", "+?:p-?:p"},
      {"no namespace", "<p/>", "+p-p"},
      {"changed on the way", "<w:a xmlns:w=\"" + kW + "\"><w:b xmlns:w=\"urn:x\"/><w:c/></w:a>",
       "+w:a+?:b-?:b+w:c-w:c-w:a"},
      {"strict mathematics", "<m:t xmlns:m=\"http://purl.oclc.org/ooxml/officeDocument/math\"/>", "+m:t-m:t"},
      {"compatibility", "<a:Choice xmlns:a=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"/>",
       "+mc:Choice-mc:Choice"},
      {"attribute with any prefix", "<w:p xmlns:w=\"" + kW + "\" w:val=\"1\"/>", "+w:p(1)-w:p"},
      {"attribute without prefix", "<p val=\"1\"/>", "+p(1)-p"},
      {"empty attribute", "<p val=\"\"/>", "+p()-p"},
      {"references in an attribute", "<p val=\"&lt;&#x4E00;&amp;&quot;\"/>", "+p(<一&\")-p"},
  };
  for (const XmlCase& made : cases) EXPECT_EQ(events(made.xml), made.expected) << made.what;
}

TEST(XmlSax, GivesAllText) {
  const std::vector<XmlCase> cases = {
      {"text", "<t>一、总体情况</t>", "+t'一、总体情况'-t"},
      {"spaces", "<t>  </t>", "+t'  '-t"},
      {"CDATA", "<t><![CDATA[<1>&]]></t>", "+t'<1>&'-t"},
      {"text and CDATA", "<t>1<![CDATA[2]]>3</t>", "+t'123'-t"},
      {"references", "<t>&#49;&#x32;&amp;&lt;&gt;&apos;</t>", "+t'12&<>''-t"},
      {"comment inside", "<t>1<!-- 9 -->2</t>", "+t'12'-t"},
      {"processing instruction inside", "<t>1<?x 9?>2</t>", "+t'12'-t"},
      {"line ends", "<t>1\r\n2\r3</t>", "+t'1\n2\n3'-t"},
      {"byte order mark", "\xEF\xBB\xBF<t>1</t>", "+t'1'-t"},
      {"declaration", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<t>1</t>", "+t'1'-t"},
      {"other encoding", "<?xml version=\"1.0\" encoding=\"GB18030\"?><t>\xD2\xBB</t>", "+t'一'-t"},
      {"UTF-16", std::string("\xFF\xFE<\0t\0>\0\x31\0<\0/\0t\0>\0", 18), "+t'1'-t"},
      {"after the end", "<t>1</t>\n<!-- x -->\n", "+t'1'-t"},
      {"long text", "<t>" + std::string(200'000, '1') + "</t>", "+t'" + std::string(200'000, '1') + "'-t"},
  };
  for (const XmlCase& made : cases) EXPECT_EQ(events(made.xml), made.expected) << made.what;
}

TEST(XmlSax, RefusesADoctype) {
  const std::vector<XmlCase> cases = {
      {"plain", "<!DOCTYPE t><t>1</t>", "<xml_doctype>"},
      {"with entities", "<!DOCTYPE t [<!ENTITY e \"9\">]><t>&e;</t>", "<xml_doctype>"},
      {"external", "<!DOCTYPE t SYSTEM \"file:///etc/passwd\"><t/>", "<xml_doctype>"},
      {"billion laughs",
       "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><t>&c;</t>",
       "<xml_doctype>"},
  };
  for (const XmlCase& made : cases) EXPECT_EQ(events(made.xml), made.expected) << made.what;
}

TEST(XmlSax, RefusesWhatIsNotWellFormed) {
  const std::vector<std::pair<const char*, std::string>> cases = {
      {"empty", ""},
      {"blank", "  \n"},
      {"text only", "总体情况"},
      {"not closed", "<a><b></b>"},
      {"closed by another", "<a><b></a></b>"},
      {"cut inside a tag", "<a><b"},
      {"cut inside text", "<a>12"},
      {"two roots", "<a/><b/>"},
      {"text behind", "<a/>1"},
      {"attribute twice", "<a val=\"1\" val=\"2\"/>"},
      {"attribute without quotes", "<a val=1/>"},
      {"bare ampersand", "<a>1 & 2</a>"},
      {"bare less-than", "<a>1 < 2</a>"},
      {"unknown entity", "<a>&nbsp;</a>"},
      {"malformed UTF-8", "<a>\xE4\xB8</a>"},
      {"byte of no character", "<a>\xFF</a>"},
      {"NUL", std::string("<a>1\0</a>", 9)},
      {"control character", "<a>\x01</a>"},
      {"reference to NUL", "<a>&#0;</a>"},
      {"prefix without namespace", "<w:p>1</w:p>"},
      {"open comment", "<a><!-- </a>"},
      {"open CDATA", "<a><![CDATA[ </a>"},
      {"unknown encoding", "<?xml version=\"1.0\" encoding=\"nonsense-1\"?><a>\xE4\xB8\x80</a>"},
  };
  for (const auto& [what, xml] : cases) EXPECT_EQ(events(xml), "<xml_damaged>") << what;
}

TEST(XmlSax, NamesTheLineOfTheDamage) {
  Recorder recorder;
  const std::optional<Problem> problem = sax_xml("<a>\n<b>\n</c>\n</a>", recorder);
  ASSERT_TRUE(problem);
  EXPECT_NE(problem->detail.find("line 3"), std::string::npos) << problem->detail;
}

TEST(XmlSax, AHandlerStopsTheParse) {
  Recorder recorder;
  recorder.stop_at = "c";
  const std::optional<Problem> problem = sax_xml("<a><b/><c/><d/></a>", recorder);
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "limit_depth");
  EXPECT_EQ(recorder.events, "+a+b-b") << "nothing after the stop";
}

}  // namespace
}  // namespace nianbao::test

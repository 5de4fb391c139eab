// What keeps libxml2 from working for minutes, and what must pass all the same.
#include "extract/xml_guard.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

using namespace std::string_literals;

std::string tag_with(std::size_t attributes, const std::string& value) {
  std::string tag = "<a";
  for (std::size_t i = 0; i < attributes; ++i) tag += " x" + std::to_string(i) + "=\"" + value + "\"";
  return tag + ">";
}

// The guarded bytes, or the code of the problem in angle brackets.
std::string guarded(const std::string& xml, const Limits& limits = {}) {
  const Result<GuardedXml> result = GuardedXml::guard(xml, limits);
  return result ? std::string(result->bytes()) : "<" + result.problem().code + ">";
}

struct Untouched {
  const char* what;
  std::string xml;
};

TEST(XmlGuard, LeavesHonestXmlAsItIs) {
  const std::vector<Untouched> cases = {
      {"nothing", ""},
      {"plain", "<?xml version=\"1.0\"?><a b=\"1\">2</a>"},
      {"as many attributes as may be", tag_with(1000, "v")},
      {"equals signs in values", tag_with(900, "a=b=c=d=e=f=g=h")},
      {"equals signs in text", "<a>" + std::string(100'000, '=') + "</a>"},
      {"long text", "<a>" + std::string(8U << 20U, 'x') + "</a>"},
      {"long value, such as the path of a drawing", tag_with(3, std::string(1U << 20U, '=') + ">")},
      {"quotes of the other kind in a value", "<a b='\"' c=\"'\">" + std::string(10'000, '=') + "</a>"},
      {"comment with tags in it", "<a><!--" + tag_with(5000, "v") + "--></a>"},
      {"CDATA with tags in it", "<a><![CDATA[" + tag_with(5000, "v") + "]]></a>"},
      {"instruction with tags in it", "<?x " + tag_with(5000, "v") + "?><a/>"},
      {"many tags",
       [] {
         std::string xml;
         for (int i = 0; i < 5000; ++i) xml += "<a b=\"1\" c=\"2\"/>";
         return xml;
       }()},
      {"tag that does not end", "<a b=\"1"},
      {"comment that does not end", "<a><!-- "},
  };
  for (const Untouched& made : cases) EXPECT_TRUE(guarded(made.xml) == made.xml) << made.what;
}

TEST(XmlGuard, RefusesTagsThatCostQuadraticTime) {
  EXPECT_EQ(guarded(tag_with(1001, "v")), "<limit_attributes>");
  EXPECT_EQ(guarded("<b/><c>1</c>" + tag_with(100'000, "")), "<limit_attributes>");
  EXPECT_EQ(guarded("<a>" + tag_with(20'000, "<")), "<a>" + tag_with(20'000, "<"))
      << "a less-than sign ends every tag: libxml2 refuses it at the first";
  EXPECT_EQ(guarded(tag_with(1, std::string(5U << 20U, 'x'))), "<limit_tag>");
  EXPECT_EQ(guarded(tag_with(20, "v"), {.attributes = 10}), "<limit_attributes>");
  EXPECT_EQ(guarded(tag_with(20, "v"), {.tag_bytes = 50}), "<limit_tag>");
}

TEST(XmlGuard, DropsCommentsThatAreTooLongToParse) {
  const std::string comment = "<!--" + std::string(3U << 20U, '<') + "-->";
  const std::string instruction = "<?x " + std::string(3U << 20U, '<') + "?>";
  EXPECT_EQ(guarded("<a>1" + comment + "2" + instruction + "3</a>"), "<a>123</a>");
}

TEST(XmlGuard, DecodesUtf16) {
  const std::string le = "<\0a\0/\0>\0"s;
  const std::string be = "\0<\0a\0/\0>"s;
  EXPECT_EQ(guarded(le), "<a/>");
  EXPECT_EQ(guarded(be), "<a/>");
  EXPECT_EQ(guarded("\xFF\xFE" + le), "<a/>");
  EXPECT_EQ(guarded("\xFE\xFF" + be), "<a/>");
  EXPECT_EQ(guarded("\xFF\xFE" + le + "x"), "<encoding>") << "half a character";
  EXPECT_EQ(guarded("\xFF\xFE\x00\xD8<\0"s), "<encoding>") << "half a surrogate pair";
}

}  // namespace
}  // namespace nianbao::test

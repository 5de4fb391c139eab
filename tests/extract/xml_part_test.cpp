// A part is read by the scanner or by libxml2; whoever reads it does not see which.
#include "extract/xml_part.h"

#include <gtest/gtest.h>

#include "tests/support/xml_recorder.h"

namespace nianbao::test {
namespace {

// Keeps every handler that was made.
struct Makes {
  std::deque<XmlRecorder> made;

  XmlHandler& operator()() { return made.emplace_back(); }
};

TEST(XmlPart, APlainPartIsGivenToOneHandler) {
  Makes makes;
  EXPECT_FALSE(parse_xml("<a>1</a>", std::ref(makes)));
  ASSERT_EQ(makes.made.size(), 1U);
  EXPECT_EQ(makes.made.back().events,
            "\1"
            "0a\5"
            "1\4"
            "0a");
}

TEST(XmlPart, AnotherHandlerIsGivenAllOfAPartThatIsNotPlain) {
  Makes makes;
  EXPECT_FALSE(parse_xml("<a>1<b/><!-- --></a>", std::ref(makes)));
  ASSERT_EQ(makes.made.size(), 2U);
  EXPECT_EQ(makes.made.back().events,
            "\1"
            "0a\5"
            "1\1"
            "0b\4"
            "0b\4"
            "0a");
}

TEST(XmlPart, ProblemsAreThoseOfLibxml2) {
  Makes makes;
  const std::optional<Problem> damaged = parse_xml("<a>\n<b>\n</c>\n</a>", std::ref(makes));
  ASSERT_TRUE(damaged);
  EXPECT_EQ(damaged->code, "xml_damaged");
  EXPECT_NE(damaged->detail.find("line 3"), std::string::npos) << damaged->detail;
  const std::optional<Problem> large = parse_xml("<a>12345</a>", std::ref(makes), {.xml_bytes = 10});
  ASSERT_TRUE(large);
  EXPECT_EQ(large->code, "limit_size");
}

TEST(XmlPart, WithoutContentThereAreNoEventsAndNoProblem) {
  Makes makes;
  EXPECT_FALSE(XmlPart().parse(std::ref(makes)));
  ASSERT_EQ(makes.made.size(), 1U);
  EXPECT_EQ(makes.made.back().events, "");
}

class Stopping : public XmlHandler {
 public:
  const char* start(const XmlName& /*name*/, const XmlAttributes& /*attributes*/) override { return "limit_depth"; }
  void end(const XmlName& /*name*/) override {}
  void text(std::string_view /*text*/) override {}
};

TEST(XmlPart, AHandlerStopsWithItsProblem) {
  Stopping handler;
  const std::optional<Problem> problem = parse_xml("<a/>", [&]() -> XmlHandler& { return handler; });
  ASSERT_TRUE(problem);
  EXPECT_EQ(problem->code, "limit_depth");
}

}  // namespace
}  // namespace nianbao::test

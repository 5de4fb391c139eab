// What styles hide, raise and strike.
#include "extract/docx_styles.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

std::string style(const std::string& type, const std::string& id, const std::string& inner,
                  const std::string& more = "") {
  return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\" " + more + ">" + inner + "</w:style>";
}

Styles styles_of(const std::string& inner) {
  const std::string xml =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + inner + "</w:styles>";
  Result<Styles> styles = Styles::read(xml);
  if (styles) return std::move(*styles);
  ADD_FAILURE() << styles.problem().code;
  return {};
}

// h, r, s for hidden, raised, struck.
std::string drawn(const Styles& styles, const std::string& paragraph, const std::string& character,
                  const RunLook& own = {}) {
  const DrawnLook look = styles.look_of(own, paragraph, character);
  return std::string(look.hidden ? "h" : "") + (look.raised ? "r" : "") + (look.struck ? "s" : "");
}

const std::string kHidden = "<w:rPr><w:vanish/></w:rPr>";

TEST(DocxStyles, NothingSaidIsNothingDone) {
  EXPECT_EQ(drawn(Styles{}, "", ""), "");
  EXPECT_EQ(drawn(Styles{}, "unknown", "unknown"), "");
  EXPECT_EQ(drawn(styles_of(style("table", "t", kHidden)), "t", "t"), "") << "table styles are no looks of runs";
}

TEST(DocxStyles, OneStyle) {
  const Styles styles =
      styles_of(style("character", "h", kHidden) + style("character", "off", "<w:rPr><w:vanish w:val=\"0\"/></w:rPr>") +
                style("character", "up", "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>") +
                style("character", "flat", "<w:rPr><w:vertAlign w:val=\"baseline\"/></w:rPr>") +
                style("character", "position", "<w:rPr><w:position w:val=\"6\"/></w:rPr>") +
                style("character", "s", "<w:rPr><w:dstrike/></w:rPr>") + style("paragraph", "ph", kHidden));
  EXPECT_EQ(drawn(styles, "", "h"), "h");
  EXPECT_EQ(drawn(styles, "", "off"), "");
  EXPECT_EQ(drawn(styles, "", "up"), "r");
  EXPECT_EQ(drawn(styles, "", "flat"), "");
  EXPECT_EQ(drawn(styles, "", "position"), "r");
  EXPECT_EQ(drawn(styles, "", "s"), "s");
  EXPECT_EQ(drawn(styles, "ph", ""), "h");
  EXPECT_EQ(drawn(styles, "ph", "h"), "") << "a toggle of both levels (17.7.3)";
  EXPECT_EQ(drawn(styles, "", "h", {.hidden = false}), "") << "the run itself has the last word";
  EXPECT_EQ(drawn(styles, "", "up", {.script = false}), "");
  EXPECT_EQ(drawn(styles, "", "", {.hidden = true, .struck = true}), "hs");
}

TEST(DocxStyles, OneWayOfDrawingDoesNotEndAnother) {
  const Styles styles = styles_of(style("character", "up", "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>") +
                                  style("character", "both", "<w:rPr><w:strike/><w:dstrike w:val=\"0\"/></w:rPr>") +
                                  style("paragraph", "once", "<w:rPr><w:strike/></w:rPr>") +
                                  style("character", "twice", "<w:rPr><w:dstrike/></w:rPr>"));
  EXPECT_EQ(drawn(styles, "", "up", {.shifted = false}), "r") << "position 0 leaves a superscript";
  EXPECT_EQ(drawn(styles, "", "", {.script = false, .shifted = true}), "r");
  EXPECT_EQ(drawn(styles, "", "both"), "s") << "not struck double, but struck";
  EXPECT_EQ(drawn(styles, "once", "", {.struck_double = false}), "s");
  EXPECT_EQ(drawn(styles, "once", "twice"), "s") << "two different toggles";
}

TEST(DocxStyles, InheritedAndByDefault) {
  const Styles styles = styles_of(
      "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>" +
      style("character", "a", kHidden) + style("character", "b", "<w:basedOn w:val=\"a\"/>") +
      style("character", "c", "<w:basedOn w:val=\"b\"/><w:rPr><w:vanish w:val=\"false\"/></w:rPr>") +
      style("character", "loop", "<w:basedOn w:val=\"loop\"/>") + style("paragraph", "n", kHidden, "w:default=\"1\""));
  EXPECT_EQ(drawn(styles, "n", "b"), "s") << "hidden twice, struck by default";
  EXPECT_EQ(drawn(styles, "x", "b"), "hs");
  EXPECT_EQ(drawn(styles, "x", "c"), "s");
  EXPECT_EQ(drawn(styles, "x", "loop"), "s");
  EXPECT_EQ(drawn(styles, "", ""), "hs") << "the default paragraph style";
}

}  // namespace
}  // namespace nianbao::test

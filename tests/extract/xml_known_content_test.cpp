// Contents are known again by all their bytes, under one name, as long as nothing about them has changed.
#include "extract/xml_known_content.h"

#include <gtest/gtest.h>

namespace nianbao::test {
namespace {

using std::string_view;

XmlStartTag tag_of(string_view name) {
  XmlStartTag tag;
  tag.written_name = name;
  tag.name = XmlName(XmlSpace::kNone, name);
  return tag;
}

// As if <b/> had been read in an element.
void learn(XmlKnownContent& known, string_view element, string_view bytes, bool heeded = true) {
  known.begin(element);
  known.start(tag_of("b"), heeded);
  known.end(tag_of("b").name, heeded);
  known.finish(bytes);
}

TEST(XmlKnownContent, IsWantedOfWhatDescribes) {
  for (const char* name : {"rPr", "pPr", "tcPr", "Pr"}) EXPECT_TRUE(XmlKnownContent::is_wanted(name)) << name;
  for (const char* name : {"p", "r", "rPrChange", "rpr", ""}) EXPECT_FALSE(XmlKnownContent::is_wanted(name)) << name;
}

TEST(XmlKnownContent, IsFoundByItsBytesAndTheNameOfItsElement) {
  XmlKnownContent known;
  EXPECT_EQ(known.find("rPr", "<b/></rPr>"), nullptr);
  learn(known, "rPr", "<b/></rPr>");
  const XmlContent* const found = known.find("rPr", "<b/></rPr><t/>");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->bytes(), "<b/></rPr>");
  EXPECT_EQ(found->depth(), 1U);
  ASSERT_EQ(found->events().size(), 2U);
  EXPECT_FALSE(found->events()[0].is_end);
  EXPECT_TRUE(found->events()[1].is_end);
  EXPECT_EQ(known.find("pPr", "<b/></rPr>"), nullptr) << "of another element";
  EXPECT_EQ(known.find("rPr", "<b/></rPr"), nullptr) << "cut off";
  EXPECT_EQ(known.find("rPr", "<c/></rPr>"), nullptr);
  EXPECT_EQ(known.find("rPr", ""), nullptr);
}

TEST(XmlKnownContent, HoldsTheDepthOfWhatIsNotTold) {
  XmlKnownContent known;
  learn(known, "rPr", "<b/></rPr>", false);
  const XmlContent* const found = known.find("rPr", "<b/></rPr>");
  ASSERT_NE(found, nullptr);
  EXPECT_TRUE(found->events().empty());
  EXPECT_EQ(found->depth(), 1U);
}

TEST(XmlKnownContent, IsNotKnownWhereItWasDroppedOrForgotten) {
  XmlKnownContent known;
  known.begin("rPr");
  EXPECT_TRUE(known.is_open());
  known.drop();
  EXPECT_FALSE(known.is_open());
  known.finish("<b/></rPr>");
  EXPECT_EQ(known.find("rPr", "<b/></rPr>"), nullptr) << "dropped";
  learn(known, "rPr", "<b/></rPr>");
  known.forget();
  EXPECT_EQ(known.find("rPr", "<b/></rPr>"), nullptr) << "forgotten";
}

TEST(XmlKnownContent, RemembersNeitherLongOnesNorTooMany) {
  XmlKnownContent known;
  const std::string long_one = std::string(5'000, ' ') + "</rPr>";
  learn(known, "rPr", long_one);
  EXPECT_EQ(known.find("rPr", long_one), nullptr);

  known.begin("rPr");
  for (int i = 0; i < 100; ++i) known.start(tag_of("b"), true);
  EXPECT_FALSE(known.is_open()) << "too many elements";

  std::vector<std::string> contents;
  for (int i = 0; i < 1'000; ++i) contents.push_back("<b" + std::to_string(i) + "/></rPr>");
  for (const std::string& content : contents) learn(known, "rPr", content);
  std::size_t found = 0;
  for (const std::string& content : contents) found += known.find("rPr", content) != nullptr ? 1U : 0U;
  EXPECT_GT(found, 0U);
  EXPECT_LE(found, 64U);
}

}  // namespace
}  // namespace nianbao::test

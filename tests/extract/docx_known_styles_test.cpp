// What is remembered of style parts changes nothing.
#include "extract/docx_known_styles.h"

#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

// A part whose style "a" hides or, with 0, shows; `filler` makes it another part of the same size.
std::string part(char hides, const std::string& filler = "") {
  return "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style "
         "w:type=\"character\" w:styleId=\"a\"><w:rPr><w:vanish w:val=\"" +
         std::string(1, hides) + "\"/></w:rPr></w:style><w:x>" + filler + "</w:x></w:styles>";
}

// Whether style "a" hides, or the code of the problem.
std::string read(const std::string& bytes, const Limits& limits = {}) {
  const std::string container = zip_of({{"styles.xml", bytes}});
  const Result<ZipArchive> archive = ZipArchive::open(container);
  const Result<Styles> styles = read_styles(*archive->packed("styles.xml"), limits);
  if (!styles) return styles.problem().code;
  return styles->look_of({}, "", "a").hidden ? "hides" : "shows";
}

TEST(DocxKnownStyles, ReadsTheSameAgainAndAgain) {
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(read(part('1')), "hides");
    EXPECT_EQ(read(part('0')), "shows") << "one byte makes another part";
    EXPECT_EQ(read(part('1', std::string(2U << 20U, 'x'))), "hides") << "too large to be remembered";
    EXPECT_EQ(read("<w:styles/>"), "xml_damaged");
    EXPECT_EQ(read(part('1') + "x"), "xml_damaged") << "what begins like a known part";
  }
}

TEST(DocxKnownStyles, MorePartsThanAreRemembered) {
  for (int i = 0; i < 50; ++i) {
    const bool hides = i % 3 == 0;
    EXPECT_EQ(read(part(hides ? '1' : '0', std::to_string(i * 7 % 10))), hides ? "hides" : "shows") << i;
  }
}

TEST(DocxKnownStyles, LimitsHoldForKnownPartsToo) {
  EXPECT_EQ(read(part('1')), "hides");
  EXPECT_EQ(read(part('1'), {.xml_bytes = 20}), "limit_size");
  EXPECT_EQ(read(part('1')), "hides");
}

// What its container says of a part counts as much as its bytes.
TEST(DocxKnownStyles, DamagedPartIsNotKnown) {
  const std::string container = zip_of({{"styles.xml", part('1')}});
  const Result<ZipArchive> archive = ZipArchive::open(container);
  PackedMember member = *archive->packed("styles.xml");
  ASSERT_TRUE(read_styles(member, {}).ok());
  ++member.crc;
  EXPECT_EQ(read_styles(member, {}).problem().code, "zip_damaged");
  --member.crc;
  EXPECT_EQ(read_styles(member, {.part_bytes = 10}).problem().code, "limit_size");
  EXPECT_TRUE(read_styles(member, {}).ok());
}

}  // namespace
}  // namespace nianbao::test

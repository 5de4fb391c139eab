// Parts of a package, in a container and in one XML file.
#include "extract/package.h"

#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

// Local names of all elements.
class Names : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& /*attributes*/) override {
    all += "<" + std::string(name.local);
    return nullptr;
  }
  void end(const XmlName& /*name*/) override { all += ">"; }
  void text(std::string_view text) override { all += text; }

  std::string all;
};

// What is read of a part, or the code of the problem.
std::string read(const Package& package, const std::string& part) {
  std::optional<Names> names;
  const std::optional<Problem> problem = package.xml(part).parse([&]() -> XmlHandler& { return names.emplace(); });
  return problem ? problem->code : names->all;
}

std::string flat_part(const std::string& name, const std::string& content) {
  return "<pkg:part pkg:name=\"" + name + "\">" + content + "</pkg:part>";
}

TEST(Package, InAContainer) {
  const std::string bytes = zip_of({{"word/a.xml", "<a>1<b/></a>"}, {"word/c.xml", "<c>"}});
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  ASSERT_TRUE(archive);
  const ZipPackage package(*archive, {});
  EXPECT_TRUE(package.has("/word/A.xml"));
  EXPECT_FALSE(package.has("word/b.xml"));
  EXPECT_EQ(read(package, "word/a.xml"), "<a1<b>>");
  EXPECT_EQ(read(package, "word/b.xml"), "part_missing");
  EXPECT_EQ(read(package, "word/c.xml"), "xml_damaged");
  EXPECT_EQ(*package.bytes("word/c.xml"), "<c>");
}

TEST(Package, InOneXmlFile) {
  const std::string xml = "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">" +
                          flat_part("/word/a.xml", "<pkg:xmlData>x<a>1<b/></a>y</pkg:xmlData>") +
                          flat_part("/word/c.xml", "<pkg:xmlData><c>2</c></pkg:xmlData>") +
                          flat_part("/word/media/p.png", "<pkg:binaryData>AAAA</pkg:binaryData>") + "</pkg:package>";
  const Result<FlatPackage> package = FlatPackage::open(xml, {});
  ASSERT_TRUE(package);
  EXPECT_TRUE(package->has("word/A.xml"));
  EXPECT_TRUE(package->has("/word/media/p.png"));
  EXPECT_FALSE(package->has("word/b.xml"));
  EXPECT_EQ(read(*package, "word/a.xml"), "<a1<b>>") << "only what is in the part's element, not what stands beside it";
  EXPECT_EQ(read(*package, "/word/c.xml"), "<c2>");
  EXPECT_EQ(read(*package, "word/b.xml"), "part_missing");
  EXPECT_EQ(read(*package, "word/media/p.png"), "") << "binary data is no XML";
  EXPECT_FALSE(package->bytes("word/media/p.png"));
}

TEST(Package, DamagedXmlFile) {
  EXPECT_EQ(FlatPackage::open("<pkg:package", {}).problem().code, "xml_damaged");
  EXPECT_EQ(FlatPackage::open("<!DOCTYPE a><a/>", {}).problem().code, "xml_doctype");
}

}  // namespace
}  // namespace nianbao::test

// Containers made by hand, byte by byte, so that each can be wrong in one way.
#include "extract/zip_archive.h"

#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

std::uint32_t crc32_of(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
  }
  return ~crc;
}

std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
  return out;
}

// A deflate stream of one block that is not compressed (RFC 1951 §3.2.4).
std::string deflated(const std::string& bytes) {
  return std::string("\1", 1) + number(bytes.size(), 2) + number(~bytes.size() & 0xFFFFU, 2) + bytes;
}

struct Member {
  std::string name;
  std::string content;
  std::uint16_t method = 0;     // 0 stored, 8 deflated
  std::uint16_t flags = 0x800;  // names are UTF-8
  std::uint32_t crc_error = 0;  // added to the right CRC
};

std::string zip_by_hand(const std::vector<Member>& members) {
  std::string bytes;
  std::string directory;
  for (const Member& member : members) {
    const std::string stored = member.method == 8 ? deflated(member.content) : member.content;
    const std::string common = number(member.flags, 2) + number(member.method, 2) + number(0, 4) +
                               number(crc32_of(member.content) + member.crc_error, 4) + number(stored.size(), 4) +
                               number(member.content.size(), 4) + number(member.name.size(), 2) + number(0, 2);
    directory += number(0x02014B50, 4) + number(20, 2) + number(20, 2) + common + number(0, 2) + number(0, 2) +
                 number(0, 2) + number(0, 4) + number(bytes.size(), 4) + member.name;
    bytes += number(0x04034B50, 4) + number(20, 2) + common + member.name + stored;
  }
  return bytes + directory + number(0x06054B50, 4) + number(0, 4) + number(members.size(), 2) +
         number(members.size(), 2) + number(directory.size(), 4) + number(bytes.size(), 4) + number(0, 2);
}

// The content of `name`, or the code of the problem in angle brackets.
std::string read(const std::string& bytes, const std::string& name) {
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return "<" + archive.problem().code + ">";
  const Result<std::string> content = archive->read(std::string_view(name));
  return content ? *content : "<" + content.problem().code + ">";
}

struct ReadCase {
  const char* what;
  Member member;
  std::string expected;
};

TEST(ZipArchive, ReadsWhatIsWholeAndRefusesTheRest) {
  const std::vector<ReadCase> cases = {
      {"stored", {.name = "a", .content = "内容"}, "内容"},
      {"deflated", {.name = "a", .content = "内容", .method = 8}, "内容"},
      {"empty, stored", {.name = "a", .content = ""}, ""},
      {"empty, deflated", {.name = "a", .content = "", .method = 8}, ""},
      {"with a NUL", {.name = "a", .content = std::string("x\0y", 3)}, std::string("x\0y", 3)},
      {"stored, wrong CRC", {.name = "a", .content = "内容", .crc_error = 1}, "<zip_damaged>"},
      {"deflated, wrong CRC", {.name = "a", .content = "内容", .method = 8, .crc_error = 1}, "<zip_damaged>"},
      {"unknown method", {.name = "a", .content = "内容", .method = 98}, "<zip_method>"},
      {"bzip2", {.name = "a", .content = "内容", .method = 12}, "<zip_method>"},
      {"encrypted", {.name = "a", .content = "0123456789012内容", .flags = 0x801}, "<encrypted>"},
  };
  for (const ReadCase& made : cases) EXPECT_EQ(read(zip_by_hand({made.member}), "a"), made.expected) << made.what;
}

TEST(ZipArchive, ReadsWhatLibzipCompresses) {
  const std::string content(100'000, 'x');
  const std::string bytes = zip_of({{"a", content}});
  EXPECT_LT(bytes.size(), content.size() / 10) << "it is compressed";
  EXPECT_EQ(read(bytes, "a"), content);
}

TEST(ZipArchive, DamagedDeflateStream) {
  std::string bytes = zip_by_hand({{.name = "a", .content = "内容", .method = 8}});
  bytes[30 + 1] = '\7';  // block type 3 does not exist
  EXPECT_EQ(read(bytes, "a"), "<zip_damaged>");
}

TEST(ZipArchive, ChangedByteAnywhereInTheContentIsNoticed) {
  const std::string whole =
      zip_by_hand({{.name = "a", .content = "一二三四五", .method = 8}, {.name = "b", .content = "6"}});
  const std::size_t first = 30 + 1 + 5;
  for (std::size_t i = first; i < first + 15; ++i) {
    std::string bytes = whole;
    bytes[i] = static_cast<char>(bytes[i] ^ 1);
    EXPECT_EQ(read(bytes, "a"), "<zip_damaged>") << i;
    EXPECT_EQ(read(bytes, "b"), "6") << i << ": the other member is whole";
  }
}

TEST(ZipArchive, TruncatedAnywhereIsAProblemAndNeverShortContent) {
  const std::string whole =
      zip_by_hand({{.name = "a", .content = "一二三四五", .method = 8}, {.name = "b", .content = "6"}});
  for (std::size_t size = 1; size < whole.size(); ++size)
    EXPECT_EQ(read(whole.substr(0, size), "a"), "<zip_damaged>") << size << " bytes";
}

TEST(ZipArchive, BytesBeforeAndAfterAreNoHarm) {
  const std::string whole = zip_by_hand({{.name = "a", .content = "内容"}, {.name = "b", .content = "6"}});
  const std::string junk(5000, 'x');
  EXPECT_EQ(read(junk + whole, "a"), "内容") << "offsets do not count what stands before";
  EXPECT_EQ(read("PK\3\4" + junk + whole, "b"), "6");
  EXPECT_EQ(read(whole + "\n\n\n", "a"), "内容");
  EXPECT_EQ(read(junk + whole.substr(0, whole.size() - 30), "a"), "<zip_damaged>");
}

TEST(ZipArchive, LimitsMeasureWhatThereIsAndNotWhatIsDeclared) {
  const std::string content(100'000, 'x');
  const std::string bytes = zip_of({{"a", content}, {"b", "1"}});
  const auto code = [&](const Limits& limits) {
    const Result<ZipArchive> archive = ZipArchive::open(bytes, limits);
    if (!archive) return archive.problem().code;
    const Result<std::string> member = archive->read(std::string_view("a"));
    return member ? std::string() : member.problem().code;
  };
  EXPECT_EQ(code({}), "") << "a small member may be compressed a thousand times";
  EXPECT_EQ(code({.part_bytes = 100'000}), "");
  EXPECT_EQ(code({.part_bytes = 99'999}), "limit_size");
  EXPECT_EQ(code({.entries = 2}), "");
  EXPECT_EQ(code({.entries = 1}), "limit_entries");
  EXPECT_EQ(code({.part_ratio = 2}), "") << "the ratio is for big members";
}

TEST(ZipArchive, RatioOfBigMembers) {
  const std::string bytes = zip_of({{"a", std::string(20U << 20U, 'x')}});
  EXPECT_EQ(read(bytes, "a"), "<limit_ratio>");
  const Result<ZipArchive> archive = ZipArchive::open(bytes, {.part_ratio = 2000});
  ASSERT_TRUE(archive);
  EXPECT_TRUE(archive->read(std::string_view("a")).ok());
}

TEST(ZipArchive, DeclaredSizesThatLie) {
  const std::string whole = zip_by_hand({{.name = "a", .content = std::string(1000, 'x'), .method = 8}});
  const std::size_t entry = whole.find("PK\1\2");
  for (const std::string& lie : {number(0, 4), number(100, 4), number(0x7FFFFFFF, 4), number(0xFFFFFFFE, 4)}) {
    std::string bytes = whole;
    bytes.replace(entry + 24, 4, lie);  // uncompressed size in the directory
    EXPECT_EQ(read(bytes, "a"), std::string(1000, 'x'));
  }
  std::string bytes = whole;
  bytes.replace(entry + 20, 4, number(0x7FFFFFFF, 4));  // compressed size
  EXPECT_EQ(read(bytes, "a"), "<zip_damaged>");
}

TEST(ZipArchive, NotAContainer) {
  for (const std::string& bytes : {std::string("text"), std::string("PK\3\4"), std::string(1000, '\0')})
    EXPECT_EQ(read(bytes, "a"), "<zip_damaged>");
}

TEST(ZipArchive, EmptyContainerHasNoMembers) {
  const std::string bytes = zip_by_hand({});
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  ASSERT_TRUE(archive);
  EXPECT_TRUE(archive->names().empty());
  EXPECT_EQ(read(bytes, "a"), "<part_missing>");
}

struct NameCase {
  const char* member;
  const char* asked;
  bool found;
};

TEST(ZipArchive, FindsNamesAsPackagesCompareThem) {
  const std::vector<NameCase> cases = {
      {"word/document.xml", "word/document.xml", true},
      {"word/document.xml", "/word/document.xml", true},
      {"word/document.xml", "WORD/Document.xml", true},
      {"WORD/DOCUMENT.XML", "word/document.xml", true},
      {"word\\document.xml", "word/document.xml", true},
      {"/word/document.xml", "word/document.xml", true},
      {"word/正文.xml", "word/正文.xml", true},
      {"word/document.xml", "document.xml", false},
      {"word/document.xml", "word/document.xm", false},
      {"word/document.xml", "word/document.xml ", false},
      {"word/document.xml", "", false},
      {"a/word/document.xml", "word/document.xml", false},
  };
  for (const NameCase& made : cases) {
    const std::string bytes = zip_by_hand({{.name = made.member, .content = "1"}});
    const Result<ZipArchive> archive = ZipArchive::open(bytes);
    ASSERT_TRUE(archive) << made.member;
    EXPECT_EQ(archive->find(made.asked).has_value(), made.found) << made.member << " as " << made.asked;
  }
}

TEST(ZipArchive, OfTwoMembersWithOneNameNeitherIsBelieved) {
  EXPECT_EQ(read(zip_by_hand({{.name = "a", .content = "1"}, {.name = "a", .content = "2"}}), "a"), "<part_repeated>");
  EXPECT_EQ(read(zip_by_hand({{.name = "a", .content = "1"}, {.name = "A", .content = "2"}}), "a"), "<part_repeated>");
  EXPECT_EQ(read(zip_by_hand({{.name = "a", .content = "1"}, {.name = "a", .content = "1"}}), "a"), "1")
      << "the same content twice";
}

TEST(ZipArchive, GivesNamesInOrderAndReadable) {
  const std::string gbk = "\xC4\xEA\xB1\xA8/1.docx";  // 年报 in GB18030
  const std::string bytes = zip_by_hand({{.name = "b.txt", .content = "1"},
                                         {.name = "年报/2020.docx", .content = "2"},
                                         {.name = gbk, .content = "3", .flags = 0},
                                         {.name = "a.txt", .content = "4"}});
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  ASSERT_TRUE(archive);
  EXPECT_EQ(archive->names(), (std::vector<std::string>{"b.txt", "年报/2020.docx", "年报/1.docx", "a.txt"}));
  for (std::uint64_t i = 0; i < 4; ++i) {
    const Result<std::string> content = archive->read(i);
    ASSERT_TRUE(content) << i;
    EXPECT_EQ(*content, std::to_string(i + 1)) << "names and indices go together";
  }
}

TEST(ZipArchive, IndexBeyondTheEnd) {
  const std::string bytes = zip_by_hand({{.name = "a", .content = "1"}});
  const Result<ZipArchive> archive = ZipArchive::open(bytes);
  ASSERT_TRUE(archive);
  EXPECT_FALSE(archive->read(1));
}

}  // namespace
}  // namespace nianbao::test

// Files inside a Word document, shown in places of it.
#include "extract/docx_reader.h"

#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

constexpr const char* kChunk = "<w:altChunk r:id=\"aFChunk\"/>";

Result<Document> with_chunk(const std::string& name, const std::string& content) {
  DocxBuilder builder(paragraph_xml("前") + kChunk + paragraph_xml("后") + table_xml({{{"1"}}}));
  builder.relate("aFChunk", name).part("word/" + name, content);
  const std::string bytes = builder.bytes();
  return read_document({bytes, "a.docx"}, {});
}

// Paragraphs and cells with their addresses.
std::string shown(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
      out += paragraph->text + "@" + address_of(document, *paragraph) + "\n";
    if (const auto* table = std::get_if<Table>(&block))
      for (const Cell& cell : table->cells) out += "[" + cell.text + "]@" + address_of(document, *table, cell) + "\n";
  }
  return out;
}

TEST(DocxChunks, AreReadWhereTheyStand) {
  const Result<Document> text = with_chunk("a.txt", "甲\n\n\t标签\n\t7\n\n\t标签\n\t8\n");
  ASSERT_TRUE(text);
  EXPECT_TRUE(text->damage.empty());
  EXPECT_EQ(shown(*text),
            "前@word/document.xml#p1\n甲@word/a.txt#L1\n[标签]@word/a.txt#L3\n[7]@word/a.txt#L4\n"
            "[标签]@word/a.txt#L6\n[8]@word/a.txt#L7\n后@word/document.xml#p2\n[1]@word/document.xml#t1/r1/c1\n");
  EXPECT_EQ(text->counts.total(), 1U) << "the main part is counted on its own";
  ASSERT_EQ(text->chunks.size(), 1U);
  EXPECT_EQ(text->chunks[0].counts.shown, 4U);
  const Result<Document> page = with_chunk("c.htm", "<html><body><table><tr><td>7</td></tr></table></body></html>");
  ASSERT_TRUE(page);
  EXPECT_EQ(
      shown(*page),
      "前@word/document.xml#p1\n[7]@word/c.htm#t1/r1/c1\n后@word/document.xml#p2\n[1]@word/document.xml#t1/r1/c1\n");
  const Result<Document> docx = with_chunk("b.docx", DocxBuilder(table_xml({{{"9"}}})).bytes());
  ASSERT_TRUE(docx);
  EXPECT_EQ(
      shown(*docx),
      "前@word/document.xml#p1\n[9]@word/b.docx#t1/r1/c1\n后@word/document.xml#p2\n[1]@word/document.xml#t1/r1/c1\n");
}

TEST(DocxChunks, WhatCannotBeReadIsSaid) {
  const std::string nested = DocxBuilder(kChunk).relate("aFChunk", "c.txt").part("word/c.txt", "1").bytes();
  for (const auto& [name, content] : std::vector<std::pair<std::string, std::string>>{{"a.rtf", "{\\rtf1 7}"},
                                                                                      {"a.mht", "MIME-Version: 1.0\n"},
                                                                                      {"a.docx", "PK\3\4"},
                                                                                      {"a.htm", ""},
                                                                                      {"b.docx", nested}}) {
    const Result<Document> document = with_chunk(name, content);
    ASSERT_TRUE(document) << name;
    ASSERT_EQ(document->damage.size(), 1U) << name;
    EXPECT_EQ(document->damage[0].code, "chunk_unread") << name;
    EXPECT_NE(document->damage[0].detail.find(name), std::string::npos) << document->damage[0].detail;
    EXPECT_EQ(shown(*document), "前@word/document.xml#p1\n后@word/document.xml#p2\n[1]@word/document.xml#t1/r1/c1\n");
  }
  const std::string dangling = DocxBuilder(kChunk).bytes();
  EXPECT_EQ(read_document({dangling, "a.docx"}, {})->damage.at(0).code, "chunk_unread");
}

TEST(DocxChunks, SeveralKeepTheirOrder) {
  DocxBuilder builder(kChunk + paragraph_xml("中") + "<w:altChunk r:id=\"second\"/>");
  builder.relate("aFChunk", "1.txt").relate("second", "2.txt").part("word/1.txt", "一").part("word/2.txt", "二");
  const std::string bytes = builder.bytes();
  const Result<Document> document = read_document({bytes, "a.docx"}, {});
  ASSERT_TRUE(document);
  EXPECT_EQ(shown(*document), "一@word/1.txt#L1\n中@word/document.xml#p1\n二@word/2.txt#L1\n");
}

}  // namespace
}  // namespace nianbao::test

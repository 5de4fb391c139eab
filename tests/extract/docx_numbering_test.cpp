// Numbers that Word prints before paragraphs and that stand in no text.
#include "extract/docx_numbering.h"

#include <gtest/gtest.h>

#include "extract/docx_body.h"
#include "extract/docx_number_format.h"
#include "extract/reader.h"
#include "extract/sections.h"
#include "tests/support/docx_builder.h"
#include "tests/support/places.h"

namespace nianbao::test {
namespace {

constexpr const char* kWord = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::string level(int at, const std::string& format, const std::string& text,
                  const std::string& more = "<w:start w:val=\"1\"/>") {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\">" + more + "<w:numFmt w:val=\"" + format +
         "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string list(int id, int abstract_id, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract_id) +
         "\"/>" + overrides + "</w:num>";
}
std::string restart(int at, int from) {
  return "<w:lvlOverride w:ilvl=\"" + std::to_string(at) + "\"><w:startOverride w:val=\"" + std::to_string(from) +
         "\"/></w:lvlOverride>";
}
std::string numbering_xml(const std::string& inner) {
  return "<w:numbering " + std::string(kWord) + ">" + inner + "</w:numbering>";
}
std::string styles_xml(const std::string& inner) {
  return "<w:styles " + std::string(kWord) + ">" + inner + "</w:styles>";
}

std::string place(int list_id, int at) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(at) + "\"/><w:numId w:val=\"" + std::to_string(list_id) +
         "\"/></w:numPr>";
}
std::string in_list(int list_id, int at, const std::string& text) {
  return "<w:p><w:pPr>" + place(list_id, at) + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
std::string styled(const std::string& style, const std::string& text, const std::string& more = "") {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + more + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

DocxFormatting numbering_of(const std::string& lists, const std::string& styles = "") {
  Result<Numbering> numbering = Numbering::read(numbering_xml(lists));
  Result<Styles> read = Styles::read(styles_xml(styles));
  if (numbering && read) return {std::move(*numbering), std::move(*read)};
  ADD_FAILURE() << "numbering or styles cannot be read";
  return {};
}

// All paragraphs, one a line, cells in brackets.
std::string read(const std::string& body, const DocxFormatting& formatting) {
  const Result<DocxBody> document = read_docx_body(document_xml(body), "word/document.xml", formatting);
  if (!document) return document.problem().code;
  std::string out;
  for (const Block& block : document->document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
      out += paragraph->text + "\n";
    else
      for (const Cell& cell : std::get<Table>(block).cells) out += "[" + cell.text + "]\n";
  }
  return out;
}

struct FormatCase {
  int number;
  const char* format;
  const char* expected;
};

TEST(DocxNumbering, WritesNumbersAsTheFormatSays) {
  const std::vector<FormatCase> cases = {
      {1, "decimal", "1"},
      {12, "decimal", "12"},
      {0, "decimal", "0"},
      {1, "chineseCounting", "一"},
      {6, "chineseCounting", "六"},
      {10, "chineseCounting", "十"},
      {11, "chineseCounting", "十一"},
      {20, "chineseCounting", "二十"},
      {21, "chineseCounting", "二十一"},
      {3, "chineseCountingThousand", "三"},
      {15, "chineseCountingThousand", "十五"},
      {3, "japaneseCounting", "三"},
      {12, "taiwaneseCountingThousand", "十二"},
      {10, "ideographDigital", "一〇"},
      {3, "ideographDigital", "三"},
      {1, "ideographTraditional", "甲"},
      {10, "ideographTraditional", "癸"},
      {1, "ideographZodiac", "子"},
      {1, "decimalFullWidth", "１"},
      {12, "decimalFullWidth", "１２"},
      {1, "decimalEnclosedCircleChinese", "①"},
      {20, "decimalEnclosedCircle", "⑳"},
      {3, "decimalZero", "03"},
      {12, "decimalZero", "12"},
      {1, "lowerLetter", "a"},
      {26, "lowerLetter", "z"},
      {27, "lowerLetter", "aa"},
      {28, "upperLetter", "BB"},
      {4, "lowerRoman", "iv"},
      {9, "upperRoman", "IX"},
      {40, "upperRoman", "XL"},
      {5, "none", ""},
      {5, "bullet", ""},
      {5, "a format nobody knows", "5"},
  };
  for (const FormatCase& made : cases)
    EXPECT_EQ(format_number(made.number, made.format), made.expected) << made.number << " as " << made.format;
}

TEST(DocxNumbering, LegalChineseNumerals) {
  EXPECT_EQ(format_number(1, "chineseLegalSimplified"), "壹");
  EXPECT_EQ(format_number(6, "ideographLegalTraditional"), "陸");
}

struct BodyCase {
  const char* what;
  std::string lists;
  std::string body;
  std::string expected;
};

const std::string kHeadings = abstract(0, level(0, "chineseCounting", "%1、"));
const std::string kOutline = abstract(
    0, level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3."));
const std::string kDecimal =
    abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3"));

TEST(DocxNumbering, CountsThroughTheDocument) {
  const std::vector<BodyCase> cases = {
      {"headings", kHeadings + list(1, 0),
       in_list(1, 0, "总体情况") + paragraph_xml("文字") + in_list(1, 0, "主动公开政府信息情况"),
       "一、总体情况\n文字\n二、主动公开政府信息情况\n"},
      {"levels", kOutline + list(1, 0),
       in_list(1, 0, "甲") + in_list(1, 1, "乙") + in_list(1, 1, "丙") + in_list(1, 0, "丁") + in_list(1, 1, "戊"),
       "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n"},
      {"third level", kOutline + list(1, 0),
       in_list(1, 0, "甲") + in_list(1, 1, "乙") + in_list(1, 2, "丙") + in_list(1, 2, "丁"),
       "一、甲\n（一）乙\n1.丙\n2.丁\n"},
      {"numbers of the levels above", kDecimal + list(1, 0),
       in_list(1, 0, "甲") + in_list(1, 1, "乙") + in_list(1, 1, "丙") + in_list(1, 0, "丁") + in_list(1, 1, "戊"),
       "1甲\n1.1乙\n1.2丙\n2丁\n2.1戊\n"},
      {"a level that was never counted stands at its start", kDecimal + list(1, 0),
       in_list(1, 2, "甲") + in_list(1, 2, "乙"), "1.1.1甲\n1.1.2乙\n"},
      {"other start", abstract(0, level(0, "decimal", "%1.", "<w:start w:val=\"3\"/>")) + list(1, 0),
       in_list(1, 0, "甲") + in_list(1, 0, "乙"), "3.甲\n4.乙\n"},
      {"two lists of one definition count on", kHeadings + list(1, 0) + list(2, 0),
       in_list(1, 0, "甲") + in_list(2, 0, "乙"), "一、甲\n二、乙\n"},
      {"two definitions count apart", kHeadings + abstract(1, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 1),
       in_list(1, 0, "甲") + in_list(2, 0, "乙") + in_list(1, 0, "丙"), "一、甲\n1.乙\n二、丙\n"},
      {"restarted list", kHeadings + list(1, 0) + list(2, 0, restart(0, 1)),
       in_list(1, 0, "甲") + in_list(1, 0, "乙") + in_list(2, 0, "丙") + in_list(2, 0, "丁"),
       "一、甲\n二、乙\n一、丙\n二、丁\n"},
      {"restarted at another number", kHeadings + list(1, 0) + list(2, 0, restart(0, 5)),
       in_list(1, 0, "甲") + in_list(2, 0, "乙") + in_list(2, 0, "丙"), "一、甲\n五、乙\n六、丙\n"},
      {"lower level restarted at another number", kOutline + list(1, 0, restart(1, 3)),
       in_list(1, 0, "甲") + in_list(1, 1, "乙") + in_list(1, 1, "丙"), "一、甲\n（三）乙\n（四）丙\n"},
      {"a list replaces a level's format",
       kHeadings + list(1, 0, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "decimal", "%1．") + "</w:lvlOverride>"),
       in_list(1, 0, "甲"), "1．甲\n"},
      {"level that never restarts",
       abstract(0, level(0, "chineseCounting", "%1、") +
                       level(1, "decimal", "%2.", "<w:start w:val=\"1\"/><w:lvlRestart w:val=\"0\"/>")) +
           list(1, 0),
       in_list(1, 0, "甲") + in_list(1, 1, "乙") + in_list(1, 0, "丙") + in_list(1, 1, "丁"),
       "一、甲\n1.乙\n二、丙\n2.丁\n"},
      {"legal numbering is decimal throughout",
       abstract(
           0, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:start w:val=\"1\"/><w:isLgl/>")) +
           list(1, 0),
       in_list(1, 0, "甲") + in_list(1, 1, "乙"), "一、甲\n1.1乙\n"},
      {"bullets print nothing", abstract(0, level(0, "bullet", "\xEF\x82\xB7")) + list(1, 0), in_list(1, 0, "甲"),
       "甲\n"},
      {"no numbers", abstract(0, level(0, "none", "")) + list(1, 0), in_list(1, 0, "甲"), "甲\n"},
      {"words round the number", abstract(0, level(0, "chineseCounting", "第%1部分　")) + list(1, 0),
       in_list(1, 0, "总体情况"), "第一部分　总体情况\n"},
      {"list 0 is no list", kHeadings + list(1, 0), in_list(0, 0, "甲"), "甲\n"},
      {"list that is not defined", kHeadings + list(1, 0), in_list(9, 0, "甲"), "甲\n"},
      {"a deleted paragraph does not count", kHeadings + list(1, 0),
       in_list(1, 0, "甲") + "<w:moveFrom>" + in_list(1, 0, "乙") + "</w:moveFrom>" + in_list(1, 0, "丙"),
       "一、甲\n二、丙\n"},
  };
  for (const BodyCase& made : cases) EXPECT_EQ(read(made.body, numbering_of(made.lists)), made.expected) << made.what;
}

TEST(DocxNumbering, StylesNumberTheirParagraphs) {
  const std::string lists = kOutline + list(1, 0);
  const std::string heading =
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:pPr>" + place(1, 0) + "</w:pPr></w:style>";
  const std::string based = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"1\"/></w:style>";
  const std::string lower =
      "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:ilvl "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style>";
  const std::string without =
      "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"0\"/></w:numPr></w:pPr></w:style>";
  const DocxFormatting numbering = numbering_of(lists, heading + based + lower + without);
  EXPECT_EQ(read(styled("1", "甲") + styled("a", "乙") + styled("b", "丙") + styled("c", "丁"), numbering),
            "一、甲\n二、乙\n（一）丙\n丁\n");
  EXPECT_EQ(read(styled("1", "甲", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + styled("1", "乙"), numbering),
            "甲\n一、乙\n")
      << "a paragraph may leave the list of its style";
  EXPECT_EQ(read(styled("1", "甲", "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>"), numbering), "（一）甲\n")
      << "level of its own, list of the style";
  EXPECT_EQ(read(styled("x", "甲"), numbering), "甲\n") << "unknown style";
}

TEST(DocxNumbering, DefaultStyleNumbersParagraphsWithoutStyle) {
  const DocxFormatting numbering =
      numbering_of(kHeadings + list(1, 0), "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:pPr>" +
                                               place(1, 0) + "</w:pPr></w:style>");
  EXPECT_EQ(read(paragraph_xml("甲") + paragraph_xml("乙"), numbering), "一、甲\n二、乙\n");
}

TEST(DocxNumbering, StylesThatAreBasedOnEachOtherEnd) {
  const std::string circle =
      "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:type=\"paragraph\" "
      "w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
  EXPECT_EQ(read(styled("a", "甲"), numbering_of(kHeadings + list(1, 0), circle)), "甲\n");
}

TEST(DocxNumbering, AListStyleLendsItsLevels) {
  const std::string lists =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"s\"/></w:abstractNum><w:abstractNum "
      "w:abstractNumId=\"1\"><w:styleLink w:val=\"s\"/>" +
      level(0, "chineseCounting", "%1、") + "</w:abstractNum>" + list(1, 0) + list(2, 1);
  const std::string style =
      "<w:style w:type=\"numbering\" w:styleId=\"s\"><w:pPr><w:numPr><w:numId "
      "w:val=\"2\"/></w:numPr></w:pPr></w:style>";
  EXPECT_EQ(read(in_list(1, 0, "总体情况"), numbering_of(lists, style)), "一、总体情况\n");
}

struct CellCase {
  const char* what;
  std::string level_text;
  std::string text;
  std::string never;  // what the cell must not show
  std::string holds;  // what it must show
};

TEST(DocxNumbering, ANumberIsNeverGluedToTheDigitsOfACell) {
  const std::vector<CellCase> cases = {
      {"number with full stop", "%1.", "5", "1.5", "5"},
      {"bare number", "%1", "5", "15", "5"},
      {"bracket", "%1)", "5", "1)5", "5"},
      {"label", "%1.", "属于国家秘密", "1属", "属于国家秘密"},
  };
  for (const CellCase& made : cases) {
    const DocxFormatting numbering = numbering_of(abstract(0, level(0, "decimal", made.level_text)) + list(1, 0));
    const std::string shown =
        read("<w:tbl><w:tr><w:tc>" + in_list(1, 0, made.text) + "</w:tc></w:tr></w:tbl>", numbering);
    EXPECT_EQ(shown.find(made.never), std::string::npos) << made.what << ": " << shown;
    EXPECT_NE(shown.find(made.holds), std::string::npos) << made.what << ": " << shown;
    EXPECT_NE(shown.find('1'), std::string::npos) << made.what << ": the number is shown too, " << shown;
  }
}

TEST(DocxNumbering, LabelsNumberedByWordCountDownTheRows) {
  const DocxFormatting numbering = numbering_of(abstract(0, level(0, "decimal", "%1.")) + list(1, 0));
  std::string rows;
  for (const char* label : {"属于国家秘密", "其他法律行政法规禁止公开"})
    rows += "<w:tr><w:tc>" + in_list(1, 0, label) + "</w:tc><w:tc>" + paragraph_xml("0") + "</w:tc></w:tr>";
  EXPECT_EQ(read("<w:tbl>" + rows + "</w:tbl>", numbering),
            "[1. 属于国家秘密]\n[0]\n[2. 其他法律行政法规禁止公开]\n[0]\n");
}

TEST(DocxNumbering, EmptyPartsDefineNothing) {
  const Result<Numbering> numbering = Numbering::read(XmlPart());
  const Result<Styles> styles = Styles::read(XmlPart());
  ASSERT_TRUE(numbering && styles);
  EXPECT_EQ(read(in_list(1, 0, "甲"), {*numbering, *styles}), "甲\n");
}

TEST(DocxNumbering, DamagedPartsAreAProblem) {
  for (const char* part : {"", "<w:numbering", "<w:styles"}) {
    EXPECT_FALSE(Numbering::read(part)) << part;
    EXPECT_FALSE(Styles::read(part)) << part;
  }
}

// Whole documents: nothing that takes numbers away may go unnoticed.

std::string two_headings() { return in_list(1, 0, "总体情况") + in_list(1, 0, "主动公开政府信息情况"); }

TEST(DocxNumbering, HeadingsNumberedByWordOpenSections) {
  DocxBuilder builder(two_headings());
  builder.relate("numbering", "numbering.xml").part("word/numbering.xml", numbering_xml(kHeadings + list(1, 0)));
  const std::string bytes = builder.bytes();
  const Result<Document> document = read_document({bytes, "a.docx"}, {});
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->damage.empty());
  const std::vector<Section> sections = find_sections(*document, built_in_schema());
  ASSERT_EQ(sections.size(), 3U);
  EXPECT_EQ(sections[1].heading, "一、总体情况");
  EXPECT_EQ(sections[2].heading, "二、主动公开政府信息情况");
}

struct DamageCase {
  const char* what;
  DocxBuilder builder;
  bool damaged;
};

TEST(DocxNumbering, NumbersThatCannotBeReadAreDamageAndNeverSilent) {
  const std::string good = numbering_xml(kHeadings + list(1, 0));
  const std::string rels = "word/_rels/document.xml.rels";
  std::vector<DamageCase> cases;
  cases.push_back({"none and none needed", DocxBuilder(paragraph_xml("甲")), false});
  cases.push_back({"whole",
                   DocxBuilder(two_headings()).relate("numbering", "numbering.xml").part("word/numbering.xml", good),
                   false});
  cases.push_back(
      {"malformed part",
       DocxBuilder(two_headings()).relate("numbering", "numbering.xml").part("word/numbering.xml", good.substr(0, 80)),
       true});
  cases.push_back({"malformed styles",
                   DocxBuilder(two_headings()).relate("styles", "styles.xml").part("word/styles.xml", "<w:styles"),
                   true});
  cases.push_back(
      {"part that is named but not there", DocxBuilder(two_headings()).relate("numbering", "numbering.xml"), true});
  cases.push_back({"malformed relationships",
                   DocxBuilder(two_headings()).part(rels, "<Relationships").part("word/numbering.xml", good), true});
  for (const DamageCase& made : cases) {
    const std::string bytes = made.builder.bytes();
    const Result<Document> document = read_document({bytes, "a.docx"}, {});
    ASSERT_TRUE(document) << made.what;
    EXPECT_EQ(!document->damage.empty(), made.damaged) << made.what;
  }
}

}  // namespace
}  // namespace nianbao::test

// What of WordprocessingML is shown, in which order, and what is not.
#include "extract/docx_body.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/docx_builder.h"

namespace nianbao::test {
namespace {

Document read(const std::string& body) {
  Result<DocxBody> read = read_docx_body(document_xml(body), "word/document.xml", {});
  if (read) return std::move(read->document);
  ADD_FAILURE() << read.problem().code << " " << read.problem().detail;
  return {};
}

// The document in one line: paragraphs in quotes, tables as [cell|cell], LF as \n and TAB as \t.
std::string shown(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += "'" + paragraph->text + "' ";
      continue;
    }
    std::string cells;
    for (const Cell& cell : std::get<Table>(block).cells) cells += "|" + cell.text;
    out += "[" + cells.substr(std::min<std::size_t>(1, cells.size())) + "] ";
  }
  if (!out.empty()) out.pop_back();
  std::string escaped;
  for (const char c : out) escaped += c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
  return escaped;
}

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string p(const std::string& inner) { return "<w:p>" + inner + "</w:p>"; }
std::string cell(const std::string& inner) { return "<w:tc><w:tcPr/>" + inner + "</w:tc>"; }
std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
std::string table(const std::string& rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid>" + rows + "</w:tbl>";
}
std::string one_cell_table(const std::string& inner) { return table(row(cell(inner))); }

std::string annotation(const std::string& type, const std::string& content) {
  return "<aml:annotation xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\" aml:id=\"1\" w:type=\"" + type +
         "\"><aml:content>" + content + "</aml:content></aml:annotation>";
}

struct Shown {
  const char* what;
  std::string body;
  std::string expected;
};

void PrintTo(const Shown& made, std::ostream* out) { *out << made.what; }

class DocxBodyShows : public testing::TestWithParam<Shown> {};

TEST_P(DocxBodyShows, What) {
  SCOPED_TRACE(GetParam().body);
  EXPECT_EQ(shown(read(GetParam().body)), GetParam().expected) << GetParam().what;
}

const std::vector<Shown> kText = {
    {"empty body", "", ""},
    {"paragraphs stay apart", p(run("一")) + p(run("二")), "'一' '二'"},
    {"empty paragraph", "<w:p/>", "''"},
    {"runs are joined", p(run("三、收到和处理") + run("政府信息公开申请情况")), "'三、收到和处理政府信息公开申请情况'"},
    {"line break", p("<w:r><w:t>本年新</w:t><w:br/><w:t>制作数量</w:t></w:r>"), "'本年新\\n制作数量'"},
    {"carriage return", p("<w:r><w:t>1</w:t><w:cr/><w:t>2</w:t></w:r>"), "'1\\n2'"},
    {"tab", p("<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>"), "'1\\t2'"},
    {"tab stops of the paragraph are no tabs",
     p("<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs></w:pPr>" + run("1")), "'1'"},
    {"spaces are kept", p("<w:r><w:t xml:space=\"preserve\"> 1 </w:t></w:r>"), "' 1 '"},
    {"white space between elements is not text", "\n  <w:p>\n    " + run("1") + "\n  </w:p>\n", "'1'"},
    {"hyphen that does not break", p("<w:r><w:t>2020</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"), "'2020-1'"},
    {"a hyphen that only may break is not shown", p("<w:r><w:t>20</w:t><w:softHyphen/><w:t>20</w:t></w:r>"), "'2020'"},
    {"symbol of a symbol font", p("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"), "'\xEF\xBF\xBD'"},
    {"digits in a font of pictures",
     p("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings 2\"/></w:rPr><w:t>5</w:t></w:r>" + run("1")),
     "'\xEF\xBF\xBD"
     "1'"},
    {"digits in a font of letters", p("<w:r><w:rPr><w:rFonts w:ascii=\"Wing\"/></w:rPr><w:t>5</w:t></w:r>"), "'5'"},
    {"symbol beside a digit stays visible", p(run("1") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F032\"/></w:r>"),
     "'1\xEF\xBF\xBD'"},
    {"symbol that is a character", p("<w:r><w:sym w:font=\"SimSun\" w:char=\"2460\"/></w:r>"), "'①'"},
    {"symbol without code", p("<w:r><w:sym w:font=\"Symbol\"/></w:r>"), "'\xEF\xBF\xBD'"},
    {"text of a formula", p("<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>"), "'12'"},
    {"formula on its own line", p("<m:oMathPara><m:oMath><m:r><m:rPr/><m:t>12</m:t></m:r></m:oMath></m:oMathPara>"),
     "'12'"},
    {"reading aid of ruby is left out",
     p("<w:r><w:ruby><w:rt>" + run("guī") + "</w:rt><w:rubyBase>" + run("规") + "</w:rubyBase></w:ruby></w:r>"),
     "'规'"},
    {"hyperlink", p("<w:hyperlink r:id=\"x\">" + run("链接") + "</w:hyperlink>"), "'链接'"},
    {"character references", p(run("&lt;&#x4E00;&amp;")), "'<一&'"},
};

const std::vector<Shown> kWrappers = {
    {"content control around a run",
     p("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("5") + "</w:sdtContent></w:sdt>"), "'5'"},
    {"content control around a paragraph", "<w:sdt><w:sdtPr/><w:sdtContent>" + p(run("5")) + "</w:sdtContent></w:sdt>",
     "'5'"},
    {"content control around a cell",
     table(row(cell(p(run("1"))) + "<w:sdt><w:sdtContent>" + cell(p(run("2"))) + "</w:sdtContent></w:sdt>")), "[1|2]"},
    {"content control around a row",
     table(row(cell(p(run("1")))) + "<w:sdt><w:sdtContent>" + row(cell(p(run("2")))) + "</w:sdtContent></w:sdt>"),
     "[1|2]"},
    {"content control around a table",
     "<w:sdt><w:sdtContent>" + one_cell_table(p(run("1"))) + "</w:sdtContent></w:sdt>", "[1]"},
    {"custom XML around a run", p("<w:customXml w:element=\"x\"><w:customXmlPr/>" + run("5") + "</w:customXml>"),
     "'5'"},
    {"custom XML around a row", table("<w:customXml w:element=\"x\">" + row(cell(p(run("5")))) + "</w:customXml>"),
     "[5]"},
    {"smart tag", p("<w:smartTag w:element=\"date\"><w:smartTagPr/>" + run("2020") + "</w:smartTag>" + run("年")),
     "'2020年'"},
    {"tracked insertion", p(run("1") + "<w:ins w:id=\"1\">" + run("2") + "</w:ins>"), "'12'"},
    {"moved to here", p("<w:moveTo w:id=\"1\">" + run("2") + "</w:moveTo>"), "'2'"},
    {"inserted row", table("<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>" + cell(p(run("2"))) + "</w:tr>"), "[2]"},
    {"text direction", p("<w:bdo w:val=\"ltr\">" + run("2") + "</w:bdo><w:dir w:val=\"ltr\">" + run("3") + "</w:dir>"),
     "'23'"},
};

const std::vector<Shown> kUnshown = {
    {"tracked deletion", p(run("1") + "<w:del w:id=\"1\"><w:r><w:delText>2</w:delText></w:r></w:del>" + run("3")),
     "'13'"},
    {"tracked deletion with w:t inside, as some converters write",
     p("<w:del w:id=\"1\">" + run("2") + "</w:del>" + run("3")), "'3'"},
    {"moved away from here", p("<w:moveFrom w:id=\"1\">" + run("2") + "</w:moveFrom>" + run("3")), "'3'"},
    {"deleted inside an insertion",
     p("<w:ins w:id=\"1\"><w:del w:id=\"2\"><w:r><w:delText>2</w:delText></w:r></w:del></w:ins>" + run("3")), "'3'"},
    {"a deleted paragraph mark is not deleted text", p("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + run("3")),
     "'3'"},
    {"an inserted paragraph mark", p("<w:pPr><w:rPr><w:ins w:id=\"1\"/></w:rPr></w:pPr>" + run("3")), "'3'"},
    {"hidden run", p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>" + run("1")), "'1'"},
    {"hidden switched off", p("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>9</w:t></w:r>"), "'9'"},
    {"hidden switched off by a word", p("<w:r><w:rPr><w:vanish w:val=\"false\"/></w:rPr><w:t>9</w:t></w:r>"), "'9'"},
    {"a hidden paragraph mark hides no run", p("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("9")), "'9'"},
    {"break and tab in a hidden run", p(run("1") + "<w:r><w:rPr><w:vanish/></w:rPr><w:br/><w:tab/></w:r>" + run("2")),
     "'12'"},
    {"hidden before a tracked change of properties",
     p("<w:r><w:rPr><w:rPrChange w:id=\"1\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>9</w:t></w:r>"),
     "'9'"},
    {"code of a field, not its result",
     p("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> =SUM(ABOVE) 77 "
       "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
       run("5") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
     "'5'"},
    {"simple field", p("<w:fldSimple w:instr=\" PAGE \">" + run("3") + "</w:fldSimple>"), "'3'"},
    {"second rendering",
     p("<w:r><mc:AlternateContent><mc:Choice "
       "Requires=\"wps\"><w:t>7</w:t></mc:Choice><mc:Fallback><w:t>7</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
     "'7'"},
    {"the first of two choices",
     p("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>7</w:t></mc:Choice><mc:Choice "
       "Requires=\"wpg\"><w:t>7</w:t></mc:Choice></mc:AlternateContent></w:r>"),
     "'7'"},
    {"a choice that requires what nobody knows",
     p("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps zz\"><w:t>7</w:t></mc:Choice><mc:Fallback><w:t>15</w:t>"
       "</mc:Fallback></mc:AlternateContent></w:r>"),
     "'15'"},
    {"hidden text of a formula",
     p("<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>7</m:t></m:r><m:r><m:t>1</m:t></m:r></m:oMath>"), "'1'"},
    {"annotations of Word 2003 but insertions",
     p(annotation("Word.Comment", run("5")) + annotation("Word.Deletion", run("6")) +
       annotation("Word.Insertion", run("1"))),
     "'1'"},
    {"a deletion of Word 2003 over several runs",
     p(run("1") + annotation("Word.Deletion.Start", "") + run("6") + run("7") + annotation("Word.Deletion.End", "") +
       run("2")),
     "'12'"},
    {"earlier spans of Word 2003",
     table(row("<w:tc><w:tcPr>" + annotation("Word.Formatting", "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>") +
               "</w:tcPr>" + p(run("1")) + "</w:tc>" + cell(p(run("2"))))),
     "[1|2]"},
    {"text of another namespace", p("<w:r><x:t xmlns:x=\"urn:x\">9</x:t></w:r>" + run("1")), "'1'"},
    {"comments and bookmarks",
     p("<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>" + run("1") +
       "<w:bookmarkEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"),
     "'1'"},
};

const std::vector<Shown> kTables = {
    {"order of paragraphs and tables",
     p(run("前")) + one_cell_table(p(run("1"))) + p(run("中")) + one_cell_table(p(run("2"))) + p(run("后")),
     "'前' [1] '中' [2] '后'"},
    {"paragraphs of a cell stay apart", one_cell_table(p(run("商业")) + p(run("企业"))), "[商业\\n企业]"},
    {"two numbers in two paragraphs of a cell never become one", one_cell_table(p(run("1")) + p(run("2"))), "[1\\n2]"},
    {"an empty first paragraph of a cell", one_cell_table("<w:p/>" + p(run("2"))), "[\\n2]"},
    {"row inside a cell, without a table of its own",
     table("<w:tr><w:tc>" + p(run("1")) + "<w:tr><w:tcPr/>" + cell(p(run("2"))) + "</w:tr></w:tc></w:tr>"), "[1|2]"},
    {"cell without paragraph", table(row("<w:tc/>" + cell(p(run("1"))))), "[|1]"},
    {"nested table stands apart, after the one around it",
     table(row(cell(p(run("外")) + one_cell_table(p(run("内"))) + "<w:p/>") + cell(p(run("2"))))), "[外\\n|2] [内]"},
    {"deleted row",
     table("<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell(p(run("1"))) + "</w:tr>" + row(cell(p(run("2"))))),
     "[2]"},
    {"deleted cell",
     table(row("<w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr>" + p(run("1")) + "</w:tc>" + cell(p(run("2"))))), "[2]"},
    {"earlier row properties of a tracked change delete nothing",
     table("<w:tr><w:trPr><w:trPrChange w:id=\"1\"><w:trPr><w:del w:id=\"2\"/></w:trPr></w:trPrChange></w:trPr>" +
           cell(p(run("1"))) + "</w:tr>"),
     "[1]"},
    {"table in a second rendering",
     p("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>" +
       one_cell_table(p(run("1"))) + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
       one_cell_table(p(run("1"))) + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
     "[1] ''"},
};

INSTANTIATE_TEST_SUITE_P(Text, DocxBodyShows, testing::ValuesIn(kText));
INSTANTIATE_TEST_SUITE_P(Wrappers, DocxBodyShows, testing::ValuesIn(kWrappers));
INSTANTIATE_TEST_SUITE_P(Unshown, DocxBodyShows, testing::ValuesIn(kUnshown));
INSTANTIATE_TEST_SUITE_P(Tables, DocxBodyShows, testing::ValuesIn(kTables));

std::vector<const Table*> tables_of(const Document& document) {
  std::vector<const Table*> tables;
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
  return tables;
}

TEST(DocxBody, NestedTableHasItsOwnOrdinalInOrderOfStart) {
  const Document document =
      read(one_cell_table(one_cell_table(p(run("内"))) + "<w:p/>") + one_cell_table(p(run("后"))));
  const std::vector<const Table*> tables = tables_of(document);
  ASSERT_EQ(tables.size(), 3U);
  for (std::size_t i = 0; i < tables.size(); ++i) EXPECT_EQ(tables[i]->ordinal, i + 1);
  EXPECT_EQ(tables[1]->cells.at(0).text, "内");
  EXPECT_EQ(document.counts.shown, 2U);
  EXPECT_EQ(document.counts.nested, 1U);
}

struct Counted {
  const char* what;
  std::string body;
  std::size_t shown, nested, merged_away, deleted, not_shown;
};

TEST(DocxBody, EveryCellElementIsCountedOnce) {
  const std::string deleted_row = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell(p("")) + cell(p("")) + "</w:tr>";
  const std::vector<Counted> cases = {
      {"plain", table(row(cell("") + cell(""))), 2, 0, 0, 0, 0},
      {"deleted row of two", table(deleted_row + row(cell(""))), 1, 0, 0, 2, 0},
      {"deleted cell", table(row("<w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr></w:tc>" + cell(""))), 1, 0, 0, 1, 0},
      {"merged downwards", table_xml({{{"1", 1, "restart"}}, {{"", 1, "continue"}}, {{"", 1, "bare"}}}), 1, 0, 2, 0, 0},
      {"nested", one_cell_table(table(row(cell("") + cell(""))) + p("")), 1, 2, 0, 0, 0},
      {"second rendering",
       p("<w:r><mc:AlternateContent><mc:Choice>" + one_cell_table("") + "</mc:Choice><mc:Fallback>" +
         one_cell_table("") + "</mc:Fallback></mc:AlternateContent></w:r>"),
       1, 0, 0, 0, 1},
  };
  for (const Counted& made : cases) {
    SCOPED_TRACE(made.what);
    const CellCounts counts = read(made.body).counts;
    EXPECT_EQ(counts.shown, made.shown);
    EXPECT_EQ(counts.merged_away, made.merged_away);
    EXPECT_EQ(counts.deleted, made.deleted);
    EXPECT_EQ(counts.nested, made.nested);
    EXPECT_EQ(counts.not_shown, made.not_shown);
    EXPECT_EQ(counts.total(), made.shown + made.nested + made.merged_away + made.deleted + made.not_shown);
  }
}

struct ObjectCase {
  const char* what;
  std::string inner;
  bool expected;
};

TEST(DocxBody, PicturesAndObjectsMarkTheirCell) {
  const std::string blip =
      "<w:r><w:drawing><a:graphic xmlns:a=\"urn:a\"><a:blip r:embed=\"rId5\"/></a:graphic></w:drawing></w:r>";
  const auto math = [](const std::string& inner) { return "<m:oMath>" + inner + "</m:oMath>"; };
  const std::string box = "<w:txbxContent>" + p(run("9")) + "</w:txbxContent>";
  const auto mark = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
  const std::string separate = mark("separate");
  const auto field = [&](const std::string& code, const std::string& result) {
    return mark("begin") + "<w:r><w:instrText>" + code + "</w:instrText></w:r>" + result + mark("end");
  };
  const std::vector<ObjectCase> cases = {
      {"text only", p(run("1")), false},
      {"picture", p(blip), true},
      {"picture beside text", p(run("1") + blip), true},
      {"old picture",
       p("<w:r><w:pict><v:shape xmlns:v=\"urn:v\"><v:imagedata r:id=\"rId5\"/></v:shape></w:pict></w:r>"), true},
      {"embedded object", p("<w:r><w:object><o:OLEObject xmlns:o=\"urn:o\" r:id=\"rId5\"/></w:object></w:r>"), true},
      {"chart", p("<w:r><w:drawing><c:chart xmlns:c=\"urn:c\" r:id=\"rId5\"/></w:drawing></w:r>"), true},
      {"handwriting", p("<w:r><w14:contentPart xmlns:w14=\"urn:w14\" r:id=\"rId5\"/></w:r>"), true},
      {"deleted picture", p("<w:del w:id=\"1\">" + blip + "</w:del>" + run("1")), false},
      {"picture in a content control",
       p("<w:sdt><w:sdtPr><w:picture/></w:sdtPr><w:sdtContent>" + blip + "</w:sdtContent></w:sdt>"), true},
      {"nested table, whatever it shows", one_cell_table(p("7")) + p(""), true},
      {"formula of digits only", p(math("<m:r><m:t>10</m:t></m:r>")), false},
      {"formula with an exponent",
       p(math("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>")), true},
      {"fraction", p(math("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den/></m:f>")), true},
      {"text box that floats", p("<w:r><w:pict>" + box + "</w:pict></w:r>"), true},
      {"text box in the line",
       p("<w:r><w:drawing><wp:inline xmlns:wp=\"urn:wp\">" + box + "</wp:inline></w:drawing></w:r>"), false},
      {"WordArt", p("<w:r><w:pict><v:textpath xmlns:v=\"urn:v\" string=\"9\"/></w:pict></w:r>"), true},
      {"text of a drawing", p("<w:r><w:drawing><a:t xmlns:a=\"urn:a\">9</a:t></w:drawing></w:r>"), true},
      {"digits from right to left", p("<w:bdo w:val=\"rtl\">" + run("51") + "</w:bdo>"), true},
      {"digits from left to right", p("<w:bdo w:val=\"ltr\">" + run("15") + "</w:bdo>"), false},
      {"field without result", p(field(" EQ \\o(5) ", "")), true},
      {"field with result", p(field(" =SUM(A1) ", separate + run("5"))), false},
      {"field that shows nothing", p(field(" XE \"5\" ", "")), false},
      {"choice list", p(field(" FORMDROPDOWN ", "")), true},
      {"white text", p("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>5</w:t></w:r>"), true},
      {"grey text", p("<w:r><w:rPr><w:color w:val=\"FEFEFE\"/></w:rPr><w:t>5</w:t></w:r>"), false},
      {"text in a range that Word 2003 says is deleted",
       p(annotation("Word.Deletion.Start", "") + run("5") + annotation("Word.Deletion.End", "")), true},
  };
  for (const ObjectCase& made : cases) {
    const Document document = read(table(row(cell(made.inner) + cell(p(run("2"))))));
    const Table& outer = *tables_of(document).at(0);
    EXPECT_EQ(outer.cells.at(0).holds_object, made.expected) << made.what;
    EXPECT_FALSE(outer.cells.at(1).holds_object) << made.what << ": the cell beside it";
  }
}

TEST(DocxBody, ARowWithAHiddenMarkIsInDoubt) {
  const Document document =
      read(table("<w:tr><w:trPr><w:hidden/></w:trPr>" + cell(p(run("1"))) + "</w:tr>" +
                 "<w:tr><w:trPr><w:hidden w:val=\"0\"/></w:trPr>" + cell(p(run("2"))) + "</w:tr>"));
  const Table& shown = *tables_of(document).at(0);
  EXPECT_TRUE(shown.cells.at(0).holds_object);
  EXPECT_FALSE(shown.cells.at(1).holds_object);
}

TEST(DocxBody, AddressesLeadBack) {
  const Document document =
      read(p(run("标题")) + table_xml({{{"a", 2, ""}, {"b"}}, {{"c"}, {"d"}, {"e"}}}) + p(run("后")));
  const Table& table = *tables_of(document).at(0);
  EXPECT_EQ(address_of(document, table), "word/document.xml#t1");
  EXPECT_EQ(address_of(document, table, table.cells.at(1)), "word/document.xml#t1/r1/c3");
  EXPECT_EQ(address_of(document, table, table.cells.at(4)), "word/document.xml#t1/r2/c3");
  EXPECT_EQ(address_of(document, std::get<Paragraph>(document.blocks.at(0))), "word/document.xml#p1");
  // Paragraphs of cells are paragraphs of the part too: 1 before, 5 in the table.
  EXPECT_EQ(address_of(document, std::get<Paragraph>(document.blocks.at(2))), "word/document.xml#p7");
}

TEST(DocxBody, ParagraphsAroundATextBoxHaveAddressesOfTheirOwn) {
  const Document document = read(p(run("外") + "<w:r><w:pict><w:txbxContent>" + p(run("内一")) + p(run("内二")) +
                                   "</w:txbxContent></w:pict></w:r>") +
                                 p(run("后")));
  std::set<std::string> addresses;
  for (const Block& block : document.blocks) addresses.insert(address_of(document, std::get<Paragraph>(block)));
  EXPECT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(addresses, (std::set<std::string>{"word/document.xml#p1", "word/document.xml#p2", "word/document.xml#p3",
                                              "word/document.xml#p4"}));
}

TEST(DocxBody, TextAfterATextBoxStaysWithItsParagraph) {
  EXPECT_EQ(shown(read(p(run("1") + "<w:r><w:pict><w:txbxContent>" + p(run("框")) + "</w:txbxContent></w:pict></w:r>" +
                         run("2")))),
            "'框' '12'");
}

TEST(DocxBody, StruckTextIsMarkedOnceHoweverItIsWritten) {
  const std::string number(400, '1');
  const std::string struck = "<w:rPr><w:strike/></w:rPr>";
  EXPECT_EQ(shown(read(p("<w:r>" + struck + "<w:t>1&amp;2&#51;\r\n一</w:t></w:r>"))), "'~~1&23\\n一~~'");
  EXPECT_EQ(shown(read(p("<w:r>" + struck + "<w:t>一" + number + "<!-- -->2</w:t></w:r>"))), "'~~一" + number + "2~~'");
}

// What is not shown itself says nothing about a run; Word writes w:rPr first, others need not.
TEST(DocxBody, PropertiesHoldWhereverTheyStandBeforeTheText) {
  for (const char* before : {"", "<w:lastRenderedPageBreak/>", "<w:x/>", "<w:x><w:y/></w:x>"})
    for (const char* comment : {"", "<!-- not for the scanner -->"}) {
      const std::string hidden = std::string("<w:r>") + before + "<w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r>";
      EXPECT_EQ(shown(read(p(hidden + comment + run("3")))), "'3'") << before << comment;
    }
}

TEST(DocxBody, ATextBoxDoesNotEndTheHidingOfItsRun) {
  const std::string box = "<w:pict><w:txbxContent>" + p(run("框")) + "</w:txbxContent></w:pict>";
  EXPECT_EQ(shown(read(p("<w:r><w:rPr><w:vanish/></w:rPr>" + box + "<w:t>9</w:t></w:r>" + run("1")))).find('9'),
            std::string::npos);
}

TEST(DocxBody, RefusesWhatIsBeyondItsLimits) {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 300; ++i) deep += "</w:sdt>";
  const Result<DocxBody> nested = read_docx_body(document_xml(deep), "word/document.xml", {});
  ASSERT_FALSE(nested);
  EXPECT_EQ(nested.problem().code, "limit_depth");
  std::string many = "<w:tbl><w:tr>";
  for (std::size_t i = 0; i <= Limits{}.cells; ++i) many += "<w:tc/>";
  const Result<DocxBody> wide = read_docx_body(document_xml(many + "</w:tr></w:tbl>"), "word/document.xml", {});
  ASSERT_FALSE(wide);
  EXPECT_EQ(wide.problem().code, "limit_cells");
}

// The scanner knows the second one again, where there is less room.
TEST(DocxBody, PropertiesAreAsDeepWhereTheyAreKnown) {
  const std::string known = "<w:r><w:rPr><w:x><w:y/></w:x></w:rPr><w:t>1</w:t></w:r>";
  const std::string deeper = "<w:smartTag>" + known + "</w:smartTag>";
  const auto read_within = [&](std::size_t depth, const std::string& behind) {
    const std::string xml = document_xml(p(known + deeper) + behind);
    const Limits limits{.depth = depth};
    return read_docx_body(XmlPart(xml, limits), "x", {}, limits);
  };
  for (const char* behind : {"", "<!-- not for the scanner -->"}) {
    EXPECT_TRUE(read_within(8, behind)) << behind;
    const Result<DocxBody> refused = read_within(7, behind);
    ASSERT_FALSE(refused) << behind;
    EXPECT_EQ(refused.problem().code, "limit_depth") << behind;
  }
}

TEST(DocxBody, EveryLimitHasItsCode) {
  const std::string body = p(run("1")) + p(run("2")) + one_cell_table(p(run("3")) + one_cell_table(p(run("4"))));
  const std::vector<std::pair<std::string, Limits>> cases = {{"limit_depth", {.depth = 5}},
                                                             {"limit_tables", {.tables = 1}},
                                                             {"limit_cells", {.cells = 1}},
                                                             {"limit_paragraphs", {.paragraphs = 3}}};
  for (const auto& [code, limits] : cases) {
    const Result<DocxBody> read = read_docx_body(document_xml(body), "word/document.xml", {}, limits);
    ASSERT_FALSE(read) << code;
    EXPECT_EQ(read.problem().code, code);
    EXPECT_NE(read.problem().detail.find("--limit"), std::string::npos) << read.problem().detail;
  }
  EXPECT_TRUE(read_docx_body(document_xml(body), "x", {}, {.tables = 2, .cells = 2, .paragraphs = 4}));
}

TEST(DocxBody, ACellWithTooMuchTextIsRefusedAlone) {
  for (const std::string& much : {p(run(std::string(200, '1'))), p(run("1")) + p(run(std::string(100, '2')))}) {
    const std::string body = table(row(cell(much) + cell(p(run("7")))));
    const Result<DocxBody> read = read_docx_body(document_xml(body), "word/document.xml", {}, {.cell_bytes = 100});
    ASSERT_TRUE(read);
    const Document& document = read->document;
    const Table& shown = std::get<Table>(document.blocks.at(0));
    EXPECT_TRUE(shown.cells.at(0).holds_object) << "unreadable, not blank and not cut short";
    EXPECT_EQ(shown.cells.at(1).text, "7");
    EXPECT_FALSE(shown.cells.at(1).holds_object);
    EXPECT_EQ(document.counts.refused, 1U);
    EXPECT_EQ(document.counts.total(), 2U);
    ASSERT_EQ(document.damage.size(), 1U);
    EXPECT_EQ(document.damage[0].code, "cell_refused");
    EXPECT_EQ(document.damage[0].detail, "word/document.xml#t1/r1/c1");
  }
}

TEST(DocxBody, ChunksAreNotedWhereTheyStand) {
  const Result<DocxBody> read = read_docx_body(document_xml(p(run("1")) + "<w:altChunk r:id=\"rId7\"/>" + p(run("2")) +
                                                            one_cell_table("<w:altChunk r:id=\"rId8\"/>" + p(""))),
                                               "word/document.xml", {});
  ASSERT_TRUE(read);
  ASSERT_EQ(read->chunks.size(), 1U);
  EXPECT_EQ(read->chunks[0].block, 1U);
  EXPECT_EQ(read->chunks[0].relationship, "rId7");
  EXPECT_TRUE(std::get<Table>(read->document.blocks.at(2)).cells.at(0).holds_object) << "a chunk in a cell";
  ASSERT_EQ(read->document.damage.size(), 1U);
  EXPECT_EQ(read->document.damage[0].code, "chunk_unread");
}

TEST(DocxBody, RowsSayWhereTheyEnd) {
  const std::string body =
      table("<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"2\"/></w:trPr>" + cell("") + "</w:tr>");
  const Result<DocxBody> read = read_docx_body(document_xml(body), "x", {});
  ASSERT_TRUE(read);
  const Table& shown = std::get<Table>(read->document.blocks.at(0));
  EXPECT_EQ(shown.cells.at(0).column, 2U);
  EXPECT_EQ(shown.after, (std::map<std::size_t, std::size_t>{{1, 2}}));
}

TEST(DocxBody, DamageNamesThePart) {
  const Result<DocxBody> document = read_docx_body("<w:document", "word/正文.xml", {});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.problem().code, "xml_damaged");
  EXPECT_NE(document.problem().detail.find("word/正文.xml"), std::string::npos) << document.problem().detail;
}

}  // namespace
}  // namespace nianbao::test

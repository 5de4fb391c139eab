// What of a web page is shown, in which order, and what is not.
#include "extract/html_reader.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "extract/docx_body.h"
#include "extract/html_body.h"
#include "schema/text.h"

namespace nianbao::test {
namespace {

HtmlBody read(const std::string& html) {
  Result<HtmlBody> body = read_html_body(html);
  if (body) return std::move(*body);
  ADD_FAILURE() << body.problem().code << " " << body.problem().detail;
  return {};
}

// Blocks in one line: paragraphs in quotes, tables as [a|b / c|d] by rows, LF as \n.
std::string shown(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    if (!out.empty()) out += ' ';
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      out += "'" + paragraph->text + "'";
      continue;
    }
    const Table& table = std::get<Table>(block);
    out += "[";
    for (const Cell& cell : table.cells) {
      if (&cell != &table.cells.front()) out += cell.row != (&cell - 1)->row ? " / " : "|";
      out += cell.text;
    }
    out += "]";
  }
  return replace_all(replace_all(out, "\n", "\\n"), "\t", "\\t");
}

struct Shown {
  const char* what;
  std::string html;
  std::string expected;
};

void PrintTo(const Shown& made, std::ostream* out) { *out << made.what; }

class HtmlShows : public testing::TestWithParam<Shown> {};

TEST_P(HtmlShows, What) {
  SCOPED_TRACE(GetParam().html);
  EXPECT_EQ(shown(read(GetParam().html).blocks), GetParam().expected) << GetParam().what;
}

const std::vector<Shown> kText = {
    {"nothing", "", ""},
    {"text without tags", "一、总体情况", "'一、总体情况'"},
    {"paragraphs", "<p>一</p><p>二</p>", "'一' '二'"},
    {"paragraphs that are not closed", "<p>一<p>二", "'一' '二'"},
    {"blocks in blocks", "<div>一<div>二</div>三<h2>四</h2></div>五", "'一' '二' '三' '四' '五'"},
    {"list", "<ul><li>一<li>二</ul>三", "'一' '二' '三'"},
    {"nested lists", "<ul><li>一<ul><li>二</ul><li>三</ul>", "'一' '二' '三'"},
    {"definitions", "<dl><dt>一<dd>二<dt>三</dl>", "'一' '二' '三'"},
    {"empty paragraphs are none", "<p></p><p> &nbsp;</p><p>一</p><div>\n</div>", "'一'"},
    {"rule between paragraphs", "一<hr>二", "'一' '二'"},
    {"break", "<p>一<br>二<br/>三</p>", "'一\\n二\\n三'"},
    {"break at the start and at the end", "<p><br />四、<br></p>", "'\\n四、'"},
    {"end tag of a break is one", "<p>1</br>2</p>", "'1\\n2'"},
    {"white space is one space", "<p>\n  一\n\t 二  </p>", "'一 二'"},
    {"white space at the edges of elements", "<p> <b> 一 </b> <i> 二</i></p>", "'一 二'"},
    {"no white space between elements", "<p>三、收到和处理<b>政府信息公开</b><i>申请情况</i></p>",
     "'三、收到和处理政府信息公开申请情况'"},
    {"NBSP and ideographic space stay", "<p>&nbsp;一&#12288;　二</p>", "'\u00A0一　　二'"},
    {"preformatted", "<pre>一\n  二\r三</pre>四", "'一\\n  二\\n三' '四'"},
    {"preformatted by style", "<p style='white-space: pre-wrap'>一\n二</p>", "'一\\n二'"},
    {"boxes in a line", "<p>一<span style='display:inline-block'>二</span>三</p>", "'一 二 三'"},
    {"references", "<p>&lt;&#x4E00;&amp;&hellip;</p>", "'<一&…'"},
    {"characters that begin no tag", "<p>1 < 2 <5件</p>", "'1 < 2 <5件'"},
    {"unknown elements", "<p><o:p>一</o:p><st1:date>2020</st1:date>年</p>", "'一2020年'"},
    {"ruby", "<p><ruby>规<rp>(</rp><rt>guī</rt><rp>)</rp></ruby>章</p>", "'规章'"},
    {"button and label", "<p><label>一</label><button>二</button></p>", "'一二'"},
};

const std::vector<Shown> kDrawn = {
    {"raised digit", "<p>1<sup>2</sup>3</p>", "'1²3'"},
    {"lowered digit, drawn the same", "<p>1<sub>2</sub></p>", "'1²'"},
    {"raised by style", "<p>1<span style='vertical-align: super'>2</span></p>", "'1²'"},
    {"raised by Word", "<p>1<span style='position:relative;top:-6.0pt;mso-text-raise:6.0pt'>2</span></p>", "'1²'"},
    {"not raised by Word", "<p>1<span style='mso-text-raise:0pt'>2</span></p>", "'12'"},
    {"struck", "<p>1<s>2</s><strike>3</strike><del>4</del>5</p>", "'1~~2~~~~3~~~~4~~5'"},
    {"struck by style", "<p><span style='TEXT-DECORATION: underline Line-Through'>2</span></p>", "'~~2~~'"},
    {"underlined is not struck", "<p><span style='text-decoration: underline'>2</span><u>3</u></p>", "'23'"},
    {"inserted", "<p>1<ins>2</ins></p>", "'12'"},
    {"struck over paragraphs", "<s><p>1</p><p>2</p></s><p>3</p>", "'~~1~~' '~~2~~' '3'"},
    {"deleted over paragraphs", "<del><p>1</p></del>2", "'~~1~~' '2'"},
    {"striking goes on behind the paragraph it began in", "<p><s>1</p><p>2</s>3</p>", "'~~1~~' '~~2~~3'"},
    {"deletion does not", "<p><del>1</p><p>2</del></p>", "'~~1~~' '2'"},
    {"striking that ends in a paragraph", "<s>1<p>2</s>3</p>", "'~~1~~' '~~2~~3'"},
    {"striking ends with its cell", "<table><tr><td><s>1<td>2</table>", "[~~1~~|2]"},
    {"struck table", "<s><table><tr><td>1</table></s>", "[~~1~~]"},
    {"striking between cells strikes none", "<table><tr><s><td>1</td><td>2</table>", "[1|2]"},
};

const std::vector<Shown> kUnshown = {
    {"head", "<html><head><title>一</title><style>p{}</style></head><body><p>二", "'二'"},
    {"text behind the body", "<body><p>一</p></body></html><p>二</p>", "'一' '二'"},
    {"scripts and forms", "<script>'<p>9'</script><textarea>9</textarea><select><option>9<option>8</select>一", "'一'"},
    {"template and noscript", "<template><p>9</p></template><noscript>9</noscript>一", "'一'"},
    {"drawings and formulas", "<svg><text>9</text><path d=''/></svg><math><mn>9</mn></math>一", "'一'"},
    {"drawing closed by its own tag", "<svg/>一", "'一'"},
    {"what stands for an object", "<object>9</object><canvas>9</canvas><video>9</video>一", "'一'"},
    {"comments", "一<!-- <p>9 -->二", "'一二'"},
    {"hidden", "<p>1<span hidden>9</span>2</p><div hidden><p>9</div>", "'12'"},
    {"display:none", "<p>1<span style='color:red; DISPLAY : None'>9</span>2</p>", "'12'"},
    {"display:none that is taken back", "<p style='display:none;display:block'>1</p>", "'1'"},
    {"display:none !important", "<p style='display:none !important;display:block'>9</p>1", "'1'"},
    {"style overrides the attribute", "<p hidden style='display:block'>1</p>", "'1'"},
    {"hidden breaks are none", "<p>1<br hidden>2<div hidden>9</div></p>", "'12'"},
    {"heading hidden around a paragraph", "<h1 hidden>9<p>8</p></h1>1", "'1'"},
    {"span hidden around paragraphs", "<span style='display:none'><p>9</p><p>8</p></span>1", "'1'"},
    {"hidden formatting goes on", "<p><font style='display:none'>9</p><p>8</font>1</p>", "'1'"},
    {"hidden paragraph with a table in it", "<p hidden><table><tr><td>9</table></p>1", "'1'"},
    {"hidden link ends at the next", "<a hidden>9<a>1</a>", "'1'"},
    {"invisible text keeps its place", "<p>1<span style='visibility:hidden'>9</span>2</p>", "'1 2'"},
    {"visible inside invisible", "<p style='visibility:hidden'>9<b style='visibility:visible'>1</b></p>", "'1'"},
    {"hidden table", "<table hidden><tr><td>9</table>1", "'1'"},
    {"table inside a hidden block", "<div style='display:none'><table><tr><td>9</td></tr></table></div>1", "'1'"},
    {"hidden row", "<table><tr hidden><td>9<td>8<tr><td>1</table>", "[1]"},
    {"collapsed row", "<table><tr style='visibility:collapse'><td>9<tr><td>1</table>", "[1]"},
    {"hidden rows", "<table><tbody hidden><tr><td>9<tbody><tr><td>1</table>", "[1]"},
    {"hidden cell gives up its place", "<table><tr><td>1<td hidden>9<td>2</table>", "[1|2]"},
    {"invisible cell keeps its place", "<table><tr><td>1<td style='visibility:hidden'>9<td>2</table>", "[1||2]"},
    {"rows in a template", "<table><tr><template><td>9</td></template><td>1</td></table>", "[1]"},
    {"closed dialog", "<dialog>9</dialog><dialog open>1</dialog>", "'1'"},
};

const std::vector<Shown> kTables = {
    {"table", "<table><tr><td>1</td><td>2</td></tr><tr><th>3</th><td>4</td></tr></table>", "[1|2 / 3|4]"},
    {"order of paragraphs and tables", "前<table><tr><td>1</table>中<table><tr><td>2</table>后",
     "'前' [1] '中' [2] '后'"},
    {"end tags left out", "<table><tr><td>1<td>2<tr><td>3<td>4</table>5", "[1|2 / 3|4] '5'"},
    {"end tags left out behind other elements", "<table><tr><td><p><span>1<td><font><b>2<tr><td><del>3<td>4</table>",
     "[1|2 / ~~3~~|4]"},
    {"end tags in the wrong order", "<table><tr><td><p>1</td></p><td><b>2</td></b></tr></table>3", "[1|2] '3'"},
    {"end tags too many", "</table></td><p>一</p></tr><table><tr><td>1</div></p></td></table>", "'一' [1]"},
    {"row tags left out", "<table><td>1<td>2<tr><td>3</table>", "[1|2 / 3]"},
    {"groups of rows, in the order they stand", "<table><thead><tr><th>1<tfoot><tr><td>2<tbody><tr><td>3</table>",
     "[1 / 2 / 3]"},
    {"caption is a paragraph before", "<table><caption>附表<p>单位：件</caption><tr><td>1</table>",
     "'附表' '单位：件' [1]"},
    {"columns are no cells", "<table><colgroup><col span=2></colgroup><col><tr><td>1</table>", "[1]"},
    {"paragraphs of a cell", "<td><p>商业</p>\n<p>企业</p></td>", "[商业\\n企业]"},
    {"two numbers in a cell never become one", "<td><div>1</div><div>2</div><p>3</p>4<br>5", "[1\\n2\\n3\\n4\\n5]"},
    {"nor do boxes side by side", "<td><span style='float:left'>1</span><i style='display:inline-block'>2</i>3",
     "[1\\n2\\n3]"},
    {"empty paragraphs of a cell show nothing", "<td><p></p><p>2</p></td>", "[2]"},
    {"break first in a cell", "<td><br>2<br></td>", "[\\n2]"},
    {"white space in a cell", "<td>\n 本年新\n 制作数量 \n</td>", "[本年新 制作数量]"},
    {"empty cell", "<td>1<td><td>&nbsp;", "[1||\u00A0]"},
    {"form between the tags of a table", "<table><form><tr><form><td>1</td></form></tr></form></table>2", "[1] '2'"},
    {"text between the cells is shown before", "<table><tr>甲<td>1</td>乙</tr><p>丙</p></table>", "'甲乙' '丙' [1]"},
    {"table without cells", "一<table><tr></tr></table>二", "'一' '二'"},
    {"end tag of the table left out", "<table><tr><td>1</td></tr><table><tr><td>2</table>", "[1] [2]"},
    {"nested table stands apart, after the one around it", "<table><tr><td>外<table><tr><td>内</table>又<td>2</table>",
     "[外\\n又|2] [内]"},
    {"nested tables in order", "<td>1<table><td>2<table><td>3</table></table><table><td>4</table></td>",
     "[1] [2] [3] [4]"},
    {"table in a caption", "<table><caption>一<table><td>2</table></caption><tr><td>1</table>", "'一' [2] [1]"},
    {"cells outside a table make one", "<td>1<td>2</td><tr><td>3</td></tr><p>后</p><td>4", "[1|2 / 3] '后' [4]"},
    {"cells outside a table end with what is around them", "<div><td>1</div>后", "[1] '后'"},
    {"element around cells outside a table", "<font><td>1</font><td>2</td>后", "[1|2] '后'"},
    {"row without table", "<tr>一</tr>", "'一'"},
    {"tags of a table inside a select end it", "<table><tr><td><select><option>9<td>1</table>", "[|1]"},
};

INSTANTIATE_TEST_SUITE_P(Text, HtmlShows, testing::ValuesIn(kText));
INSTANTIATE_TEST_SUITE_P(Drawn, HtmlShows, testing::ValuesIn(kDrawn));
INSTANTIATE_TEST_SUITE_P(Unshown, HtmlShows, testing::ValuesIn(kUnshown));
INSTANTIATE_TEST_SUITE_P(Tables, HtmlShows, testing::ValuesIn(kTables));

std::vector<const Table*> tables_of(const std::vector<Block>& blocks) {
  std::vector<const Table*> tables;
  for (const Block& block : blocks)
    if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
  return tables;
}

TEST(HtmlBody, ReadsSpans) {
  const std::vector<std::pair<std::string, std::pair<std::size_t, std::size_t>>> cases = {
      {"", {1, 1}},
      {"rowspan=2 colspan=3", {2, 3}},
      {"ROWSPAN='2'", {2, 1}},
      {"colspan=' +2 px'", {1, 2}},
      {"colspan=0", {1, 1}},
      {"colspan=-2 rowspan=-1", {1, 1}},
      {"colspan=x", {1, 1}},
      {"colspan=5000", {1, 1000}},
      {"rowspan=0", {3, 1}},
      {"rowspan=99999999999999999999", {3, 1}},
  };
  for (const auto& [attributes, expected] : cases) {
    const HtmlBody body = read("<table><tr><td " + attributes + ">1<td>2<tr><td>3<tr><td>4</table>");
    const Cell& cell = tables_of(body.blocks).at(0)->cells.at(0);
    EXPECT_EQ(std::pair(cell.rows, cell.columns), expected) << attributes;
  }
}

TEST(HtmlBody, NestedTableHasItsOwnOrdinalInOrderOfStart) {
  const HtmlBody body = read("<table><td>1<table><td>2</table></table><table hidden><td>9</table><table><td>3</table>");
  const std::vector<const Table*> tables = tables_of(body.blocks);
  ASSERT_EQ(tables.size(), 3U);
  for (std::size_t i = 0; i < tables.size(); ++i) EXPECT_EQ(tables[i]->ordinal, i + 1);
  EXPECT_TRUE(tables[0]->is_grid);
}

struct Counted {
  const char* what;
  std::string html;
  std::size_t shown, not_shown;
};

TEST(HtmlBody, EveryCellElementIsCountedOnce) {
  const std::vector<Counted> cases = {
      {"plain", "<table><tr><td>1<th>2", 2, 0},
      {"nested", "<table><td><table><td>1<td>2</table>", 3, 0},
      {"hidden table", "<table hidden><td>1<td><table><td></table></table>", 0, 3},
      {"hidden row", "<table><tr hidden><td><td><tr><td></table>", 1, 2},
      {"hidden cell", "<table><tr><td hidden><td></table>", 1, 1},
      {"invisible cell", "<table><tr><td style='visibility:hidden'>1<td></table>", 2, 0},
      {"hidden table in a cell", "<td><table hidden><td></table></td>", 1, 1},
      {"template in a row", "<table><tr><template><td></td></template><td></table>", 1, 1},
      {"what stands for an object", "<object><table><td>1</table></object>", 0, 1},
      {"in a script, no element", "<script><td></script>", 0, 0},
      {"outside tables", "<td>1<p><td>2", 2, 0},
  };
  for (const Counted& made : cases) {
    const CellCounts counts = read(made.html).counts;
    EXPECT_EQ(counts.shown + counts.nested, made.shown) << made.what;
    EXPECT_EQ(counts.not_shown, made.not_shown) << made.what;
    EXPECT_EQ(counts.total(), made.shown + made.not_shown) << made.what;
  }
}

struct ObjectCase {
  const char* what;
  std::string inner;
  bool expected;
};

TEST(HtmlBody, PicturesAndControlsMarkTheirCell) {
  const std::vector<ObjectCase> cases = {
      {"text only", "1", false},
      {"picture", "<img src=a>", true},
      {"picture between digits", "1<img>2", true},
      {"picture that is hidden", "1<img style='display:none'>", false},
      {"picture in something hidden", "1<span hidden><img></span>", false},
      {"picture that is invisible", "1<img style='visibility:hidden'>", false},
      {"drawing", "<svg><path/></svg>", true},
      {"formula", "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", true},
      {"embedded document", "<embed src=a.pdf>", true},
      {"object", "<object data=a.pdf>1</object>", true},
      {"canvas", "<canvas></canvas>", true},
      {"field to type in", "<input value=5>", true},
      {"hidden field", "1<input type=hidden value=5>", false},
      {"choice", "<select><option>1</select>", true},
      {"text area", "<textarea>1</textarea>", true},
      {"frame", "<iframe src=a></iframe>", true},
      {"nested table, whatever it shows", "<table><tr><td>7</td></tr></table>", true},
  };
  for (const ObjectCase& made : cases) {
    const HtmlBody body = read("<table><tr><td>" + made.inner + "</td><td>2</td></tr></table>");
    const Table& outer = *tables_of(body.blocks).at(0);
    EXPECT_EQ(outer.cells.at(0).holds_object, made.expected) << made.what;
    EXPECT_FALSE(outer.cells.at(1).holds_object) << made.what << ": the cell beside it";
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

struct StyleCase {
  const char* what;
  std::string style;  // of a span around 1
  bool expected;
};

TEST(HtmlBody, StyleThatMayChangeTextMarksItsCell) {
  const std::vector<StyleCase> cases = {
      {"dark", "color:#333", false},
      {"inherited", "color:inherit", false},
      {"dark by numbers", "color:rgb(51, 51, 51)", false},
      {"black", "color:#000000;background-color:#ffffff", false},
      {"white", "color:#fff", true},
      {"nearly white", "color: #FEFEFE", true},
      {"white by numbers", "color:rgb(255,255,255)", true},
      {"white on color", "color:#fff;background:#036", false},
      {"color of its background", "color:#036;background:#036", true},
      {"transparent", "color:transparent", true},
      {"transparent by alpha", "color:rgba(0,0,0,0)", true},
      {"calculated color", "color:hsl(0 0% 100%)", true},
      {"size", "font-size:12pt", false},
      {"size by keyword", "font-size:larger", false},
      {"no size", "font-size:0", true},
      {"tiny", "font-size:.1em", true},
      {"calculated size", "font-size:calc(0px)", true},
      {"font", "font:bold 12pt/1.5 \\5b8b\\4f53", false},
      {"font of no size", "font:0/0 a", true},
      {"family", "font-family:\\5b8b\\4f53, SimSun", false},
      {"pictures for letters", "font-family:Wingdings", true},
      {"opaque", "opacity:1", false},
      {"not opaque", "opacity:0", true},
      {"middle", "vertical-align:middle", false},
      {"aligned", "text-align:center", false},
      {"indented", "text-indent:2em", false},
      {"indented out of the page", "text-indent:-9999px", true},
      {"relative without offset", "position:relative", false},
      {"relative with offset of nothing", "position:relative;top:0;left:0px", false},
      {"relative, to the side", "position:relative;left:-2em", true},
      {"absolute", "position:absolute;left:-9999px", true},
      {"margin", "margin:0 auto 2px", false},
      {"margin to the left", "margin-left:-1em", true},
      {"spacing of letters, by Word", "letter-spacing:-.3pt", false},
      {"letters over each other", "letter-spacing:-1em", true},
      {"transform", "transform:scale(0)", true},
      {"no transform", "transform:none", false},
      {"clip", "clip-path:inset(100%)", true},
      {"overflow", "overflow:hidden", false},
      {"no height", "display:block;height:0;overflow:hidden", true},
      {"content not visible", "content-visibility:hidden", true},
      {"from right to left", "direction:rtl;unicode-bidi:bidi-override", true},
      {"from left to right", "direction:ltr;unicode-bidi:embed", false},
      {"backward", "display:flex;flex-direction:row-reverse", true},
      {"ordered", "order:2", true},
      {"escaped property", "d\\69splay:none", true},
      {"escaped value", "display:n\\6fne", true},
      {"variable", "display:var(--x)", true},
      {"comment", "/*x*/color:red", false},
      {"picture", "background:url(9.png)", true},
      {"no background", "background:none transparent", false},
      {"content of its own", "content:url(9.png)", true},
  };
  for (const StyleCase& made : cases) {
    const HtmlBody body = read("<table><tr><td><span style='" + made.style + "'>1</span></td><td>2</td></tr></table>");
    const Table& table = *tables_of(body.blocks).at(0);
    EXPECT_EQ(table.cells.at(0).holds_object, made.expected) << made.what;
    EXPECT_EQ(table.cells.at(0).text, "1") << made.what;
    EXPECT_FALSE(table.cells.at(1).holds_object) << made.what << ": the cell beside it";
  }
}

TEST(HtmlBody, ElementsThatShowMoreThanTheirTextMarkTheirCell) {
  const std::vector<ObjectCase> cases = {
      {"override of direction", "<bdo dir=rtl>91</bdo>", true},
      {"direction", "<span dir=RTL>91</span>", true},
      {"usual direction", "<span dir=ltr>91</span>", false},
      {"listing without markup", "1<xmp>9</xmp>", true},
      {"numbered list", "<ol><li>9</ol>", true},
      {"list", "<ul><li>9</ul>", false},
      {"numbered by style", "<ul style='list-style-type:decimal'><li>9</ul>", true},
      {"no marks", "<ul style='list-style-type: none'><li>9</ul>", false},
      {"choice without its list", "19<option>7", true},
      {"white font", "1<font color=white>7</font>", true},
      {"red font", "1<font color=red>7</font>", false},
      {"closed details", "<details><summary>1</summary>7</details>", true},
  };
  for (const ObjectCase& made : cases)
    EXPECT_EQ(tables_of(read("<td>" + made.inner).blocks).at(0)->cells.at(0).holds_object, made.expected) << made.what;
}

struct SheetCase {
  const char* what;
  std::string css;
  std::string page;
  std::string expected;  // the texts of the cells, those that hold an object with * behind them
};

TEST(HtmlBody, StyleSheetsLeaveDoubtInTables) {
  const std::string span = "<table><tr><td>1<span class='x y'>7</span><td>2</table>";
  const std::string cell = "<table><tr><td>1<td class=x>7<td>2</table>";
  const std::vector<SheetCase> cases = {
      {"no rule", "", span, "17 2"},
      {"rule of another class", ".z{display:none}", span, "17 2"},
      {"harmless rule", ".x{color:#333;vertical-align:middle;position:relative}", span, "17 2"},
      {"hidden", ".x{display:none}", span, "17* 2"},
      {"hidden, in capitals and with spaces", " .X\n{ DISPLAY : none }", span, "17* 2"},
      {"hidden among others", "a,.x{}.z,.x,.w{margin:0;visibility:hidden}", span, "17* 2"},
      {"hidden behind a comment", "/*.a{*/.x/**/{display:none}", span, "17* 2"},
      {"hidden in HTML comment marks", "<!-- .x{display:none} -->", span, "17* 2"},
      {"escaped class", ".\\78{display:none}", span, "17* 2"},
      {"both classes", ".x.y{display:none}", span, "17* 2"},
      {"not both classes", ".x.z{display:none}", span, "17 2"},
      {"inside what is not there", ".menu .x{display:none}", span, "17 2"},
      {"inside what is there", "div.menu > .x{display:none}", "<div class=menu>" + span + "</div>", "17* 2"},
      {"inside what is closed", ".menu .x{display:none}", "<div class=menu></div>" + span, "17 2"},
      {"inside the body", "body.a .x{display:none}", "<body class=a>" + span, "17* 2"},
      {"on hover", ".x:hover{display:none}", span, "17 2"},
      {"first of its kind", ".x:first-child{display:none}", span, "17* 2"},
      {"raised", ".x{vertical-align:super}", span, "17* 2"},
      {"struck", ".x{text-decoration:line-through}", span, "17* 2"},
      {"writes before", ".x:before{content:'1'}", span, "17* 2"},
      {"writes nothing", ".x::before{content:'';position:absolute}", span, "17 2"},
      {"writes into a cell", "td:after{content:'1'}", span, "17* 2*"},
      {"icons of a menu", ".menu a:before{content:'1'}", span, "17 2"},
      {"bare name", "span{position:absolute}", span, "17 2"},
      {"bare name, hidden", "td span{display:none}", span, "17* 2"},
      {"bare name in a menu", ".menu span{display:none}", span, "17 2"},
      {"in print", "@media print{.x{display:none}}", span, "17 2"},
      {"on screen", "@media screen{.x{display:none}}", span, "17* 2"},
      {"on phones", "@media (max-width: 768px){.x{display:none}}", span, "17 2"},
      {"for old browsers", ".x{display:none\\9}", span, "17 2"},
      {"box of its own", ".x{display:inline-block}", span, "1\n7 2"},
      {"id", "#a{opacity:0}", "<table><tr><td id=a>1<td>2</table>", "1* 2"},
      {"hidden cell: those behind it stand elsewhere", ".x{display:none}", cell, "1 7* 2*"},
      {"aligned cell", ".x{vertical-align:super}", cell, "1 7 2"},
      {"hidden row", ".x{display:none}", "<table><tr><td>1<tr class=x><td>7</table>", "1 7*"},
      {"hidden table", ".x{visibility:hidden}", "<table class=x><tr><td>1</table>", "1*"},
      {"sheet behind the table", "", span + "<style>.x{display:none}</style>", "17* 2"},
      {"style of a cell that leaves the row", "", "<table><tr><td>1<td style='display:block'>7<td>2</table>",
       "1 7* 2*"},
      {"picture for text", "", "<table><tr><td style='background:url(a)'><td style='background:url(a)'>2</table>",
       "* 2"},
      {"raised by length", "", "<td>19<span style='vertical-align:4pt'>1</span>", "19¹"},
      {"raised by share", "", "<td>19<span style='vertical-align:50%'>1</span>", "19¹"},
      {"raised by place", "", "<td>19<span style='position:relative;top:-3pt'>1</span>", "19¹"},
      {"cell aligned by length", "", "<td style='vertical-align:4pt'>19", "19"},
      {"struck, old name", "", "<td style='-webkit-text-decoration:line-through'>19", "~~19~~"},
      {"hidden behind a comment, inline", "", "<td>1<span style='/*x*/display:none'>7</span>9", "19"},
      {"unknown value, inline", "", "<td>1<span style='visibility:hidden;visibility:foo'>7</span>9", "1 9"},
      {"value in two words, inline", "", "<td>1<span style='display:no ne'>7</span>9", "1\n7\n9*"},
      {"flex", "", "<td><div style='display:flex'><span>1</span><span>9</span></div>", "1\n9"},
  };
  for (const SheetCase& made : cases) {
    const HtmlBody body = read("<head><style>" + made.css + "</style></head>" + made.page);
    std::string out;
    for (const Cell& shown : tables_of(body.blocks).at(0)->cells)
      out += (out.empty() ? "" : " ") + shown.text + (shown.holds_object ? "*" : "");
    EXPECT_EQ(out, made.expected) << made.what;
  }
}

TEST(HtmlBody, StyleSheetsOfAnySizeAreRead) {
  const std::string page = "<table><tr><td>1<span class=x>7</span></table>";
  const std::vector<std::string> sheets = {repeated(".x{opacity:0}", 5000),
                                           repeated("{", 5000),
                                           repeated("}", 5000),
                                           repeated("(", 5000),
                                           "/*",
                                           "'",
                                           "\\",
                                           ".x{display:none",
                                           "@media"};
  for (const std::string& css : sheets)
    EXPECT_EQ(tables_of(read("<style>" + css + "</style>" + page).blocks).size(), 1U) << css.substr(0, 20);
}

TEST(HtmlBody, ACellWithTooMuchTextIsRefusedAlone) {
  const Result<HtmlBody> body = read_html_body("<table><td>" + std::string(50, '1') + "<td>2", {.cell_bytes = 20});
  ASSERT_TRUE(body);
  const Table& table = *tables_of(body->blocks).at(0);
  EXPECT_EQ(table.cells.at(0).text, "");
  EXPECT_TRUE(table.cells.at(0).holds_object) << "unreadable, not blank";
  EXPECT_EQ(table.cells.at(1).text, "2");
  EXPECT_EQ(body->counts.refused, 1U);
  EXPECT_EQ(body->counts.total(), 2U);
}

TEST(HtmlBody, RefusesWhatIsBeyondItsLimits) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {repeated("<div>", Limits{}.depth), ""},
      {repeated("<div>", Limits{}.depth + 1), "limit_depth"},
      {repeated("<table><tr><td>", 100), "limit_depth"},
      {repeated("<table><tr><td></table>", Limits{}.tables + 1), "limit_tables"},
      {repeated("<p>1", Limits{}.paragraphs + 2), "limit_paragraphs"},
      {"<table>" + repeated("<td>", Limits{}.cells + 1), "limit_cells"},
      {"<table>" + repeated("<tr>", Limits{}.cells + 1), "limit_cells"},
      {repeated("<td colspan=1000>", 3), "limit_cells"},
      {"<table>" + repeated("<tr><td rowspan=65534>", 1500), "limit_cells"},
      {"<table>" + repeated("<tr><td rowspan=65534>", 500), ""},
      {repeated("<p><font><b>1", 1000), ""},
      {repeated("<li>1", 1000) + repeated("<select><option>1", 100) + repeated("<br><img>", 1000), ""},
  };
  for (const auto& [html, code] : cases) {
    const Result<HtmlBody> body = read_html_body(html);
    EXPECT_EQ(body ? "" : body.problem().code, code) << html.substr(0, 40);
  }
}

Document document_of(const std::string& bytes, const std::string& encoding = "") {
  Result<Document> document = read_html({bytes, "a.html"}, {.encoding = encoding});
  if (document) return std::move(*document);
  ADD_FAILURE() << document.problem().code << " " << document.problem().detail;
  return {};
}

TEST(HtmlReader, AddressesLeadBack) {
  const Document document = document_of("<p>一<p>二<table><tr><td colspan=2>a<td>b<tr><td>c</table><p>三");
  const Table& table = *tables_of(document.blocks).at(0);
  EXPECT_EQ(address_of(document, std::get<Paragraph>(document.blocks.at(1))), "html#p2");
  EXPECT_EQ(address_of(document, table), "html#t1");
  EXPECT_EQ(address_of(document, table, table.cells.at(1)), "html#t1/r1/c3");
  EXPECT_EQ(address_of(document, table, table.cells.at(2)), "html#t1/r2/c1");
  EXPECT_EQ(address_of(document, std::get<Paragraph>(document.blocks.at(3))), "html#p3");
  EXPECT_EQ(document.counts.shown, 3U);
}

struct EncodingCase {
  const char* what;
  std::string head;
  std::string text;  // 一 in some encoding
  std::string asked_for;
  std::string encoding;  // what is said of it, or the problem
};

TEST(HtmlReader, FindsTheEncoding) {
  const std::string gbk = "\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5";
  const std::string big5 = "\xA4\x40\xA1\x42\xC1\x60\xC5\xE9";
  const std::vector<EncodingCase> cases = {
      {"nothing named", "", "一、总体", "", "UTF-8"},
      {"nothing named, GB18030", "", gbk, "", "GB18030"},
      {"meta charset", "<meta charset=gb2312>", gbk, "", "GB18030"},
      {"meta http-equiv", "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=GBK'>", gbk, "", "GB18030"},
      {"meta of another kind", "<meta name=description content='charset=big5'>", gbk, "", "GB18030"},
      {"meta in a comment", "<!-- <meta charset=big5> -->", gbk, "", "GB18030"},
      {"Big5", "<meta charset='Big5'>", big5, "", "Big5"},
      {"saved again as UTF-8", "<meta charset=gb2312>", "一、总体", "", "UTF-8"},
      {"references only", "<meta charset=gb2312>", "&#x4E00;&#x3001;&#x603B;&#x4F53;", "", "GB18030"},
      {"unknown name", "<meta charset=x-none>", gbk, "", "GB18030"},
      {"named by the user", "<meta charset=gb2312>", big5, "Big5", "Big5"},
      {"says UTF-8 and is not", "<meta charset=utf-8>", gbk, "", "encoding"},
      {"says GB18030 and is not", "<meta charset=gb2312>", "\xFF\xFF", "", "encoding"},
      {"unknown to the user's option", "", "一、总体", "x-none", "encoding_unknown"},
  };
  for (const EncodingCase& made : cases) {
    const std::string page = "<html><head>" + made.head + "</head><body><p>" + made.text + "</p>";
    const Result<Document> document = read_html({page, "a.html"}, {.encoding = made.asked_for});
    EXPECT_EQ(document ? document->encoding : document.problem().code, made.encoding) << made.what;
    EXPECT_TRUE(!document || simplified(shown(document->blocks)) == "'一、总体'") << made.what;
  }
}

TEST(HtmlReader, BytesThatUtf8HasTooAreWhatThePageSays) {
  EXPECT_EQ(shown(document_of("<meta charset=gbk><p>\xD2\xBB").blocks), "'一'");
}

TEST(HtmlReader, PageWithBom) {
  EXPECT_EQ(shown(document_of("\xEF\xBB\xBF<meta charset=gb2312><p>一").blocks), "'一'");
  const std::string utf16("\xFF\xFE<\0p\0>\0\x00\x4E", 10);
  EXPECT_EQ(shown(document_of(utf16).blocks), "'一'");
}

}  // namespace
}  // namespace nianbao::test

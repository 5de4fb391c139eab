#include "bench/markup.h"

#include <algorithm>
#include <cstdio>

#include "bench/random.h"
#include "schema/text.h"

namespace nianbao::bench {
namespace {

using test::CellSpec;
using test::RowSpec;

constexpr int kTableWidth = 9'740;  // in twentieths of a point

std::string borders(const std::string& kind, const std::string& colour) {
  std::string xml;
  for (const char* side : {"top", "left", "bottom", "right"})
    xml += std::string("<w:") + side + " w:val=\"" + kind + "\" w:sz=\"4\" w:space=\"0\" w:color=\"" + colour + "\"/>";
  return "<w:tcBorders>" + xml + "</w:tcBorders>";
}

const std::string kFonts =
    R"(<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:cs="宋体" w:hint="eastAsia"/>)";
const std::string kSize = R"(<w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/>)";

Markup with_sessions() {
  const std::string run = "<w:rPr>" + kFonts + R"(<w:color w:val="000000"/>)" + kSize +
                          R"(<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/></w:rPr>)";
  Markup word;
  word.name = "sessions";
  word.table_properties =
      R"(<w:tblW w:w="9740" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>)";
  word.row_attributes = R"( w:rsidR="#" w:rsidTr="#")";
  word.row_properties = R"(<w:trPr><w:trHeight w:val="340" w:hRule="atLeast"/><w:jc w:val="center"/></w:trPr>)";
  word.cell_borders = borders("single", "auto") + R"(<w:vAlign w:val="center"/>)";
  word.paragraph_attributes = R"( w14:paraId="#" w14:textId="77777777" w:rsidR="#" w:rsidRDefault="#" w:rsidP="#")";
  word.paragraph_properties =
      R"(<w:pPr><w:widowControl/><w:ind w:firstLine="420"/><w:jc w:val="both"/>)" + run + "</w:pPr>";
  word.cell_paragraph_properties = R"(<w:pPr><w:widowControl/><w:jc w:val="center"/>)" + run + "</w:pPr>";
  word.run_attributes = R"( w:rsidR="#" w:rsidRPr="#")";
  word.run_properties = run;
  word.longest_run = 30;
  return word;
}

Markup with_styles() {
  Markup office;
  office.name = "styles";
  office.table_properties =
      R"(<w:tblW w:w="9740" w:type="dxa"/><w:jc w:val="center"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="75" w:type="dxa"/><w:left w:w="75" w:type="dxa"/><w:bottom w:w="75" w:type="dxa"/><w:right w:w="75" w:type="dxa"/></w:tblCellMar>)";
  office.row_properties = "<w:trPr></w:trPr>";
  office.cell_borders = borders("single", "000000") + R"(<w:vAlign w:val="center"/>)";
  office.paragraph_properties =
      R"(<w:pPr><w:pStyle w:val="TextBody"/><w:bidi w:val="0"/><w:jc w:val="left"/><w:rPr></w:rPr></w:pPr>)";
  office.cell_paragraph_properties =
      R"(<w:pPr><w:pStyle w:val="TableContents"/><w:bidi w:val="0"/><w:spacing w:before="0" w:after="283"/><w:jc w:val="left"/><w:rPr></w:rPr></w:pPr>)";
  office.run_properties = "<w:rPr>" + kFonts + R"(<w:sz w:val="20"/></w:rPr>)";
  office.longest_run = 40;
  return office;
}

Markup plain() {
  Markup plain;
  plain.name = "plain";
  plain.table_properties = R"(<w:tblW w:w="9740" w:type="dxa"/><w:jc w:val="center"/>)";
  plain.cell_borders = borders("single", "auto") + R"(<w:vAlign w:val="center"/>)";
  plain.paragraph_properties = R"(<w:pPr><w:ind w:firstLine="420"/></w:pPr>)";
  plain.cell_paragraph_properties =
      R"(<w:pPr><w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>)";
  plain.run_properties = "<w:rPr>" + kFonts + kSize + "</w:rPr>";
  return plain;
}

int width_of(const RowSpec& row) {
  int width = 0;
  for (const CellSpec& cell : row) width += cell.span;
  return width;
}

int widest(const std::vector<RowSpec>& rows) {
  int width = 1;
  for (const RowSpec& row : rows) width = std::max(width, width_of(row));
  return width;
}

std::string grid(int columns) {
  std::string xml;
  for (int i = 0; i < columns; ++i) xml += "<w:gridCol w:w=\"" + std::to_string(kTableWidth / columns) + "\"/>";
  return "<w:tblGrid>" + xml + "</w:tblGrid>";
}

std::string spans(const CellSpec& cell) {
  std::string xml;
  if (cell.span != 1) xml += "<w:gridSpan w:val=\"" + std::to_string(cell.span) + "\"/>";
  if (!cell.merge.empty()) xml += "<w:vMerge w:val=\"" + cell.merge + "\"/>";
  return xml;
}

// Takes so many characters from the front of `text`.
std::string taken(std::string_view& text, std::size_t characters) {
  const std::string_view begin = text;
  for (std::size_t i = 0; i < characters && !text.empty(); ++i) text.remove_prefix(first_character(text).size());
  return std::string(begin.substr(0, begin.size() - text.size()));
}

}  // namespace

const std::vector<Markup>& usual_markups() {
  static const std::vector<Markup> markups = {with_sessions(), with_styles(), plain()};
  return markups;
}

const Markup& scattered_markup() {
  static const Markup scattered = [] {
    Markup markup = with_sessions();
    markup.name = "scattered";
    markup.longest_run = 1;
    return markup;
  }();
  return scattered;
}

const Markup& bare_markup() {
  static const Markup bare = {"bare"};
  return bare;
}

std::string MarkupWriter::table(const std::vector<RowSpec>& rows) {
  const int columns = widest(rows);
  std::string xml = "<w:tbl><w:tblPr>" + markup_.table_properties + "</w:tblPr>" + grid(columns);
  for (const RowSpec& cells : rows) xml += row(cells, kTableWidth / columns);
  return xml + "</w:tbl>";
}

std::string MarkupWriter::row(const RowSpec& row, int width) {
  std::string xml = "<w:tr" + marked(markup_.row_attributes) + ">" + markup_.row_properties;
  for (const CellSpec& spec : row) xml += cell(spec, width);
  return xml + "</w:tr>";
}

std::string MarkupWriter::cell(const CellSpec& cell, int width) {
  std::string xml = "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width * cell.span) + "\" w:type=\"dxa\"/>" +
                    spans(cell) + markup_.cell_borders + "</w:tcPr>";
  for (const std::string_view line : split_lines(cell.text))
    xml += paragraph(std::string(line), markup_.cell_paragraph_properties);
  return xml + "</w:tc>";
}

std::string MarkupWriter::paragraph(const std::string& text, const std::string& properties) {
  return "<w:p" + marked(markup_.paragraph_attributes) + ">" + properties + runs(text) + "</w:p>";
}

std::string MarkupWriter::runs(const std::string& text) {
  std::string xml;
  for (std::string_view rest = text; !rest.empty();)
    xml += "<w:r" + marked(markup_.run_attributes) + ">" + markup_.run_properties + "<w:t>" +
           test::xml_escaped(taken(rest, run_length())) + "</w:t></w:r>";
  return xml;
}

std::size_t MarkupWriter::run_length() {
  if (markup_.longest_run == 0) return std::string::npos;
  return 1 + below(static_cast<unsigned>(markup_.longest_run), random_);
}

std::string MarkupWriter::marked(const std::string& text) {
  std::string marked;
  for (const char c : text) {
    char digits[9] = {c};
    if (c == '#') std::snprintf(digits, sizeof digits, "%08X", static_cast<unsigned>(random_()));
    marked += digits;
  }
  return marked;
}

}  // namespace nianbao::bench

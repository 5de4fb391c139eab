// Property: one report, written in every way in which WordprocessingML lets it be written, gives the same values; where
// a way really hides something, the cell says so and no other value changes.
#include <gtest/gtest.h>

#include <unicode/ucnv.h>

#include <functional>

#include "output/report_rows.h"
#include "schema/text.h"
#include "tests/support/model_report.h"
#include "tests/support/places.h"
#include "tests/support/process_report.h"
#include "tests/support/program.h"

namespace nianbao::test {
namespace {

using Values = std::map<std::string, std::string>;  // field to status and value

Values values_of(const std::string& bytes) {
  const Result<Report> report = process_report({bytes, "report"}, built_in_schema(), {});
  if (!report) return {{"problem", report.problem().code + " " + report.problem().detail}};
  Values values;
  for (const RecordField& field : report->record.fields)
    values[field.field->id] = std::string(name_of(field.value.status)) + " " + field.value.number;
  return values;
}

std::string difference(const Values& actual, const Values& expected) {
  std::string out;
  for (const auto& [field, value] : expected) {
    const auto found = actual.find(field);
    if (found == actual.end() || found->second != value)
      out += field + ": " + (found == actual.end() ? "missing" : found->second) + ", expected " + value + "\n";
  }
  for (const auto& [field, value] : actual)
    if (!expected.contains(field)) out += field + ": " + value + " is too much\n";
  return out.substr(0, 500);
}

const ModelReport& model(const std::string& form) {
  static const std::map<std::string, ModelReport> models = {{"2019", ModelReport(built_in_schema(), "2019", 2020)},
                                                            {"2021", ModelReport(built_in_schema(), "2021", 2022)}};
  return models.at(form);
}

std::string plain_xml(const std::string& form) { return document_xml(model(form).body_with({})); }

using Rewrite = std::function<std::string(std::string)>;

Rewrite replacing(std::vector<std::pair<std::string, std::string>> pairs) {
  return [pairs](std::string xml) {
    for (const auto& [from, to] : pairs) xml = replace_all(std::move(xml), from, to);
    return xml;
  };
}

// `element` with something around it.
Rewrite around(const std::string& element, const std::string& before, const std::string& after) {
  return replacing({{"<w:" + element + ">", before + "<w:" + element + ">"},
                    {"</w:" + element + ">", "</w:" + element + ">" + after}});
}

Rewrite in_control(const std::string& element) {
  return around(element, "<w:sdt><w:sdtPr><w:alias w:val=\"99\"/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>");
}

const std::string kRun = "<w:r><w:t xml:space=\"preserve\">";
const std::string kTextTag = "<w:t xml:space=\"preserve\">";
const std::string kRunEnd = "</w:t></w:r>";

// Something before or after the text of every run.
Rewrite beside_runs(const std::string& before, const std::string& after) {
  return replacing({{kRun, before + kRun}, {kRunEnd, kRunEnd + after}});
}

std::string as_utf16(const std::string& xml, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(xml.size() * 2 + 4, '\0');
  const int32_t size = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()), xml.data(),
                                    static_cast<int32_t>(xml.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  return out.substr(0, static_cast<std::size_t>(size));
}

// Every character outside ASCII, and every digit of text, as a character reference.
std::string with_references(const std::string& xml) {
  std::string out;
  bool in_text = false;
  for (std::size_t i = 0; i < xml.size();) {
    const auto byte = static_cast<unsigned char>(xml[i]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (xml[i] == '<') in_text = false;
    if (xml.compare(i, kTextTag.size(), kTextTag) == 0) {
      out += kTextTag;
      i += kTextTag.size();
      in_text = true;
      continue;
    }
    if (byte >= 0x80) {
      unsigned code = byte & (0xFFU >> (length + 1));
      for (std::size_t k = 1; k < length; ++k) code = code << 6U | (static_cast<unsigned char>(xml[i + k]) & 0x3FU);
      out += "&#" + std::to_string(code) + ";";
    } else if (in_text && byte >= '0' && byte <= '9') {
      out += std::string("&#x3") + xml[i] + ";";
    } else {
      out += xml.substr(i, length);
    }
    i += length;
  }
  return out;
}

// Two digits of every number in two runs, with what is between them.
Rewrite splitting_numbers(const std::string& between) {
  return [between](const std::string& xml) {
    std::string out;
    for (std::size_t at = 0; at < xml.size();) {
      const std::size_t run = xml.find(kRun, at);
      const std::size_t text = run == std::string::npos ? run : run + kRun.size();
      const std::size_t end = run == std::string::npos ? run : xml.find(kRunEnd, text);
      if (run == std::string::npos) return out + xml.substr(at);
      const std::string shown = xml.substr(text, end - text);
      const bool is_number = shown.size() > 1 && shown.find_first_not_of("0123456789") == std::string::npos;
      out += xml.substr(at, text - at) +
             (is_number ? shown.substr(0, 1) + kRunEnd + between + kRun + shown.substr(1) : shown);
      at = end;
    }
    return out;
  };
}

struct Variant {
  const char* name;
  Rewrite rewrite;  // of the main part
};

const std::vector<Variant>& variants() {
  static const std::vector<Variant> all = {
      {"as it is", [](std::string xml) { return xml; }},
      {"cells in content controls", in_control("tc")},
      {"rows in content controls", in_control("tr")},
      {"tables in content controls", in_control("tbl")},
      {"runs in content controls", in_control("r")},
      {"paragraphs in content controls", in_control("p")},
      {"cells in custom XML", around("tc", "<w:customXml w:element=\"c\">", "</w:customXml>")},
      {"rows in custom XML", around("tr", "<w:customXml w:element=\"r\"><w:customXmlPr/>", "</w:customXml>")},
      {"tables in custom XML", around("tbl", "<w:customXml w:element=\"t\">", "</w:customXml>")},
      {"runs in smart tags", around("r", "<w:smartTag w:element=\"date\">", "</w:smartTag>")},
      {"runs inserted", around("r", "<w:ins w:id=\"1\" w:author=\"a\">", "</w:ins>")},
      {"runs moved here", around("r", "<w:moveTo w:id=\"1\">", "</w:moveTo>")},
      {"rows inserted", replacing({{"<w:tr>", "<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>"}})},
      {"paragraphs inserted", around("p", "<w:ins w:id=\"1\">", "</w:ins>")},
      {"tables inserted", around("tbl", "<w:ins w:id=\"1\">", "</w:ins>")},
      {"rows moved here", around("tr", "<w:moveTo w:id=\"1\">", "</w:moveTo>")},
      {"cells inserted", replacing({{"<w:tcPr>", "<w:tcPr><w:cellIns w:id=\"1\"/>"}})},
      {"a deletion beside every run", beside_runs("<w:del w:id=\"1\"><w:r><w:delText>8</w:delText></w:r></w:del>",
                                                  "<w:del w:id=\"2\"><w:r><w:t>9</w:t></w:r></w:del>")},
      {"moved away beside every run",
       beside_runs("<w:moveFrom w:id=\"1\">" + kRun + "8" + kRunEnd + "</w:moveFrom>", "")},
      {"a deleted row before every row",
       replacing({{"<w:tr>", "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p>" + kRun + "总计" + kRunEnd +
                                 "</w:p></w:tc></w:tr><w:tr>"}})},
      {"a deleted cell before every cell", replacing({{"<w:tc>", "<w:tc><w:tcPr><w:cellDel w:id=\"1\"/></w:tcPr><w:p>" +
                                                                     kRun + "7" + kRunEnd + "</w:p></w:tc><w:tc>"}})},
      {"digits in runs of their own", splitting_numbers("")},
      {"a deletion inside every number",
       splitting_numbers("<w:del w:id=\"1\"><w:r><w:delText>5</w:delText></w:r></w:del>")},
      {"an insertion goes on every number",
       splitting_numbers("<w:proofErr w:type=\"gramStart\"/><w:bookmarkStart w:id=\"1\" w:name=\"x\"/>")},
      {"a soft hyphen inside every number", splitting_numbers("<w:r><w:softHyphen/></w:r>")},
      {"hidden text beside every run", beside_runs("<w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r>", "")},
      {"a field code before every run",
       beside_runs(
           "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(9)</w:instrText></w:r><w:r><w:"
           "fldChar w:fldCharType=\"separate\"/></w:r>",
           "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")},
      {"runs in simple fields", around("r", "<w:fldSimple w:instr=\" QUOTE 9 \">", "</w:fldSimple>")},
      {"runs in hyperlinks", around("r", "<w:hyperlink w:anchor=\"a9\">", "</w:hyperlink>")},
      {"a footnote mark after every run",
       beside_runs("", "<w:r><w:footnoteReference w:id=\"9\"/></w:r><w:r><w:commentReference w:id=\"9\"/></w:r>")},
      {"runs in a choice with a fallback",
       around("r", "<mc:AlternateContent><mc:Choice Requires=\"wps\">",
              "</mc:Choice><mc:Fallback><w:r><w:t>9</w:t></w:r></mc:Fallback></mc:AlternateContent>")},
      {"runs in a text box with a fallback",
       around("r",
              "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline "
              "xmlns:wp=\"urn:wp\"><w:txbxContent><w:p>",
              "</w:p></w:txbxContent></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>" +
                  kRun + "9" + kRunEnd + "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>")},
      {"text in CDATA",
       replacing({{"<w:t xml:space=\"preserve\">", "<w:t xml:space=\"preserve\"><![CDATA["}, {"</w:t>", "]]></w:t>"}})},
      {"character references", with_references},
      {"comments and instructions inside text",
       [](const std::string& xml) { return replace_all(xml, "</w:t>", "<!-- 9 --><?x 9?></w:t>"); }},
      {"another prefix",
       replacing({{"<w:", "<ns0:"}, {"</w:", "</ns0:"}, {" w:", " ns0:"}, {"xmlns:w=", "xmlns:ns0="}})},
      {"default namespace", replacing({{"<w:", "<"},
                                       {"</w:", "</"},
                                       {"xmlns:w=\"",
                                        "xmlns=\"http://schemas.openxmlformats.org/"
                                        "wordprocessingml/2006/main\" xmlns:w=\""}})},
      {"strict", replacing({{"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                             "http://purl.oclc.org/ooxml/wordprocessingml/main"},
                            {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                             "http://purl.oclc.org/ooxml/officeDocument/relationships"}})},
      {"UTF-16LE with BOM",
       [](const std::string& xml) { return "\xFF\xFE" + as_utf16(replace_all(xml, "UTF-8", "UTF-16"), "UTF-16LE"); }},
      {"UTF-16BE with BOM",
       [](const std::string& xml) { return "\xFE\xFF" + as_utf16(replace_all(xml, "UTF-8", "UTF-16"), "UTF-16BE"); }},
      {"UTF-16LE without BOM",
       [](const std::string& xml) { return as_utf16(replace_all(xml, "UTF-8", "UTF-16"), "UTF-16LE"); }},
      {"UTF-8 with BOM", [](const std::string& xml) { return "\xEF\xBB\xBF" + xml; }},
      {"GB18030", [](const std::string& xml) { return as_utf16(replace_all(xml, "UTF-8", "GB18030"), "GB18030"); }},
      {"GBK", [](const std::string& xml) { return as_utf16(replace_all(xml, "UTF-8", "GBK"), "GBK"); }},
      {"no declaration", [](const std::string& xml) { return xml.substr(xml.find("?>") + 2); }},
      {"an attribute list of a hundred", replacing({{"<w:tr>",
                                                     [] {
                                                       std::string tag = "<w:tr";
                                                       for (int i = 0; i < 100; ++i)
                                                         tag += " w:x" + std::to_string(i) + "=\">9<\"";
                                                       return replace_all(tag, "<\"", "\"") + ">";
                                                     }()}})},
      {"a comment of two million bytes",
       [](const std::string& xml) {
         return replace_all(xml, "<w:body>", "<w:body><!-- " + std::string(2'000'000, '<') + "-->");
       }},
  };
  return all;
}

class Variants : public testing::TestWithParam<std::string> {};

TEST_P(Variants, InAContainerGiveTheSameValues) {
  const Values plain = values_of(DocxBuilder("").part("word/document.xml", plain_xml(GetParam())).bytes());
  ASSERT_GT(plain.size(), 190U);
  for (const auto& [field, value] : plain) ASSERT_EQ(value.substr(0, 6), "value ") << field;
  for (const Variant& variant : variants()) {
    const std::string xml = variant.rewrite(plain_xml(GetParam()));
    EXPECT_EQ(xml == plain_xml(GetParam()), std::string(variant.name) == "as it is") << variant.name;
    EXPECT_EQ(difference(values_of(DocxBuilder("").part("word/document.xml", xml).bytes()), plain), "") << variant.name;
  }
}

// A package as one XML file.
std::string flat(const std::string& main_part) {
  const auto part = [](const std::string& name, const std::string& xml) {
    return "<pkg:part pkg:name=\"" + name + "\"><pkg:xmlData>" + xml + "</pkg:xmlData></pkg:part>";
  };
  const std::string relationship =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
      "Target=\"word/document.xml\"/></Relationships>";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Word.Document\"?>"
         "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">" +
         part("/_rels/.rels", relationship) + part("/word/other.xml", "<w:t xmlns:w=\"w\">9</w:t>") +
         part("/word/document.xml", main_part.substr(main_part.find("?>") + 2)) + "</pkg:package>";
}

TEST_P(Variants, InOneXmlFileGiveTheSameValues) {
  const std::string xml = plain_xml(GetParam());
  const Values plain = values_of(DocxBuilder("").part("word/document.xml", xml).bytes());
  EXPECT_EQ(difference(values_of(flat(xml)), plain), "") << "flat package";
  EXPECT_EQ(difference(values_of(xml), plain), "") << "main part alone";
  const std::string word2003 =
      replacing({{"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                  "http://schemas.microsoft.com/office/word/2003/wordml"},
                 {"w:document", "w:wordDocument"},
                 {"w:vMerge", "w:vmerge"},
                 {kRunEnd, kRunEnd +
                               "<aml:annotation xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\" aml:id=\"1\" "
                               "w:type=\"Word.Deletion\"><aml:content>" +
                               kRun + "9" + kRunEnd + "</aml:content></aml:annotation>"},
                 {"</w:body>", "<w:sectPr><w:hdr w:type=\"odd\"><w:p>" + kRun + "9" + kRunEnd +
                                   "</w:p></w:hdr></w:sectPr></w:body>"}})(xml);
  EXPECT_EQ(difference(values_of(word2003), plain), "") << "Word 2003 XML";
}

// What Word does not show by a style is no number either.
TEST_P(Variants, StylesHideRaiseAndStrike) {
  const std::string styles =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      "<w:style w:type=\"character\" w:styleId=\"hidden\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"below\"><w:basedOn w:val=\"hidden\"/></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"note\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
      "</w:styles>";
  const std::string xml = plain_xml(GetParam());
  const Values plain = values_of(DocxBuilder("").part("word/document.xml", xml).bytes());
  for (const std::string style : {"hidden", "below"}) {
    const std::string hidden =
        beside_runs("<w:r><w:rPr><w:rStyle w:val=\"" + style + "\"/></w:rPr><w:t>8</w:t></w:r>", "")(xml);
    EXPECT_EQ(difference(values_of(DocxBuilder("")
                                       .part("word/document.xml", hidden)
                                       .relate("styles", "styles.xml")
                                       .part("word/styles.xml", styles)
                                       .bytes()),
                         plain),
              "")
        << style;
  }
  const std::string noted = splitting_numbers("<w:r><w:rPr><w:rStyle w:val=\"note\"/></w:rPr><w:t>2</w:t></w:r>")(xml);
  for (const auto& [field, value] : values_of(DocxBuilder("")
                                                  .part("word/document.xml", noted)
                                                  .relate("styles", "styles.xml")
                                                  .part("word/styles.xml", styles)
                                                  .bytes()))
    EXPECT_TRUE(value == plain.at(field) || value.rfind("value", 0) != 0) << field << " " << value;
}

INSTANTIATE_TEST_SUITE_P(Forms, Variants, testing::Values("2019", "2021"),
                         [](const auto& form) { return "Form" + form.param; });

// Whatever stands under a header or a banner that the form does not have is no number of the form.
TEST_P(Variants, StrangeHeadersAndCaptionsLendNoNumber) {
  const ModelReport& report = model(GetParam());
  ModelReport other = report;
  for (const std::string& field : other.field_ids()) other.set(field, "9977");
  const std::vector<RowSpec> rows = report.table(3);
  const std::vector<RowSpec> others = other.table(3);
  for (std::size_t at = 4; at < rows.size(); ++at) {
    // From here on the numbers are others, under a header of their own, or a caption across the table.
    const auto middle = static_cast<std::ptrdiff_t>(at);
    std::vector<RowSpec> with_header(rows.begin(), rows.begin() + middle);
    std::vector<RowSpec> with_caption = with_header;
    RowSpec header = rows[at];
    int width = 0;
    for (CellSpec& cell : header) {
      width += cell.span;
      cell.text = "另一项目" + std::to_string(width);
      cell.merge = "";
    }
    with_header.push_back(header);
    with_caption.push_back({{"2018年（上年）", width, ""}});
    with_header.insert(with_header.end(), others.begin() + middle, others.end());
    with_caption.insert(with_caption.end(), others.begin() + middle, others.end());
    for (const auto& [what, changed] : {std::pair("header", with_header), std::pair("caption", with_caption)})
      for (const auto& [field, value] : values_of(DocxBuilder(report.body_with({{3, changed}})).bytes()))
        EXPECT_NE(value, "value 9977") << "row " << at << ", " << what << ": " << field;
  }
}

// A page break cuts a table at every row, with and without its header rows again.

std::string cut(const std::vector<RowSpec>& rows, std::size_t at, std::size_t header_rows, bool repeat) {
  const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(at);
  std::vector<RowSpec> lower(middle, rows.end());
  if (repeat) lower.insert(lower.begin(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(header_rows));
  return table_xml({rows.begin(), middle}) + "<w:p/>" + table_xml(lower);
}

struct HeaderRows {
  const char* form;
  int section;
  std::size_t rows;
};

TEST(CutTables, GiveTheSameValuesOrNone) {
  // Section 三 has three header rows in both forms.
  for (const HeaderRows& made : {HeaderRows{"2019", 3, 3}, HeaderRows{"2021", 3, 3}}) {
    const ModelReport& report = model(made.form);
    const std::vector<RowSpec> rows = report.table(made.section);
    const Values plain = values_of(DocxBuilder(report.body_with({})).bytes());
    std::size_t whole = 0;
    std::size_t cuts = 0;
    for (std::size_t at = made.rows + 1; at < rows.size(); ++at)
      for (const bool repeat : {false, true}) {
        std::string body;
        for (const int section : {2, 3, 4})
          body += paragraph_xml(section == 2   ? "二、主动公开政府信息情况"
                                : section == 3 ? "三、收到和处理政府信息公开申请情况"
                                               : "四、政府信息公开行政复议、行政诉讼情况") +
                  (section == made.section ? cut(rows, at, made.rows, repeat) : table_xml(report.table(section)));
        const Values values = values_of(DocxBuilder(body).bytes());
        for (const auto& [field, value] : values)
          EXPECT_TRUE(value == plain.at(field) || value.rfind("value", 0) != 0)
              << made.form << " row " << at << (repeat ? " with" : " without") << " header: " << field << " " << value;
        ++cuts;
        if (values == plain) ++whole;
      }
    EXPECT_EQ(whole, cuts) << "of form " << made.form;
  }
}

TEST(CutTables, HeaderRowsAgainInsideATable) {
  for (const std::string form : {"2019", "2021"}) {
    const ModelReport& report = model(form);
    const Values plain = values_of(DocxBuilder(report.body_with({})).bytes());
    const std::vector<RowSpec> rows = report.table(3);
    for (std::size_t at = 4; at < rows.size(); ++at) {
      std::vector<RowSpec> again = rows;
      again.insert(again.begin() + static_cast<std::ptrdiff_t>(at), rows.begin(), rows.begin() + 3);
      const Values values = values_of(DocxBuilder(report.body_with({{3, again}})).bytes());
      for (const auto& [field, value] : values)
        EXPECT_TRUE(value == plain.at(field) || value.rfind("value", 0) != 0) << form << " row " << at << ": " << field;
    }
  }
}

}  // namespace
}  // namespace nianbao::test

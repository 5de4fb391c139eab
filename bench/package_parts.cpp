#include "bench/package_parts.h"

namespace nianbao::bench {
namespace {

const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string kWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string namespaces() {
  return R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14")";
}

std::string root(const std::string& name, const std::string& inner) {
  return kHead + "<w:" + name + namespaces() + ">" + inner + "</w:" + name + ">";
}

std::string document(const std::string& body) {
  return root(
      "document",
      "<w:body>" + body +
          R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body>)");
}

std::string override_type(const std::string& part, const std::string& type) {
  return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + kWord + type + "+xml\"/>";
}

std::string content_types() {
  return kHead +
         R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)" +
         override_type("document", "document.main") + override_type("styles", "styles") +
         override_type("settings", "settings") + override_type("fontTable", "fontTable") + "</Types>";
}

// Editors list several hundred styles that a document might use and does not.
std::string latent_styles() {
  constexpr int kLatent = 370;
  std::string xml;
  for (int i = 1; i <= kLatent; ++i)
    xml += "<w:lsdException w:name=\"Latent Style " + std::to_string(i) +
           "\" w:semiHidden=\"1\" w:uiPriority=\"99\" w:unhideWhenUsed=\"1\"/>";
  return R"(<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="370">)" +
         xml + "</w:latentStyles>";
}

std::string style(const std::string& type, const std::string& id, const std::string& properties) {
  return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>" +
         (id == "Normal" ? "" : R"(<w:basedOn w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>)") + properties +
         "</w:style>";
}

std::string heading(int level) {
  return style(
      "paragraph", "Heading" + std::to_string(level),
      R"(<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="260" w:after="260" w:line="416" w:lineRule="auto"/><w:outlineLvl w:val=")" +
          std::to_string(level - 1) +
          R"("/></w:pPr><w:rPr><w:rFonts w:ascii="等线 Light" w:eastAsia="黑体" w:hAnsi="等线 Light"/><w:b/><w:bCs/><w:sz w:val="32"/></w:rPr>)");
}

std::string styles(const std::string& own_style) {
  const std::string text =
      R"(<w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="21"/></w:rPr>)";
  std::string xml =
      R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>)" +
      latent_styles() + style("paragraph", "Normal", text);
  for (int level = 1; level <= 9; ++level) xml += heading(level);
  for (const char* id : {"TextBody", "TableContents", "Header", "Footer", "Title", "ListParagraph"})
    xml += style("paragraph", id, text);
  if (!own_style.empty()) xml += style("paragraph", own_style, text);
  return root("styles", xml);
}

std::string settings() {
  return root(
      "settings",
      R"(<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>)");
}

std::string fonts() {
  std::string xml;
  for (const char* name : {"宋体", "黑体", "仿宋_GB2312", "Times New Roman"})
    xml += std::string("<w:font w:name=\"") + name +
           R"("><w:panose1 w:val="02010600030101010101"/><w:pitch w:val="variable"/></w:font>)";
  return root("fonts", xml);
}

}  // namespace

std::string package_of(const std::string& body, const std::string& own_style) {
  return test::DocxBuilder("")
      .part("[Content_Types].xml", content_types())
      .part("word/document.xml", document(body))
      .part("word/styles.xml", styles(own_style))
      .part("word/settings.xml", settings())
      .part("word/fontTable.xml", fonts())
      .relate("styles", "styles.xml")
      .relate("settings", "settings.xml")
      .relate("fontTable", "fontTable.xml")
      .bytes();
}

}  // namespace nianbao::bench

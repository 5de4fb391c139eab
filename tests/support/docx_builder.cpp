#include "tests/support/docx_builder.h"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

#include "schema/text.h"

namespace nianbao::test {
namespace {

constexpr const char* kContentTypes =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";

constexpr const char* kRelationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships_xml(const std::string& inner) {
  return R"(<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
         inner + "</Relationships>";
}

std::string relationship_xml(const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + type + "\" Type=\"" + kRelationshipTypes + type + "\" Target=\"" + target + "\"/>";
}

std::string cell_xml(const CellSpec& cell) {
  std::string properties;
  if (cell.span != 1) properties += "<w:gridSpan w:val=\"" + std::to_string(cell.span) + "\"/>";
  if (cell.merge == "bare")
    properties += "<w:vMerge/>";
  else if (!cell.merge.empty())
    properties += "<w:vMerge w:val=\"" + cell.merge + "\"/>";
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph_xml(cell.text) + "</w:tc>";
}

// Converters leave out a table whose grid has no columns.
std::string grid_xml(const std::vector<RowSpec>& rows) {
  std::string columns;
  std::size_t widest = 1;
  for (const RowSpec& row : rows) {
    std::size_t width = 0;
    for (const CellSpec& cell : row) width += static_cast<std::size_t>(cell.span);
    widest = std::max(widest, width);
  }
  for (std::size_t i = 0; i < widest; ++i) columns += "<w:gridCol w:w=\"" + std::to_string(9'000 / widest) + "\"/>";
  return "<w:tblGrid>" + columns + "</w:tblGrid>";
}

}  // namespace

std::string xml_escaped(const std::string& text) {
  return replace_all(replace_all(replace_all(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

std::string paragraph_xml(const std::string& text) {
  std::string xml;
  for (const std::string_view line : split_lines(text))
    xml += "<w:p><w:r><w:t xml:space=\"preserve\">" + xml_escaped(std::string(line)) + "</w:t></w:r></w:p>";
  return xml;
}

std::string table_xml(const std::vector<RowSpec>& rows) {
  std::string xml = "<w:tbl><w:tblPr/>" + grid_xml(rows);
  for (const RowSpec& row : rows) {
    xml += "<w:tr>";
    for (const CellSpec& cell : row) xml += cell_xml(cell);
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

std::string document_xml(const std::string& body) {
  return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>)" +
         body + "</w:body></w:document>";
}

DocxBuilder::DocxBuilder(const std::string& body) {
  part("[Content_Types].xml", kContentTypes);
  part("_rels/.rels", relationships_xml(relationship_xml("officeDocument", "word/document.xml")));
  part("word/document.xml", document_xml(body));
}

DocxBuilder& DocxBuilder::part(const std::string& name, const std::string& content) {
  parts_[name] = content;
  return *this;
}

DocxBuilder& DocxBuilder::without(const std::string& name) {
  parts_.erase(name);
  return *this;
}

DocxBuilder& DocxBuilder::relate(const std::string& type, const std::string& target) {
  relationships_ += relationship_xml(type, target);
  return part("word/_rels/document.xml.rels", relationships_xml(relationships_));
}

std::string DocxBuilder::bytes() const { return zip_of(parts_); }

std::string zip_of(const std::map<std::string, std::string>& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("libzip cannot make an archive in memory");
  for (const auto& [name, content] : members) {
    const zip_int64_t index =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                     ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
    // The same members are the same bytes, whatever the clock says.
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x21, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("libzip cannot write an archive in memory");
  zip_stat_t stat;
  zip_source_open(target);
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace nianbao::test

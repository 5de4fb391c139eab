// A .docx in memory, for tests: the smallest package that is one, with any body and any further parts.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace nianbao::test {

// A cell of a table to build. `span` and `merge` are w:gridSpan and w:vMerge ("", "restart", "continue", "bare" for a
// w:vMerge without w:val). Several paragraphs are separated by LF.
struct CellSpec {
  std::string text;
  int span = 1;
  std::string merge;
};

using RowSpec = std::vector<CellSpec>;

// `text` with & < > escaped.
std::string xml_escaped(const std::string& text);

// <w:p>…</w:p> with one run; LF inside becomes further paragraphs.
std::string paragraph_xml(const std::string& text);

// <w:tbl>…</w:tbl>.
std::string table_xml(const std::vector<RowSpec>& rows);

// w:document around a body, with namespaces w, r and mc.
std::string document_xml(const std::string& body);

class DocxBuilder {
 public:
  // A package whose main part is word/document.xml with this body.
  explicit DocxBuilder(const std::string& body);

  // Adds or replaces a part by its name in the container.
  DocxBuilder& part(const std::string& name, const std::string& content);
  DocxBuilder& without(const std::string& name);
  // Adds a relationship of the main part, by the last word of its type (numbering, styles).
  DocxBuilder& relate(const std::string& type, const std::string& target);

  // The bytes of the container.
  std::string bytes() const;

 private:
  std::map<std::string, std::string> parts_;
  std::string relationships_;
};

// A zip of these members, in the order of their names.
std::string zip_of(const std::map<std::string, std::string>& members);

}  // namespace nianbao::test

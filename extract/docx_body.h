// The main part of a Word document: WordprocessingML events to paragraphs and tables, in body order.
#pragma once

#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/docx_numbering.h"
#include "extract/docx_styles.h"
#include "extract/limits.h"
#include "extract/problem.h"
#include "extract/xml_part.h"

namespace nianbao {

// What the other parts of the package say about the main one.
struct DocxFormatting {
  Numbering numbering;
  Styles styles;
};

// A w:altChunk or w:subDoc: another file that Word shows at this place.
struct ChunkPlace {
  std::size_t block = 0;  // index into Document::blocks, before which it is shown
  std::string relationship;
};

struct DocxBody {
  Document document;
  std::vector<ChunkPlace> chunks;  // in document order; those in cells only mark their cell as holding an object
};

// Reads `xml`, the part named `part`. Content controls, custom XML, smart tags and tracked insertions are read through;
// tracked deletions, hidden runs, field codes and second renderings (mc:Fallback) are not shown and not read. Nested
// tables are tables of their own. The part may also be Word 2003 XML (w:wordDocument). Problems: those of parse_xml and
// limit_depth, limit_tables, limit_cells, limit_paragraphs.
Result<DocxBody> read_docx_body(const XmlPart& xml, const std::string& part, const DocxFormatting& formatting,
                                const Limits& limits = {});

}  // namespace nianbao

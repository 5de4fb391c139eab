// Word documents (.docx, .docm, .dotx): ISO/IEC 29500.
#pragma once

#include "extract/reader.h"

namespace nianbao {

// Reads the main part of the package, and the text, pages and documents that it shows in places (w:altChunk). Problems:
// those of ZipArchive, part_missing, xml_damaged, xml_doctype, limits. Damage: numbering_damaged, chunk_unread, and
// that of docx_grid.h.
Result<Document> read_docx(const Source& source, const ReadOptions& options);

// The same package in one XML file (Flat OPC).
Result<Document> read_flat_package(const Source& source, const ReadOptions& options);

// Word 2003 XML (w:wordDocument), or the main part of a package alone.
Result<Document> read_wordml(const Source& source, const ReadOptions& options);

}  // namespace nianbao

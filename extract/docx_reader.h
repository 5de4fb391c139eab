// Word documents (.docx, .docm, .dotx): ISO/IEC 29500.
#pragma once

#include "extract/reader.h"

namespace nianbao {

// Reads the main part of the package. Problems: those of ZipArchive, part_missing, xml_damaged, xml_doctype, limits.
Result<Document> read_docx(const Source& source, const ReadOptions& options);

}  // namespace nianbao

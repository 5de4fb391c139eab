// All blocks of a file: what its reader gives, and the tables that only the labels of the forms show.
#pragma once

#include "extract/reader.h"
#include "schema/schema.h"

namespace nianbao {

// Reads a file to the end of what needs no report to be known. Problems: those of read_document() and
// find_flow_tables(). Text that is not what was written is named in the document.
Result<Document> read_blocks(const Source& source, const Schema& schema, const ReadOptions& options);

}  // namespace nianbao

// The way of one file through the program. Read this function first.
#pragma once

#include <string>

#include "audit/report.h"
#include "extract/problem.h"
#include "extract/reader.h"
#include "schema/schema.h"

namespace nianbao {

// bytes → blocks → sections → cells → values → findings. Pure given its arguments: no files, no globals, so it may run
// in any thread. Only reading can fail; from there on doubt travels as status and finding. The report's path is left
// empty.
Result<Report> process_report(const Source& source, const Schema& schema, const ReadOptions& options);

// The same from the blocks on, for who wants to keep them. `digest` is the SHA-256 of the file, in hex. Problems:
// no_table and text_layout, where it is no report.
Result<Report> process_document(const Document& document, const std::string& digest, const Schema& schema);

}  // namespace nianbao

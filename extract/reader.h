// The formats: which reader a file belongs to, told by its bytes before its name.
// A new format is one file pair and one line in reader.cpp.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/problem.h"

namespace nianbao {

struct ReadOptions {
  std::string encoding;  // of text files and web pages; empty: found out
};

// A file in memory. `name` is used for its extension only.
struct Source {
  std::string_view bytes;
  std::string name;
};

// What the bytes are: docx, text, zip, doc, pdf, rtf, html, xml, image, office, unknown.
std::string kind_of(const Source& source);

// True for an archive of files (a .zip that is no document itself).
bool is_archive(const Source& source);

// Reads a file of any kind. A kind without reader gives the problem that says what to do.
Result<Document> read_document(const Source& source, const ReadOptions& options);

}  // namespace nianbao

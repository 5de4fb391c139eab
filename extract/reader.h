// The formats: which reader a file belongs to, told by its bytes before its name.
// A new format is one file pair and one line in reader.cpp.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/limits.h"
#include "extract/problem.h"

namespace nianbao {

struct ReadOptions {
  std::string encoding;      // of text files and web pages; empty: found out
  std::string text_dialect;  // the only one in which tables are looked for in text; empty: found out
  Limits limits;
  bool follow_chunks = true;  // files that a Word document shows in places
};

// A file in memory.
struct Source {
  // Tells the kind by the bytes. `bytes` must outlive this.
  Source(std::string_view bytes, std::string name);

  std::string_view bytes;
  std::string name;  // for messages, and to know lock files of Word
  // docx, flatopc, wordml, text, html, zip; of what is not read: doc, wps, encrypted, pdf, rtf, mhtml, image, xls, ppt,
  // xlsx, pptx, odf, ofd, ole, xml, packed, unknown.
  std::string kind;
  std::string sha256;  // of the bytes, in hex, where somebody has found it out
};

// True for an archive of files (a .zip that is no document itself).
bool is_archive(const Source& source);

// Reads a file of any kind. A kind without reader gives the problem that says what to do.
Result<Document> read_document(const Source& source, const ReadOptions& options);

}  // namespace nianbao

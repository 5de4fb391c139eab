#include "extract/blocks.h"

#include "extract/flow_tables.h"
#include "extract/text_damage.h"

namespace nianbao {

Result<Document> read_blocks(const Source& source, const Schema& schema, const ReadOptions& options) {
  Result<Document> document = read_document(source, options);
  if (!document) return document;
  if (const auto problem = find_flow_tables(*document, schema, options)) return *problem;
  note_shared_lines(*document);
  note_text_damage(*document);
  return document;
}

}  // namespace nianbao

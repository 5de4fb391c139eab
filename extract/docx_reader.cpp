#include "extract/docx_reader.h"

#include <algorithm>
#include <utility>

#include "extract/docx_body.h"
#include "extract/docx_package.h"
#include "extract/package.h"
#include "extract/zip_archive.h"

namespace nianbao {
namespace {

// An optional part; a document without it still has its tables, so that what cannot be read is noted as damage.
template <typename T>
T read_optional(const Package& package, const std::string& part, std::vector<Problem>& damage) {
  if (part.empty()) return {};
  Result<T> read = T::read(package.xml(part));
  if (read) return std::move(*read);
  damage.push_back({"numbering_damaged", part});
  return {};
}

// Puts the blocks of `chunk` where the document shows them.
void insert_chunk(Document& document, std::size_t at, Document chunk, const std::string& part) {
  document.chunks.push_back({part, chunk.counts});
  for (Block& block : chunk.blocks)
    std::visit([&](auto& paragraph_or_table) { paragraph_or_table.chunk = document.chunks.size(); }, block);
  document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(at),
                         std::make_move_iterator(chunk.blocks.begin()), std::make_move_iterator(chunk.blocks.end()));
}

std::string target_of(const DocxParts& parts, const std::string& relationship) {
  const auto found = std::find_if(parts.relationships.begin(), parts.relationships.end(),
                                  [&](const Relationship& r) { return r.id == relationship; });
  return found == parts.relationships.end() ? relationship : found->target;
}

// A chunk inside a chunk is not followed.
Result<Document> read_chunk(const Package& package, const std::string& part, const ReadOptions& options) {
  if (!options.follow_chunks) return Problem{"chunk_unread", part};
  const Result<std::string> bytes = package.bytes(part);
  if (!bytes) return bytes.problem();
  ReadOptions inner = options;
  inner.follow_chunks = false;
  Result<Document> chunk = read_document({*bytes, part}, inner);
  if (chunk && !chunk->damage.empty()) return chunk->damage.front();
  return chunk;
}

Document with_chunks(DocxBody body, const Package& package, const DocxParts& parts, const ReadOptions& options) {
  if (body.chunks.size() > options.limits.chunks) {
    body.document.damage.push_back(beyond(options.limits, &Limits::chunks, parts.main));
    body.chunks.resize(options.limits.chunks);
  }
  // From the last to the first, so that places stay as they are.
  for (std::size_t i = body.chunks.size(); i-- > 0;) {
    const std::string part = target_of(parts, body.chunks[i].relationship);
    Result<Document> chunk = read_chunk(package, part, options);
    if (chunk)
      insert_chunk(body.document, body.chunks[i].block, std::move(*chunk), part);
    else
      body.document.damage.push_back({"chunk_unread", part + ": " + chunk.problem().code});
  }
  return std::move(body.document);
}

Result<Document> read_package(const Package& package, const ReadOptions& options) {
  Result<DocxParts> parts = find_docx_parts(package);
  if (!parts) return parts.problem();
  std::vector<Problem>& damage = parts->damage;
  const DocxFormatting formatting{read_optional<Numbering>(package, parts->numbering, damage),
                                  read_optional<Styles>(package, parts->styles, damage)};
  Result<DocxBody> body = read_docx_body(package.xml(parts->main), parts->main, formatting, options.limits);
  if (!body) return body.problem();
  body->document.damage.insert(body->document.damage.begin(), damage.begin(), damage.end());
  return with_chunks(std::move(*body), package, *parts, options);
}

}  // namespace

Result<Document> read_docx(const Source& source, const ReadOptions& options) {
  const Result<ZipArchive> archive = ZipArchive::open(source.bytes, options.limits);
  if (!archive) return archive.problem();
  return read_package(ZipPackage(*archive, options.limits), options);
}

Result<Document> read_flat_package(const Source& source, const ReadOptions& options) {
  const Result<FlatPackage> package = FlatPackage::open(source.bytes, options.limits);
  if (!package) return package.problem();
  return read_package(*package, options);
}

Result<Document> read_wordml(const Source& source, const ReadOptions& options) {
  Result<DocxBody> body = read_docx_body(XmlPart(source.bytes, options.limits), "xml", {}, options.limits);
  if (!body) return body.problem();
  for (const ChunkPlace& chunk : body->chunks) body->document.damage.push_back({"chunk_unread", chunk.relationship});
  return std::move(body->document);
}

}  // namespace nianbao

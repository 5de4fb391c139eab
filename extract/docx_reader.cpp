#include "extract/docx_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/docx_body.h"
#include "extract/docx_known_styles.h"
#include "extract/docx_package.h"
#include "extract/package.h"
#include "extract/zip_archive.h"

namespace nianbao {
namespace {

// What an optional part says; a document without it still has its tables, so that what cannot be read is noted as
// damage.
template <typename T>
T or_damage(Result<T> read, const std::string& part, std::vector<Problem>& damage) {
  if (read) return std::move(*read);
  damage.push_back({"numbering_damaged", part});
  return {};
}

Numbering numbering_of(const Package& package, DocxParts& parts) {
  if (parts.numbering.empty()) return {};
  return or_damage(Numbering::read(package.xml(parts.numbering)), parts.numbering, parts.damage);
}

Styles styles_of(const Package& package, DocxParts& parts, const Limits& limits) {
  if (parts.styles.empty()) return {};
  Result<PackedMember> member = package.packed(parts.styles);
  // A flat package has no packed parts.
  Result<Styles> read = member ? read_styles(std::move(*member), limits) : Styles::read(package.xml(parts.styles));
  return or_damage(std::move(read), parts.styles, parts.damage);
}

std::string target_of(const DocxParts& parts, const std::string& relationship) {
  const auto found = std::find_if(parts.relationships.begin(), parts.relationships.end(),
                                  [&](const Relationship& r) { return r.id == relationship; });
  return found == parts.relationships.end() ? relationship : found->target;
}

// Reads the files that a document shows in places and puts their blocks there.
class ChunkReader {
 public:
  ChunkReader(const Package& package, const DocxParts& parts, const ReadOptions& options)
      : package_(package), parts_(parts), options_(options) {}

  Document put(DocxBody body) {
    document_ = std::move(body.document);
    std::vector<Block> main = std::exchange(document_.blocks, {});
    std::size_t shown = 0;  // blocks of the main part so far
    for (const ChunkPlace& place : body.chunks) {
      move_blocks(main, shown, place.block);
      shown = place.block;
      add(target_of(parts_, place.relationship));
    }
    move_blocks(main, shown, main.size());
    return std::move(document_);
  }

 private:
  void move_blocks(std::vector<Block>& from, std::size_t begin, std::size_t end) {
    const auto first = from.begin();
    document_.blocks.insert(document_.blocks.end(), std::make_move_iterator(first + static_cast<std::ptrdiff_t>(begin)),
                            std::make_move_iterator(first + static_cast<std::ptrdiff_t>(end)));
  }

  void add(const std::string& part) {
    if (count_ > options_.limits.chunks) return;  // said once
    Result<Document> chunk = read(part);
    if (!chunk) {
      document_.damage.push_back({"chunk_unread", detail_of(part, chunk.problem())});
      return;
    }
    document_.chunks.push_back({part, chunk->counts});
    for (Block& block : chunk->blocks) std::visit([&](auto& shown) { shown.chunk = document_.chunks.size(); }, block);
    move_blocks(chunk->blocks, 0, chunk->blocks.size());
  }

  static std::string detail_of(const std::string& part, const Problem& problem) {
    return problem.detail.rfind(part, 0) == 0 ? problem.detail : part + ": " + problem.code;
  }

  // A chunk inside a chunk is not followed. All together keep to the limits of one text.
  Result<Document> read(const std::string& part) {
    if (!options_.follow_chunks) return Problem{"chunk_unread", part};
    if (++count_ > options_.limits.chunks) return beyond(options_.limits, &Limits::chunks, part);
    const Result<std::string> bytes = package_.bytes(part);
    if (!bytes) return bytes.problem();
    bytes_ += bytes->size();
    if (bytes_ > options_.limits.text_bytes) return beyond(options_.limits, &Limits::text_bytes, part);
    ReadOptions inner = options_;
    inner.follow_chunks = false;
    Result<Document> chunk = read_document({*bytes, part}, inner);
    if (!chunk) return chunk;
    if (!chunk->damage.empty()) return chunk->damage.front();
    blocks_ += chunk->blocks.size();
    if (blocks_ > options_.limits.paragraphs) return beyond(options_.limits, &Limits::paragraphs, part);
    return chunk;
  }

  const Package& package_;
  const DocxParts& parts_;
  const ReadOptions& options_;
  Document document_;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  std::size_t blocks_ = 0;
};

Result<Document> read_package(const Package& package, const ReadOptions& options) {
  Result<DocxParts> parts = find_docx_parts(package);
  if (!parts) return parts.problem();
  const DocxFormatting formatting{numbering_of(package, *parts), styles_of(package, *parts, options.limits)};
  Result<DocxBody> body = read_docx_body(package.xml(parts->main), parts->main, formatting, options.limits);
  if (!body) return body.problem();
  body->document.damage.insert(body->document.damage.begin(), parts->damage.begin(), parts->damage.end());
  return ChunkReader(package, *parts, options).put(std::move(*body));
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
  const XmlPart xml(source.bytes, options.limits);
  Result<Styles> styles = Styles::read(xml);  // they stand in the same file
  if (!styles) return styles.problem();
  Result<DocxBody> body = read_docx_body(xml, "xml", {.numbering = {}, .styles = std::move(*styles)}, options.limits);
  if (!body) return body.problem();
  for (const ChunkPlace& chunk : body->chunks) body->document.damage.push_back({"chunk_unread", chunk.relationship});
  return std::move(body->document);
}

}  // namespace nianbao

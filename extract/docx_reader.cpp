#include "extract/docx_reader.h"

#include "extract/docx_body.h"
#include "extract/docx_numbering.h"
#include "extract/docx_package.h"
#include "extract/zip_archive.h"

namespace nianbao {
namespace {

// An optional part; what cannot be read is noted as damage and otherwise as good as absent.
std::string optional_part(const ZipArchive& archive, const std::string& name, std::vector<Problem>& damage) {
  if (name.empty()) return "";
  Result<std::string> bytes = archive.read(name);
  if (bytes) return std::move(*bytes);
  damage.push_back({"numbering_damaged", name});
  return "";
}

// Without its numbering a document still has its tables; headings that Word numbers may then not be found.
Numbering read_numbering(const ZipArchive& archive, const DocxParts& parts, std::vector<Problem>& damage) {
  const std::string lists = optional_part(archive, parts.numbering, damage);
  const std::string styles = optional_part(archive, parts.styles, damage);
  Result<Numbering> numbering = Numbering::read(lists, styles);
  if (numbering) return std::move(*numbering);
  damage.push_back({"numbering_damaged", numbering.problem().detail});
  return {};
}

}  // namespace

Result<Document> read_docx(const Source& source, const ReadOptions& /*options*/) {
  const Result<ZipArchive> archive = ZipArchive::open(source.bytes);
  if (!archive) return archive.problem();
  const Result<DocxParts> parts = find_docx_parts(*archive);
  if (!parts) return parts.problem();
  const Result<std::string> xml = archive->read(parts->main);
  if (!xml) return xml.problem();
  std::vector<Problem> damage = parts->damage;
  Result<Document> document = read_docx_body(*xml, parts->main, read_numbering(*archive, *parts, damage));
  if (document) document->damage = std::move(damage);
  return document;
}

}  // namespace nianbao

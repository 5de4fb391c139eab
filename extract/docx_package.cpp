#include "extract/docx_package.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "extract/xml_part.h"

namespace nianbao {
namespace {

std::string value_of(const XmlAttributes& attributes, std::string_view name) {
  return std::string(attributes.find(name).value_or(""));
}

class RelationshipHandler : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.local == "Relationship" && attributes.find("TargetMode").value_or("") != "External")
      found.push_back({value_of(attributes, "Id"), value_of(attributes, "Type"), value_of(attributes, "Target")});
    return nullptr;
  }
  void end(const XmlName& /*name*/) override {}
  void text(std::string_view /*text*/) override {}

  std::vector<Relationship> found;
};

// The main part by its content type, for packages without relationships.
class ContentTypeHandler : public XmlHandler {
 public:
  const char* start(const XmlName& name, const XmlAttributes& attributes) override {
    const std::string_view type = attributes.find("ContentType").value_or("");
    if (name.local == "Override" && type.find("wordprocessingml") != std::string_view::npos &&
        type.find(".main+xml") != std::string_view::npos)
      main = value_of(attributes, "PartName");
    return nullptr;
  }
  void end(const XmlName& /*name*/) override {}
  void text(std::string_view /*text*/) override {}

  std::string main;
};

// A target is a URI reference: %E6%AD%A3 stands for bytes of a name.
std::string percent_decoded(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const char* digits = text.data() + i + 1;
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    out += escape ? static_cast<char>(byte) : text[i];
    if (escape) i += 2;
  }
  return out;
}

// `target` as seen from the folder of `base`, with . and .. resolved; absolute targets start at the package root.
std::string resolve(const std::string& base, const std::string& target) {
  const std::size_t slash = base.find_last_of('/');
  const bool absolute = !target.empty() && target.front() == '/';
  const std::string joined = absolute || slash == std::string::npos ? target : base.substr(0, slash + 1) + target;
  std::vector<std::string> steps;
  for (std::size_t at = 0; at <= joined.size();) {
    const std::size_t next = std::min(joined.find('/', at), joined.size());
    const std::string step = joined.substr(at, next - at);
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    at = next + 1;
  }
  std::string path;
  for (const std::string& step : steps) path += (path.empty() ? "" : "/") + step;
  return path;
}

std::string relationships_of(const std::string& part) {
  const std::size_t slash = part.find_last_of('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

struct Relationships {
  std::vector<Relationship> found;
  bool damaged = false;
};

// Relationships are optional: a missing list is an empty one.
Relationships relationships(const Package& package, const std::string& part) {
  const std::string name = relationships_of(part);
  if (!package.has(name)) return {};
  std::optional<RelationshipHandler> handler(std::in_place);
  const auto make = [&]() -> XmlHandler& { return handler.emplace(); };
  const bool damaged = package.xml(name).parse(make).has_value();
  for (Relationship& relationship : handler->found)
    relationship.target = resolve(part, percent_decoded(relationship.target));
  return {std::move(handler->found), damaged};
}

// Writers leave relationships to parts that are not there, such as word/NULL.
std::string target_of(const Package& package, const std::vector<Relationship>& all, std::string_view type_end) {
  std::string dangling;
  for (const Relationship& relationship : all) {
    if (!relationship.type.ends_with(type_end)) continue;
    if (package.has(relationship.target)) return relationship.target;
    dangling = relationship.target;
  }
  return dangling;
}

std::string main_by_content_type(const Package& package) {
  std::optional<ContentTypeHandler> handler(std::in_place);
  const auto make = [&]() -> XmlHandler& { return handler.emplace(); };
  if (package.has("[Content_Types].xml")) package.xml("[Content_Types].xml").parse(make);
  return resolve("", handler->main);
}

std::string main_part(const Package& package) {
  const std::string by_relationship =
      target_of(package, relationships(package, "").found, "/relationships/officeDocument");
  for (const std::string& name : {by_relationship, main_by_content_type(package), std::string("word/document.xml")})
    if (!name.empty() && package.has(name)) return name;
  return "";
}

}  // namespace

Result<DocxParts> find_docx_parts(const Package& package) {
  DocxParts parts;
  parts.main = main_part(package);
  if (parts.main.empty()) return Problem{"part_missing", "officeDocument"};
  Relationships related = relationships(package, parts.main);
  if (related.damaged) parts.damage.push_back({"numbering_damaged", relationships_of(parts.main)});
  parts.numbering = target_of(package, related.found, "/relationships/numbering");
  parts.styles = target_of(package, related.found, "/relationships/styles");
  parts.relationships = std::move(related.found);
  return parts;
}

}  // namespace nianbao

// Events of an XML part, through libxml2's SAX2. No DTD, no entities, no network, no files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/problem.h"

namespace nianbao {

// The namespaces that matter here; transitional (ECMA-376) and strict (ISO/IEC 29500) URIs are the same one.
enum class XmlSpace {
  kNone,
  kWord,
  kRelationships,
  kPackageRelationships,
  kContentTypes,
  kCompatibility,
  kMath,
  kOther
};

struct XmlName {
  XmlSpace space = XmlSpace::kNone;
  std::string_view local;

  bool is(XmlSpace wanted_space, std::string_view wanted_local) const {
    return space == wanted_space && local == wanted_local;
  }
};

// The attributes of one start tag; valid only during start().
class XmlAttributes {
 public:
  XmlAttributes(const unsigned char** raw, int count) : raw_(raw), count_(count) {}
  // The value of an attribute by local name, whatever its prefix, with character references resolved.
  std::optional<std::string> find(std::string_view local) const;

 private:
  const unsigned char** raw_;
  int count_;
};

// Receives the events in document order. Text may come in pieces.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  // Return a code to stop with that problem, or nullptr to go on.
  virtual const char* start(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void end(const XmlName& name) = 0;
  virtual void text(std::string_view text) = 0;
};

// Parses all of `xml`. Problems: xml_damaged (with the line), xml_doctype, or what the handler stopped with.
std::optional<Problem> parse_xml(std::string_view xml, XmlHandler& handler);

}  // namespace nianbao

// Events of an XML part, through libxml2's SAX2. No DTD, no entities, no network, no files.
#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "extract/limits.h"
#include "extract/problem.h"

namespace nianbao {

// The namespaces that matter here; those of transitional (ECMA-376) and strict (ISO/IEC 29500) documents and of Word
// 2003 XML are the same one.
enum class XmlSpace {
  kNone,
  kWord,
  kRelationships,
  kPackageRelationships,
  kContentTypes,
  kCompatibility,
  kMath,
  kFlatPackage,  // pkg: a package in one XML file
  kAnnotation,   // aml: tracked changes of Word 2003 XML
  kHint,         // wx: what Word 2003 adds for those who do not lay out
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

// Parses all of `xml`. Problems: xml_damaged (with the line), xml_doctype, encoding, limit_size, limit_attributes,
// limit_tag, or what the handler stopped with.
std::optional<Problem> parse_xml(std::string_view xml, XmlHandler& handler, const Limits& limits = {});

// An XML part that can be read, whatever holds it. Without content it gives no events and is no problem.
class XmlPart {
 public:
  using Parse = std::function<std::optional<Problem>(XmlHandler&)>;

  XmlPart() = default;
  // `xml` must outlive this.
  template <std::convertible_to<std::string_view> Text>
  XmlPart(const Text& xml) : XmlPart(std::string_view(xml), Limits{}) {}
  XmlPart(std::string_view xml, const Limits& limits);
  explicit XmlPart(Parse parse) : parse_(std::move(parse)) {}

  // Gives the events to `handler`, from the beginning. Problems as parse_xml().
  std::optional<Problem> parse(XmlHandler& handler) const;

 private:
  Parse parse_;
};

}  // namespace nianbao

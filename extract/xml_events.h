// What a reader of an XML part is told: names, attributes and text, in document order.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/xml_names.h"

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

// The namespace with this URI: kNone without one, kOther for those not listed.
XmlSpace space_of_uri(std::string_view uri);

struct XmlName {
  XmlName() = default;
  XmlName(XmlSpace name_space, std::string_view name) : space(name_space), local(name), known(local_of(name)) {}

  XmlSpace space = XmlSpace::kNone;
  std::string_view local;
  XmlLocal known = XmlLocal::kOther;

  bool is(XmlSpace wanted_space, std::string_view wanted_local) const {
    return space == wanted_space && local == wanted_local;
  }
  bool is(XmlSpace wanted_space, XmlLocal wanted) const { return space == wanted_space && known == wanted; }
};

struct XmlAttribute {
  std::string_view prefix;  // as written, empty for none
  std::string_view local;
  std::string_view value;  // normalised, references resolved (XML 1.0 §3.3.3)
};

// The attributes of one start tag in their order, without namespace declarations; they and their values are valid only
// during start().
class XmlAttributes {
 public:
  explicit XmlAttributes(std::span<const XmlAttribute> all) : all_(all) {}

  std::span<const XmlAttribute> all() const { return all_; }

  // The value of the first attribute with this local name, whatever its prefix.
  std::optional<std::string_view> find(std::string_view local) const;

 private:
  std::span<const XmlAttribute> all_;
};

// Where a parser keeps the attributes of the tag it is at.
class XmlAttributeList {
 public:
  void clear();

  // The bytes of all three must outlive this or the next clear().
  void add(const XmlAttribute& attribute) { attributes_.push_back(attribute); }

  // Keeps a value that stands nowhere as it is.
  std::string_view keep(std::string value) { return kept_.emplace_back(std::move(value)); }

  // Whether a value is kept here.
  bool keeps_any() const { return !kept_.empty(); }

  std::span<const XmlAttribute> all() const { return attributes_; }

 private:
  std::vector<XmlAttribute> attributes_;
  std::deque<std::string> kept_;  // its strings stay where they are
};

// Receives the events of one part in document order.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  // Return a code to stop with that problem, or nullptr to go on.
  virtual const char* start(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void end(const XmlName& name) = 0;
  // All text between two tags at once, never empty; valid only during the call.
  virtual void text(std::string_view text) = 0;

  // False: start() and end() do nothing for an element of this name, whatever its attributes and wherever it is, so
  // that they need not be called. What is in it is told all the same. Who leaves elements out keeps to Limits::depth
  // itself: the handler does not see how deep they are.
  virtual bool heeds(const XmlName& /*name*/) const { return true; }
};

}  // namespace nianbao

// An XML part of a document: the one way in which all of them are read.
#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/limits.h"
#include "extract/problem.h"
#include "extract/xml_events.h"

namespace nianbao {

// Makes the handler that takes the events of a part, from its beginning. It is called again where they have to be given
// again; the handler before is then given nothing more and may be gone.
using MakeXmlHandler = std::function<XmlHandler&()>;

// Gives the events of all of `xml` to the handler made last. Problems: xml_damaged (with the line), xml_doctype,
// encoding, limit_size, limit_attributes, limit_tag, or what that handler stopped with.
std::optional<Problem> parse_xml(std::string_view xml, const MakeXmlHandler& make, const Limits& limits = {});

// A part that can be read, whatever holds it. Without content it gives no events and is no problem.
class XmlPart {
 public:
  using Parse = std::function<std::optional<Problem>(const MakeXmlHandler&)>;

  XmlPart() = default;
  // `xml` must outlive this.
  template <std::convertible_to<std::string_view> Text>
  XmlPart(const Text& xml) : XmlPart(std::string_view(xml), Limits{}) {}
  XmlPart(std::string_view xml, const Limits& limits);
  explicit XmlPart(Parse parse) : parse_(std::move(parse)) {}

  // Gives the events, from the beginning. Problems as parse_xml(), and those of what holds the part; then perhaps no
  // handler has been made.
  std::optional<Problem> parse(const MakeXmlHandler& make) const;

 private:
  Parse parse_;
};

}  // namespace nianbao

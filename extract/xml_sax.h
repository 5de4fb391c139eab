// Events of an XML part, through libxml2's SAX2. No DTD, no entities, no network, no files.
#pragma once

#include <optional>
#include <string_view>

#include "extract/limits.h"
#include "extract/problem.h"
#include "extract/xml_events.h"

namespace nianbao {

// Gives `handler` the events of `xml`, whatever its encoding, up to the first problem: xml_damaged (with the line),
// xml_doctype, encoding, limit_size, limit_attributes, limit_tag, or what the handler stopped with.
std::optional<Problem> sax_xml(std::string_view xml, XmlHandler& handler, const Limits& limits = {});

}  // namespace nianbao

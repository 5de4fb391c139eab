// The events of an XML part in the form that nearly all parts have, without libxml2.
#pragma once

#include <string_view>

#include "extract/limits.h"
#include "extract/xml_events.h"

namespace nianbao {

// Gives `handler` the events of `xml`, as sax_xml() would, and returns true if it is plain to its end: UTF-8 with
// elements, attributes, namespaces, text and references (XML 1.0, Namespaces in XML 1.0) and nothing else.
//
// False says nothing about `xml`, only that another parser has to decide: it may not be well-formed, be beyond a limit,
// hold what is rare (a comment, a CDATA section, a name that is not ASCII …), or the handler has stopped. The handler
// may have been given events by then and is of no more use.
bool scan_xml(std::string_view xml, XmlHandler& handler, const Limits& limits = {});

}  // namespace nianbao

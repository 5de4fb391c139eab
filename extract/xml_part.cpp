#include "extract/xml_part.h"

#include "extract/xml_sax.h"
#include "extract/xml_scan.h"

namespace nianbao {

std::optional<Problem> parse_xml(std::string_view xml, const MakeXmlHandler& make, const Limits& limits) {
  if (scan_xml(xml, make(), limits)) return std::nullopt;
  return sax_xml(xml, make(), limits);
}

XmlPart::XmlPart(std::string_view xml, const Limits& limits)
    : parse_([xml, limits](const MakeXmlHandler& make) { return parse_xml(xml, make, limits); }) {}

std::optional<Problem> XmlPart::parse(const MakeXmlHandler& make) const {
  if (parse_) return parse_(make);
  make();
  return std::nullopt;
}

}  // namespace nianbao

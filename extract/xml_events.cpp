#include "extract/xml_events.h"

#include <algorithm>
#include <array>

namespace nianbao {
namespace {

struct SpaceUri {
  std::string_view uri;
  XmlSpace space;
};

// ECMA-376 part 1 (transitional) and ISO/IEC 29500-1 (strict), main parts; 29500-2 for packages; 29500-3 for mc; those
// of Word 2003 XML and of flat packages are Microsoft's.
constexpr std::array kSpaces = {
    SpaceUri{"", XmlSpace::kNone},
    SpaceUri{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", XmlSpace::kWord},
    SpaceUri{"http://purl.oclc.org/ooxml/wordprocessingml/main", XmlSpace::kWord},
    SpaceUri{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", XmlSpace::kRelationships},
    SpaceUri{"http://purl.oclc.org/ooxml/officeDocument/relationships", XmlSpace::kRelationships},
    SpaceUri{"http://schemas.openxmlformats.org/package/2006/relationships", XmlSpace::kPackageRelationships},
    SpaceUri{"http://schemas.openxmlformats.org/package/2006/content-types", XmlSpace::kContentTypes},
    SpaceUri{"http://schemas.openxmlformats.org/markup-compatibility/2006", XmlSpace::kCompatibility},
    SpaceUri{"http://schemas.openxmlformats.org/officeDocument/2006/math", XmlSpace::kMath},
    SpaceUri{"http://schemas.microsoft.com/office/word/2003/wordml", XmlSpace::kWord},
    SpaceUri{"http://schemas.microsoft.com/office/word/2003/auxHint", XmlSpace::kHint},
    SpaceUri{"http://schemas.microsoft.com/aml/2001/core", XmlSpace::kAnnotation},
    SpaceUri{"http://schemas.microsoft.com/office/2006/xmlPackage", XmlSpace::kFlatPackage},
    SpaceUri{"http://purl.oclc.org/ooxml/officeDocument/math", XmlSpace::kMath},
};

}  // namespace

XmlSpace space_of_uri(std::string_view uri) {
  const auto* const known =
      std::find_if(kSpaces.begin(), kSpaces.end(), [&](const SpaceUri& space) { return space.uri == uri; });
  return known == kSpaces.end() ? XmlSpace::kOther : known->space;
}

std::optional<std::string_view> XmlAttributes::find(std::string_view local) const {
  for (const XmlAttribute& attribute : all_)
    if (attribute.local == local) return attribute.value;
  return std::nullopt;
}

void XmlAttributeList::clear() {
  attributes_.clear();
  if (!kept_.empty()) kept_.clear();
}

}  // namespace nianbao

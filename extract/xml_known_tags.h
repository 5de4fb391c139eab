// Start tags of a part that have been read before: most tags of a Word document are, byte by byte, one of some dozen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/xml_events.h"

namespace nianbao {

// A start tag and what it says.
struct XmlStartTag {
  std::string_view written_name;
  XmlName name;
  std::span<const XmlAttribute> attributes;
  bool is_empty = false;  // ends its element too
};

// Remembers some of the tags given to it. What they say depends on the namespaces in force: forget() when these change.
class XmlKnownTags {
 public:
  XmlKnownTags();

  // The tag with these bytes, or nullptr. Its attributes live until the next add() or forget().
  const XmlStartTag* find(std::string_view bytes);

  // Views inside `tag` must outlive this; its list of attributes is copied.
  void add(std::string_view bytes, const XmlStartTag& tag);

  void forget();

 private:
  static constexpr std::size_t kPlaces = 512;
  static constexpr std::size_t kMostAttributes = 2'048;  // of all tags together

  struct Entry {
    std::string_view bytes;
    XmlStartTag tag;
    std::uint32_t first_attribute = 0;
    std::uint32_t era = 0;
  };

  Entry& place_of(std::string_view bytes);

  std::vector<Entry> entries_;
  std::vector<XmlAttribute> attributes_;
  std::uint32_t era_ = 1;  // entries of earlier ones are forgotten
};

}  // namespace nianbao

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
  static constexpr std::size_t kPlaces = 2'048;
  static constexpr std::size_t kMostTags = 1'024;
  static constexpr std::size_t kMostAttributes = 4'096;  // of all tags together

  struct Entry {
    std::string_view bytes;
    XmlStartTag tag;
    std::size_t first_attribute = 0;
  };

  std::uint16_t& place_of(std::string_view bytes);

  std::vector<std::uint16_t> places_;  // by hash: one more than the index of the entry, 0 for none
  std::vector<Entry> entries_;
  std::vector<XmlAttribute> attributes_;
};

}  // namespace nianbao

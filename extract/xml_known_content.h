// The content of elements that has been read before: what describes text and cells (w:rPr, w:pPr, w:tcPr …) is nine
// tenths of the bytes of a Word document and, byte by byte, one of some dozen contents.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "extract/xml_known_tags.h"

namespace nianbao {

// What is told of one content.
class XmlContent {
 public:
  struct Event {
    XmlStartTag tag;  // of an end its name only
    bool is_end = false;
    std::size_t first_attribute = 0;
  };

  // All bytes behind the start tag, up to and with the end tag.
  std::string_view bytes() const { return bytes_; }

  // How many elements are open in it at most.
  std::size_t depth() const { return depth_; }

  std::span<const Event> events() const { return events_; }

  // Live as long as this.
  XmlAttributes attributes(const Event& event) const {
    return XmlAttributes({attributes_.data() + event.first_attribute, event.tag.attributes.size()});
  }

 private:
  friend class XmlKnownContent;

  std::string_view bytes_;
  std::size_t depth_ = 0;
  std::vector<Event> events_;
  std::vector<XmlAttribute> attributes_;
};

// Remembers some of the contents given to it. What they say depends on the namespaces in force: forget() when these
// change. All names and bytes given must outlive this.
class XmlKnownContent {
 public:
  // Whether it is worth while for elements of this local name: those that describe end in Pr.
  static bool is_wanted(std::string_view local) { return local.ends_with("Pr"); }

  // The content of an element with this name, as written, with which `rest` begins; nullptr where none is known. It
  // lives until the next begin() or forget().
  const XmlContent* find(std::string_view element, std::string_view rest);

  // What is read from here on is the content of such an element, until finish() or drop().
  void begin(std::string_view element);
  bool is_open() const { return is_open_; }

  // An element in the open content begins or ends. What is not `heeded` is not told when the content comes again, but
  // what is in it may be.
  void start(const XmlStartTag& tag, bool heeded);
  void end(const XmlName& name, bool heeded);

  // All has been read.
  void finish(std::string_view bytes);

  // It holds what cannot be told again.
  void drop() { is_open_ = false; }

  void forget();

 private:
  static constexpr std::size_t kMostElements = 8;
  static constexpr std::size_t kMostContents = 64;  // of one element
  static constexpr std::size_t kMostEvents = 64;
  static constexpr std::size_t kMostAttributes = 256;
  static constexpr std::size_t kLongest = 4'096;

  struct Contents {
    std::string_view element;
    std::vector<XmlContent> known;
    std::size_t last = 0;  // found or made
  };

  Contents* contents_of(std::string_view element);

  std::vector<Contents> elements_;
  bool is_open_ = false;
  std::string_view open_element_;
  std::size_t open_depth_ = 0;
  XmlContent open_;
};

}  // namespace nianbao

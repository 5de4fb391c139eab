#include "extract/xml_known_content.h"

#include <algorithm>
#include <utility>

namespace nianbao {

XmlKnownContent::Contents* XmlKnownContent::contents_of(std::string_view element) {
  for (Contents& contents : elements_)
    if (contents.element == element) return &contents;
  return nullptr;
}

// Either the last one comes again, or what follows it did so before: cells stand in columns.
const XmlContent* XmlKnownContent::find(std::string_view element, std::string_view rest) {
  Contents* contents = contents_of(element);
  if (contents == nullptr) return nullptr;
  const std::size_t count = contents->known.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = (contents->last + i) % count;
    if (!rest.starts_with(contents->known[at].bytes())) continue;
    contents->last = at;
    return &contents->known[at];
  }
  return nullptr;
}

void XmlKnownContent::begin(std::string_view element) {
  is_open_ = true;
  open_element_ = element;
  open_depth_ = 0;
  open_ = {};
}

void XmlKnownContent::start(const XmlStartTag& tag, bool heeded) {
  if (!is_open_) return;
  open_.depth_ = std::max(open_.depth_, ++open_depth_);
  if (!heeded) return;
  open_.events_.push_back({.tag = tag, .first_attribute = open_.attributes_.size()});
  open_.attributes_.insert(open_.attributes_.end(), tag.attributes.begin(), tag.attributes.end());
  if (open_.events_.size() > kMostEvents || open_.attributes_.size() > kMostAttributes) drop();
}

void XmlKnownContent::end(const XmlName& name, bool heeded) {
  if (!is_open_) return;
  --open_depth_;
  if (heeded) open_.events_.push_back({.tag = {.written_name = {}, .name = name, .attributes = {}}, .is_end = true});
}

void XmlKnownContent::finish(std::string_view bytes) {
  if (!std::exchange(is_open_, false) || bytes.size() > kLongest) return;
  Contents* contents = contents_of(open_element_);
  if (contents == nullptr) {
    if (elements_.size() == kMostElements) return;
    contents = &elements_.emplace_back(Contents{.element = open_element_, .known = {}});
  }
  if (contents->known.size() == kMostContents) contents->known.clear();
  open_.bytes_ = bytes;
  contents->last = contents->known.size();
  contents->known.push_back(std::move(open_));
}

void XmlKnownContent::forget() {
  drop();
  elements_.clear();
}

}  // namespace nianbao

#include "extract/xml_known_tags.h"

#include <algorithm>
#include <cstring>

namespace nianbao {
namespace {

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

// Of the ends and the middle: tags differ in their names, and then in one value.
std::uint64_t hash_of(std::string_view bytes) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::uint64_t hash = bytes.size();
  const auto mix = [&](std::uint64_t word) { hash = (hash ^ word) * 0x9E3779B97F4A7C15U, hash ^= hash >> 29U; };
  if (bytes.size() < kWord) {
    for (const char c : bytes) hash = hash << 8U ^ static_cast<unsigned char>(c);
    mix(0);
    return hash;
  }
  mix(eight_bytes(bytes.data()));
  mix(eight_bytes(bytes.data() + (bytes.size() - kWord) / 2));
  mix(eight_bytes(bytes.data() + bytes.size() - kWord));
  return hash;
}

}  // namespace

XmlKnownTags::XmlKnownTags() : places_(kPlaces) {}

std::uint16_t& XmlKnownTags::place_of(std::string_view bytes) { return places_[hash_of(bytes) % kPlaces]; }

const XmlStartTag* XmlKnownTags::find(std::string_view bytes) {
  const std::size_t place = place_of(bytes);
  if (place == 0 || entries_[place - 1].bytes != bytes) return nullptr;
  Entry& entry = entries_[place - 1];
  entry.tag.attributes = {attributes_.data() + entry.first_attribute, entry.tag.attributes.size()};
  return &entry.tag;
}

void XmlKnownTags::add(std::string_view bytes, const XmlStartTag& tag) {
  if (entries_.size() == kMostTags || attributes_.size() + tag.attributes.size() > kMostAttributes) forget();
  entries_.push_back({bytes, tag, attributes_.size()});
  attributes_.insert(attributes_.end(), tag.attributes.begin(), tag.attributes.end());
  place_of(bytes) = static_cast<std::uint16_t>(entries_.size());
}

void XmlKnownTags::forget() {
  if (entries_.empty()) return;
  std::fill(places_.begin(), places_.end(), std::uint16_t{0});
  entries_.clear();
  attributes_.clear();
}

}  // namespace nianbao
